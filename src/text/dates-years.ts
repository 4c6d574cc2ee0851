import { type EpochDay, epochDay } from './dates-calendar.ts'
import type { PeriodRead } from './dates-period-read.ts'
import { type Scene, skipThe, word } from './dates-scene.ts'
import { numberAt, yearAt } from './dates-words.ts'

export const yearSpan = (value: number): readonly [EpochDay, EpochDay] => [
  epochDay(value, 1, 1),
  epochDay(value + 1, 1, 1),
]

const YEAR_LEAD =
  /^(?:in|since|of|during|by|after|before|until|till|from|through|between|and|to|year|cy|fy|for|through|late|early|mid|than|spring|summer|fall|autumn|winter|but|not|or|around|circa|beyond|throughout|pre|post|as|=|-|–)$/

const YEAR_IS_COUNT =
  /^(?:people|users|tokens|times|points|models|pieces|units|items|papers|gpus|hours|days|samples|lines|pages|miles|dollars|steps|percent|%|million|billion|thousand|x|kg|km|ms|w|mb|gb|words|examples|questions|tasks|images|employees|parameters|members|customers|companies)$/

// 2008, the year 2008, in 2019, cy18, nineteen ninety six
export function year(scene: Scene, at: number): PeriodRead | null {
  let from = at
  let named = false
  if (
    /^(?:year|cy)$/.test(word(scene, from)) ||
    (word(scene, from) === 'calendar' && word(scene, from + 1) === 'year')
  ) {
    from += word(scene, from) === 'calendar' ? 2 : 1
    if (word(scene, from) === 'of') return null
    named = true
  }
  const token = scene.tokens[from]
  if (named && token?.digits !== null && token?.text.length === 2 && !token.gap) {
    const value = 2000 + (token.digits ?? 0)
    return { next: from + 1, spans: [yearSpan(value)], value: String(value) }
  }
  const read = yearAt(scene.tokens, from)
  if (
    !read ||
    (token &&
      at > 0 &&
      !token.gap &&
      /^[-/.\d$€£:#@~]$/.test(word(scene, at - 1)) &&
      !/^[-~]$/.test(word(scene, at - 1)))
  )
    return null
  const after = scene.tokens[read.next]
  if (
    after &&
    !after.gap &&
    /^(?:\p{L}+|[-/.:%$€])$/u.test(after.text) &&
    !(after.text === '-' && yearAt(scene.tokens, read.next + 1)) &&
    scene.tokens[read.next + 1]?.gap === false
  )
    return null
  if (after && !after.gap && /^\p{L}/u.test(after.text)) return null
  if (!named && YEAR_IS_COUNT.test(after?.text ?? '')) return null
  if (!named && (read.value < 1900 || read.value > 2100) && !YEAR_LEAD.test(word(scene, at - 1))) return null
  if (!named && token?.digits === null && !YEAR_LEAD.test(word(scene, at - 1))) return null
  return { next: read.next, spans: [yearSpan(read.value)], value: String(read.value) }
}

// 1990s, 1990 s, the nineties, 15th century
export function decade(scene: Scene, at: number): PeriodRead | null {
  const from = skipThe(scene, at)
  const token = scene.tokens[from]
  if (
    token?.digits !== null &&
    token?.text.length === 4 &&
    token.digits !== undefined &&
    token.digits % 10 === 0 &&
    word(scene, from + 1) === 's'
  ) {
    const start = token.digits
    return {
      next: from + 2,
      spans: [[epochDay(start, 1, 1), epochDay(start + (start % 100 === 0 ? 100 : 10), 1, 1)]],
      value: null,
    }
  }
  const nth = numberAt(scene.tokens, from)
  if (nth?.ordinal && word(scene, nth.next) === 'century') {
    return {
      next: nth.next + 1,
      spans: [[epochDay((nth.value - 1) * 100, 1, 1), epochDay(nth.value * 100, 1, 1)]],
      value: null,
    }
  }
  return null
}
