import { type EpochDay, epochDay, isoDay, isoMinute, isoTime, mondayOf } from './dates-calendar.ts'
import { dayAt, longest, moved, plainDay, type Scene, stretchAt } from './dates-days.ts'
import { type PeriodRead, periodAt, stretchFrom } from './dates-periods.ts'
import { cutPart, partHours, type TimesRead, timeAt, timesAt } from './dates-times.ts'
import { type DateToken, dateTokens, MONTHS, timeUnit, WEEKDAYS } from './dates-words.ts'

/** A date, time, duration or repetition of a text. Places are UTF-16 units, `start` inside and `end` outside. */
export type DateSpan = {
  readonly start: number
  readonly end: number
  readonly text: string
  readonly kind: 'date' | 'datetime' | 'time' | 'range' | 'duration' | 'set'
  /**
   * ISO 8601: a day, a minute, a time, a duration (`P90D`, `PT3H`), a repetition by its period (`P1W`); a partial date
   * (`2026`, `2026-Q2`, `2026-05`, `2026-W20`) for a range that has such a name. Null for other ranges.
   */
  readonly value: string | null
  /** The edges of a range, days or minutes; `to` is outside. A range named by its last part ends where that part begins. */
  readonly from: string | null
  readonly to: string | null
}

type Read = {
  readonly next: number
  readonly kind: DateSpan['kind']
  readonly value: string | null
  readonly from: string | null
  readonly to: string | null
}

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

const word = (scene: Scene, at: number): string => scene.tokens[at]?.text ?? ''

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

const nearestTo = (today: EpochDay, days: readonly EpochDay[]): EpochDay =>
  days.reduce((best, day) => (Math.abs(day - today) < Math.abs(best - today) ? day : best), days[0] ?? today)

function nearestSpan(scene: Scene, spans: PeriodRead['spans']): readonly [EpochDay, EpochDay] | null {
  let best: readonly [EpochDay, EpochDay] | null = null
  const away = ([from, to]: readonly [EpochDay, EpochDay]) =>
    from <= scene.today && scene.today < to
      ? 0
      : Math.min(Math.abs(from - scene.today), Math.abs(to - scene.today))
  for (const one of spans) if (best === null || away(one) < away(best)) best = one
  return best
}

const ON = /^(?:on|in|at|around|about|by|sometime|,|-)$/

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

const timeValue = (minutes: readonly number[]): string => isoTime(minutes[0] ?? 0)

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

// tomorrow 8:00am, 8am this morning, Wednesday 4 oclock, in 5 minutes, end of the Sunday, tomorrow night
function moment(scene: Scene, at: number): Read | null {
  return longest([
    dayThenTime(scene, at),
    timeThenDay(scene, at),
    minutesAway(scene, at),
    dayPart(scene, at),
    endOfDay(scene, at),
  ])
}

const atMinute = (day: EpochDay, minutes: number): string => isoMinute(day * 1440 + minutes)

function dayThenTime(scene: Scene, at: number): Read | null {
  const tonight = /^(?:tonight|tonite)$/.test(word(scene, at))
  const lead = /^(?:around|about)$/.test(word(scene, at)) ? at + 1 : at
  const day = tonight ? { next: at + 1, days: [scene.today] } : dayAt(scene, lead)
  if (!day) return null
  const comma = /^[,-]$/.test(word(scene, day.next)) ? 1 : 0
  const on =
    ON.test(word(scene, day.next + comma)) &&
    word(scene, day.next + comma) !== ',' &&
    word(scene, day.next + comma) !== '-' &&
    !timesAt(scene, day.next + comma, false)?.part
      ? 1
      : 0
  const half = partWord(scene, day.next)
  const from = half
    ? /^(?:at|around)$/.test(word(scene, day.next + half))
      ? day.next + half + 1
      : day.next + half
    : day.next + comma + on
  const bare =
    (on > 0 && word(scene, from - 1) !== 'in' && word(scene, from - 1) !== 'by') ||
    (half > 0 && /^(?:at|around)$/.test(word(scene, from - 1)))
  const time = timeAt(scene, from, bare || spokenTime(scene, from))
  if (!time || (on > 0 && word(scene, from - 1) === 'in')) return null
  const pm = half > 0 && /evening|night|afternoon/.test(word(scene, day.next + half - 1))
  const minutes =
    time.minutes.length > 1 && pm
      ? Math.max(...time.minutes)
      : tonight && time.half === null
        ? (time.minutes[0] ?? 0)
        : (time.minutes[0] ?? 0)
  return {
    next: time.next,
    kind: 'datetime',
    value: atMinute(nearestTo(scene.today, day.days), minutes),
    from: null,
    to: null,
  }
}

const spokenTime = (scene: Scene, at: number): boolean =>
  scene.tokens[at]?.digits === null &&
  scene.tokens[at + 1]?.digits === null &&
  timeAt(scene, at, true)?.next === at + 2

// `late evening`, `morning` between a day and its time: how many tokens.
function partWord(scene: Scene, at: number): number {
  const cut = /^(?:early|late)$/.test(word(scene, at)) ? 1 : 0
  return /^(?:morning|afternoon|evening|night)$/.test(word(scene, at + cut)) ? cut + 1 : 0
}

function timeThenDay(scene: Scene, at: number): Read | null {
  const lead = /^(?:at|around|about)$/.test(word(scene, at)) ? at + 1 : at
  const time = timeAt(scene, lead, lead > at) ?? (word(scene, at) === 'the' ? timeAt(scene, at + 1) : null)
  // "at 3pm today" is "3pm today"; only a time with a point keeps its "at".
  if (!time || (word(scene, at) === 'at' && word(scene, lead + 1) !== '.')) return null
  const on = /^(?:on|,|of)$/.test(word(scene, time.next)) ? 1 : 0
  const part = thisPart(scene, time.next)
  if (part) {
    const minutes = time.minutes.length > 1 && part.pm ? Math.max(...time.minutes) : (time.minutes[0] ?? 0)
    return { next: part.next, kind: 'datetime', value: atMinute(part.day, minutes), from: null, to: null }
  }
  const day = dayAt(scene, time.next + on)
  if (!day) return null
  const half = partWord(scene, day.next)
  const pm = half > 0 && /evening|night|afternoon/.test(word(scene, day.next + half - 1))
  const minutes = time.minutes.length > 1 && pm ? Math.max(...time.minutes) : (time.minutes[0] ?? 0)
  return {
    next: day.next + half,
    kind: 'datetime',
    value: atMinute(nearestTo(scene.today, day.days), minutes),
    from: null,
    to: null,
  }
}

// this morning, tonight, last night, next evening
function thisPart(
  scene: Scene,
  at: number,
): {
  readonly day: EpochDay
  readonly next: number
  readonly pm: boolean
  readonly hours: readonly [number, number]
  readonly cut: number
} | null {
  const cut = /^(?:early|earlier|late|later)$/.test(word(scene, at))
    ? word(scene, at).startsWith('early')
      ? -1
      : word(scene, at) === 'earlier'
        ? -1
        : 1
    : 0
  const from = cut === 0 ? at : at + 1
  if (/^(?:tonight|tonite)$/.test(word(scene, from)))
    return { day: scene.today, next: from + 1, pm: true, hours: [20, 24], cut }
  const shift = /^(?:this|the)$/.test(word(scene, from))
    ? 0
    : word(scene, from) === 'last'
      ? -1
      : word(scene, from) === 'next'
        ? 1
        : null
  const hours = shift === null || word(scene, from) === 'the' ? null : partHours(word(scene, from + 1))
  if (shift === null || !hours) return null
  return { day: scene.today + shift, next: from + 2, pm: hours[0] >= 12, hours, cut }
}

function minutesAway(scene: Scene, at: number): Read | null {
  const from = word(scene, at) === 'in' ? at + 1 : at
  const stretch = stretchAt(scene, from)
  if (!stretch || stretch.minutes === 0) return null
  const link = word(scene, stretch.next)
  const instant = (sign: number, next: number): Read => ({
    next,
    kind: 'datetime',
    value: isoMinute(scene.nowMinutes + sign * (stretch.minutes + 1440 * stretch.days)),
    from: null,
    to: null,
  })
  if (link === 'ago') return instant(-1, stretch.next + 1)
  if (link === 'later' || link === 'hence') return instant(1, stretch.next + 1)
  if (link === 'from' && word(scene, stretch.next + 1) === 'now') return instant(1, stretch.next + 2)
  return from > at ? instant(1, stretch.next) : null
}

// tomorrow night, Wednesday evening next week, late this morning, today morning
function dayPart(scene: Scene, at: number): Read | null {
  const part = thisPart(scene, at)
  if (part) {
    const times = timesAt(scene, part.next, true)
    const inside =
      times && !times.part ? times.spans.find(([from]) => from >= part.hours[0] * 60 || !part.pm) : undefined
    if (times && inside) return spanRead(scene, part.day, inside, times.next)
    const late = times && !times.part && part.pm ? times.spans[times.spans.length - 1] : undefined
    if (times && late) return spanRead(scene, part.day, late, times.next)
    return spanRead(scene, part.day, cutPart(part.hours, part.cut), part.next)
  }
  const halves = /^(?:early|later)$/.test(word(scene, at)) ? at : null
  if (halves !== null && word(scene, at + 1) === 'in') {
    const from = word(scene, at + 2) === 'the' && word(scene, at + 3) === 'day' ? at + 4 : at + 2
    const day = dayAt(scene, from)
    if (day)
      return spanRead(
        scene,
        nearestTo(scene.today, day.days),
        word(scene, at) === 'early' ? [0, 720] : [720, 1440],
        day.next,
      )
  }
  const day = dayAt(scene, at)
  if (!day) return null
  const comma = word(scene, day.next) === ',' ? 1 : 0
  const times = timesAt(scene, day.next + comma, false)
  if (!times?.part || /s$/.test(word(scene, times.next - 1))) return null
  const span = times.spans[0]
  if (!span) return null
  const week = word(scene, times.next) === 'next' && word(scene, times.next + 1) === 'week'
  const base = nearestTo(scene.today, day.days)
  if (!week) return spanRead(scene, base, span, times.next)
  return spanRead(scene, mondayOf(scene.today) + 7 + (base - mondayOf(base)), span, times.next + 2)
}

const spanRead = (
  _scene: Scene,
  day: EpochDay,
  [from, to]: readonly [number, number],
  next: number,
): Read => ({
  next,
  kind: 'range',
  value: null,
  from: atMinute(day, from),
  to: atMinute(day, to),
})

function endOfDay(scene: Scene, at: number): Read | null {
  const the = word(scene, at) === 'the' ? at + 1 : at
  const last = 1440 - 1 / 60
  if (word(scene, the) === 'eod')
    return { next: the + 1, kind: 'datetime', value: atMinute(scene.today, last), from: null, to: null }
  if (word(scene, the) !== 'end' || word(scene, the + 1) !== 'of') return null
  const from = word(scene, the + 2) === 'the' ? the + 3 : the + 2
  const day = word(scene, from) === 'day' ? { next: from + 1, days: [scene.today] } : plainDay(scene, from)
  return day
    ? {
        next: day.next,
        kind: 'datetime',
        value: atMinute(nearestTo(scene.today, day.days), last),
        from: null,
        to: null,
      }
    : null
}

function present(scene: Scene, at: number): Read | null {
  const said = (...words: string[]): boolean => words.every((one, index) => word(scene, at + index) === one)
  const now = (length: number): Read => ({
    next: at + length,
    kind: 'datetime',
    value: isoMinute(scene.nowMinutes),
    from: null,
    to: null,
  })
  if (said('right', 'now') || said('at', 'present')) return now(2)
  if (said('at', 'this', 'time') || said('at', 'this', 'moment') || said('at', 'the', 'moment')) return now(3)
  if (said('now') && word(scene, at + 1) !== '-') return now(1)
  const today = isoDay(scene.today)
  if (said('to', 'date') && !/^(?:up)$/.test(word(scene, at - 1)))
    return { next: at + 2, kind: 'range', value: null, from: null, to: today }
  const the = said('the') ? at + 1 : at
  if (word(scene, the) === 'year' && word(scene, the + 1) === 'to' && word(scene, the + 2) === 'date') {
    const from = isoDay(epochDay(Number(today.slice(0, 4)), 1, 1))
    return { next: the + 3, kind: 'range', value: null, from, to: today }
  }
  return null
}

// Monday 11-4, next Monday 1-3 pm, from 3-8pm yesterday afternoon, between 10 and 11:30 on 1/1/2015
function timedRange(scene: Scene, at: number): Read | null {
  return longest([dayThenTimes(scene, at), timesThenDay(scene, at), untilMoment(scene, at)])
}

function dayThenTimes(scene: Scene, at: number): Read | null {
  const day = dayAt(scene, at)
  if (!day) return null
  const comma = word(scene, day.next) === ',' ? 1 : 0
  const half = partWord(scene, day.next)
  const times = timesAt(scene, day.next + comma + half, true)
  if (!times || times.part) return null
  return spanRead(
    scene,
    nearestTo(scene.today, day.days),
    inHalf(times, scene, half > 0 ? day.next + half - 1 : -1),
    times.next,
  )
}

function inHalf(times: TimesRead, scene: Scene, part: number): readonly [number, number] {
  const first = times.spans[0] ?? [0, 0]
  if (part < 0 || !/evening|night|afternoon/.test(word(scene, part))) return first
  return times.spans.find(([from]) => from >= 720) ?? first
}

function timesThenDay(scene: Scene, at: number): Read | null {
  const times = timesAt(scene, at, true)
  if (!times || times.part) return null
  const on = /^(?:on|,|of)$/.test(word(scene, times.next)) ? 1 : 0
  const part = thisPart(scene, times.next)
  if (part) {
    const span = part.pm ? (times.spans.find(([from]) => from >= 720) ?? times.spans[0]) : times.spans[0]
    return span ? spanRead(scene, part.day, span, part.next) : null
  }
  const day = dayAt(scene, times.next + on)
  if (!day) return null
  const half = partWord(scene, day.next)
  return spanRead(
    scene,
    nearestTo(scene.today, day.days),
    inHalf(times, scene, half > 0 ? day.next + half - 1 : -1),
    day.next + half,
  )
}

// between now and eight o'clock, from now until 3 min later, 2:00 tomorrow and 4:00
function untilMoment(scene: Scene, at: number): Read | null {
  if (!/^(?:from|between)$/.test(word(scene, at))) return null
  const first =
    word(scene, at + 1) === 'now' ? { next: at + 2, minutes: scene.nowMinutes } : momentMinutes(scene, at + 1)
  if (!first || !/^(?:and|to|until|till|-)$/.test(word(scene, first.next))) return null
  const second = momentMinutes(scene, first.next + 1) ?? clockAfter(scene, first.next + 1, first.minutes)
  if (!second) return null
  return {
    next: second.next,
    kind: 'range',
    value: null,
    from: isoMinute(first.minutes),
    to: isoMinute(second.minutes),
  }
}

function momentMinutes(scene: Scene, at: number): { readonly next: number; readonly minutes: number } | null {
  const read = moment(scene, at)
  if (!read?.value || read.kind !== 'datetime') return null
  const parts = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})/.exec(read.value)
  if (!parts) return null
  const [, year, month, day, hours, minutes] = parts.map(Number)
  return {
    next: read.next,
    minutes: epochDay(year ?? 0, month ?? 1, day ?? 1) * 1440 + (hours ?? 0) * 60 + (minutes ?? 0),
  }
}

function clockAfter(
  scene: Scene,
  at: number,
  from: number,
): { readonly next: number; readonly minutes: number } | null {
  const time = timeAt(scene, at, true)
  if (!time) return null
  const day = Math.floor(from / 1440)
  const later = time.minutes.map((minutes) => day * 1440 + minutes).filter((minutes) => minutes > from)
  return later.length === 0 ? null : { next: time.next, minutes: Math.min(...later) }
}

const TO = /^(?:to|-|–|—|~|till|until|through|thru|and)$/

// "the end of June", but "the third of April" and "the day" are read with their article.
const skipThe = (scene: Scene, at: number): number =>
  word(scene, at) === 'the' && !dayAt(scene, at) && !periodAt(scene, at) ? at + 1 : at

/** A day or period as the edge of a range: candidates for its first day and for where it ends as an end. */
type Edge = { readonly next: number; readonly days: readonly EpochDay[]; readonly open: boolean }

function edgeAt(scene: Scene, place: number, end: boolean): Edge | null {
  const at = skipThe(scene, place)

  if (word(scene, at) === 'now') return { next: at + 1, days: [scene.today], open: false }
  const day = dayAt(scene, at)
  const period = periodAt(scene, at)
  if (period && period.next > (day?.next ?? 0)) {
    const last =
      /^(?:end|late)$/.test(word(scene, at)) || (word(scene, at) === 'the' && word(scene, at + 1) === 'end')
    const middle =
      /^(?:middle|mid)$/.test(word(scene, at)) ||
      (word(scene, at) === 'the' && word(scene, at + 1) === 'middle')
    const days = period.spans.map(([from, to]) => (last ? to : middle && end ? from + 6 : from))
    return days.length === 0 ? null : { next: period.next, days, open: days.length > 1 }
  }
  return day ? { next: day.next, days: day.days, open: day.days.length > 1 } : null
}

// from 2014 to May 2nd 2018, 10/1 to 11/7, Jan-Feb 2017, between Jan 2019 and today
function dayRange(scene: Scene, at: number): Read | null {
  const opened = /^(?:from|between)$/.test(word(scene, at))
  const start = opened ? at + 1 : at
  for (const first of [dayEdges(scene, start), edgeAt(scene, start, false)]) {
    if (!first || !TO.test(word(scene, first.next))) continue
    if (word(scene, first.next) === 'and' && word(scene, at) !== 'between') continue
    const second = edgeAt(scene, first.next + 1, true)
    if (!second) continue
    const span = joined(scene, first, second)
    if (span)
      return { next: second.next, kind: 'range', value: null, from: isoDay(span[0]), to: isoDay(span[1]) }
  }
  const period = opened ? periodAt(scene, start) : null
  const span = period && word(scene, start) !== 'the' ? nearestSpan(scene, period.spans) : null
  // "between 3 and 12 of Sept" is one period whose opener belongs to it.
  if (
    period &&
    span &&
    /^(?:to|and|-|through|till|until|~)$/.test(word(scene, innerLink(scene, start, period.next)))
  ) {
    return { next: period.next, kind: 'range', value: null, from: isoDay(span[0]), to: isoDay(span[1]) }
  }
  return null
}

function innerLink(scene: Scene, from: number, to: number): number {
  for (let at = from; at < to; at++) if (TO.test(word(scene, at))) return at
  return -1
}

const dayEdges = (scene: Scene, at: number): Edge | null => {
  const day = plainDay(scene, at)
  return day ? { next: day.next, days: day.days, open: day.days.length > 1 } : null
}

function joined(scene: Scene, first: Edge, second: Edge): readonly [EpochDay, EpochDay] | null {
  if (!second.open) {
    const to = second.days[0]
    if (to === undefined) return null
    if (!first.open) {
      const from = first.days[0] ?? to
      return from <= to ? [from, to] : null
    }
    // The start takes the year that brings it right before the end.
    const from = first.days.map((day) => yearBefore(day, to))
    return [Math.max(...from), to]
  }
  const spans: (readonly [EpochDay, EpochDay])[] = []
  for (const from of first.days) {
    const to = second.days.find((day) => day >= from) ?? (second.days.at(-1) ?? from) + 365
    if (to >= from) spans.push([from, to])
  }
  return nearestSpan(scene, spans)
}

function yearBefore(day: EpochDay, limit: EpochDay): EpochDay {
  const [, month, date] = isoDay(day).split('-').map(Number)
  const year = Number(isoDay(limit).slice(0, 4))
  const same = epochDay(year, month ?? 1, date ?? 1)
  return same <= limit ? same : epochDay(year - 1, month ?? 1, date ?? 1)
}

const BENDERS: readonly (readonly [string, 'before' | 'after' | 'since' | 'until'])[] = [
  ['no later than', 'until'],
  ['as late as', 'until'],
  ['as early as', 'since'],
  ['later than', 'after'],
  ['earlier than', 'before'],
  ['starting from', 'since'],
  ['starting on', 'since'],
  ['beginning on', 'since'],
  ['starting', 'since'],
  ['before', 'before'],
  ['prior to', 'before'],
  ['after', 'after'],
  ['since', 'since'],
  ['until', 'until'],
  ['till', 'until'],
  ['by', 'until'],
  ['> =', 'since'],
]

// before 2018, since August, by the end of Q3, no later than January 1, 2010, 2012 or later, after 3pm
function bent(scene: Scene, at: number): Read | null {
  for (const [phrase, bend] of BENDERS) {
    const words = phrase.split(' ')
    if (!words.every((one, index) => word(scene, at + index) === one)) continue
    const around = /^(?:around|about)$/.test(word(scene, at + words.length)) ? 1 : 0
    const read = bentFrom(scene, at + words.length + around, bend)
    if (read) return read
  }
  return openBehind(scene, at)
}

function bentFrom(scene: Scene, place: number, bend: 'before' | 'after' | 'since' | 'until'): Read | null {
  const at = skipThe(scene, place)
  const start = bend === 'after' || bend === 'since'
  const timed = momentMinutes(scene, at)
  if (timed)
    return {
      next: timed.next,
      kind: 'range',
      value: null,
      from: start ? isoMinute(timed.minutes) : null,
      to: start ? null : isoMinute(timed.minutes),
    }
  const period = periodAt(scene, at)
  const day = dayAt(scene, at)
  if (period && period.next > (day?.next ?? 0)) {
    const span = nearestSpan(scene, period.spans)
    if (!span) return null
    const late =
      /^(?:end|late)$/.test(word(scene, at)) || (word(scene, at) === 'the' && word(scene, at + 1) === 'end')
    const cut = late && bend !== 'since' ? span[1] : span[0]
    const edge = bend === 'after' ? (/^(?:beginning|start)$/.test(word(scene, at)) ? span[0] : span[1]) : cut
    return {
      next: period.next,
      kind: 'range',
      value: null,
      from: start ? isoDay(edge) : null,
      to: start ? null : isoDay(edge),
    }
  }
  if (day) {
    const edge = isoDay(nearestTo(scene.today, day.days))
    return { next: day.next, kind: 'range', value: null, from: start ? edge : null, to: start ? null : edge }
  }
  const part = timesAt(scene, at, false)
  const late = part?.part ? part.spans[0] : undefined
  if (part && late)
    return {
      next: part.next,
      kind: 'range',
      value: null,
      from: start ? isoTime(late[1]) : null,
      to: start ? null : isoTime(late[0]),
    }
  const time = timeAt(scene, at)
  if (!time) return null
  return {
    next: time.next,
    kind: 'range',
    value: null,
    from: start ? timeValue(time.minutes) : null,
    to: start ? null : timeValue(time.minutes),
  }
}

// "2012 or later", "1/1/2016 and later", "3 pm or later on Monday", "today before 4pm", "Tuesday after 1pm"
function openBehind(scene: Scene, at: number): Read | null {
  const time = timeAt(scene, at)
  if (time && word(scene, time.next) === 'or' && word(scene, time.next + 1) === 'later') {
    const on = word(scene, time.next + 2) === 'on' ? dayAt(scene, time.next + 3) : null
    const from = on
      ? atMinute(nearestTo(scene.today, on.days), time.minutes[0] ?? 0)
      : timeValue(time.minutes)
    return { next: on?.next ?? time.next + 2, kind: 'range', value: null, from, to: null }
  }
  const day = dayAt(scene, at)
  const period = periodAt(scene, at)
  const next = Math.max(day?.next ?? 0, period?.next ?? 0)
  if (next === 0) return null
  if (
    /^(?:or|and)$/.test(word(scene, next)) &&
    /^(?:later|after|onwards?)$/.test(word(scene, next + 1)) &&
    (word(scene, next + 1) !== 'after' || scene.tokens[next + 2] === undefined)
  ) {
    const span = period && period.next === next ? nearestSpan(scene, period.spans) : null
    const from = span ? span[0] : nearestTo(scene.today, day?.days ?? [])
    return { next: next + 2, kind: 'range', value: null, from: isoDay(from), to: null }
  }
  if (!day || day.next !== next || !/^(?:before|after|by|until|since)$/.test(word(scene, next))) return null
  const clock = timeAt(scene, next + 1, word(scene, next) === 'by')
  if (!clock) return null
  const minute = atMinute(nearestTo(scene.today, day.days), clock.minutes[0] ?? 0)
  const start = /^(?:after|since)$/.test(word(scene, next))
  return {
    next: clock.next,
    kind: 'range',
    value: null,
    from: start ? minute : null,
    to: start ? null : minute,
  }
}

const SETS: Readonly<Record<string, string>> = {
  daily: 'P1D', everyday: 'P1D', weekly: 'P1W', biweekly: 'P2W', monthly: 'P1M', quarterly: 'P3M', yearly: 'P1Y', annually: 'P1Y', hourly: 'PT1H',
  weekdays: 'P1D',
} // biome-ignore format: a table

// weekly, every two weeks, each Monday at 4pm, 3pm each day, Fridays
function repeated(scene: Scene, at: number): Read | null {
  const set = (next: number, value: string | null): Read => ({
    next,
    kind: 'set',
    value,
    from: null,
    to: null,
  })
  const time = timeAt(scene, at)
  if (time) {
    const each =
      word(scene, time.next) === 'everyday'
        ? time.next + 1
        : /^(?:each|every)$/.test(word(scene, time.next)) && word(scene, time.next + 1) === 'day'
          ? time.next + 2
          : 0
    if (each > 0) return set(each, `T${timeValue(time.minutes).slice(0, 5).replace(/:00$/, '')}`)
  }
  const single = SETS[word(scene, at)]
  if (single && word(scene, at - 1) !== '-') return set(at + 1, single)
  const prefix = word(scene, at)
  if ((prefix === 'bi' || prefix === 'semi') && word(scene, at + 1) === '-') {
    const base = SETS[word(scene, at + 2)]
    if (base) return set(at + 3, prefix === 'bi' ? base.replace('1', '2') : base === 'P1Y' ? 'P0.5Y' : base)
  }
  const plural = word(scene, at).endsWith('s') ? WEEKDAYS.get(word(scene, at).slice(0, -1)) : undefined
  if (plural !== undefined) return weekdaySet(scene, plural, at + 1)
  const named = WEEKDAYS.get(word(scene, at))
  if (named !== undefined && /^(?:mornings|afternoons|evenings|nights)$/.test(word(scene, at + 1))) {
    return set(at + 2, `XXXX-WXX-${named}T${PART_CODE[word(scene, at + 1).slice(0, -1)] ?? ''}`)
  }
  if (!/^(?:each|every|any)$/.test(word(scene, at))) return null
  const weekday = WEEKDAYS.get(word(scene, at + 1))
  if (weekday !== undefined) return weekdaySet(scene, weekday, at + 2)
  return everyUnit(scene, at + 1, set)
}

const PART_CODE: Readonly<Record<string, string>> = {
  morning: 'MO',
  afternoon: 'AF',
  evening: 'EV',
  night: 'NI',
}

function everyUnit(scene: Scene, at: number, set: (next: number, value: string | null) => Read): Read | null {
  const part = PART_CODE[word(scene, at)]
  if (part) {
    const clock = word(scene, at + 1) === 'at' ? timeAt(scene, at + 2, true) : null
    return clock ? set(clock.next, `T${timeValue(clock.minutes).slice(0, 5)}`) : set(at + 1, `T${part}`)
  }
  const other = word(scene, at) === 'other' ? 1 : 0
  if (/^weekends?$/.test(word(scene, at + other))) return set(at + other + 1, other ? 'P2WE' : 'P1WE')
  const count = stretchAt(scene, at)
  if (count) return set(count.next, count.iso)
  if (/^(?:two|three|four|\d)$/.test(word(scene, at)) && /^weekends?$/.test(word(scene, at + 1)))
    return set(at + 2, `P${{ two: 2, three: 3, four: 4 }[word(scene, at)] ?? word(scene, at)}WE`)
  const unit = timeUnit(word(scene, at + other))
  if (!unit || word(scene, at + other).endsWith('s')) return null
  const times = unit.times * (other ? 2 : 1)
  const clock = unit.name === 'hour' || unit.name === 'minute' || unit.name === 'second'
  return set(at + other + 1, `P${clock ? 'T' : ''}${times}${unit.name.charAt(0).toUpperCase()}`)
}

function weekdaySet(scene: Scene, named: number, next: number): Read {
  const clock = word(scene, next) === 'at' ? timeAt(scene, next + 1, true) : null
  const value = `XXXX-WXX-${named}${clock ? `T${timeValue(clock.minutes).slice(0, 5).replace(/:00$/, '')}` : ''}`
  return { next: clock?.next ?? next, kind: 'set', value, from: null, to: null }
}

// 3 hours, two nights, all day, more than 4 days, few hours
function lasting(scene: Scene, at: number): Read | null {
  if (word(scene, at) === 'all' || word(scene, at) === 'whole') {
    const unit = timeUnit(word(scene, at + 1))
    return unit && !word(scene, at + 1).endsWith('s')
      ? {
          next: at + 2,
          kind: 'duration',
          value: `P${unit.times}${unit.name.charAt(0).toUpperCase()}`,
          from: null,
          to: null,
        }
      : null
  }
  const bounded = /^(?:more|less)$/.test(word(scene, at)) && word(scene, at + 1) === 'than' ? at + 2 : at
  const stretch = stretchAt(scene, bounded)
  if (!stretch) return weekendsLong(scene, at)
  const link = word(scene, stretch.next)
  if (link === 'before' || link === 'after') {
    const base = bounded > at ? plainDay(scene, stretch.next + 1) : null
    const day = base ? nearestTo(scene.today, base.days) : null
    if (base && day !== null) {
      const away = moved(day, stretch, link === 'before' ? -1 : 1)
      const more = word(scene, at) === 'more'
      if (link === 'before')
        return {
          next: base.next,
          kind: 'range',
          value: null,
          from: more ? null : isoDay(away),
          to: more ? isoDay(away) : isoDay(day),
        }
      return {
        next: base.next,
        kind: 'range',
        value: null,
        from: more ? isoDay(away) : isoDay(day),
        to: more ? null : isoDay(away),
      }
    }
  }
  // "a second model", "the 3 M deal": an article with a unit counts nothing unless something follows from it.
  if (
    /^(?:a|an)$/.test(word(scene, bounded)) &&
    stretch.next === bounded + 2 &&
    !/^(?:week|month|year|fortnight|decade|day|hour)$/.test(word(scene, bounded + 1))
  )
    return null
  return { next: stretch.next, kind: 'duration', value: stretch.iso, from: null, to: null }
}

function weekendsLong(scene: Scene, at: number): Read | null {
  const counts: Readonly<Record<string, number>> = { two: 2, three: 3, four: 4, five: 5 }
  const count = counts[word(scene, at)]
  return count !== undefined && word(scene, at + 1) === 'weekends'
    ? { next: at + 2, kind: 'duration', value: `P${count}WE`, from: null, to: null }
    : null
}

// within 5 minutes, next hour, the 5 past minutes, 13 last minutes
function stretchOfTime(scene: Scene, at: number): Read | null {
  const range = (from: number, to: number, next: number): Read => ({
    next,
    kind: 'range',
    value: null,
    from: isoMinute(from),
    to: isoMinute(to),
  })
  if (word(scene, at) === 'within') {
    const stretch = stretchAt(
      scene,
      word(scene, at + 1) === 'the' && word(scene, at + 2) === 'next' ? at + 3 : at + 1,
    )
    if (!stretch) return null
    if (stretch.minutes > 0) return range(scene.nowMinutes, scene.nowMinutes + stretch.minutes, stretch.next)
    return {
      next: stretch.next,
      kind: 'range',
      value: null,
      from: isoDay(scene.today),
      to: isoDay(moved(scene.today, stretch, 1)),
    }
  }
  const order = [word(scene, at), word(scene, at + 1)]
  const sign = order.some((one) => /^(?:next|coming|upcoming|following)$/.test(one))
    ? 1
    : order.some((one) => /^(?:last|past|previous)$/.test(one))
      ? -1
      : 0
  if (sign === 0) return null
  const shiftFirst = /^(?:next|coming|upcoming|following|last|past|previous)$/.test(order[0] ?? '')
  const unitAt = shiftFirst ? (scene.tokens[at + 1]?.digits !== null ? at + 2 : at + 1) : at + 2
  const unit = timeUnit(word(scene, unitAt))
  if (!unit || !/^(?:hour|minute|second)$/.test(unit.name)) return null
  const figure = scene.tokens[shiftFirst ? at + 1 : at]?.digits
  const amount = unitAt === at + 1 ? 1 : (figure ?? null)
  if (amount === null) return null
  const minutes = amount * (unit.name === 'hour' ? 60 : unit.name === 'minute' ? 1 : 1 / 60)
  return sign > 0
    ? range(scene.nowMinutes, scene.nowMinutes + minutes, unitAt + 1)
    : range(scene.nowMinutes - minutes, scene.nowMinutes, unitAt + 1)
}
