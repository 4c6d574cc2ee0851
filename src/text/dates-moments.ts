import { type EpochDay, epochDay, isoDay, isoMinute, mondayOf } from './dates-calendar.ts'
import { dayAt, plainDay } from './dates-days.ts'
import { nearestTo, ON, type Read } from './dates-read.ts'
import { longest, type Scene, word } from './dates-scene.ts'
import { stretchAt } from './dates-stretches.ts'
import { cutPart, partHours, timeAt, timesAt } from './dates-times.ts'

/** Such as: tomorrow 8:00am, 8am this morning, Wednesday 4 oclock, in 5 minutes, end of the Sunday, tomorrow night. */
export function moment(scene: Scene, at: number): Read | null {
  return longest([
    dayThenTime(scene, at),
    timeThenDay(scene, at),
    minutesAway(scene, at),
    dayPart(scene, at),
    endOfDay(scene, at),
  ])
}

export const atMinute = (day: EpochDay, minutes: number): string => isoMinute(day * 1440 + minutes)

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

/** Such as: `late evening`, `morning` between a day and its time: how many tokens. */
export function partWord(scene: Scene, at: number): number {
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

/** Such as: this morning, tonight, last night, next evening. */
export function thisPart(
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

export const spanRead = (
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

export function present(scene: Scene, at: number): Read | null {
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
