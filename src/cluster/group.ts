import type { Group, Telling } from './telling.ts'
import type { Vocabulary } from './vocabulary.ts'

export function createGroup(id: string): Group {
  const empty = new Int32Array(0)
  return {
    ...{ id, members: [], terms: empty, sums: empty, size: 0 },
    ...{ length: -1, lengthEpoch: -1, lastMs: Number.NaN, number: -1 },
  }
}

/**
 * Sums of sparse vectors over one vocabulary. `places` is scratch that is all zero between calls: where a term of the
 * group at hand stands, counted from 1.
 */
export function createSums(vocabulary: Vocabulary) {
  let places = new Int32Array(1024)

  function mark(group: Group): void {
    if (places.length < vocabulary.size()) places = new Int32Array(vocabulary.size() * 2)
    const { terms, size } = group
    for (let i = 0; i < size; i++) places[terms[i] as number] = i + 1
  }
  function unmark(group: Group): void {
    const { terms, size } = group
    for (let i = 0; i < size; i++) places[terms[i] as number] = 0
  }

  return {
    add(group: Group, telling: Telling): void {
      mark(group)
      reserve(group, telling.terms.length)
      for (let i = 0; i < telling.terms.length; i++) {
        const term = telling.terms[i] as number
        const count = telling.counts[i] as number
        const place = places[term] as number
        if (place > 0) group.sums[place - 1] = (group.sums[place - 1] as number) + count
        else {
          group.terms[group.size] = term
          group.sums[group.size] = count
          group.size++
        }
      }
      unmark(group)
      insert(group.members, telling)
      group.length = -1
      if (!(telling.seenMs <= group.lastMs)) group.lastMs = telling.seenMs
    },
    remove(group: Group, telling: Telling): void {
      mark(group)
      for (let i = 0; i < telling.terms.length; i++) {
        const place = places[telling.terms[i] as number] as number
        group.sums[place - 1] = (group.sums[place - 1] as number) - (telling.counts[i] as number)
      }
      unmark(group)
      compact(group)
      group.members.splice(group.members.indexOf(telling), 1)
      noteChange(group)
    },
  }
}

/** Members keep the order of coming, wherever they come from. */
function insert(members: Telling[], telling: Telling): void {
  let at = members.length
  while (at > 0 && (members[at - 1] as Telling).n > telling.n) at--
  members.splice(at, 0, telling)
}

function noteChange(group: Group): void {
  group.length = -1
  group.lastMs = Number.NaN
  for (const { seenMs } of group.members) if (!(seenMs <= group.lastMs)) group.lastMs = seenMs
}

function reserve(group: Group, more: number): void {
  if (group.size + more <= group.terms.length) return
  const capacity = group.size === 0 ? more : Math.ceil((group.size + more) * 1.5)
  const terms = new Int32Array(capacity)
  const sums = new Int32Array(capacity)
  terms.set(group.terms.subarray(0, group.size))
  sums.set(group.sums.subarray(0, group.size))
  group.terms = terms
  group.sums = sums
}

function compact(group: Group): void {
  let kept = 0
  for (let i = 0; i < group.size; i++) {
    if (group.sums[i] === 0) continue
    group.terms[kept] = group.terms[i] as number
    group.sums[kept] = group.sums[i] as number
    kept++
  }
  group.size = kept
}
