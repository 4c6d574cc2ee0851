import type { Group, Telling } from './telling.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Cosines over the vocabulary's weights. One telling at a time is held up against many others. */
export function createLikeness(vocabulary: Vocabulary) {
  // What the telling held up weighs, by term; zero everywhere else.
  let held = new Float64Array(1024)

  function reserve(): void {
    if (held.length >= vocabulary.size()) return
    held = new Float64Array(vocabulary.size() * 2)
  }

  function lengthOf(telling: Telling): number {
    if (telling.lengthEpoch !== vocabulary.epoch()) {
      telling.length = norm(vocabulary, telling.terms, telling.counts, telling.terms.length)
      telling.lengthEpoch = vocabulary.epoch()
    }
    return telling.length
  }

  function lengthOfGroup(group: Group): number {
    if (group.length < 0 || group.lengthEpoch !== vocabulary.epoch()) {
      group.length = norm(vocabulary, group.terms, group.sums, group.size)
      group.lengthEpoch = vocabulary.epoch()
    }
    return group.length
  }

  function dot(terms: Int32Array, counts: Int32Array | Uint8Array, size: number): number {
    let sum = 0
    for (let i = 0; i < size; i++) sum += (held[terms[i] as number] as number) * (counts[i] as number)
    return sum
  }

  return {
    lengthOf,
    /** Holds a telling up while `compare` runs. */
    holding<T>(telling: Telling, compare: () => T): T {
      reserve()
      const { terms, counts } = telling
      for (let i = 0; i < terms.length; i++) {
        const term = terms[i] as number
        held[term] = (counts[i] as number) * vocabulary.weight(term) ** 2
      }
      const result = compare()
      for (const term of terms) held[term] = 0
      return result
    },
    /** Of the telling held up to the middle of a group. */
    toGroup(telling: Telling, group: Group): number {
      const lengths = lengthOf(telling) * lengthOfGroup(group)
      return lengths === 0 ? 0 : dot(group.terms, group.sums, group.size) / lengths
    },
    /** Of the telling held up to another. */
    toTelling(telling: Telling, other: Telling): number {
      const lengths = lengthOf(telling) * lengthOf(other)
      return lengths === 0 ? 0 : dot(other.terms, other.counts, other.terms.length) / lengths
    },
    /** Of the middles of two groups. */
    ofGroups(a: Group, b: Group): number {
      const [small, large] = a.size <= b.size ? [a, b] : [b, a]
      reserve()
      for (let i = 0; i < small.size; i++) {
        const term = small.terms[i] as number
        held[term] = (small.sums[i] as number) * vocabulary.weight(term) ** 2
      }
      const sum = dot(large.terms, large.sums, large.size)
      for (let i = 0; i < small.size; i++) held[small.terms[i] as number] = 0
      const lengths = lengthOfGroup(a) * lengthOfGroup(b)
      return lengths === 0 ? 0 : sum / lengths
    },
  }
}

export type Likeness = ReturnType<typeof createLikeness>

function norm(
  vocabulary: Vocabulary,
  terms: Int32Array,
  counts: Int32Array | Uint8Array,
  size: number,
): number {
  let sum = 0
  for (let i = 0; i < size; i++) sum += ((counts[i] as number) * vocabulary.weight(terms[i] as number)) ** 2
  return Math.sqrt(sum)
}
