import type { Group, Telling } from './telling.ts'

/** Numbers kept of each telling in `rows`. */
export const ROW = 4

/**
 * Where tellings stand, in one flat array: a search looks at hundreds of them, and objects would be fetched from all over
 * the memory. Of each telling, by its place in the order of coming: the numbers of its story and of its event, and how
 * many terms it has, 0 once it is no longer live.
 */
export type Standings = {
  rows(): Int32Array
  /** Groups by their numbers. */
  readonly groups: readonly Group[]
  /** Notes where a telling stands now. */
  note(telling: Telling): void
  /** The number of a group, a new one where it has none here. */
  enrol(group: Group): void
}

export function createStandings(): Standings {
  let rows = new Int32Array(1024 * ROW)
  const groups: Group[] = []
  return {
    rows: () => rows,
    groups,
    note({ n, live, story, event, terms }) {
      const at = n * ROW
      if (at + ROW > rows.length) {
        const larger = new Int32Array((at + ROW) * 2)
        larger.set(rows)
        rows = larger
      }
      rows[at] = story.number
      rows[at + 1] = event.number
      rows[at + 2] = live ? terms.length : 0
    },
    enrol(group) {
      group.number = groups.push(group) - 1
    },
  }
}
