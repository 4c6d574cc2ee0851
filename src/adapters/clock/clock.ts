import type { Instant } from '#domain'
import type { Clock } from '#ports'

/** The machine's own time. */
export const systemClock: Clock = { now: () => new Date().toISOString() }

/** A clock that stands still: for rebuilding a day as it was, and for demonstrations. Throws on what is no instant. */
export function fixedClock(instant: Instant): Clock {
  const now = new Date(instant)
  if (Number.isNaN(now.getTime())) throw new RangeError(`clock: "${instant}" is no instant`)
  return { now: () => now.toISOString() }
}
