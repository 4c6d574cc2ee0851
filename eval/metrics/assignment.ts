/** Counts of a comparison between what was found and what is right. */
export type Counts = { readonly right: number; readonly found: number; readonly wanted: number }

export const NO_COUNTS: Counts = { right: 0, found: 0, wanted: 0 }

/** Pairs each found thing with at most one wanted thing, greedily in order, and counts the pairs. */
export function matched<F, W>(
  found: readonly F[],
  wanted: readonly W[],
  same: (found: F, wanted: W) => boolean,
): Counts {
  const left = [...wanted]
  let right = 0
  for (const one of found) {
    const at = left.findIndex((other) => same(one, other))
    if (at < 0) continue
    left.splice(at, 1)
    right++
  }
  return { right, found: found.length, wanted: wanted.length }
}

export const plus = (a: Counts, b: Counts): Counts => ({
  right: a.right + b.right,
  found: a.found + b.found,
  wanted: a.wanted + b.wanted,
})

/** The harmonic mean of precision and recall, 0 to 1; 1 when nothing was to be found and nothing was. */
export function f1({ right, found, wanted }: Counts): number {
  return found + wanted === 0 ? 1 : (2 * right) / (found + wanted)
}

/** The share of the wanted that was found, 0 to 1. */
export const recall = ({ right, wanted }: Counts): number => (wanted === 0 ? 1 : right / wanted)
