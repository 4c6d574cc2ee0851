import type { Score } from '#domain'

/** Why a story was not taken: the points that it lacked, and what alone would have given them. */
export type Shortfall = { readonly points: number; readonly ways: readonly string[] }

/** What a factor can give at most, and what that would be in the world. */
const CAN_GIVE: Readonly<Record<string, readonly [points: number, what: string]>> = {
  topic: [50, 'being about a topic of tier 1'],
  corroboration: [15, 'being told by more publishers in their own words'],
  kind: [10, 'a paper or a report at first hand'],
  attention: [10, 'much more notice by others'],
  claims: [8, 'more claims with numbers and baselines'],
  artifact: [8, 'code, data or a model to take'],
  source: [6, 'a source that you give full weight'],
  novelty: [6, 'names that our memory did not hold'],
  curated: [5, 'a pick by hand'],
}

/**
 * What it would have taken for a story to reach `bar` (the score of the last one taken): each single thing that would have
 * been enough, the most likely first; none when only several together would. Null when it was not short of it.
 */
export function shortfall(score: Score, bar: number): Shortfall | null {
  const points = Math.round((bar - score.score) * 10) / 10
  if (points <= 0) return null
  const has = new Map(score.reasons.map(({ factor, share }) => [factor, share]))
  const muted = has.get('mute')
  if (muted !== undefined) return { points, ways: ['not being muted'] }
  const ways = Object.entries(CAN_GIVE)
    .map(([factor, [most, what]]) => ({ what, room: most - Math.max(0, has.get(factor) ?? 0) }))
    .filter(({ room }) => room >= points)
    .sort((a, b) => b.room - a.room)
    .map(({ what }) => what)
  return { points, ways }
}
