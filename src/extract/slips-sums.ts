import type { Slip } from '#domain'
import { printed, told } from './slips-numbers.ts'

const NUMBER = String.raw`[$€£]?\d[\d,]{0,18}(?:\.\d{1,9})?\s?(?:%|billion|million|trillion|bn|[kKMBT]\b)?`
// At most eight terms, so that no text makes this slow.
const EQUATION = new RegExp(
  String.raw`(?<![\w.,^/*+×−-])(?<![\w.] )${NUMBER}(?:\s?[+×x*/÷−–-]\s?${NUMBER}){1,7}\s?(?:=|≈|equals)\s?${NUMBER}`,
  'gu',
)
const TERM = new RegExp(String.raw`([+×x*/÷−–-]|=|≈|equals)?\s?(${NUMBER})`, 'gu')

const SCALES: Readonly<Record<string, number>> = {
  k: 1e3, K: 1e3, M: 1e6, million: 1e6, B: 1e9, bn: 1e9, billion: 1e9, T: 1e12, trillion: 1e12,
} // biome-ignore format: a table

type Term = {
  readonly sign: string
  readonly value: number
  /** Rounding of the last printed place; a whole number is exact. */
  readonly slack: number
  readonly scale: number
  readonly percent: boolean
}

/** Equations that a text prints, worked out again: "10 + 30 = 40" holds, "1605/0.71 = 2,360" does not. */
export function sumSlips(text: string): Slip[] {
  const found: Slip[] = []
  for (const match of text.matchAll(EQUATION)) {
    const quote = match[0].trimEnd()
    // A hyphen without room around it joins ranges, ids and dates.
    if (/\d[-–]|[-–]\d/.test(quote)) continue
    const terms = termsOf(quote)
    const result = terms.pop()
    const first = terms[0]
    if (result === undefined || first === undefined) continue
    const factor = unitFactor(terms, result)
    const computed = workedOut(terms) * factor
    const off = Math.abs(computed - result.value)
    if (
      !Number.isFinite(computed) ||
      off <= spread(terms) * factor + halfPlace(quote, result) + 1e-9 * Math.abs(computed)
    )
      continue
    const equals = /=|≈|equals/.exec(quote)
    const at = equals?.index ?? 0
    const wanted = `${told(computed / result.scale)}${result.percent ? '%' : ''}`
    found.push({
      ...{ start: match.index, end: match.index + quote.length, kind: 'sum', quote },
      ...{ said: quote.slice(at + (equals?.[0].length ?? 0)).trim(), computed: wanted },
      because: `${quote.slice(0, at).trim()} makes ${wanted}`,
    })
  }
  return found
}

function termsOf(quote: string): Term[] {
  return [...quote.matchAll(TERM)].map((match) => {
    const figure = (match[2] ?? '').trim()
    const scale = SCALES[/[a-zA-Z]+$/.exec(figure)?.[0] ?? ''] ?? 1
    const { value, slack } = printed(figure) ?? { value: Number.NaN, slack: 0 }
    const percent = figure.endsWith('%')
    return {
      sign: match[1] ?? '',
      value: value * scale,
      slack: Number.isInteger(value) ? 0 : slack * scale,
      scale,
      percent,
    }
  })
}

// "12/40 = 30%" and "10 + 30 = 40 billion": the unit may stand on one side only.
function unitFactor(terms: readonly Term[], result: Term): number {
  if (result.percent && terms.every(({ percent }) => !percent)) return 100
  const scale = terms.find((term) => term.scale !== 1)?.scale
  if (scale === undefined) return result.scale
  return result.scale === 1 ? 1 / scale : 1
}

// Left to right, products before sums.
function workedOut(terms: readonly Term[]): number {
  let sum = 0
  let product = 0
  for (const { sign, value } of terms) {
    if (/[×x*]/.test(sign)) product *= value
    else if (/[/÷]/.test(sign)) product /= value
    else {
      sum += product
      product = /[−–-]/.test(sign) ? -value : value
    }
  }
  return sum + product
}

// How far the rounding of each printed term may move the result.
function spread(terms: readonly Term[]): number {
  const exact = workedOut(terms)
  return terms.reduce((sum, term, at) => {
    const shifted = terms.map((other, place) =>
      place === at ? { ...term, value: term.value + term.slack } : other,
    )
    return sum + Math.abs(workedOut(shifted) - exact)
  }, 0)
}

// A result is rounded to its last printed place, "≈" to one place more.
const halfPlace = (quote: string, { value, scale }: Term): number => {
  const decimals =
    /\.(\d+)(?!.*\d*\.)/.exec(/\d[\d,]*(?:\.\d+)?(?!.*\d)/.exec(quote)?.[0] ?? '')?.[1]?.length ?? 0
  return quote.includes('≈')
    ? Math.max(5 * 10 ** -decimals * scale, 0.02 * Math.abs(value))
    : 0.5 * 10 ** -decimals * scale
}
