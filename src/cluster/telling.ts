import type { Cast } from './doc.ts'
import type { Figure } from './figures.ts'
import type { Names } from './names.ts'

/** One live item as the room sees it. */
export type Telling = {
  readonly id: string
  /** Its place in the order of coming, from 0 since the window was last swept. */
  n: number
  /** Terms by their numbers in the vocabulary, each once; how much it says of each stands beside it in `counts`. */
  terms: Int32Array
  readonly counts: Uint8Array
  /** The days of the week that it names, a bit each. */
  readonly weekdays: number
  /** When it was seen, in milliseconds; NaN when nobody said. */
  readonly seenMs: number
  /** What it is in the world: its key and its ids, `arxiv:2605.12483`. */
  readonly identities: readonly string[]
  /** Keys of what it links to. */
  readonly links: readonly string[]
  readonly names: Names
  readonly figures: readonly Figure[]
  readonly sourceId: string | null
  readonly cast: Cast
  /** The item whose words it repeats. */
  readonly copyOf: string | null
  /** False once a newer revision stands in its place. */
  live: boolean
  story: Group
  event: Group
  length: number
  lengthEpoch: number
}

/** A story or an event: its live members, and what they say in sum. All of it follows from the members alone. */
export type Group = {
  readonly id: string
  /** In the order of coming. */
  readonly members: Telling[]
  /** Every term that a member holds, in no order; the first `size` of the array. */
  terms: Int32Array
  sums: Int32Array
  size: number
  /** The length of the sum as a vector, as of `lengthEpoch`; -1 when it must be taken anew. */
  length: number
  lengthEpoch: number
  lastMs: number
  /** Its place among the groups of the window since that was last swept. */
  number: number
}
