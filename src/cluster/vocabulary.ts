/**
 * The terms of the live items, each with the number of items that hold it. Inverse document frequencies are learned as
 * items come and taken anew whenever the window has grown by a tenth, all at once: so what an item weighs depends on
 * which items are live and on their order alone, and a window that was restored weighs like one that lived through it.
 */
export type Vocabulary = {
  /** The number of a term, given its hash; a new one for a new term. */
  numberOf(hash: number): number
  hashOf(term: number): number
  /** Counts one item's terms. */
  add(terms: Iterable<number>): void
  remove(terms: Iterable<number>): void
  frequency(term: number): number
  /** The weight of a term as of the last taking: whole sixteenths, so that sums are exact in any order. */
  weight(term: number): number
  size(): number
  /** Counts the takings: what was summed up under another one is stale. */
  epoch(): number
}

const GROWN = 1.1
const SMOOTHING_ITEMS = 50
const SCALE = 16
/** A likeness weighs each rarity twice: damped, so that one rare word in common makes no story. */
const DAMPING = 0.85
const USUAL_RARITY = 5

export function createVocabulary(): Vocabulary {
  const numbers = new Map<number, number>()
  const hashes: number[] = []
  const frequencies: number[] = []
  const weights: number[] = []
  let items = 0
  let takenAt = 0
  let epoch = 0

  const weightOf = (frequency: number) => {
    const rarity = Math.log(1 + (items + SMOOTHING_ITEMS) / (frequency + 0.5))
    return Math.max(1, Math.round(SCALE * USUAL_RARITY * (rarity / USUAL_RARITY) ** DAMPING))
  }

  function take(): void {
    for (let term = 0; term < hashes.length; term++) weights[term] = weightOf(frequencies[term] ?? 0)
    takenAt = items
    epoch++
  }

  return {
    numberOf(hash) {
      const known = numbers.get(hash)
      if (known !== undefined) return known
      const term = hashes.push(hash) - 1
      numbers.set(hash, term)
      frequencies.push(0)
      weights.push(weightOf(1))
      return term
    },
    hashOf: (term) => hashes[term] ?? 0,
    add(terms) {
      for (const term of terms) frequencies[term] = (frequencies[term] ?? 0) + 1
      items++
      if (items > takenAt * GROWN) take()
    },
    remove(terms) {
      for (const term of terms) frequencies[term] = (frequencies[term] ?? 0) - 1
      items--
    },
    frequency: (term) => frequencies[term] ?? 0,
    weight: (term) => weights[term] ?? 0,
    size: () => hashes.length,
    epoch: () => epoch,
  }
}
