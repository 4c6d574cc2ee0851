import type { Binding } from './bindings.ts'
import { comparisonsIn } from './comparisons.ts'
import type { Holding } from './holding.ts'

const MORE =
  /\b(?:more|higher|larger|bigger|longer|taller|heavier|faster|costlier|pricier|greater|above|ahead|beats?|beating|leads?|led|tops?|topped|exceed\w*|surpass\w*|outscor\w*|outperform\w*|behind|trail\w*|lag\w*|below|beaten|outperformed|surpassed|exceeded|topped|outscored)\b/i
const LESS = /\b(?:less|lower|smaller|shorter|lighter|slower|cheaper|fewer)\b/i
// Where less is better, "ahead" says nothing of which number is the larger.
const LESS_IS_BETTER = /\b(?:latency|time|error|loss|cost|price|memory|seconds?|rank|place|perplexity)\b/i
const SCORE = new Set(['%', 'point', 'pp', ''])
const MONEY = /^[a-z]{3}(?:\/|$)/
const BETTER =
  /\b(?:ahead|above|beats?|beating|leads?|led|tops?|behind|trail\w*|lag\w*|below|outperform\w*|surpass\w*|beaten)\b/i

/** Comparisons of two names that their numbers in the evidence deny: "Pike is ahead of Marlin" of "Marlin 82, Pike 76". */
export function deniedByNumbers(sentence: string, holdings: readonly Holding[]): string[] {
  return comparisonsIn(sentence).flatMap(({ first, second, word }) => {
    const sign = LESS.test(word) ? -1 : MORE.test(word) ? 1 : 0
    if (sign === 0 || first === second) return []
    const pairs = holdings
      .flatMap(({ bindings }) => pairsOf(bindings, first, second))
      .filter(({ unit }) =>
        BETTER.test(word) ? SCORE.has(unit) && !LESS_IS_BETTER.test(sentence) : fits(word, unit),
      )
    const denied = pairs.length > 0 && pairs.every(({ a, b }) => Math.sign(a - b) === -sign)
    return denied ? [`direction: ${first} ${word} ${second}`] : []
  })
}

const fits = (word: string, unit: string): boolean =>
  !/cheaper|costlier|pricier/.test(word) || MONEY.test(unit)

type Pair = { readonly a: number; readonly b: number; readonly unit: string }

// Units in which the evidence gives each of the two one number and no more, in neighbouring sentences.
function pairsOf(bindings: readonly Binding[], first: string, second: string): Pair[] {
  const of = (name: string, other: string) =>
    bindings.filter(({ names }) => names.includes(name) && !names.includes(other))
  const [ones, others] = [of(first, second), of(second, first)]
  return ones.flatMap((one) => {
    const same = others.filter(({ unit }) => unit === one.unit)
    const single = ones.filter(({ unit }) => unit === one.unit).length === 1 && same.length === 1
    const [other] = same
    return single && other && Math.abs(other.sentence - one.sentence) <= 1
      ? [{ a: one.number, b: other.number, unit: one.unit }]
      : []
  })
}
