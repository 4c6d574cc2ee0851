import type { Instant, PartialDate } from '#domain'
import { startMs } from './dates.ts'

/** A replayed archive, and up to where windows are already closed; null for what was just gathered. */
export type Replay = { readonly closedUntil: Instant | null } | null

/**
 * The instant from which the house counts a thing as seen: for a live capture that of the capture; for a replay the
 * instant of its release (the start of a partial date, never before `notBefore`), unless that lies after the capture or
 * in a window that is closed.
 */
export function seenAt(
  capturedAt: Instant,
  {
    publishedAt,
    notBefore,
    replay,
  }: { publishedAt: PartialDate | null; notBefore: Instant | null; replay: Replay },
): Instant {
  const start = publishedAt === null || replay === null ? Number.NaN : startMs(publishedAt)
  if (replay === null || Number.isNaN(start)) return capturedAt
  const released = new Date(notBefore === null ? start : Math.max(start, Date.parse(notBefore))).toISOString()
  const open = replay.closedUntil === null || released > replay.closedUntil
  return open && released < capturedAt ? released : capturedAt
}
