import { bent } from './dates-bounds.ts'
import { type EpochDay, epochDay, isoDay, isoTime, mondayOf } from './dates-calendar.ts'
import { dayAt, plainDay } from './dates-days.ts'
import { lasting, stretchOfTime } from './dates-lengths.ts'
import { moment, present } from './dates-moments.ts'
import type { PeriodRead } from './dates-period-read.ts'
import { periodAt, stretchFrom } from './dates-periods.ts'
import { dayRange, timedRange } from './dates-ranges.ts'
import { type DateSpan, nearestSpan, nearestTo, type Read, timeValue } from './dates-read.ts'
import { longest, type Scene, word } from './dates-scene.ts'
import { repeated } from './dates-sets.ts'
import { timeAt, timesAt } from './dates-times.ts'
import { type DateToken, dateTokens, MONTHS, WEEKDAYS } from './dates-words.ts'

const MOST_CHARACTERS = 20_000
const MONTH_OR_DAY = new Set([...MONTHS.keys(), ...WEEKDAYS.keys()])
const STARTERS = new Set(
  `in on at from between before after since until till by the a an this that next last past previous coming upcoming following
  same today tomorrow yesterday tonight tonite now right current present to as no later earlier early late mid end beginning
  start starting middle half quarter noon midday midnight noonish morning mornings afternoon evening evenings night daytime
  lunchtime dinnertime daily weekly monthly yearly annually quarterly hourly everyday each every biweekly semi bi any all few
  some several couple one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
  eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety first second third fourth fifth sixth seventh eighth
  ninth tenth christmas xmas new easter halloween thanksgiving black cyber labor memorial independence valentine good
  international workers day year week cy q h rest remaining remainder weekend weekends more less around about circa within
  spring summer autumn winter calendar decade eod tmr otd > during over for`.split(/\s+/),
)

/**
 * The dates, times, ranges, durations and repetitions of a text in order, read against `reference` (an ISO 8601 instant or
 * date). A date without a year, or a weekday, is the nearest one. Looks at the first 20,000 characters. An own grammar, in
 * the tradition of SUTime (Chang and Manning 2012), HeidelTime and Recognizers-Text; quarters, weeks and partial dates are
 * kept as partial as printed. With `startsBy` only those that begin at this place or before it: what does not is not read.
 */
export function datesIn(
  text: string,
  reference: string,
  { startsBy = Number.POSITIVE_INFINITY }: { readonly startsBy?: number } = {},
): DateSpan[] {
  const scene = sceneOf(text, reference)
  if (!scene) return []
  const found: DateSpan[] = []
  for (let at = 0; at < scene.tokens.length; ) {
    const token = scene.tokens[at]
    if (token && token.start > startsBy) break
    const read = token && mayStart(token) ? readAt(scene, at) : null
    const last = read ? scene.tokens[read.next - 1] : undefined
    if (!token || !read || !last) {
      at++
      continue
    }
    const { kind, value, from, to } = read
    found.push({
      start: token.start,
      end: last.end,
      text: text.slice(token.start, last.end),
      kind,
      value,
      from,
      to,
    })
    at = read.next
  }
  return found
}

function sceneOf(text: string, reference: string): Scene | null {
  const instant = /^(\d{4})-(\d{2})(?:-(\d{2}))?(?:[T ](\d{2}):(\d{2})(?::(\d{2}))?)?/.exec(reference)
  if (!instant) return null
  const [, year, month, day = '01', hours = '0', minutes = '0', seconds = '0'] = instant
  const today = epochDay(Number(year), Number(month), Number(day))
  const nowMinutes = today * 1440 + Number(hours) * 60 + Number(minutes) + Number(seconds) / 60
  return { tokens: dateTokens(text.slice(0, MOST_CHARACTERS)), today, nowMinutes }
}

const mayStart = ({ text, digits }: DateToken): boolean =>
  digits !== null || STARTERS.has(text) || MONTH_OR_DAY.has(text)

function readAt(scene: Scene, at: number): Read | null {
  if (isName(scene, at)) return null
  return longest([
    repeated(scene, at),
    timedRange(scene, at),
    dayRange(scene, at),
    bent(scene, at),
    moment(scene, at),
    present(scene, at),
    fromDay(scene, at),
    fromPeriod(scene, at),
    fromTimes(scene, at),
    fromTime(scene, at),
    lasting(scene, at),
    stretchOfTime(scene, at),
  ])
}

// A figure inside a longer name or number (`A1B2`, `206-555`, `1.5`) is no date.
function isName(scene: Scene, at: number): boolean {
  const token = scene.tokens[at]
  const before = scene.tokens[at - 1]
  if (!token || token.digits === null || token.gap || !before) return false
  return (
    (/^[\p{L}$€£]+$/u.test(before.text) && !MONTH_OR_DAY.has(before.text)) ||
    (/^[.,]$/.test(before.text) && scene.tokens[at - 2]?.digits !== null && !before.gap)
  )
}

function fromDay(scene: Scene, at: number): Read | null {
  const from = word(scene, at) === 'the' && word(scene, at + 1) !== 'day' && !dayAt(scene, at) ? at + 1 : at
  if (from > at) return null
  const day = dayAt(scene, at)
  if (!day) return null
  return {
    next: day.next,
    kind: 'date',
    value: isoDay(nearestTo(scene.today, day.days)),
    from: null,
    to: null,
  }
}

function fromPeriod(scene: Scene, at: number): Read | null {
  const period = longest([periodAt(scene, at), stretchFrom(scene, at), weekOfDays(scene, at)])
  if (!period) return null
  const span = nearestSpan(scene, period.spans)
  if (!span) return { next: period.next, kind: 'range', value: period.value, from: null, to: null }
  const value = period.value ?? nameOf(span)
  return { next: period.next, kind: 'range', value, from: isoDay(span[0]), to: isoDay(span[1]) }
}

// A whole month or year has a partial date as its name.
function nameOf([from, to]: readonly [EpochDay, EpochDay]): string | null {
  const [start, end] = [isoDay(from), isoDay(to)]
  if (start.endsWith('-01-01') && end.endsWith('-01-01') && to - from < 367) return start.slice(0, 4)
  return start.endsWith('-01') && end.endsWith('-01') && to - from < 32 ? start.slice(0, 7) : null
}

// "Halloween weekend 2021": the weekend beside a day.
function weekOfDays(scene: Scene, at: number): PeriodRead | null {
  const day = plainDay(scene, at)
  if (!day || word(scene, day.next) !== 'weekend') return null
  const year = /^\d{4}$/.test(word(scene, day.next + 1)) ? day.next + 2 : day.next + 1
  const days =
    year > day.next + 1
      ? day.days.map(
          (one) =>
            one +
            epochDay(Number(word(scene, day.next + 1)), 1, 1) -
            epochDay(Number(isoDay(one).slice(0, 4)), 1, 1),
        )
      : day.days
  return {
    next: year,
    spans: days.map((one) => [mondayOf(one) + 5, mondayOf(one) + 7] as const),
    value: null,
  }
}

function fromTime(scene: Scene, at: number): Read | null {
  const lead = /^(?:at|around|about|circa)$/.test(word(scene, at)) ? at + 1 : at
  const time = timeAt(scene, lead, lead > at)
  if (!time) return null
  const loose = word(scene, at) === 'at' && scene.tokens[lead]?.digits !== null && time.next === lead + 1
  if (loose) return null
  const dropsAt = word(scene, at) === 'at' && !/^\.$/.test(word(scene, lead + 1))
  return dropsAt
    ? null
    : { next: time.next, kind: 'time', value: timeValue(time.minutes), from: null, to: null }
}

function fromTimes(scene: Scene, at: number): Read | null {
  const times = timesAt(scene, at, false)
  const span = times?.spans[0]
  if (!times || !span) return null
  return { next: times.next, kind: 'range', value: null, from: isoTime(span[0]), to: isoTime(span[1]) }
}
