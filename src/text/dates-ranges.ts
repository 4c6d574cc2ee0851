import { type EpochDay, epochDay, isoDay, isoMinute } from './dates-calendar.ts'
import { dayAt, plainDay } from './dates-days.ts'
import { moment, partWord, spanRead, thisPart } from './dates-moments.ts'
import { periodAt } from './dates-periods.ts'
import { nearestSpan, nearestTo, type Read } from './dates-read.ts'
import { longest, type Scene, word } from './dates-scene.ts'
import { type TimesRead, timeAt, timesAt } from './dates-times.ts'

/** Such as: Monday 11-4, next Monday 1-3 pm, from 3-8pm yesterday afternoon, between 10 and 11:30 on 1/1/2015. */
export function timedRange(scene: Scene, at: number): Read | null {
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

export function momentMinutes(
  scene: Scene,
  at: number,
): { readonly next: number; readonly minutes: number } | null {
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
export const skipLooseThe = (scene: Scene, at: number): number =>
  word(scene, at) === 'the' && !dayAt(scene, at) && !periodAt(scene, at) ? at + 1 : at

/** A day or period as the edge of a range: candidates for its first day and for where it ends as an end. */
type Edge = { readonly next: number; readonly days: readonly EpochDay[]; readonly open: boolean }

function edgeAt(scene: Scene, place: number, end: boolean): Edge | null {
  const at = skipLooseThe(scene, place)

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

/** Such as: from 2014 to May 2nd 2018, 10/1 to 11/7, Jan-Feb 2017, between Jan 2019 and today. */
export function dayRange(scene: Scene, at: number): Read | null {
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
