/** How well one partition agrees with another, each 0 to 1. */
export type BCubed = { readonly precision: number; readonly recall: number; readonly f1: number }

/**
 * B-cubed precision, recall and F1 of a clustering against gold, two lists of labels in the same order.
 * For each member: which share of its cluster belongs with it, and which share of those that do it was put with.
 * After Bagga and Baldwin 1998, "Entity-based cross-document coreferencing using the vector space model".
 */
export function bcubed(found: readonly string[], gold: readonly string[]): BCubed {
  if (found.length === 0) return { precision: 1, recall: 1, f1: 1 }
  const foundSizes = new Map<string, number>()
  const goldSizes = new Map<string, number>()
  const shared = new Map<string, { found: string; gold: string; count: number }>()
  found.forEach((cluster, index) => {
    const truth = gold[index] ?? ''
    foundSizes.set(cluster, (foundSizes.get(cluster) ?? 0) + 1)
    goldSizes.set(truth, (goldSizes.get(truth) ?? 0) + 1)
    const pair = `${cluster}\n${truth}`
    const cell = shared.get(pair) ?? { found: cluster, gold: truth, count: 0 }
    cell.count++
    shared.set(pair, cell)
  })
  let precision = 0
  let recall = 0
  for (const { found: cluster, gold: truth, count } of shared.values()) {
    precision += (count * count) / (foundSizes.get(cluster) ?? 1)
    recall += (count * count) / (goldSizes.get(truth) ?? 1)
  }
  precision /= found.length
  recall /= found.length
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall) }
}
