import type { Gap, Interval, Source } from '#domain'
import type { House } from './house.ts'

const HOUR_MS = 3_600_000

/** What the reader should know is missing: sources that failed, and sources that are silent for longer than they use to be. */
export async function gapsIn(house: House, sources: readonly Source[], window: Interval): Promise<Gap[]> {
  const health = new Map((await house.store.health()).map((entry) => [entry.sourceId, entry]))
  const gaps: Gap[] = []
  for (const source of sources) {
    const failure = health.get(source.id)?.lastFailure
    const [newest] = await house.store.items({ sourceId: source.id, asOf: window.to, limit: 1 })
    if (failure) gaps.push({ sourceName: source.name, why: `could not be read: ${failure}` })
    else if (!newest) gaps.push({ sourceName: source.name, why: 'has given nothing yet' })
    else if (hoursBetween(newest.seenAt, window.to) > source.staleAfterHours)
      gaps.push({ sourceName: source.name, why: `silent since ${newest.seenAt.slice(0, 10)}` })
  }
  return gaps
}

/** What is missing now. */
export async function gapsNow(house: House, sources: readonly Source[]): Promise<Gap[]> {
  const now = house.clock.now()
  return gapsIn(house, sources, { from: now, to: now })
}

/** How many items of the window each source gave; 0 is silence. */
export async function itemsRead(
  house: House,
  sources: readonly Source[],
  window: Interval,
): Promise<{ sourceName: string; items: number }[]> {
  const counts = new Map<string, number>()
  for (const { sourceId } of await house.store.items({ seen: window, asOf: window.to }))
    counts.set(sourceId, (counts.get(sourceId) ?? 0) + 1)
  return sources.map((source) => ({ sourceName: source.name, items: counts.get(source.id) ?? 0 }))
}

function hoursBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / HOUR_MS
}
