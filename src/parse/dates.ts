import type { PartialDate } from '#domain'
import { monthNamed, weekdayNamed } from './month-names.ts'
import { minutesEast } from './time-zones.ts'

/** A date as it was read, and what had to be guessed to read it (null when nothing was). */
export type ReadDate = { readonly date: PartialDate; readonly guess: string | null }

const LONGEST = 200
const ISO =
  /^([12]\d{3})(?:-(\d{2}))?(?:-(\d{2}))?(?:[Tt ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*(Z|z|[+-]\d{2}:?\d{2})?Z?)?$/
const COMPACT = /^([12]\d{3})([01]\d)([0-3]\d)(?=$|T)/
const QUARTER = /^(?:([12]\d{3})[\s-]*q([1-4])|q([1-4])[\s,/-]*([12]\d{3}))$/i
const EPOCH = /^(\d{9,10})(\d{3})?(?:\.\d+)?$/
const CLOCK =
  /(?:^|[\sT,])(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*([ap]\.?m\b\.?)?\s*((?:gmt|utc)?\s?[+-]\d{1,2}:?\d{2}|[A-Za-z]+\/[A-Za-z_/]+|[A-Za-z]{1,5}(?![A-Za-z.]))?/i

/**
 * Reads a date as feeds, mails and front matter print it: ISO 8601, RFC 822 and its misspellings, RFC 850, Unix time,
 * slashes and dots, month names in a dozen languages. A date without a day stays a month, one without a month a year;
 * a clock time without a zone is taken as UTC and `guess` says so. Null when the text is no date.
 */
export function parseDate(text: string): ReadDate | null {
  const given = text.trim().replace(COMPACT, '$1-$2-$3')
  if (given.length < 4 || given.length > LONGEST || !/\d/.test(given)) return null
  const iso = ISO.exec(given)
  if (iso) return fromIso(iso)
  const quarter = QUARTER.exec(given)
  if (quarter) return sure(`${quarter[1] ?? quarter[4]}-Q${quarter[2] ?? quarter[3]}`)
  const epoch = EPOCH.exec(given)
  if (epoch) return sure(new Date(Number(epoch[1]) * 1000 + Number(epoch[2] ?? 0)).toISOString())
  return fromWords(given)
}

const sure = (date: PartialDate): ReadDate => ({ date, guess: null })

/** What stands on the page: a day as far as it is told, and a clock time in some zone. */
type Day = { readonly year: number; readonly month: number | null; readonly day: number | null }
type Clock = { readonly ms: number; readonly zone: string | null }

function fromIso(found: RegExpExecArray): ReadDate | null {
  const [, year, month, day, hour, minute, second, fraction, zone] = found
  const when = { year: Number(year), month: month ? Number(month) : null, day: day ? Number(day) : null }
  if (hour === undefined) return dated(when, null, null)
  const ms = clockMs(Number(hour), Number(minute), Number(second ?? 0), fraction)
  return ms === null || !day ? null : dated(when, { ms, zone: zone ?? null }, null)
}

function clockMs(hour: number, minute: number, second: number, fraction?: string): number | null {
  if (hour > 24 || minute > 59 || second > 60) return null
  const thousandths = fraction ? Math.floor(Number(`0.${fraction}`) * 1000 + 1e-6) : 0
  return ((hour * 60 + minute) * 60 + second) * 1000 + thousandths
}

function fromWords(given: string): ReadDate | null {
  const found = CLOCK.exec(given)
  const clock = found ? clockOf(found) : null
  if (found && !clock) return null
  const rest = found ? `${given.slice(0, found.index)} ${given.slice(found.index + found[0].length)}` : given
  const day = dayOf(
    rest.replace(/[年月.]/g, (mark) => (mark === '.' ? '. ' : '-')).replace(/日/g, ' '),
    clock !== null,
  )
  return day ? dated(day.when, clock, day.guess) : null
}

function clockOf(found: RegExpExecArray): Clock | null {
  const [, hour, minute, second, fraction, half, zone] = found
  const afternoon = half?.toLowerCase().startsWith('p')
  const hours = half ? (Number(hour) % 12) + (afternoon && Number(hour) <= 12 ? 12 : 0) : Number(hour)
  const ms = clockMs(hours, Number(minute), Number(second ?? 0), fraction)
  return ms === null ? null : { ms, zone: zone?.trim() || null }
}

const PIECE = /\d+(?:st|nd|rd|th|er)?(?![\p{L}\d])|[\p{L}\p{M}]+/giu

function dayOf(text: string, stamped: boolean): { when: Day; guess: string | null } | null {
  const numbers: string[] = []
  let month: number | null = null
  let weekday: number | null = null
  let unknown: string | null = null
  for (const [piece] of text.matchAll(PIECE)) {
    if (/^\d/.test(piece)) {
      numbers.push(piece.replace(/\D+$/, ''))
      continue
    }
    // `mar., 01 déc.` is a Tuesday in December: a word before the first number that can be a weekday is one.
    const asWeekday: number | null = numbers.length === 0 && weekday === null ? weekdayNamed(piece) : null
    const asMonth = monthNamed(piece)
    if (asWeekday !== null && (asMonth === null || /\p{L}{3,}\.?\s*,/u.test(text.slice(0, 12))))
      weekday = asWeekday
    else if (asMonth !== null && month === null) month = asMonth
    else if (/^\p{L}{3,}$/u.test(piece) && numbers.length === 1) unknown ??= piece
  }
  if (month !== null) return withMonthName(numbers, month)
  if (unknown !== null && numbers.length === 2) return withoutMonth(numbers, unknown, stamped)
  return numbers.length === 3 ? fromNumbers(numbers, weekday, text) : null
}

function withMonthName(
  numbers: readonly string[],
  month: number,
): { when: Day; guess: string | null } | null {
  const [first, second] = numbers
  if (first === undefined || numbers.length > 2) return null
  if (second === undefined) {
    return first.length === 4 ? { when: { year: Number(first), month, day: null }, guess: null } : null
  }
  const yearFirst = first.length === 4
  const year = yearOf(yearFirst ? first : second)
  return year === null
    ? null
    : { when: { year, month, day: Number(yearFirst ? second : first) }, guess: null }
}

/**
 * A month that no language names so: the year is all that is known. A machine's stamp with a clock time is an instant
 * all the same, and feed readers agree to read its month as January; the guess says so.
 */
function withoutMonth(
  numbers: readonly string[],
  word: string,
  stamped: boolean,
): { when: Day; guess: string } | null {
  const [first = '', second = ''] = numbers
  const [year, day] = first.length === 4 ? [first, second] : [second, first]
  if (year.length !== 4) return null
  const guess = `the month "${word}" is not known`
  return stamped
    ? { when: { year: Number(year), month: 1, day: Number(day) }, guess: `${guess}, read as January` }
    : { when: { year: Number(year), month: null, day: null }, guess }
}

/** Three numbers: year first, or month and day in an order that size, separator and the weekday's name must settle. */
function fromNumbers(
  numbers: readonly string[],
  weekday: number | null,
  text: string,
): { when: Day; guess: string | null } | null {
  const [a, b, c] = numbers as readonly [string, string, string]
  if (a.length === 4) return { when: { year: Number(a), month: Number(b), day: Number(c) }, guess: null }
  const year = yearOf(c)
  if (year === null) return null
  const european: Day = { year, month: Number(b), day: Number(a) }
  const american: Day = { year, month: Number(a), day: Number(b) }
  const possible = [american, european].filter(exists)
  if (possible.length < 2) return possible[0] ? { when: possible[0], guess: null } : null
  const told = weekday === null ? [] : possible.filter((day) => weekdayOf(day) === weekday)
  if (told.length === 1 && told[0]) return { when: told[0], guess: null }
  const pick = /\d\s*\/\s*\d/.test(text) ? american : european
  const order = pick === american ? 'month before day' : 'day before month'
  return { when: pick, guess: a === b ? null : `${a} and ${b} were read as ${order}` }
}

// Feeds are younger than the century: a year of two digits belongs to it.
const yearOf = (digits: string): number | null =>
  digits.length === 4 ? Number(digits) : digits.length === 2 ? 2000 + Number(digits) : null

const exists = ({ year, month, day }: Day): boolean =>
  month !== null &&
  month >= 1 &&
  month <= 12 &&
  day !== null &&
  day >= 1 &&
  day <= new Date(Date.UTC(year, month, 0)).getUTCDate()

const weekdayOf = ({ year, month, day }: Day): number =>
  new Date(Date.UTC(year, (month ?? 1) - 1, day ?? 1)).getUTCDay()

const two = (number: number): string => String(number).padStart(2, '0')

function dated(when: Day, clock: Clock | null, guess: string | null): ReadDate | null {
  const { year, month, day } = when
  if (year < 1000 || year > 2999) return null
  if (month === null) return { date: String(year), guess }
  if (day === null) return month >= 1 && month <= 12 ? { date: `${year}-${two(month)}`, guess } : null
  if (!exists(when)) return null
  if (clock === null) return { date: `${year}-${two(month)}-${two(day)}`, guess }
  const localMs = Date.UTC(year, month - 1, day) + clock.ms
  const east = clock.zone === null ? null : minutesEast(clock.zone, localMs)
  const unsure =
    clock.zone === null ? 'no time zone, read as UTC' : `time zone "${clock.zone}" not known, read as UTC`
  return {
    date: new Date(localMs - (east ?? 0) * 60_000).toISOString(),
    guess: east === null ? [guess, unsure].filter(Boolean).join('; ') : guess,
  }
}
