import { isoDay, isoMinute } from './dates-calendar.ts'
import { plainDay } from './dates-days.ts'
import { nearestTo, type Read } from './dates-read.ts'
import type { Scene } from './dates-scene.ts'
import { word } from './dates-scene.ts'
import { moved, stretchAt } from './dates-stretches.ts'
import { timeUnit } from './dates-words.ts'

/** Such as: 3 hours, two nights, all day, more than 4 days, few hours. */
export function lasting(scene: Scene, at: number): Read | null {
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

/** Such as: within 5 minutes, next hour, the 5 past minutes, 13 last minutes. */
export function stretchOfTime(scene: Scene, at: number): Read | null {
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
