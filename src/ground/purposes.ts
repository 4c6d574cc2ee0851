import { type Quantity, quantities, terms } from '#text'
import type { Holding } from './holding.ts'

const REACH = 60

/**
 * Numbers with a word behind them that the evidence has behind another number: "$2.40 per million input tokens" of "$0.60 per
 * million input tokens and $2.40 per million output tokens", "for large firms" of "for small ones".
 */
export function missingPurposes(sentence: string, holdings: readonly Holding[]): string[] {
  if (!/\d/.test(sentence)) return []
  return behindEach(sentence, quantities(sentence)).flatMap(({ quantity: said, words }) => {
    if (words.length === 0 || said.low !== null) return []
    const there = holdings.flatMap((holding) =>
      behindEach(holding.text, holding.quantities).filter(
        ({ quantity }) => familyOf(quantity.unit) === familyOf(said.unit),
      ),
    )
    const same = there.filter(({ quantity }) => quantity.number === said.number)
    const others = there.filter(({ quantity }) => quantity.number !== said.number)
    const stray = words.find(
      (word) =>
        same.length > 0 &&
        same.every(
          (one) =>
            one.words.length > 0 &&
            !one.words.includes(word) &&
            one.words.some((own) => !words.includes(own)) &&
            one.words.some((own) => words.includes(own)),
        ) &&
        others.some(
          (one) => one.words.includes(word) && same.some((mine) => isNear(mine.quantity, one.quantity)),
        ),
    )
    return stray === undefined ? [] : [`name: ${said.text} … ${stray}`]
  })
}

const isNear = (a: Quantity, b: Quantity): boolean => Math.abs(a.start - b.start) <= 2 * REACH

const familyOf = (unit: string): string => unit.split('/')[0] ?? unit

type Behind = { readonly quantity: Quantity; readonly words: readonly string[] }

const behindEach = (text: string, numbers: readonly Quantity[]): Behind[] =>
  numbers.map((quantity, at) => {
    const end = Math.min(numbers[at + 1]?.start ?? text.length, quantity.end + REACH)
    const behind = text.slice(quantity.end, end).split(/[.;:!?](?:\s|$)|, |\n/)[0] ?? ''
    return { quantity, words: terms(behind.replace(/\b(?:and|but|or|while) ?$/, '')) }
  })
