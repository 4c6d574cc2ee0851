import { civilDay, type EpochDay, mondayOf, weekOf, weekStart } from './dates-calendar.ts'
import { plainDay } from './dates-days.ts'
import { type PeriodRead, pad } from './dates-period-read.ts'
import { readYear } from './dates-quarters.ts'
import { type Scene, skipThe, word } from './dates-scene.ts'

export const weekValue = (monday: EpochDay): string => `${weekOf(monday).year}-W${pad(weekOf(monday).week)}`

export const wholeWeek = (monday: EpochDay, next: number): PeriodRead => ({
  next,
  spans: [[monday, monday + 7]],
  value: weekValue(monday),
})

// week 10, week 3 of 2027, the week of July 23, the week after next, this working week
export function week(scene: Scene, at: number): PeriodRead | null {
  const from = skipThe(scene, at)
  if (word(scene, from) !== 'week') return null
  const number = scene.tokens[from + 1]
  if (
    number?.digits !== null &&
    from === at &&
    number !== undefined &&
    number.text.length <= 2 &&
    (number.digits ?? 0) >= 1 &&
    (number.digits ?? 0) <= 53
  ) {
    const of = word(scene, from + 2) === 'of' ? readYear(scene, from + 3) : null
    const monday = weekStart(of?.year ?? civilDay(scene.today).year, number.digits ?? 1)
    return wholeWeek(monday, of?.next ?? from + 2)
  }
  if (word(scene, from + 1) === 'after' && word(scene, from + 2) === 'next')
    return wholeWeek(mondayOf(scene.today) + 14, from + 3)
  if (word(scene, from + 1) === 'of') {
    const day = plainDay(scene, from + 2)
    if (day)
      return {
        next: day.next,
        spans: day.days.map((one) => [mondayOf(one), mondayOf(one) + 7] as const),
        value: null,
      }
  }
  return null
}
