/**
 * Normalised mutual information of two partitions, lists of labels in the same order: 0 (independent) to 1 (the
 * same). Normalised by the arithmetic mean of both entropies, as in SCCL (Zhang 2021) and scikit-learn's default.
 * Two partitions that each put everything together agree: 1.
 */
export function nmi(found: readonly string[], gold: readonly string[]): number {
  const total = found.length
  if (total === 0) return 1
  const joint = found.map((cluster, index) => `${cluster}\n${gold[index] ?? ''}`)
  const own = entropy(found)
  const truth = entropy(gold)
  if (own + truth === 0) return 1
  return Math.max(0, (2 * (own + truth - entropy(joint))) / (own + truth))
}

function entropy(labels: readonly string[]): number {
  const counts = new Map<string, number>()
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1)
  let sum = 0
  for (const count of counts.values()) sum -= (count / labels.length) * Math.log(count / labels.length)
  return sum
}
