import type { Slip } from '#domain'
import type { Quantity } from '#text'
import { rounding, told } from './slips-numbers.ts'
import { slipOf } from './slips-slip.ts'

// "$3M, $2M and $1M, $7M in all": what stands between a total and the run of parts before it, and what follows it.
const TOTAL_BEHIND = /^(?: [\p{Ll}-]+){0,2} (?:in all|in total|all told|altogether|combined)\b/iu
const TOTAL_BEFORE =
  /^[^.;:\n\d]{0,40}\b(?:total(?:s|ling|ing)? (?:of )?|add(?:s|ing)? up to |sum(?:s|ming)? to |mak(?:e|es|ing) (?:a total of )?)$/i
const NEXT_PART = /^(?: [\p{L}'’-]+){0,5}(?:,? and |, |,? plus )$/iu
// Parts that a text itself calls incomplete, or a total that is not theirs alone.
const OPEN =
  /\b(?:including|such as|among|other|others|rest|another|further|mostly|about|around|roughly|nearly|almost|over|more than|less|at least|respectively|each|per|from|average|of which|up|down)\b/i
const NO_SUM = new Set(['%', 'x', 'pp', 'point', ''])
const MOST_PARTS = 12

/** Totals against the parts that the same sentence lists, and remainders: "six of eight …; the other three". */
export function totalSlips(text: string, numbers: readonly Quantity[]): Slip[] {
  return [...behindParts(text, numbers), ...beforeParts(text, numbers), ...remainders(text, numbers)]
}

// "$3M, $2M, $1.5M and $1M, $8.5M in all"
function behindParts(text: string, numbers: readonly Quantity[]): Slip[] {
  return numbers.flatMap((total, at) => {
    const last = numbers[at - 1]
    if (last === undefined) return []
    const between = text.slice(last.end, total.start)
    const marked = TOTAL_BEHIND.test(text.slice(total.end, total.end + 48))
    if (!TOTAL_BEFORE.test(between) && !(marked && /^[^.;:\n\d]{0,30}(?:, |: | – | — |\()$/.test(between)))
      return []
    const parts = [last]
    for (let back = at - 2; back >= 0 && parts.length < MOST_PARTS; back--) {
      const [one, next] = [numbers[back], parts[0]]
      if (!one || !next || !NEXT_PART.test(text.slice(one.end, next.start))) break
      parts.unshift(one)
    }
    return judged(text, total, parts)
  })
}

// "costs $1,300: $700 for the board, $300 for the camera and $200 for the arm."
function beforeParts(text: string, numbers: readonly Quantity[]): Slip[] {
  return numbers.flatMap((total, at) => {
    const first = numbers[at + 1]
    if (first === undefined || !/^(?: [\p{L}'’-]+){0,4}: $/u.test(text.slice(total.end, first.start)))
      return []
    const parts = [first]
    for (const one of numbers.slice(at + 2, at + 2 + MOST_PARTS)) {
      const last = parts.at(-1)
      if (!last || !NEXT_PART.test(text.slice(last.end, one.start))) break
      parts.push(one)
    }
    const end = parts.at(-1)?.end ?? first.end
    // Only a list that is closed by "and" and ends the sentence is whole.
    const closed =
      / and $/.test(text.slice(parts.at(-2)?.end ?? end, parts.at(-1)?.start)) &&
      /^(?: [\p{L}'’-]+){0,6}(?:[.;]|\n|$)/u.test(text.slice(end, end + 120))
    return closed ? judged(text, total, parts) : []
  })
}

function judged(text: string, total: Quantity, parts: readonly Quantity[]): Slip[] {
  const [first, last] = [parts[0], parts.at(-1)]
  if (parts.length < 2 || !first || !last) return []
  const all = [total, ...parts]
  const start = Math.min(first.start, total.start)
  const end = Math.max(last.end, total.end)
  const whole = text.slice(start, end)
  if (NO_SUM.has(total.unit) || all.some(({ low, change }) => low !== null || change !== '=')) return []
  if (parts.some(({ unit }) => unit !== total.unit && unit !== '') || OPEN.test(whole)) return []
  const sum = parts.reduce((value, part) => value + part.number, 0)
  // Counts are what they say; amounts are as exact as the most exact of them.
  const slacks = all.filter((one) => !isExact(one)).map((one) => rounding(one.text, one.number))
  const room = slacks.length === 0 ? 0 : Math.min(...slacks) * slacks.length
  if (Math.abs(sum - total.number) <= room + 1e-9 * sum || sum > 2 * total.number || sum < total.number / 2)
    return []
  const scale = scaleOf(total)
  const computed = told(sum / scale)
  return [
    slip(
      text,
      start,
      end,
      total.text,
      computed,
      `${parts.map((part) => part.text).join(' + ')} makes ${computed}`,
    ),
  ]
}

// An amount with a decimal or a scale word is rounded.
const isExact = ({ text }: Quantity): boolean =>
  !/[.]\d|[a-z]{2,}|[KMBT]\b/i.test(text.replace(/[\p{L}]{3,}s$/u, ''))

const scaleOf = ({ text, number }: Quantity): number => {
  const figure = /\d[\d,]*(?:\.\d+)?/.exec(text)?.[0].replaceAll(',', '')
  const ratio = figure === undefined || Number(figure) === 0 ? 1 : number / Number(figure)
  return [1e3, 1e6, 1e9, 1e12].find((scale) => Math.abs(ratio / scale - 1) < 1e-6) ?? 1
}

// "six of its eight labs …; the other three"
const OF_ALL = /^ of (?:the |its |their |our |all )?$/i
const THE_REST = /^[^.\n\d]{0,80}[;,.] ?(?:and |while |but )?(?:the (?:other|remaining) )$/i

function remainders(text: string, numbers: readonly Quantity[]): Slip[] {
  return numbers.flatMap((part, at) => {
    const [whole, rest] = [numbers[at + 1], numbers[at + 2]]
    if (!whole || !rest || !OF_ALL.test(text.slice(part.end, whole.start))) return []
    if (!THE_REST.test(text.slice(whole.end, rest.start))) return []
    const all = [part, whole, rest]
    if (all.some(({ low, change, number }) => low !== null || change !== '=' || !Number.isInteger(number)))
      return []
    const left = whole.number - part.number
    if (rest.unit === '%' || rest.number === left || left <= 0) return []
    const computed = told(left)
    return [
      slip(
        text,
        part.start,
        rest.end,
        rest.text,
        computed,
        `${part.text} of ${whole.text} leaves ${computed}`,
      ),
    ]
  })
}

const slip = slipOf('sum')
