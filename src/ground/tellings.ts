import { bindingsIn } from './bindings.ts'
import type { Holding } from './holding.ts'

// `Qwen3-8B` is a Qwen3.
const SIZE = /-\d+(?:\.\d+)?[KMBT]$/

const alike = (a: string, b: string): boolean => a === b || a === '' || b === ''

/**
 * Numbers that a sentence tells of one, and the evidence only of another: where it has a number of the same unit for the
 * one, or names both in one breath. "The X8 draws 900 watts" of "the X9 draws 900 watts, the X8 700".
 */
export function missingBindings(sentence: string, holdings: readonly Holding[]): string[] {
  if (!/\d/.test(sentence)) return []
  const known = new Set(holdings.flatMap(({ names }) => [...names]))
  return bindingsIn([sentence], known).flatMap(({ number, unit, names }) => {
    const there = holdings.flatMap((holding) =>
      holding.bindings
        .filter((one) => one.number === number && alike(one.unit, unit))
        .map((one) => ({ one, holding })),
    )
    if (
      there.length === 0 ||
      there.some(({ one }) => one.names.some((name) => sentence.includes(name.replace(SIZE, ''))))
    )
      return []
    const isOthers = there.some(({ one, holding }) => {
      const inOneBreath = holding.sentences[one.sentence]?.text ?? ''
      if (one.beside && names.some((name) => inOneBreath.includes(name))) return true
      return holding.bindings.some(
        (own) =>
          own.beside &&
          own.number !== number &&
          own.names.some((name) => names.includes(name)) &&
          alike(own.unit, one.unit) &&
          (one.beside || Math.abs(own.sentence - one.sentence) <= 1),
      )
    })
    return isOthers ? [`name: ${names.join(' ')} ${number}${unit}`] : []
  })
}
