import type { Instant } from '#domain'

const FIRST_WAIT_MS = 5 * 60_000
const LONGEST_WAIT_MS = 24 * 3_600_000
/** A server may ask for more patience than we would have, up to this. */
const LONGEST_ASKED_MS = 7 * LONGEST_WAIT_MS

/**
 * When to ask a failing source again: 5 minutes after its first failure in a row, then twice as long each time, a day at
 * most; later where the server says so (`Retry-After`, seconds or a date: RFC 9110, 10.2.3), up to a week.
 */
export function retryAt(
  now: Instant,
  { failuresBefore, retryAfter }: { failuresBefore: number; retryAfter: string | null },
): Instant {
  const ownMs = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(failuresBefore, 20))
  const askedMs = Math.min(LONGEST_ASKED_MS, askedWaitMs(retryAfter, now))
  return new Date(Date.parse(now) + Math.max(ownMs, askedMs)).toISOString()
}

function askedWaitMs(retryAfter: string | null, now: Instant): number {
  if (retryAfter === null) return 0
  if (/^\s*\d{1,9}\s*$/.test(retryAfter)) return Number(retryAfter) * 1000
  const at = Date.parse(retryAfter)
  return Number.isNaN(at) ? 0 : Math.max(0, at - Date.parse(now))
}
