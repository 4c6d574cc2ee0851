import { civilDay, daysIn, type EpochDay, epochDay } from './dates-calendar.ts'
import { type DayRead, glued, type Scene, SHIFTS, word } from './dates-scene.ts'
import { type DateToken, dayNumberAt, fullYear, MONTHS, numberAt, WEEKDAYS, yearAt } from './dates-words.ts'

/** Last and next time that month and day come round; the same day counts as next. */
function yearless(scene: Scene, month: number, day: number): EpochDay[] {
  const { year } = civilDay(scene.today)
  const found: EpochDay[] = []
  for (let tried = year - 4; tried <= year + 4; tried++)
    if (day <= daysIn(tried, month)) found.push(epochDay(tried, month, day))
  const next = found.findIndex((one) => one >= scene.today)
  return found.slice(Math.max(0, next - 1), next + 1)
}

function dated(scene: Scene, month: number, day: number, year: number | null, next: number): DayRead | null {
  if (month < 1 || month > 12 || day < 1 || day > 31) return null
  if (year === null) {
    const days = yearless(scene, month, day)
    return days.length > 0 ? { next, days } : null
  }
  return day <= daysIn(year, month) ? { next, days: [epochDay(year, month, day)] } : null
}

// 2016-10-16, 10/16/2016, 16.10.2016, 10/16, 2016 10 16, 11/12/35
export function figures(scene: Scene, at: number): DayRead | null {
  const { tokens } = scene
  const first = tokens[at]
  if (!first || first.digits === null || first.text.length === 3 || first.text.length > 4) return null
  if (at > 0 && glued(scene, at) && /^(?:\d+|[/.:$€])$/.test(word(scene, at - 1))) return null
  const mark = word(scene, at + 1)
  const spaced =
    first.text.length === 4 &&
    tokens[at + 1]?.digits !== null &&
    /^\d{1,2}$/.test(mark) &&
    /^\d{1,2}$/.test(word(scene, at + 2))
  if (spaced) return inOrder(scene, first.digits, Number(mark), Number(word(scene, at + 2)), at + 3)
  if (!/^[-/.]$/.test(mark) || !glued(scene, at + 1) || !glued(scene, at + 2)) return null
  const second = tokens[at + 2]
  const third =
    word(scene, at + 3) === mark && glued(scene, at + 3) && glued(scene, at + 4) ? tokens[at + 4] : undefined
  if (second === undefined) return null
  if (second.digits === null) return namedMonth(scene, first, second, third, at)
  if (
    third &&
    third.digits !== null &&
    third.text.length <= 4 &&
    third.text.length !== 3 &&
    second.text.length <= 2
  ) {
    const after = at + 5
    if (
      /^[-/]$/.test(word(scene, after)) &&
      glued(scene, after) &&
      mark === '-' &&
      scene.tokens[after + 1]?.digits !== null &&
      glued(scene, after + 1) &&
      third.text.length < 4
    )
      return null
    if (first.text.length === 4) return inOrder(scene, first.digits, second.digits, third.digits, after)
    if (third.text.length === 4 || third.text.length === 2)
      return american(scene, first.digits, second.digits, fullYear(third.digits), after)
  }
  if (
    mark !== '/' &&
    mark !== '.' &&
    !(mark === '-' && first.text.length === 2 && second.text.length === 2 && /^0/.test(first.text))
  )
    return null
  if (first.text.length > 2 || second.text.length > 2) return null
  if (mark === '.' && !WEEKDAYS.has(word(scene, at - 1))) return null
  const year = word(scene, at + 3) === ',' ? yearAt(tokens, at + 4) : null
  return american(scene, first.digits, second.digits, year?.value ?? null, year?.next ?? at + 3)
}

const inOrder = (scene: Scene, year: number, a: number, b: number, next: number): DayRead | null =>
  year < 1400 || year > 2200 ? null : (dated(scene, a, b, year, next) ?? dated(scene, b, a, year, next))

const american = (scene: Scene, a: number, b: number, year: number | null, next: number): DayRead | null =>
  a > 12 ? dated(scene, b, a, year, next) : dated(scene, a, b, year, next)

// 23/Sep/2020, 05-Aug-2016, 2020/Sep/23
function namedMonth(
  scene: Scene,
  first: DateToken,
  second: DateToken,
  third: DateToken | undefined,
  at: number,
): DayRead | null {
  const month = MONTHS.get(second.text)
  if (month === undefined || first.digits === null) return null
  if (third === undefined || third.digits === null)
    return first.text.length <= 2 ? dated(scene, month, first.digits, null, at + 3) : null
  if (first.text.length === 4) return dated(scene, month, third.digits, first.digits, at + 5)
  return third.text.length === 4 || third.text.length === 2
    ? dated(scene, month, first.digits, fullYear(third.digits), at + 5)
    : null
}

// `, 2019`, `of 1995`, `in 2019`, `2019`, `of this year`
export function yearBehind(
  scene: Scene,
  at: number,
): { readonly year: number; readonly next: number } | null {
  let from = at
  if (word(scene, from) === '.' && glued(scene, from) && yearAt(scene.tokens, from + 1)) from++
  if (/^(?:,|of|in|-|\/)$/.test(word(scene, from))) from++
  const said = saidYear(scene, from)
  if (said) return said
  const year = yearAt(scene.tokens, from)
  if (!year || year.value < 1400) return null
  // "April 9 2000 people" is no date of the year 2000; a figure with a decimal or a share is none either.
  if (
    /^[.%]$/.test(word(scene, year.next)) &&
    glued(scene, year.next) &&
    scene.tokens[year.next + 1]?.digits !== null &&
    glued(scene, year.next + 1)
  )
    return null
  if (word(scene, year.next) === ':') return null
  return { year: year.value, next: year.next }
}

/** `this year`, `next year`, `last year`, with the year it means. */
export function saidYear(scene: Scene, at: number): { readonly year: number; readonly next: number } | null {
  const from = word(scene, at) === 'the' ? at + 1 : at
  const shift = SHIFTS.get(word(scene, from))
  if (shift === undefined || word(scene, from + 1) !== 'year') return null
  return { year: civilDay(scene.today).year + shift, next: from + 2 }
}

// March eighteenth, Jan 4th 2019, Dec31 , 1994, Jan/3, April the ninth, Sep-23-2020
export function monthDay(scene: Scene, at: number): DayRead | null {
  const month = MONTHS.get(word(scene, at))
  if (month === undefined) return null
  let from = at + 1
  if (/^[.]$/.test(word(scene, from)) && glued(scene, from)) from++
  if (/^[-/]$/.test(word(scene, from)) && glued(scene, from)) {
    const year = yearAt(scene.tokens, from + 1)
    const last = word(scene, from + 2) === '-' ? numberAt(scene.tokens, from + 3) : null
    if (year && last) return dated(scene, month, last.value, year.value, last.next)
    from++
  }
  const day = dayNumberAt(scene.tokens, from)
  if (!day || !bounded(scene, day.next)) return null
  // `May 5-7` begins a range, `may 10 people` is a verb.
  const year = yearBehind(scene, day.next)
  return dated(scene, month, day.value, year?.year ?? null, year?.next ?? day.next)
}

export const bounded = (scene: Scene, at: number): boolean => {
  const next = scene.tokens[at]
  if (next === undefined || next.gap) return true
  return (
    !/^(?:%|\p{L}+)$/u.test(next.text) &&
    !(next.text === '.' && scene.tokens[at + 1]?.gap === false && scene.tokens[at + 1]?.digits !== null)
  )
}

// 4th of July, 04th Jan 2019, twenty third day of September, 23-2020-September
export function dayMonth(scene: Scene, at: number): DayRead | null {
  if (at > 0 && glued(scene, at) && /^[/.\d$]+$/.test(word(scene, at - 1))) return null
  const day = dayNumberAt(scene.tokens, at)
  if (!day) return null
  let from = day.next
  if (
    word(scene, from) === '-' &&
    scene.tokens[from + 1]?.text.length === 4 &&
    word(scene, from + 2) === '-'
  ) {
    const month = MONTHS.get(word(scene, from + 3))
    if (month !== undefined)
      return dated(scene, month, day.value, scene.tokens[from + 1]?.digits ?? null, from + 4)
  }
  if (word(scene, from) === 'day') from++
  if (/^(?:of|-|\/)$/.test(word(scene, from))) from++
  const month = MONTHS.get(word(scene, from))
  if (
    month === undefined ||
    (word(scene, from) === 'may' && !day.ordinal && from === day.next && scene.tokens[at]?.digits === null)
  )
    return null
  const dot =
    word(scene, from + 1) === '.' && glued(scene, from + 1) && yearAt(scene.tokens, from + 2) ? 1 : 0
  const year = yearBehind(scene, from + 1 + dot)
  return dated(scene, month, day.value, year?.year ?? null, year?.next ?? from + 1)
}
