import { civilDay, type EpochDay, firstOfMonth } from './dates-calendar.ts'
import { type PeriodRead, pad } from './dates-period-read.ts'
import { glued, type Scene, SHIFTS, word } from './dates-scene.ts'
import { fullYear, MONTHS, yearAt } from './dates-words.ts'
import { saidYear } from './dates-written.ts'

const monthSpan = (value: number, of: number): readonly [EpochDay, EpochDay] => [
  firstOfMonth(value, of),
  firstOfMonth(value, of + 1),
]

// May, in the april, April 2017, Dec, 2018, april of 87, 12-2015, this May
export function month(scene: Scene, at: number): PeriodRead | null {
  const shift = SHIFTS.get(word(scene, at))
  const from = shift === undefined ? at : at + 1
  const named = MONTHS.get(word(scene, from))
  if (named === undefined) return shift === undefined ? figuresMonth(scene, at) : null
  if (shift !== undefined && word(scene, from) === 'may' && !scene.tokens[from]?.capital) return null
  if (shift !== undefined) {
    const base = civilDay(scene.today).year
    const value =
      shift === 0
        ? base
        : shift > 0
          ? named > civilDay(scene.today).month
            ? base
            : base + 1
          : named < civilDay(scene.today).month
            ? base
            : base - 1
    return { next: from + 1, spans: [monthSpan(value, named)], value: `${value}-${pad(named)}` }
  }
  let next = from + 1
  if (word(scene, next) === '.' && glued(scene, next) && scene.tokens[next + 1]?.digits !== null) next++
  const mark = /^(?:,|of|in|-|\/)$/.test(word(scene, next)) ? 1 : 0
  const said = saidYear(scene, next + mark)
  if (said)
    return { next: said.next, spans: [monthSpan(said.year, named)], value: `${said.year}-${pad(named)}` }
  const full = yearAt(scene.tokens, next + mark)
  if (full && full.value >= 1400)
    return { next: full.next, spans: [monthSpan(full.value, named)], value: `${full.value}-${pad(named)}` }
  const two = scene.tokens[next + 1]
  if (word(scene, next) === 'of' && two?.digits !== null && two?.text.length === 2) {
    const value = fullYear(two.digits ?? 0)
    return { next: next + 2, spans: [monthSpan(value, named)], value: `${value}-${pad(named)}` }
  }
  if (!monthAlone(scene, at)) return null
  const base = civilDay(scene.today).year
  const past = firstOfMonth(base, named) < scene.today && firstOfMonth(base, named + 1) <= scene.today
  const first = past ? base : base - 1
  const began = !past && firstOfMonth(base, named) <= scene.today
  return {
    next: from + 1,
    spans: began
      ? [monthSpan(base, named), monthSpan(base + 1, named)]
      : [monthSpan(first, named), monthSpan(first + 1, named)],
    value: null,
  }
}

// "may" and "march" are verbs and "mar", "jan", "dec" names; alone they are months behind a preposition.
function monthAlone(scene: Scene, at: number): boolean {
  const said = word(scene, at)
  if (!/^(?:may|march|mar|sept?|dec|jan|jun|jul|apr|feb|aug|oct|nov)$/.test(said)) return true
  if (said === 'may' || said === 'march') {
    if (
      /^(?:mid|late|early|since|until|till|last|next|this|by|during|from)$/.test(word(scene, at - 1)) ||
      word(scene, at - 1) === '-'
    )
      return true
    return (
      /^(?:in|of|between|and|to|through|after|before)$/.test(word(scene, at - 1)) &&
      !/^(?:not|be|have|well|or|also|\p{L}+ly)$/u.test(word(scene, at + 1)) &&
      word(scene, at - 1) !== 'and'
    )
  }
  return true
}

function figuresMonth(scene: Scene, at: number): PeriodRead | null {
  const first = scene.tokens[at]
  const last = scene.tokens[at + 2]
  if (!first || !last || first.digits === null || last.digits === null || !/^[-/]$/.test(word(scene, at + 1)))
    return null
  if (
    !glued(scene, at + 1) ||
    !glued(scene, at + 2) ||
    (at > 0 && glued(scene, at) && !/^\p{L}|^[(]/u.test(word(scene, at - 1)))
  )
    return null
  if (/^[-/.]$/.test(word(scene, at + 3)) && glued(scene, at + 3) && glued(scene, at + 4)) return null
  const monthFirst = last.text.length === 4
  const value = monthFirst ? last.digits : first.digits
  const named = monthFirst ? first.digits : last.digits
  const other = monthFirst ? first.text : last.text
  if (other.length > 2 || named < 1 || named > 12 || value < 1900 || value > 2100) return null
  return { next: at + 3, spans: [monthSpan(value, named)], value: `${value}-${pad(named)}` }
}
