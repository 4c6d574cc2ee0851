import type { Instant, Interval, ScoreStanding } from '#domain'
import { type createScorer, type Reference, standingOf } from '#score'
import type { House } from './house.ts'
import { createMemory } from './score-memory.ts'
import { daysBefore } from './windows.ts'

type Judge = ReturnType<typeof createScorer>

const WEEKS = 8
const STORIES_PER_WEEK = 40
const WEEK_MS = 7 * 86_400_000

const NO_MEMORY = {}

/** What points mean: `standingsAt` gives it for one judge and one week. */
export type Standings = (points: number) => ScoreStanding

const kept = new WeakMap<Judge, Map<string, Promise<Standings>>>()

/**
 * What points of a judge mean at an instant: where they lie among stories of the eight weeks before the week at hand, each
 * as it stood when its own week ended, and with `remembers` weighed by what was known before that week. The same for a
 * whole week (of seven days since 1970): nothing that came later is looked at.
 */
export function standingsAt(
  house: House,
  at: Instant,
  judge: Judge,
  { remembers }: { readonly remembers: boolean },
): Promise<Standings> {
  const thisWeek = new Date(Math.floor((Date.parse(at) - 1) / WEEK_MS) * WEEK_MS).toISOString()
  const known = kept.get(judge) ?? new Map<string, Promise<Standings>>()
  kept.set(judge, known)
  const key = `${thisWeek} ${remembers}`
  const found = known.get(key) ?? measured(house, thisWeek, judge, remembers)
  known.set(key, found)
  found.catch(() => known.delete(key))
  return found
}

async function measured(
  house: House,
  thisWeek: Instant,
  judge: Judge,
  remembers: boolean,
): Promise<Standings> {
  const points: number[] = []
  for (let week = 1; week <= WEEKS; week++) {
    const seen = { from: daysBefore(thisWeek, 7 * week), to: daysBefore(thisWeek, 7 * (week - 1)) }
    points.push(...(await pointsOf(house, seen, judge, remembers)))
  }
  const reference: Reference = { points: points.sort((a, b) => a - b), weeks: WEEKS }
  return (score) => standingOf(score, reference)
}

/** What stories of a week were worth at its end. Story ids are hashes, so the first of them are a fair sample. */
async function pointsOf(house: House, seen: Interval, judge: Judge, remembers: boolean): Promise<number[]> {
  const storyIds = (await house.store.storiesSeen(seen, seen.to)).sort().slice(0, STORIES_PER_WEEK)
  if (storyIds.length === 0) return []
  const dossiers = await house.store.dossiers({ storyIds, asOf: seen.to })
  const memory = remembers ? await createMemory(house, dossiers, seen) : NO_MEMORY
  return dossiers.flatMap((dossier) => {
    const { score, reasons } = judge(dossier, { now: seen.to, ...memory })
    return reasons.some(({ factor }) => factor === 'mute') ? [] : [score]
  })
}
