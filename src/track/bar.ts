/** A story that was major, on the day that it was first seen, `2026-05-14`. */
export type PastStory = { readonly date: string; readonly points: number }

/** How alerts of the past ended, as the regret log counts them. */
export type Regrets = { readonly noise: number; readonly missed: number }

const LEAST_BAR = 40
const LEAST_DAYS = 7
/** How often a reader may be woken, on the mean of the history. */
const ALERTS_A_DAY = 0.4
const STEP = 3
const MOST_STEPS = 4

/**
 * The bar above which a story is major, learned from the weeks before: as high as would have woken the reader on two days
 * of five, never under 40, a step higher for each alert that turned out to be noise and a step lower for each story that
 * was missed. With less than a week of history the least bar counts.
 */
export function alertBar(past: readonly PastStory[], days: number, { noise, missed }: Regrets): number {
  const points = past.map((story) => story.points).sort((a, b) => b - a)
  const rank = Math.floor(days * ALERTS_A_DAY)
  const learned = days < LEAST_DAYS ? LEAST_BAR : (points[rank] ?? 0)
  const steps = Math.max(-MOST_STEPS, Math.min(MOST_STEPS, noise - missed))
  return Math.max(LEAST_BAR, learned + STEP * steps)
}
