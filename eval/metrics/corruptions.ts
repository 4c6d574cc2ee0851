/** A true sentence with one thing made wrong. */
export type Corruption = {
  readonly kind: 'number' | 'unit' | 'date' | 'name' | 'direction'
  readonly text: string
}

const FLIPS: readonly (readonly [RegExp, string])[] = [
  [/\boutperforms\b/, 'trails'],
  [/\bimproves\b/, 'reduces'],
  [/\bincreases\b/, 'decreases'],
  [/\breduces\b/, 'increases'],
  [/\breducing\b/, 'increasing'],
  [/\bimproving\b/, 'lowering'],
  [/\bfaster\b/, 'slower'],
  [/\braises\b/, 'lowers'],
  [/\brose\b/, 'fell'],
  [/\bfell\b/, 'rose'],
]
const UNITS: readonly (readonly [RegExp, string])[] = [
  [/(\d) ?(?:%|percent\b)/, '$1 points'],
  [/(\d) ?million\b/, '$1 billion'],
  [/(\d) ?billion\b/, '$1 million'],
  [/(\d)x\b/, '$1%'],
  [/\$(\d)/, '€$1'],
  [/(\d) ?GB\b/, '$1 TB'],
]
const MONTHS = ['January', 'March', 'May', 'June', 'August', 'October', 'December']

/** All single corruptions that the rules can make of a sentence; `stranger` is a name that its evidence does not hold. */
export function corruptionsOf(sentence: string, stranger: string): Corruption[] {
  const made: Corruption[] = []
  const add = (kind: Corruption['kind'], text: string) => {
    if (text !== sentence) made.push({ kind, text })
  }
  // A digit of a figure that is no part of a name: the middle ones, so that signs and rounding stay out of it.
  add(
    'number',
    sentence.replace(
      /(?<![\p{L}\d.-])(\d)(\d*(?:\.\d+)?)(?=[ %x,.)]|$)/u,
      (_, first: string, rest: string) => `${(Number(first) % 9) + 1}${rest}`,
    ),
  )
  for (const [unit, other] of UNITS) add('unit', sentence.replace(unit, other))
  for (const month of MONTHS)
    add('date', sentence.replace(new RegExp(`\\b${month} (?=\\d)`), `${month === 'May' ? 'April' : 'May'} `))
  add(
    'date',
    sentence.replace(/\b20(2\d)\b(?!\.\d)/, (_, year: string) => `20${Number(year) - 3}`),
  )
  add(
    'name',
    sentence.replace(/(?<=\s)\p{Lu}[\p{L}\d-]*\p{Lu}[\p{L}\d-]*|(?<=[a-z] )\p{Lu}\p{Ll}{3,}/u, stranger),
  )
  for (const [word, other] of FLIPS) add('direction', sentence.replace(word, other))
  return made
}
