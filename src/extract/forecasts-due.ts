import type { PartialDate } from '#domain'
import { datesIn, dayAfter, daysBetween, firstDayOf, lastDayOf } from '#text'

/** A deadline found in a sentence: where it stands, how far off it is, and the date it sets. */
export type Deadline = {
  readonly at: number
  readonly end: number
  /** The words themselves look forward (`in the next 90 days`, `by 2027`); `in 90 days` needs a verb that does. */
  readonly forward: boolean
  readonly horizonDays: number | null
  readonly due: PartialDate | null
}

const NUMBERS: Readonly<Record<string, number>> = {
  a: 1, an: 1, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, twelve: 12, eighteen: 18, couple: 2, few: 3,
} // biome-ignore format: a table
const NUMBER = String.raw`(\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|eighteen)(?: or so)?`
const UNIT = String.raw`(hour|day|week|month|quarter|year|decade)s?\b`

const HORIZON = new RegExp(
  String.raw`\b(?:(in|over|for|within|during|inside|under)\s+(?:about |around |roughly |~|less than |under |at most )?(?:the\s+)?(?:(next|coming)\s+)?(?:couple of\s+)?~?(?:${NUMBER}(?:\s?(?:-|–|to)\s?${NUMBER})?[ -])?(?:${UNIT})|(next|coming)\s+${NUMBER}\s+${UNIT})`,
  'gi',
)
// "The commission has 60 days to respond."
const GIVEN = new RegExp(String.raw`\b(?:has|have) (?:up to )?${NUMBER}[ -]${UNIT} to (?=\p{Ll})`, 'giu')
const LEAD =
  /\b(by|before|until|no later than|prior to|in|on|during|as of|starting|from)\s+(?=(?:the |end |early |late |mid|beginning |start |q[1-4]|h[12]|\d|this |next |later |tomorrow|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|year|mon|tue|wed|thu|fri|sat|sun|spring|summer|autumn|fall|winter|middle|christmas|easter|thanksgiving|new year))/gi
const MOST_PHRASE = 40

/** The deadlines of a sentence in order, counted from `published`; past dates are none. */
export function deadlinesIn(sentence: string, published: PartialDate | null): Deadline[] {
  const found: Deadline[] = []
  for (const match of sentence.matchAll(HORIZON)) {
    const read = isDuration(sentence, match) ? null : horizonOf(match, published)
    if (read) found.push(read)
  }
  for (const match of sentence.matchAll(GIVEN)) {
    const count = amount(match[1])
    if (count !== null)
      found.push({
        ...{ at: match.index, end: match.index + match[0].length, forward: true },
        ...horizon(count, (match[2] ?? 'day').toLowerCase(), published),
      })
  }
  const reference = published === null ? null : firstDayOf(published)
  if (reference !== null) {
    for (const match of sentence.matchAll(LEAD)) {
      const read = calendarOf(sentence, match, reference)
      if (read && !found.some((other) => other.at < read.end && read.at < other.end)) found.push(read)
    }
    for (const match of sentence.matchAll(BARE)) {
      const read = bareOf(match, reference)
      if (read && !found.some((other) => other.at < read.end && read.at < other.end)) found.push(read)
    }
  }
  return found.sort((a, b) => a.at - b.at)
}

// "Over 30 years of experience", "1–3 year commits", "could be coded in a week": how long a thing is or takes, not when
// it comes.
function isDuration(sentence: string, { index, 0: whole, 2: next }: RegExpExecArray): boolean {
  const [before, after] = [sentence.slice(0, index), sentence.slice(index + whole.length)]
  if (next !== undefined) return false
  return (
    (/^(?:over|in|for|under) /i.test(whole) && /^ of\b/.test(after)) ||
    (/[-–\s](?:hour|day|week|month|quarter|year)$/i.test(whole) &&
      /\d\s?[-–]\s?\d|(?:[2-9]|\d\d) \w+$/.test(whole) &&
      /^ \p{Ll}/u.test(after)) ||
    (/^in /i.test(whole) && /\b(?:could|can) (?:be|have been) \S+ $/i.test(before))
  )
}

const BARE =
  /\b(?:later |early |late )?(?:this|next) (?:week|month|quarter|year|spring|summer|autumn|fall|winter)\b(?! (?:of|in|ago)\b)|\btomorrow\b/gi

// "expected later this week": without a word before it a date needs a verb that looks forward.
function bareOf(match: RegExpExecArray, reference: string): Deadline | null {
  const date = datesIn(match[0].replace(/^(?:later|early|late) /i, ''), reference, { startsBy: 0 })[0]
  const value = date?.value ?? null
  const due = seasonEnd(/(spring|summer|autumn|fall|winter)$/i.exec(match[0])?.[1], value) ?? value
  const last = due === null ? null : lastDayOf(due)
  if (due === null || last === null || last < reference) return null
  const place = { at: match.index, end: match.index + match[0].length, forward: false }
  return { ...place, horizonDays: daysBetween(reference, due), due }
}

function horizonOf(match: RegExpExecArray, published: PartialDate | null): Deadline | null {
  const [whole, lead, next, low, high, unit, bareNext, bareCount, bareUnit] = match
  const said = (unit ?? bareUnit ?? '').toLowerCase()
  const count = COUPLE.test(whole) ? 2 : amount(high ?? low ?? bareCount)
  // "in the coming weeks" names no day.
  if (count === null && (!next || whole.endsWith('s'))) return null
  if (said === 'hour') return null
  const forward =
    (next !== undefined && !/^for next\b/i.test(whole)) ||
    bareNext !== undefined ||
    /^(?:within|inside|under)$/i.test(lead ?? '')
  const span = { at: match.index, end: match.index + whole.length, forward }
  return { ...span, ...horizon(count ?? 1, said, published) }
}

const COUPLE = /\bcouple of\b/i

const amount = (word: string | undefined): number | null =>
  word === undefined ? null : (NUMBERS[word.toLowerCase()] ?? Number(word))

/** How many days a count of units is, and the day it ends on: months by the calendar, a year as 365 days. */
export function horizon(
  count: number,
  unit: string,
  published: PartialDate | null,
): { readonly horizonDays: number; readonly due: PartialDate | null } {
  const months = unit === 'month' ? count : unit === 'quarter' ? count * 3 : 0
  const days =
    unit === 'week'
      ? count * 7
      : unit === 'year'
        ? count * 365
        : unit === 'decade'
          ? count * 3650
          : months > 0
            ? 0
            : count
  return {
    horizonDays: months > 0 ? Math.floor(months * 30.4375) : days,
    due: published === null ? null : dayAfter(published, { days, months }),
  }
}

function calendarOf(sentence: string, match: RegExpExecArray, reference: string): Deadline | null {
  const lead = (match[1] ?? '').toLowerCase()
  const from = match.index + match[0].length
  const phrase = sentence.slice(from, from + MOST_PHRASE)
  const end = /^(?:the )?(?:end|close) of (?:the )?/i.exec(phrase)
  const rest = end ? phrase.slice(end[0].length) : phrase
  const own = end
    ? RUNNING.exec(rest)?.[1]
    : /^year(?:['’]s end|[- ]end)\b/i.test(phrase)
      ? 'year'
      : undefined
  if (own !== undefined)
    return endOf(own, match.index, from + phrase.length - rest.length + own.length, reference)
  const forward = /^(?:by|before|until|no later than|prior to)$/.test(lead)
  const worded = dueInWords(phrase, reference)
  if (worded) {
    const { due, length } = worded
    const place = { at: match.index, end: from + length, forward }
    return due <= reference ? null : { ...place, horizonDays: daysBetween(reference, due), due }
  }
  const date = datesIn(rest, reference, { startsBy: 4 })[0]
  if (!date || (date.kind !== 'date' && date.kind !== 'range')) return null
  const partial =
    date.kind === 'date'
      ? date.value
      : (date.value ?? (date.to === null ? null : dayAfter(date.to, { days: -1 })))
  if (partial === null) return null
  // "by 2027" means before it begins, "by Q3 2026" until it ends.
  const coming = stillToCome(partial, date.text, reference)
  const before = lead === 'before' || lead === 'prior to' || (lead === 'by' && !end && /^\d{4}$/.test(coming))
  const due = before ? eve(coming) : coming
  const last = due === null ? null : lastDayOf(due)
  if (due === null || last === null || last <= reference) return null
  const place = { at: match.index, end: from + (end?.[0].length ?? 0) + date.end, forward }
  return { ...place, horizonDays: daysBetween(reference, due), due }
}

const YEARLESS =
  /^(?:by |on |the )*(?:(?:\d{1,2}(?:st|nd|rd|th)? (?:of )?)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}*\.?(?: \d{1,2}(?:st|nd|rd|th)?)?|christmas(?: (?:day|eve))?|thanksgiving|easter|halloween)$/iu

const MOVABLE = /\b(?:easter|thanksgiving)\b/i
const WEEKDAY = /^(?:by |on )?(?:mon|tues|wednes|thurs|fri|satur|sun)day$/i

/** A day or month without a year, or a weekday, that lies behind: what is yet to come then is the next one, though it is less near. */
export function stillToCome(value: PartialDate, printed: string, reference: string): PartialDate {
  const last = lastDayOf(value)
  if (last === null || last > reference) return value
  if (WEEKDAY.test(printed)) return dayAfter(value, { days: 7 }) ?? value
  const year = Number(value.slice(0, 4)) + 1
  const feast = MOVABLE.exec(printed)?.[0]
  if (feast !== undefined) return datesIn(`${feast} ${year}`, reference)[0]?.value ?? value
  return YEARLESS.test(printed) ? `${year}${value.slice(4)}` : value
}

const SEASON = /^(?:the )?(spring|summer|autumn|fall|winter)(?: of)? (\d{4})\b/i
// By the calendar of the weather service, in the north.
const SEASON_ENDS: Readonly<Record<string, string>> = {
  spring: '05-31',
  summer: '08-31',
  autumn: '11-30',
  fall: '11-30',
  winter: '12-31',
}

const seasonEnd = (season: string | undefined, year: string | null): string | null =>
  season === undefined || year === null
    ? null
    : `${year.slice(0, 4)}-${SEASON_ENDS[season.toLowerCase()] ?? '12-31'}`

const THIS_TIME = /^this time next (week|month|year)\b/i
const MIDDLE = /^(?:(?:the )?middle of (?:the )?|mid[- ](?=\d{4}\b))/i

// "this time next year", "the spring of 2026", "the middle of next year": the last day, and how long the words are.
function dueInWords(
  phrase: string,
  reference: string,
): { readonly due: string; readonly length: number } | null {
  const timed = THIS_TIME.exec(phrase)
  const sameDay = timed ? horizon(1, timed[1] ?? 'year', reference).due : null
  if (timed && sameDay !== null) return { due: sameDay, length: timed[0].length }
  const season = SEASON.exec(phrase)
  const seasonDue = seasonEnd(season?.[1], season?.[2] ?? null)
  if (season && seasonDue !== null) return { due: seasonDue, length: season[0].length }
  const middle = MIDDLE.exec(phrase)?.[0]
  if (middle === undefined) return null
  const year = datesIn(phrase.slice(middle.length), reference, { startsBy: 0 })[0]
  return year?.value != null && /^\d{4}$/.test(year.value)
    ? { due: `${year.value}-06-30`, length: middle.length + year.end }
    : null
}

// "by the end of the year": the one that runs on the day of reference.
const RUNNING = /^(year|quarter|month|decade)\b/i

function endOf(unit: string, at: number, end: number, reference: string): Deadline {
  const year = Number(reference.slice(0, 4))
  const month = Number(reference.slice(5, 7))
  const due = /^y/i.test(unit)
    ? String(year)
    : /^q/i.test(unit)
      ? `${year}-Q${Math.ceil(month / 3)}`
      : /^m/i.test(unit)
        ? reference.slice(0, 7)
        : String(Math.floor(year / 10) * 10 + 9)
  return { at, end, forward: true, horizonDays: daysBetween(reference, due), due }
}

function eve(partial: PartialDate): PartialDate | null {
  const first = firstDayOf(partial)
  return first === null ? null : dayAfter(first, { days: -1 })
}
