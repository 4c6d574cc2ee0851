import type { Instant, Interval, Source, SourceBreak } from '#domain'

/** From when to when a source gave items, and how many. */
export type Span = {
  readonly sourceId: string
  readonly firstSeenAt: Instant
  readonly lastSeenAt: Instant
  readonly items: number
}

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
// A source of fewer items bends no line.
const FEWEST_ITEMS = 5
// What begins with the records did not begin then.
const RECORDS_BEGIN_DAYS = 7
const SILENT_AT_LEAST_DAYS = 7

/**
 * Where sources began or ended within a stretch of time, in order of time. A source is lost when it has been silent for
 * longer than it is let (at least a week) at the end of the stretch; one that began in the first week of all records was
 * there before them.
 */
export function sourceBreaks(
  spans: readonly Span[],
  sources: ReadonlyMap<string, Source>,
  { from, to }: Interval,
): SourceBreak[] {
  const began = spans.reduce((least, { firstSeenAt }) => (firstSeenAt < least ? firstSeenAt : least), to)
  const recordsWhole = new Date(Date.parse(began) + RECORDS_BEGIN_DAYS * DAY_MS).toISOString()
  return spans
    .filter(({ items }) => items >= FEWEST_ITEMS)
    .flatMap(({ sourceId, firstSeenAt, lastSeenAt }): SourceBreak[] => {
      const source = sources.get(sourceId)
      const named = { sourceId, sourceName: source?.name ?? sourceId }
      const patience = Math.max((source?.staleAfterHours ?? 0) * HOUR_MS, SILENT_AT_LEAST_DAYS * DAY_MS)
      const added = firstSeenAt >= from && firstSeenAt < to && firstSeenAt > recordsWhole
      const lost = lastSeenAt >= from && Date.parse(to) - Date.parse(lastSeenAt) > patience
      return [
        ...(added ? [{ ...named, at: firstSeenAt, kind: 'added' as const }] : []),
        ...(lost ? [{ ...named, at: lastSeenAt, kind: 'lost' as const }] : []),
      ]
    })
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.sourceId < b.sourceId ? -1 : 1))
}
