import { addMonths, type EpochDay } from './dates-calendar.ts'
import { glued, type Scene, word } from './dates-scene.ts'
import { numberAt, timeUnit } from './dates-words.ts'

/** A stretch of days, weeks, months or years: `2 years 1 month 21 days`, `a fortnight`, `two and a half weeks`. */
export type Stretch = {
  readonly next: number
  readonly months: number
  readonly days: number
  readonly minutes: number
  readonly iso: string
}

const LETTER: Readonly<Record<string, string>> = {
  second: 'S',
  minute: 'M',
  hour: 'H',
  day: 'D',
  week: 'W',
  month: 'M',
  year: 'Y',
}

export function stretchAt(scene: Scene, at: number): Stretch | null {
  let months = 0
  let days = 0
  let minutes = 0
  let next = at
  let iso = ''
  let timed = false
  for (let count = 0; count < 5; count++) {
    const from = count > 0 && /^(?:and|,)$/.test(word(scene, next)) ? next + 1 : next
    const part = stretchPart(scene, from)
    if (!part) break
    const { unit, amount } = part
    if (unit.name === 'month' || unit.name === 'year')
      months += amount * unit.times * (unit.name === 'year' ? 12 : 1)
    else if (unit.name === 'day' || unit.name === 'week')
      days += amount * unit.times * (unit.name === 'week' ? 7 : 1)
    else minutes += amount * (unit.name === 'hour' ? 60 : unit.name === 'minute' ? 1 : 1 / 60)
    const clock = unit.name === 'hour' || unit.name === 'minute' || unit.name === 'second'
    if (clock && !timed) {
      iso += 'T'
      timed = true
    }
    iso += `${amount * unit.times}${LETTER[unit.name]}`
    next = part.next
  }
  return next === at ? null : { next, months, days, minutes, iso: `P${iso}` }
}

const VAGUE: Readonly<Record<string, number>> = { a: 1, an: 1, few: 3, several: 3, some: 3, couple: 2 }

function stretchPart(
  scene: Scene,
  at: number,
): {
  readonly amount: number
  readonly unit: { readonly name: keyof typeof LETTER & string; readonly times: number }
  readonly next: number
} | null {
  let from = at
  let amount: number | null = null
  if (word(scene, from) === 'half') {
    const an = /^(?:a|an)$/.test(word(scene, from + 1)) ? 1 : 0
    const unit = timeUnit(word(scene, from + 1 + an))
    return unit ? { amount: 0.5, unit, next: from + 2 + an } : null
  }
  const read = numberAt(scene.tokens, from)
  if (read && !read.ordinal) {
    amount = read.value
    from = read.next
    const point = scene.tokens[from]
    if (
      point?.text === '.' &&
      !point.gap &&
      scene.tokens[from + 1]?.digits !== null &&
      glued(scene, from + 1)
    ) {
      amount = Number(`${read.value}.${word(scene, from + 1)}`)
      from += 2
    } else if (
      word(scene, from) === 'and' &&
      word(scene, from + 1) === 'a' &&
      word(scene, from + 2) === 'half'
    ) {
      amount += 0.5
      from += 3
    }
  } else if (VAGUE[word(scene, from)] !== undefined) {
    amount = VAGUE[word(scene, from)] ?? 1
    from++
    if (amount === 1 && VAGUE[word(scene, from)] !== undefined) {
      amount = VAGUE[word(scene, from)] ?? 1
      from++
    }
    if (amount === 2 && word(scene, from) === 'of') from++
  }
  if (amount === null) return null
  if (word(scene, from) === '-' && glued(scene, from)) from++
  if (word(scene, from) === 'more') from++
  const unit = timeUnit(word(scene, from))
  if (!unit) return null
  if (word(scene, from).length === 1 && scene.tokens[from]?.gap) return null
  if (word(scene, from).length === 1 && word(scene, from) === 'y' && amount > 100) return null
  let next = from + 1
  // "one hour and half", "one year and a quarter"
  if (word(scene, next) === 'and') {
    const a = word(scene, next + 1) === 'a' ? 1 : 0
    const share = word(scene, next + 1 + a)
    if ((share === 'half' || share === 'quarter') && !timeUnit(word(scene, next + 2 + a))) {
      return { amount: amount + (share === 'half' ? 0.5 : 0.25), unit, next: next + 2 + a }
    }
  }
  if (
    word(scene, next) === '.' &&
    /^(?:hr|min|sec|yr|mo|wk)s?$/.test(word(scene, from)) &&
    scene.tokens[next + 1]?.gap === false
  )
    next++
  return { amount, unit, next }
}

/** A day moved by a stretch; months by the calendar. */
export const moved = (day: EpochDay, { months, days }: Stretch, sign: number): EpochDay =>
  (Number.isInteger(months) ? addMonths(day, sign * months) : day + Math.round(sign * months * 30.4375)) +
  Math.round(sign * days)
