/** How much of a reference a summary holds (recall), how much of the summary is in it (precision), and both. All 0 to 1. */
export type Rouge = { readonly precision: number; readonly recall: number; readonly f: number }

// The official tokeniser's rule: lower case, everything that is no letter or digit of ASCII parts words.
const words = (text: string): string[] => text.toLowerCase().match(/[a-z0-9]+/g) ?? []

/** ROUGE-N of Lin 2004 ("ROUGE: a package for automatic evaluation of summaries"): shared runs of `n` words, unstemmed. */
export function rougeN(summary: string, reference: string, n: number): Rouge {
  const ours = grams(words(summary), n)
  const theirs = grams(words(reference), n)
  let shared = 0
  for (const [gram, count] of ours) shared += Math.min(count, theirs.get(gram) ?? 0)
  return scores(shared, sum(ours), sum(theirs))
}

/** ROUGE-L of Lin 2004 over whole texts: the longest common subsequence of words. */
export function rougeL(summary: string, reference: string): Rouge {
  const ours = words(summary)
  const theirs = words(reference)
  let row = new Array<number>(theirs.length + 1).fill(0)
  for (const word of ours) {
    const next = [0]
    for (const [j, other] of theirs.entries())
      next.push(word === other ? (row[j] ?? 0) + 1 : Math.max(row[j + 1] ?? 0, next[j] ?? 0))
    row = next
  }
  return scores(row.at(-1) ?? 0, ours.length, theirs.length)
}

function grams(all: readonly string[], n: number): Map<string, number> {
  const counts = new Map<string, number>()
  for (let i = 0; i + n <= all.length; i++) {
    const gram = all.slice(i, i + n).join(' ')
    counts.set(gram, (counts.get(gram) ?? 0) + 1)
  }
  return counts
}

const sum = (counts: ReadonlyMap<string, number>) => [...counts.values()].reduce((a, b) => a + b, 0)

function scores(shared: number, ours: number, theirs: number): Rouge {
  const precision = ours === 0 ? 0 : shared / ours
  const recall = theirs === 0 ? 0 : shared / theirs
  return { precision, recall, f: shared === 0 ? 0 : (2 * precision * recall) / (precision + recall) }
}
