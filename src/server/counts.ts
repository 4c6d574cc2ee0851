import { atlas, duePredictions, type House, moversAt, regretsAt, threads, trends } from '#app'
import type { Profile } from '#domain'
import { justAfter, lastWeek, tryProfile, weighedIn } from '#reading'
import type { FactorRow, ProfileEffect, WhyRow } from '#wire'
import { whyRow } from './present.ts'

const MOST_DUE = 12
const MOST_THREADS = 40
const MOVER_WEEKS = 9
const MOST_WHY = 150
const MOST_MOVED = 30

/**
 * What takes seconds over a large store: made beside the pages, never while one is waiting. Whatever they are given and
 * give can be cloned.
 */
const COUNTS = {
  atlas: (house: House) => atlas(house, null),
  regrets: (house: House) => regretsAt(house, house.clock.now()),
  due: (house: House) => duePredictions(house, { asOf: null, limit: MOST_DUE }),
  threads: (house: House) => threads(house, { asOf: null, limit: MOST_THREADS }),
  weeks: (house: House) => trends(house, { asOf: null, bin: 'week' }),
  months: (house: House) => trends(house, { asOf: null, bin: 'month' }),
  async movers(house: House) {
    const until = justAfter(house.clock.now())
    const found = await moversAt(house, until)
    const entityIds = found.map(({ entityId }) => entityId)
    return { until, found, weeks: await house.store.entityWeeks({ until, weeks: MOVER_WEEKS, entityIds }) }
  },
  /** Why the stories of an edition's window stand where they stand; null where there is no such edition. */
  async why(house: House, editionId: string): Promise<{ rows: WhyRow[]; total: number } | null> {
    const edition = await house.store.edition(editionId)
    if (!edition) return null
    const weighed = await weighedIn(house, edition)
    return { rows: weighed.slice(0, MOST_WHY).map(whyRow), total: weighed.length }
  },
  /** What each factor gave or took last week. */
  async factors(house: House): Promise<FactorRow[]> {
    const shares = new Map<string, number[]>()
    for (const { score } of await lastWeek(house))
      for (const { factor, share } of score.reasons)
        shares.set(factor, [...(shares.get(factor) ?? []), share])
    return [...shares]
      .map(([factor, all]) => ({
        factor,
        stories: all.length,
        mean: all.reduce((sum, share) => sum + share, 0) / all.length,
        least: Math.min(...all),
        most: Math.max(...all),
      }))
      .sort((a, b) => b.mean * b.stories - a.mean * a.stories)
  },
  /** What another profile would make of last week. */
  async effect(house: House, profile: Profile): Promise<ProfileEffect> {
    const week = await lastWeek(house)
    const moved = await tryProfile(house, profile, week)
    return {
      stories: week.length,
      changed: moved.length,
      up: moved.filter(({ before, after }) => after.score > before.score).length,
      down: moved.filter(({ before, after }) => after.score < before.score).length,
      retiered: moved.filter(({ before, after }) => after.tier !== before.tier).length,
      changes: moved.slice(0, MOST_MOVED).map(({ story, before, after, rankBefore, rankAfter }) => ({
        storyId: story.id,
        title: story.title,
        before: before.score,
        after: after.score,
        tierBefore: before.tier,
        tierAfter: after.tier,
        rankBefore,
        rankAfter,
      })),
    }
  },
}
type Counts = typeof COUNTS
export type CountName = keyof Counts
/** What a count is given beside the house. */
export type Given<Name extends CountName> =
  Parameters<Counts[Name]> extends [House, ...infer Rest] ? Rest : never
export type Counted<Name extends CountName> = Awaited<ReturnType<Counts[Name]>>
/** A count by its name, whichever it is. */
export const countOf = (name: CountName): ((house: House, ...given: unknown[]) => Promise<unknown>) =>
  COUNTS[name] as (house: House, ...given: unknown[]) => Promise<unknown>
