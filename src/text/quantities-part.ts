import { figureAt, type Numeral, stick, wordedAt } from './quantities-numerals.ts'
import { moneyBefore, unitAt } from './quantities-units.ts'

export type Part = {
  readonly start: number
  readonly end: number
  readonly value: number
  readonly scaled: boolean
  readonly letter: string | null
  readonly integer: boolean
  readonly unit: string
  readonly scale: number
}

export const numeralAt = (text: string, at: number): Numeral | null =>
  figureAt(text, at) ?? wordedAt(text, at)

export function partOf(start: number, numeral: Numeral, unit: string, scale: number): Part {
  const { end, value, scaled, letter, integer } = numeral
  return { start, end, value: value * scale, scaled, letter, integer, unit, scale }
}

// A figure with the sign and the currency before it and the unit behind it.
export function partAt(text: string, at: number, numeral: Numeral, from: number): Part {
  const dashed = /[-−]/.test(text.charAt(at - 1)) && text.charAt(at - 2) === '$'
  // What an earlier number took for its unit is not this one's currency.
  const sure = moneyBefore(text, dashed ? at - 1 : at)
  const money = sure !== null && sure.start >= from ? sure : null
  let start = money?.start ?? at
  let value = numeral.value
  let end = numeral.end
  let letter = numeral.letter
  let scaled = numeral.scaled
  const sign = /(?:^|[\s(~≈∼<>=$€£,;:→/])([-−–+±])$/.exec(
    text.slice(Math.max(0, from - 1, start - 2), start),
  )?.[1]
  const minus = /\bminus[ -]$/i.exec(text.slice(Math.max(0, from, start - 6), start))
  const inner = dashed
  if (sign || minus) {
    start -= minus ? 6 : 1
    if (sign !== '+' && sign !== '±') value = -value
  } else if (inner) value = -value
  if (money) {
    const millions = /m(?![\p{L}\p{N}])/uy
    if (!scaled && stick(millions, text, end)) {
      value *= 1e6
      end++
      scaled = true
    }
    const rate = rateBehind(text, end)
    return {
      start,
      end: rate?.end ?? end,
      value,
      scaled,
      letter: null,
      integer: numeral.integer,
      unit: money.unit + (rate?.by ?? ''),
      scale: 1,
    }
  }
  end += stick(SIDES, text, end)?.[0].length ?? 0
  const tolerance = stick(TOLERANCE, text, end)
  if (tolerance) end += tolerance[0].length
  const unit = unitAt(text, end)
  if (unit) {
    end = unit.end
    letter = null
    if (unit.unit === '%') end += stick(SHARE_TOLERANCE, text, end)?.[0].length ?? 0
    end = lastSide(text, end, unit.unit)
  }
  const size = unit?.scale ?? 1
  return {
    start,
    end,
    value: size === 1 ? value : Number((value * size).toPrecision(12)),
    scaled,
    letter,
    integer: numeral.integer,
    unit: unit?.unit ?? '',
    scale: size,
  }
}

// `60 × 10 × 3 mm3`: the sides of a thing.
const SIDES = /(?: [×x] \d+(?:\.\d+)?(?![\d.]))+/y

const SIDE = / [×x] (?=\d)/y

// `500 nm × 500 nm`
function lastSide(text: string, end: number, unit: string): number {
  const by = stick(SIDE, text, end)
  const side = by ? figureAt(text, end + by[0].length) : null
  const read = side ? unitAt(text, side.end) : null
  return read?.unit === unit ? lastSide(text, read.end, unit) : end
}

const TOLERANCE = /\s?±\s?\d+(?:\.\d+)?/y

const SHARE_TOLERANCE = /\s?±\s?\d+(?:\.\d+)?\s?%/y

const RATE = /(?: US| U\.S\.)?( ?\/ ?| per | an? )(?=[a-z1M])(?!year (?:earlier|ago|later|before))/y

function rateBehind(text: string, at: number): { readonly by: string; readonly end: number } | null {
  const link = stick(RATE, text, at)
  if (!link) return null
  // A `$` spelt out lets the rate reader of the units do the work.
  const read = unitAt(
    `dollars${text.slice(at + link[0].length - (link[1] ?? '').length, at + link[0].length + 24)}`,
    0,
  )
  if (!read?.unit.includes('/')) return null
  return { by: read.unit.slice(3), end: at + link[0].length - (link[1] ?? '').length + read.end - 7 }
}
