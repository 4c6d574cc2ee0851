import type { Edition, Gap, Interval, Source } from '#domain'
import type { House } from './house.ts'

const HOUR_MS = 3_600_000
const NEVER_ASKED = { lastFailure: null, lastAnsweredAt: null }

/** What the reader should know is missing: sources that failed, and sources that are silent for longer than they use to be. */
export async function gapsIn(house: House, sources: readonly Source[], window: Interval): Promise<Gap[]> {
  const health = new Map((await house.store.health()).map((entry) => [entry.sourceId, entry]))
  const gaps: Gap[] = []
  for (const source of sources) {
    const { lastFailure: failure, lastAnsweredAt } = health.get(source.id) ?? NEVER_ASKED
    const [newest] = await house.store.items({ sourceId: source.id, asOf: window.to, limit: 1 })
    if (failure) gaps.push({ sourceName: source.name, why: `could not be read: ${failure}` })
    else if (!newest)
      gaps.push({
        sourceName: source.name,
        why: lastAnsweredAt === null ? 'was not asked yet' : 'has given nothing yet',
      })
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

/** Sources and a window of theirs; with the edition as it was published, who was silent then is taken from it. */
type Asked = {
  readonly sources: readonly Source[]
  readonly window: Interval
  readonly frozen: Edition | null
}

/**
 * How many items of the window each source gave that answered since it opened; 0 is silence. A source that was not asked
 * is not silent.
 */
export async function itemsRead(
  house: House,
  { sources, window, frozen }: Asked,
): Promise<{ sourceName: string; items: number }[]> {
  const counts = new Map<string, number>()
  for (const { sourceId } of await house.store.items({ seen: window, asOf: window.to }))
    counts.set(sourceId, (counts.get(sourceId) ?? 0) + 1)
  const answered = new Set(
    (await house.store.health())
      .filter(({ lastAnsweredAt }) => lastAnsweredAt !== null && lastAnsweredAt >= window.from)
      .map(({ sourceId }) => sourceId),
  )
  const wasSilent = ({ id, name }: Source) => (frozen ? frozen.silent.includes(name) : answered.has(id))
  return sources.flatMap((source) => {
    const items = counts.get(source.id) ?? 0
    return items > 0 || wasSilent(source) ? [{ sourceName: source.name, items }] : []
  })
}

function hoursBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / HOUR_MS
}
