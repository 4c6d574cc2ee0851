import { civilDay, type EpochDay, epochDay, firstOfMonth, mondayOf, weekdayOf } from './dates-calendar.ts'
import { type DayRead, glued, longest, type Scene, SHIFTS, word } from './dates-scene.ts'
import { dayNumberAt, MONTHS, timeUnit, WEEKDAYS } from './dates-words.ts'
import { bounded, dayMonth, figures, monthDay } from './dates-written.ts'

// Friday, next Tuesday, this past Wednesday, Tuesday of last week, next week Mon, Friday 7/6, Monday the 21st
export function weekday(scene: Scene, at: number): DayRead | null {
  let from = at
  let shift: number | null = null
  if (word(scene, from) === 'the' && SHIFTS.has(word(scene, from + 1))) from++
  while (SHIFTS.has(word(scene, from))) {
    const said = SHIFTS.get(word(scene, from)) ?? 0
    const upcoming: boolean = /^(?:upcoming|coming|past)$/.test(word(scene, from)) && shift === 0
    shift = upcoming ? (said > 0 ? 10 : -10) : said
    if (/^(?:upcoming|coming)$/.test(word(scene, from)) && shift === 1) shift = 10
    if (word(scene, from) === 'past' && shift === -1) shift = -10
    from++
  }
  if (shift !== null && word(scene, from) === 'week') {
    const on = word(scene, from + 1) === 'on' ? 1 : 0
    const named = WEEKDAYS.get(word(scene, from + 1 + on))
    return named === undefined
      ? null
      : { next: from + 2 + on, days: [mondayOf(scene.today) + 7 * shift + named - 1] }
  }
  const name = word(scene, from)
  const named = WEEKDAYS.get(name)
  if (named === undefined || (/^(?:sun|sat|mon|wed)$/.test(name) && !capital(scene, from))) return null
  let next = from + 1
  if (
    word(scene, next) === '.' &&
    glued(scene, next) &&
    name.length <= 5 &&
    scene.tokens[next + 1]?.digits !== null
  )
    next++
  const also = dayBesideWeekday(scene, next, named)
  if (also && (shift === null || also.days.length > 0)) return shift === null ? also : nearer(scene, also)
  const of = /^(?:of|,|in)$/.test(word(scene, next)) ? 1 : 0
  const week = SHIFTS.get(word(scene, next + of))
  if (shift === null && week !== undefined && word(scene, next + of + 1) === 'week' && of + week !== 9) {
    return { next: next + of + 2, days: [mondayOf(scene.today) + 7 * week + named - 1] }
  }
  const inWeek = mondayOf(scene.today) + named - 1
  if (shift === null) {
    const later = inWeek >= scene.today ? inWeek : inWeek + 7
    return { next, days: [later - 7, later] }
  }
  if (shift === 10) return { next, days: [inWeek > scene.today ? inWeek : inWeek + 7] }
  if (shift === -10) return { next, days: [inWeek < scene.today ? inWeek : inWeek - 7] }
  return { next, days: [inWeek + 7 * shift] }
}

// Capital letters are gone from the tokens; a short name that stands before a figure or alone behind "on" is a day.
const capital = (scene: Scene, at: number): boolean =>
  scene.tokens[at + 1]?.digits !== null ||
  /^(?:on|next|last|this|week|or|and|,|\()$/.test(word(scene, at - 1)) ||
  MONTHS.has(word(scene, at + 1))

const nearer = (scene: Scene, read: DayRead): DayRead => ({
  next: read.next,
  days: [
    [...read.days].sort((a, b) => Math.abs(a - scene.today) - Math.abs(b - scene.today))[0] ?? scene.today,
  ],
})

// "Friday 7/6", "Tue, May 9", "Friday (Jun-15)", "Monday the 21st"; with the day alone, the months in which it falls so.
function dayBesideWeekday(scene: Scene, at: number, named: number): DayRead | null {
  const mark = /^[,(]$/.test(word(scene, at)) ? 1 : 0
  const full = longest([figures(scene, at + mark), monthDay(scene, at + mark), dayMonth(scene, at + mark)])
  if (full) {
    const closed = word(scene, at) === '(' && word(scene, full.next) === ')' ? 1 : 0
    return { next: full.next + closed, days: full.days }
  }
  const the = word(scene, at) === 'the'
  const day = dayNumberAt(scene.tokens, at)
  if (
    !day ||
    !bounded(scene, day.next) ||
    /^(?:[-–:.~]|am|pm|a|p|to|oclock|o'clock)$/.test(word(scene, day.next))
  )
    return null
  if (
    !day.ordinal &&
    scene.tokens[at]?.digits !== null &&
    (day.value <= 12 || timeUnit(word(scene, day.next)))
  )
    return null
  if (!day.ordinal && scene.tokens[at]?.digits === null) return null
  if (the) {
    const { year, month } = civilDay(scene.today)
    return { next: day.next, days: [epochDay(year, month, day.value)] }
  }
  return {
    next: day.next,
    days: aroundMonths(scene, (first, days) =>
      day.value <= days && weekdayOf(first + day.value - 1) === named ? first + day.value - 1 : null,
    ),
  }
}

// The last day before today and the first from today on that some month offers.
export function aroundMonths(
  scene: Scene,
  pick: (first: EpochDay, days: number) => EpochDay | null,
): EpochDay[] {
  const { year, month } = civilDay(scene.today)
  const found: EpochDay[] = []
  for (let step = -30; step <= 30; step++) {
    const first = firstOfMonth(year, month + step)
    const day = pick(first, firstOfMonth(year, month + step + 1) - first)
    if (day !== null) found.push(day)
  }
  const next = found.findIndex((day) => day >= scene.today)
  return found.slice(Math.max(0, next - 1), next + 1)
}

export const onWeekday = (day: EpochDay, named: number): EpochDay =>
  day + ((named - weekdayOf(day) + 10) % 7) - 3
