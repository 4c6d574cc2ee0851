import type { Instant, Interval } from '#domain'

const DAY_MS = 86_400_000

/** The 24 hours that the digest of `date` (`2026-05-14`) is about: up to `at` (`06:00`, UTC) of that day. */
export function windowOf(date: string, at: string): Interval {
  const to = Date.parse(`${date}T${at}:00.000Z`)
  if (Number.isNaN(to)) throw new RangeError(`"${date}" is no date; write it as 2026-05-14`)
  return { from: new Date(to - DAY_MS).toISOString(), to: new Date(to).toISOString() }
}

/** The date of the digest whose window holds this instant. */
export function dateOf(instant: Instant, at: string): string {
  const [hours = 0, minutes = 0] = at.split(':').map(Number)
  const intoNextWindow = DAY_MS - (hours * 60 + minutes) * 60_000
  return new Date(Date.parse(instant) + intoNextWindow).toISOString().slice(0, 10)
}

/** The date of the newest digest whose window is over at `now`. */
export function lastClosedDate(now: Instant, at: string): string {
  return dateOf(new Date(Date.parse(now) - DAY_MS).toISOString(), at)
}

/** An instant so many days earlier. */
export function daysBefore(instant: Instant, days: number): Instant {
  return new Date(Date.parse(instant) - days * DAY_MS).toISOString()
}
