import type { Gap, Interval, Source } from '#domain'
import type { House } from './house.ts'

const HOUR_MS = 3_600_000

/** What the reader should know is missing: sources that failed, and sources that have been silent for longer than they use to be. */
export async function gapsIn(house: House, sources: readonly Source[], window: Interval): Promise<Gap[]> {
  const health = new Map((await house.store.health()).map((entry) => [entry.sourceId, entry]))
  const gaps: Gap[] = []
  for (const source of sources) {
    const failure = health.get(source.id)?.lastFailure
    const [newest] = await house.store.items({ sourceId: source.id, asOf: window.to, limit: 1 })
    const silent = silentHours(newest?.seenAt ?? null, window.to)
    if (failure) gaps.push({ sourceName: source.name, why: `could not be read: ${failure}` })
    else if (silent === null) gaps.push({ sourceName: source.name, why: 'has given nothing yet' })
    else if (silent > source.staleAfterHours)
      gaps.push({ sourceName: source.name, why: `silent since ${newest?.seenAt.slice(0, 10)}` })
  }
  return gaps
}

function silentHours(lastSeenAt: string | null, until: string): number | null {
  return lastSeenAt === null ? null : (Date.parse(until) - Date.parse(lastSeenAt)) / HOUR_MS
}
