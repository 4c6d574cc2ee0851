import type { ScoreStanding } from '#domain'

const STANDING_MAKER = 'standing@1'

/** What stories of the weeks before were worth, in ascending points; `weeks` is how many weeks they are of. */
export type Reference = { readonly points: readonly number[]; readonly weeks: number }

/** So many stories of the reference weigh as much as what is usual of any stream. */
const PRIOR_STORIES = 20

/** Points, and the share of stories that lie below them where nothing is known yet: between a newsletter's and a wide stream's. */
const USUAL = [
  [0, 0],
  [5, 0.05],
  [10, 0.19],
  [28, 0.3],
  [36, 0.5],
  [45, 0.635],
  [50, 0.715],
  [55, 0.79],
  [60, 0.845],
  [66, 0.9],
  [73, 0.95],
  [84, 0.99],
  [100, 1],
] as const

/**
 * What points mean, on a scale that is the same in every week: the share of the reference's stories that lie below, in
 * percent, equal ones by half; the percentile rank of test scoring (Kolen and Brennan 2014). Where the reference holds
 * few stories it is shrunk towards what is usual. Never falls when points rise.
 */
export function standingOf(points: number, { points: known, weeks }: Reference): ScoreStanding {
  const below = (count(known, (one) => one < points) + count(known, (one) => one <= points)) / 2
  const share = (below + PRIOR_STORIES * usualBelow(points)) / (known.length + PRIOR_STORIES)
  const value = Math.round(share * 1000) / 10
  const because =
    known.length === 0
      ? `above ${Math.floor(value)} of 100 stories of a usual stream; nothing was read in the weeks before`
      : `above ${Math.floor(value)} of 100 stories of the ${weeks} weeks before, by ${known.length} of them`
  return { value, because, stories: known.length, by: STANDING_MAKER }
}

/** How many of ascending values fulfil what only the lowest fulfil. */
function count(ascending: readonly number[], isLow: (value: number) => boolean): number {
  let [from, to] = [0, ascending.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if (isLow(ascending[middle] as number)) from = middle + 1
    else to = middle
  }
  return from
}

function usualBelow(points: number): number {
  const at = USUAL.findIndex(([upTo]) => points <= upTo)
  const [high, shareHigh] = USUAL[at] ?? [100, 1]
  const [low, shareLow] = USUAL[at - 1] ?? [0, 0]
  return high === low ? shareHigh : shareLow + ((points - low) / (high - low)) * (shareHigh - shareLow)
}
