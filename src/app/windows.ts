import type { Instant, Interval } from '#domain'

const DAY_MS = 86_400_000

/** The 24 hours that the digest of `date` (`2026-05-14`) is about: up to `at` (`06:00`, UTC) of that day. */
export function windowOf(date: string, at: string): Interval {
  const to = Date.parse(`${date}T${at}:00.000Z`)
  // Date.parse takes 30 February for 2 March; an edition of such a day would be frozen beside the real one.
  if (Number.isNaN(to) || new Date(to).toISOString().slice(0, 10) !== date)
    throw new RangeError(`"${date}" is no date; write it as 2026-05-14`)
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

/** The ISO week that holds a day, `2026-W20`: weeks start on Monday, and week 1 holds the year's first Thursday (ISO 8601). */
export function weekOf(date: string): string {
  const day = Date.parse(`${date}T00:00:00.000Z`)
  if (Number.isNaN(day)) throw new RangeError(`"${date}" is no date; write it as 2026-05-14`)
  const thursday = new Date(day + (3 - weekdayOf(day)) * DAY_MS)
  const firstOfYear = Date.UTC(thursday.getUTCFullYear(), 0, 1)
  const week = 1 + Math.floor((thursday.getTime() - firstOfYear) / (7 * DAY_MS))
  return `${thursday.getUTCFullYear()}-W${String(week).padStart(2, '0')}`
}

/** The seven days that the brief of an ISO week is about, Monday to Monday at the hour when a day closes. */
export function weekWindow(week: string, at: string): Interval {
  const [, year, number] = /^(\d{4})-W(\d{2})$/.exec(week) ?? []
  // The fourth of January is always in week 1.
  const fourth = Date.UTC(Number(year), 0, 4)
  const monday = fourth - weekdayOf(fourth) * DAY_MS + (Number(number) - 1) * 7 * DAY_MS
  const date = year === undefined ? '' : new Date(monday).toISOString().slice(0, 10)
  if (date === '' || weekOf(date) !== week) throw new RangeError(`"${week}" is no week; write it as 2026-W20`)
  const from = Date.parse(`${date}T${at}:00.000Z`)
  return { from: new Date(from).toISOString(), to: new Date(from + 7 * DAY_MS).toISOString() }
}

/** The newest week that is over at `now`. */
export function lastClosedWeek(now: Instant, at: string): string {
  const week = weekOf(now.slice(0, 10))
  const { from } = weekWindow(week, at)
  const lastOf = (instant: Instant) => weekOf(daysBefore(instant, 4).slice(0, 10))
  return from <= now ? lastOf(from) : lastOf(daysBefore(from, 7))
}

/** Days since Monday, 0 to 6. */
const weekdayOf = (day: number): number => (new Date(day).getUTCDay() + 6) % 7
