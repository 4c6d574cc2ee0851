/** A number read from a text: where it ends, what it says, and whether its own words or letters scaled it. */
export type Numeral = {
  readonly end: number
  readonly value: number
  /** `k`, `M`, `B`, `T` glued to the figure: what it counts decides what the letter means. */
  readonly letter: string | null
  /** A scale was printed, so a neighbour's scale does not apply to it. */
  readonly scaled: boolean
  readonly integer: boolean
}

const UNITS: Readonly<Record<string, number>> = {
  zero: 0, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11, twelve: 12,
  thirteen: 13, fourteen: 14, fifteen: 15, sixteen: 16, seventeen: 17, eighteen: 18, nineteen: 19, twenty: 20, thirty: 30,
  forty: 40, fifty: 50, sixty: 60, seventy: 70, eighty: 80, ninety: 90,
} // biome-ignore format: a table

const SCALES: Readonly<Record<string, number>> = {
  hundred: 1e2, thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12, mn: 1e6, mln: 1e6, bn: 1e9, tn: 1e12, trn: 1e12,
  lakh: 1e5, crore: 1e7, dozen: 12,
} // biome-ignore format: a table

const LETTERS: Readonly<Record<string, number>> = { k: 1e3, K: 1e3, M: 1e6, B: 1e9, T: 1e12 }

const FIGURE = /\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)|\d+(?:\.\d+)?|\.\d+/y
const OVER = /[/⁄](\d{1,4})(?![\d/⁄.])/y
const ONE_IN = /1(?:[- ]in[- ](\d[\d,]*)(?![\d.])|:(\d|\d{3,6})(?![\d:]|\.\d))/y
const POWER = /\s?[×x·]\s?10(?:\^|\*\*)?\s?([-−–]?\d{1,2})(?!\d)/y
const SCALE = /[ \u00a0-]?(hundred|thousand|million|billion|trillion|mn|mln|bn|tn|trn|lakh|crore|dozen)s?\b/iy
const LETTER = /([kKMBT])(?![\p{L}\p{N}_])/uy
const WORD = /[a-z]+/iy
const JOINT = /(?:[ \u00a0-]|\s+and\s+)(?=[a-z])/iy

/** The number printed in figures at `at` (`12,500`, `1.6T`, `.001`, `1/16`, `1.99×10−30`, `4 hundred million`), or null. */
export function figureAt(text: string, at: number): Numeral | null {
  const odds = stick(ONE_IN, text, at)
  if (odds) {
    const value = 1 / Number((odds[1] ?? odds[2] ?? '1').replaceAll(',', ''))
    return { end: at + odds[0].length, value, letter: null, scaled: true, integer: false }
  }
  const figure = stick(FIGURE, text, at)
  if (figure === null) return null
  let end = at + figure[0].length
  let value = Number(figure[0].replaceAll(',', ''))
  const integer = !figure[0].includes('.')
  const over = integer ? stick(OVER, text, end) : null
  if (over && Number(over[1]) > value && !/^(?:5|10|100)$/.test(over[1] ?? '')) {
    return {
      end: end + over[0].length,
      value: value / Number(over[1]),
      letter: null,
      scaled: true,
      integer: false,
    }
  }
  const power = stick(POWER, text, end)
  if (power) {
    const exponent = Number((power[1] ?? '0').replace(/[−–]/, '-'))
    return {
      end: end + power[0].length,
      value: Number(`${value}e${exponent}`),
      letter: null,
      scaled: true,
      integer: false,
    }
  }
  const letter = stick(LETTER, text, end)?.[1] ?? null
  if (letter) {
    return { end: end + 1, value: rounded(value * (LETTERS[letter] ?? 1)), letter, scaled: true, integer }
  }
  const before = end
  for (let scale = stick(SCALE, text, end); scale; scale = stick(SCALE, text, end)) {
    value *= SCALES[(scale[1] ?? '').toLowerCase()] ?? 1
    end += scale[0].length
  }
  return { end, value: rounded(value), letter: null, scaled: end > before, integer }
}

/** The number printed in words at `at` (`seven`, `twenty-two`, `four hundred million`, `two and a half`), or null. */
export function wordedAt(text: string, at: number): Numeral | null {
  let total = 0
  let part = 0
  let end = at
  let next = at
  let scaled = false
  for (let count = 0; count < 8; count++) {
    const word = stick(WORD, text, next)?.[0].toLowerCase()
    const unit = word === undefined ? undefined : UNITS[word]
    const scale = word === undefined ? undefined : SCALES[word]
    if (word === undefined) break
    if (unit !== undefined) {
      // "twenty two" adds up; "two three" are two numbers.
      if (part % 10 !== 0 || (part > 0 && part % 100 !== 0 && unit >= 10)) break
      part += unit
    } else if (scale !== undefined && count > 0) {
      if (scale <= 100) part *= scale
      else {
        total += part * scale
        part = 0
      }
      scaled = true
    } else break
    end = next + word.length
    const joint = stick(JOINT, text, end)
    if (!joint) break
    next = end + joint[0].length
  }
  if (end === at) return null
  const half = stick(/\sand a half\b/iy, text, end)
  const value = total + part + (half ? 0.5 : 0)
  return { end: half ? end + half[0].length : end, value, letter: null, scaled, integer: half === null }
}

/** The match of a sticky expression exactly at `at`, or null. */
export function stick(expression: RegExp, text: string, at: number): RegExpExecArray | null {
  expression.lastIndex = at
  return expression.exec(text)
}

// 1.1 * 1e9 is 1100000000.0000002 in floating point; a printed number has no such tail.
const rounded = (value: number): number => (Number.isInteger(value) ? value : Number(value.toPrecision(12)))
