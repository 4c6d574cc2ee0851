import { type Read, timeValue } from './dates-read.ts'
import type { Scene } from './dates-scene.ts'
import { word } from './dates-scene.ts'
import { stretchAt } from './dates-stretches.ts'
import { timeAt } from './dates-times.ts'
import { timeUnit, WEEKDAYS } from './dates-words.ts'

const SETS: Readonly<Record<string, string>> = {
  daily: 'P1D', everyday: 'P1D', weekly: 'P1W', biweekly: 'P2W', monthly: 'P1M', quarterly: 'P3M', yearly: 'P1Y', annually: 'P1Y', hourly: 'PT1H',
  weekdays: 'P1D',
} // biome-ignore format: a table

/** Such as: weekly, every two weeks, each Monday at 4pm, 3pm each day, Fridays. */
export function repeated(scene: Scene, at: number): Read | null {
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
