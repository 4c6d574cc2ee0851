import { isoDay, isoMinute, isoTime } from './dates-calendar.ts'
import { dayAt } from './dates-days.ts'
import { atMinute } from './dates-moments.ts'
import { periodAt } from './dates-periods.ts'
import { momentMinutes, skipLooseThe } from './dates-ranges.ts'
import { nearestSpan, nearestTo, type Read, timeValue } from './dates-read.ts'
import type { Scene } from './dates-scene.ts'
import { word } from './dates-scene.ts'
import { timeAt, timesAt } from './dates-times.ts'

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

/** Such as: before 2018, since August, by the end of Q3, no later than January 1, 2010, 2012 or later, after 3pm. */
export function bent(scene: Scene, at: number): Read | null {
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
  const at = skipLooseThe(scene, place)
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
