import { civilDay, type EpochDay, firstOfMonth } from './dates-calendar.ts'
import type { PeriodRead } from './dates-period-read.ts'
import { glued, type Scene, skipThe, word } from './dates-scene.ts'
import { numberAt, yearAt } from './dates-words.ts'
import { saidYear } from './dates-written.ts'

const QUARTERS: Readonly<Record<string, number>> = { q1: 1, q2: 2, q3: 3, q4: 4 }

const HALVES: Readonly<Record<string, number>> = { h1: 1, h2: 2 }

export const quarterSpan = (value: number, of: number): readonly [EpochDay, EpochDay] => [
  firstOfMonth(value, of * 3 - 2),
  firstOfMonth(value, of * 3 + 1),
]

const halfSpan = (value: number, of: number): readonly [EpochDay, EpochDay] => [
  firstOfMonth(value, of * 6 - 5),
  firstOfMonth(value, of * 6 + 1),
]

// Q3 2026, 2017 q1, 2019-H2, Q2, first quarter of 2019, next year's first quarter, second half of 2026
export function quarter(scene: Scene, at: number): PeriodRead | null {
  const before = yearAt(scene.tokens, at)
  const said = saidYear(scene, at)
  const from = said?.next ?? before?.next ?? skipThe(scene, at)
  const joined = before && word(scene, from) === '-' ? from + 1 : from
  const named = quarterName(scene, joined)
  if (!named) return null
  const spans = named.half ? halfSpan : quarterSpan
  const letter = named.half ? 'H' : 'Q'
  const known = said?.year ?? before?.value
  if (known !== undefined)
    return { next: named.next, spans: [spans(known, named.nth)], value: `${known}-${letter}${named.nth}` }
  const link = /^(?:of|,|in|-|\/|')$/.test(word(scene, named.next)) && word(scene, named.next) !== "'" ? 1 : 0
  const the =
    word(scene, named.next + link) === 'the' && word(scene, named.next + link + 1) === 'year' ? 2 : 0
  const behind = the ? null : (saidYear(scene, named.next + link) ?? readYear(scene, named.next + link))
  if (behind)
    return {
      next: behind.next,
      spans: [spans(behind.year, named.nth)],
      value: `${behind.year}-${letter}${named.nth}`,
    }
  const base = civilDay(scene.today).year
  const candidates = [base - 1, base, base + 1].map((one) => spans(one, named.nth))
  const coming = candidates.findIndex(([start]) => start >= scene.today)
  const running = candidates.findIndex(([start, end]) => start <= scene.today && scene.today < end)
  const next = named.next + (the ? link + 2 : 0)
  if (the || running >= 0)
    return {
      next,
      spans: the ? [spans(base, named.nth), spans(base + 1, named.nth)] : [spans(base, named.nth)],
      value: `${base}-${letter}${named.nth}`,
    }
  return { next, spans: candidates.slice(Math.max(0, coming - 1), coming + 1), value: null }
}

export function readYear(scene: Scene, at: number): { readonly year: number; readonly next: number } | null {
  const read = yearAt(scene.tokens, at)
  return read ? { year: read.value, next: read.next } : null
}

function quarterName(
  scene: Scene,
  at: number,
): { readonly nth: number; readonly half: boolean; readonly next: number } | null {
  const joint = `${word(scene, at)}${glued(scene, at + 1) ? word(scene, at + 1) : ''}`
  if (QUARTERS[joint]) return { nth: QUARTERS[joint] ?? 1, half: false, next: at + 2 }
  if (HALVES[joint]) return { nth: HALVES[joint] ?? 1, half: true, next: at + 2 }
  const nth = numberAt(scene.tokens, at)
  if (!nth?.ordinal || nth.value > 4) return null
  if (word(scene, nth.next) === 'quarter') return { nth: nth.value, half: false, next: nth.next + 1 }
  if (word(scene, nth.next) === 'half' && nth.value <= 2 && word(scene, nth.next + 1) === 'of')
    return { nth: nth.value, half: true, next: nth.next + 1 }
  return null
}
