import { hash32, mix32, parts } from '#text'

/**
 * What is kept of a text to know it again: the lowest hashes of its runs of three words, rising. A text of few runs is kept
 * whole, a longer one by an even sample of them (bottom-k; Broder 1997, "On the resemblance and containment of documents").
 */
export type Sketch = {
  readonly runs: Uint32Array
  /** How many different runs the text has. */
  readonly size: number
  /** The numbers that it holds, as hashes, rising; the first ones where they are many. */
  readonly numbers: Uint32Array
}

const RUN_WORDS = 3
const NUMBER = /^\p{N}/u
const RUNS_MAX = 192
const NUMBERS_MAX = 32
/** Beyond this nothing is read: a copy shows itself earlier. */
const CHARACTERS_MAX = 20_000

/** It follows from the text alone, so it can be made ahead and elsewhere. */
export function sketchOf({ title, text }: { readonly title: string; readonly text: string }): Sketch {
  const words = parts(`${title}\n${text}`.slice(0, CHARACTERS_MAX))
  const hashes = words.map((word) => hash32(word))
  const runs = new Set<number>()
  for (let i = 0; i + RUN_WORDS <= hashes.length || (i === 0 && hashes.length > 0); i++) {
    let run = RUN_WORDS
    for (let at = i; at < i + RUN_WORDS && at < hashes.length; at++) run = mix32(run ^ (hashes[at] as number))
    // Signed while they are keys: such integers need no memory of their own.
    runs.add(run | 0)
  }
  const numbers = new Set<number>()
  for (let i = 0; i < words.length && numbers.size < NUMBERS_MAX; i++)
    if (NUMBER.test(words[i] as string)) numbers.add(hashes[i] ?? 0)
  return {
    runs: Uint32Array.from(runs).sort().slice(0, RUNS_MAX),
    size: runs.size,
    numbers: Uint32Array.from(numbers).sort(),
  }
}

/** Shares of two texts, 0 to 1 each. Exact for texts that are kept whole, otherwise an estimate within a few hundredths. */
export type Overlap = {
  /** What both share of what either has (the Jaccard index). */
  readonly resemblance: number
  /** How much of the one is in the other, both ways. */
  readonly oneInOther: number
  readonly otherInOne: number
}

export function overlapOf(one: Sketch, other: Sketch): Overlap {
  // Two samples can be compared as far as both reach.
  const reach = Math.min(reachOf(one), reachOf(other))
  const [a, b] = [countUpTo(one.runs, reach), countUpTo(other.runs, reach)]
  const shared = sharedOf(one.runs, other.runs)
  return {
    resemblance: a + b === 0 ? 0 : shared / (a + b - shared),
    oneInOther: a === 0 ? 0 : shared / a,
    otherInOne: b === 0 ? 0 : shared / b,
  }
}

/** How much of the shorter list of numbers is in the longer: 1 when one of them has none. */
export function numbersShared(one: Sketch, other: Sketch): number {
  const least = Math.min(one.numbers.length, other.numbers.length)
  return least === 0 ? 1 : sharedOf(one.numbers, other.numbers) / least
}

const reachOf = ({ runs, size }: Sketch): number =>
  runs.length < size ? (runs.at(-1) ?? 0) : Number.POSITIVE_INFINITY

function countUpTo(rising: Uint32Array, limit: number): number {
  let count = rising.length
  while (count > 0 && (rising[count - 1] as number) > limit) count--
  return count
}

/** How many values two rising lists share. */
function sharedOf(a: Uint32Array, b: Uint32Array): number {
  let shared = 0
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const [left, right] = [a[i] as number, b[j] as number]
    if (left === right) shared++
    if (left <= right) i++
    if (right <= left) j++
  }
  return shared
}
