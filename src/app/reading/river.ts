import type { Instant } from '#domain'
import type { House } from '../house.ts'
import { inSteps } from '../in-steps.ts'
import { judgeOf } from '../judge.ts'
import { type RiverStory, riverStory } from './river-story.ts'

const HOUR_MS = 3_600_000
const RIVER_HOURS = 48

/** The stories of the last 48 hours, kept weighed and up to date: asking is free, refreshing costs what has changed. */
export type River = {
  /** Best first; equal ones by id. */
  stories(): readonly RiverStory[]
  /** The stretch of time that it shows. */
  readonly window: () => { readonly from: Instant; readonly to: Instant }
  /** Takes in what was understood since the last time; gives the stories that are new or changed. */
  refresh(): Promise<readonly RiverStory[]>
  /** Weighs everything anew: after the profile, or what stories consist of, has changed. */
  reload(): Promise<void>
}

/**
 * Opens the River over a house. Where nothing came in for 48 hours it shows the newest 48 hours that hold something.
 * One refresh runs at a time; a second call waits for the first and then looks again.
 */
export async function openRiver(house: House): Promise<River> {
  let byId = new Map<string, RiverStory>()
  let sorted: readonly RiverStory[] | null = null
  let cursor = 0
  let window = await newestWindow(house)
  let last: Promise<unknown> = Promise.resolve()

  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work, work)
    last = turn.catch(() => {})
    return turn
  }
  const load = async (): Promise<void> => {
    window = await newestWindow(house)
    cursor = (await house.store.storiesSince(null)).cursor
    const storyIds = await house.store.storiesSeen(window)
    const fresh = await weigh(house, storyIds)
    byId = new Map(fresh.map((one) => [one.story.id, one]))
    sorted = null
  }
  const take = async (): Promise<readonly RiverStory[]> => {
    const since = await house.store.storiesSince(cursor)
    if (since.cursor < cursor) {
      // Judgments were dropped and are being made again.
      await load()
      return []
    }
    cursor = since.cursor
    if (since.storyIds.length === 0) return []
    window = await newestWindow(house)
    const fresh = (await weigh(house, since.storyIds)).filter(
      ({ story }) => story.lastSeenAt >= window.from && story.lastSeenAt < window.to,
    )
    // A story that merged into another leaves its items there.
    const moved = new Set(fresh.flatMap(({ story }) => story.itemIds))
    for (const [id, { story }] of byId)
      if (story.lastSeenAt < window.from || story.itemIds.some((itemId) => moved.has(itemId))) byId.delete(id)
    for (const one of fresh) byId.set(one.story.id, one)
    sorted = null
    return fresh
  }

  await inTurn(load)
  return {
    stories: () => {
      sorted ??= [...byId.values()].sort(byScore)
      return sorted
    },
    window: () => window,
    refresh: () => inTurn(take),
    reload: () => inTurn(load),
  }
}

/** Just after now, so that what comes in at this very instant is seen. */
export const justAfter = (now: Instant): Instant => new Date(Date.parse(now) + 1).toISOString()

async function newestWindow(house: House): Promise<{ from: Instant; to: Instant }> {
  const now = justAfter(house.clock.now())
  const [newest] = await house.store.items({ asOf: now, limit: 1 })
  const fortyEight = (to: Instant) => new Date(Date.parse(to) - RIVER_HOURS * HOUR_MS).toISOString()
  const to = newest && newest.seenAt < fortyEight(now) ? justAfter(newest.seenAt) : now
  return { from: fortyEight(to), to }
}

async function weigh(house: House, storyIds: readonly string[]): Promise<RiverStory[]> {
  const judge = await judgeOf(house)
  const now = justAfter(house.clock.now())
  const weighed: RiverStory[] = []
  for await (const dossier of inSteps(house.store, { storyIds, asOf: now }))
    weighed.push(riverStory(dossier, judge(dossier, { now })))
  return weighed
}

const byScore = (a: RiverStory, b: RiverStory): number =>
  b.score.score - a.score.score || (a.story.id < b.story.id ? -1 : 1)
