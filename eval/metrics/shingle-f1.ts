const WORD = /[\p{L}\p{N}_]+/gu

/** What two texts share in runs of words: each run counts as often as it occurs in both. */
export type Overlap = { readonly precision: number; readonly recall: number }

/** Precision and recall of a text's runs of `size` words against the wanted text's. Two empty texts agree wholly. */
export function shingleOverlap(wanted: string, found: string, size: number): Overlap {
  const [want, have] = [runs(wanted, size), runs(found, size)]
  let shared = 0
  for (const [run, times] of want.counts) shared += Math.min(times, have.counts.get(run) ?? 0)
  return {
    precision: have.total > 0 ? shared / have.total : want.total > 0 ? 0 : 1,
    recall: want.total > 0 ? shared / want.total : 1,
  }
}

/** F1 of mean precision and mean recall, as the article extraction benchmark of Scrapinghub has it. */
export function meanF1(overlaps: readonly Overlap[]): number {
  const precision = overlaps.reduce((sum, overlap) => sum + overlap.precision, 0) / overlaps.length
  const recall = overlaps.reduce((sum, overlap) => sum + overlap.recall, 0) / overlaps.length
  return precision + recall > 0 ? (2 * precision * recall) / (precision + recall) : 0
}

function runs(text: string, size: number): { counts: Map<string, number>; total: number } {
  const words = text.match(WORD) ?? []
  const counts = new Map<string, number>()
  const total = words.length === 0 ? 0 : Math.max(1, words.length - size + 1)
  for (let at = 0; at < total; at++) {
    const run = words.slice(at, at + size).join(' ')
    counts.set(run, (counts.get(run) ?? 0) + 1)
  }
  return { counts, total }
}
