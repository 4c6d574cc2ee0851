import { addMonths, type EpochDay, epochDay, firstOfMonth, isoDay, weekStart } from './dates-calendar.ts'

const PARTIAL = /^(\d{4})(?:-(?:Q([1-4])|H([12])|W(\d{2})|(\d{2})(?:-(\d{2}))?))?/

/** The days a partial date covers, the second outside; null when it is no date. */
function covered(partial: string): readonly [EpochDay, EpochDay] | null {
  const read = PARTIAL.exec(partial)
  if (!read) return null
  const [year, quarter, half, week, month, day] = read
    .slice(1)
    .map((part) => (part === undefined ? null : Number(part)))
  if (year === null || year === undefined) return null
  if (quarter) return [firstOfMonth(year, quarter * 3 - 2), firstOfMonth(year, quarter * 3 + 1)]
  if (half) return [firstOfMonth(year, half * 6 - 5), firstOfMonth(year, half * 6 + 1)]
  if (week) return [weekStart(year, week), weekStart(year, week) + 7]
  if (month && day) return [epochDay(year, month, day), epochDay(year, month, day) + 1]
  if (month) return [firstOfMonth(year, month), firstOfMonth(year, month + 1)]
  return [epochDay(year, 1, 1), epochDay(year + 1, 1, 1)]
}

/** The first day that a partial date or an instant covers, `YYYY-MM-DD`; null when it is no date. */
export function firstDayOf(partial: string): string | null {
  const days = covered(partial)
  return days && isoDay(days[0])
}

/** The last day that a partial date or an instant covers: 2026-09-30 of `2026-Q3`. Null when it is no date. */
export function lastDayOf(partial: string): string | null {
  const days = covered(partial)
  return days && isoDay(days[1] - 1)
}

/** The day so many days, or by the calendar so many months, after a day; null when `from` is no whole day. */
export function dayAfter(
  from: string,
  { days = 0, months = 0 }: { days?: number; months?: number },
): string | null {
  const read = PARTIAL.exec(from)
  if (!read?.[6]) return null
  const start = covered(from)
  return start && isoDay(addMonths(start[0], months) + days)
}

/** Whole days from one day to another, negative when the second is earlier; null when one is no whole day. */
export function daysBetween(from: string, to: string): number | null {
  const [start, end] = [covered(from), covered(to)]
  return start && end && end[1] - end[0] === 1 && start[1] - start[0] === 1 ? end[0] - start[0] : null
}
