/** Days since 1970-01-01 in the proleptic Gregorian calendar; whole numbers, negative before. */
export type EpochDay = number

export type CivilDay = { readonly year: number; readonly month: number; readonly day: number }

/** The day's number. After Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms"; out-of-range days roll over. */
export function epochDay(year: number, month: number, day: number): EpochDay {
  const y = year - (month <= 2 ? 1 : 0)
  const era = Math.floor(y / 400)
  const ofEra = y - era * 400
  const ofYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  return era * 146097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - 719468
}

export function civilDay(epoch: EpochDay): CivilDay {
  const z = epoch + 719468
  const era = Math.floor(z / 146097)
  const ofEra = z - era * 146097
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36524) - Math.floor(ofEra / 146096)) / 365,
  )
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shifted = Math.floor((5 * ofYear + 2) / 153)
  const month = shifted + (shifted < 10 ? 3 : -9)
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: ofYear - Math.floor((153 * shifted + 2) / 5) + 1,
  }
}

/** 1 Monday to 7 Sunday. */
export const weekdayOf = (epoch: EpochDay): number => ((((epoch + 3) % 7) + 7) % 7) + 1

export const mondayOf = (epoch: EpochDay): EpochDay => epoch - weekdayOf(epoch) + 1

/** The Monday of ISO week `week` of a year. */
export const weekStart = (year: number, week: number): EpochDay =>
  mondayOf(epochDay(year, 1, 4)) + 7 * (week - 1)

/** ISO year and week of a day. */
export function weekOf(epoch: EpochDay): { readonly year: number; readonly week: number } {
  const thursday = mondayOf(epoch) + 3
  const { year } = civilDay(thursday)
  return { year, week: Math.floor((thursday - epochDay(year, 1, 1)) / 7) + 1 }
}

export const daysIn = (year: number, month: number): number =>
  firstOfMonth(year, month + 1) - epochDay(year, month, 1)

/** The same day `months` later; the last day of the month where there is no such day. */
export function addMonths(epoch: EpochDay, months: number): EpochDay {
  const { year, month, day } = civilDay(epoch)
  const index = year * 12 + month - 1 + months
  const [toYear, toMonth] = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1]
  return epochDay(toYear, toMonth, Math.min(day, daysIn(toYear, toMonth)))
}

export const firstOfMonth = (year: number, month: number): EpochDay => {
  const index = year * 12 + month - 1
  return epochDay(Math.floor(index / 12), (((index % 12) + 12) % 12) + 1, 1)
}

const pad = (value: number, width = 2): string => String(value).padStart(width, '0')

/** `2026-05-14`. */
export function isoDay(epoch: EpochDay): string {
  const { year, month, day } = civilDay(epoch)
  return `${pad(year, 4)}-${pad(month)}-${pad(day)}`
}

/** `08:05:00` of minutes since midnight; seconds may be a fraction of a minute. */
export function isoTime(minutes: number): string {
  const seconds = Math.round(minutes * 60)
  return `${pad(Math.floor(seconds / 3600) % 24)}:${pad(Math.floor(seconds / 60) % 60)}:${pad(seconds % 60)}`
}

/** `2026-05-14T08:05:00` of minutes since 1970-01-01T00:00. */
export function isoMinute(minutes: number): string {
  const day = Math.floor(minutes / 1440)
  return `${isoDay(day)}T${isoTime(minutes - day * 1440)}`
}

/** Easter Sunday by the anonymous Gregorian algorithm (Meeus, Jones and Butcher). */
export function easter(year: number): EpochDay {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const sum = h + l - 7 * m + 114
  return epochDay(year, Math.floor(sum / 31), (sum % 31) + 1)
}

/** The nth weekday of a month; a negative n counts from its end. */
export function nthWeekday(year: number, month: number, weekday: number, nth: number): EpochDay {
  if (nth > 0) {
    const first = epochDay(year, month, 1)
    return first + ((weekday - weekdayOf(first) + 7) % 7) + 7 * (nth - 1)
  }
  const last = firstOfMonth(year, month + 1) - 1
  return last - ((weekdayOf(last) - weekday + 7) % 7) + 7 * (nth + 1)
}
