import { type EpochDay, isoTime } from './dates-calendar.ts'
import type { PeriodRead } from './dates-period-read.ts'
import type { Scene } from './dates-scene.ts'

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

export type Read = {
  readonly next: number
  readonly kind: DateSpan['kind']
  readonly value: string | null
  readonly from: string | null
  readonly to: string | null
}

export const nearestTo = (today: EpochDay, days: readonly EpochDay[]): EpochDay =>
  days.reduce((best, day) => (Math.abs(day - today) < Math.abs(best - today) ? day : best), days[0] ?? today)

export function nearestSpan(scene: Scene, spans: PeriodRead['spans']): readonly [EpochDay, EpochDay] | null {
  let best: readonly [EpochDay, EpochDay] | null = null
  const away = ([from, to]: readonly [EpochDay, EpochDay]) =>
    from <= scene.today && scene.today < to
      ? 0
      : Math.min(Math.abs(from - scene.today), Math.abs(to - scene.today))
  for (const one of spans) if (best === null || away(one) < away(best)) best = one
  return best
}

export const ON = /^(?:on|in|at|around|about|by|sometime|,|-)$/

export const timeValue = (minutes: readonly number[]): string => isoTime(minutes[0] ?? 0)
