import type { Maker } from './judgment.ts'
import type { Instant } from './time.ts'

/** A phrase that the reader's own corpus says with a topic of theirs, and counts that anyone can count again. */
export type RelatedPhrase = {
  /** The topic as the profile writes it. */
  readonly topic: string
  /** As it was first written. A single made word (`RTX`) is meant in this very spelling. */
  readonly phrase: string
  /** Stories about the topic that say it. */
  readonly together: number
  /** All stories that say it. */
  readonly stories: number
}

/** A judgment: what the weeks before one week taught of the words around each topic. */
export type RelatedWords = {
  /** The first instant of the week for which it holds; nothing seen from then on was looked at. */
  readonly week: Instant
  /** The version of what learnt it. */
  readonly by: Maker
  /** The topics for which words were looked for, found or not. */
  readonly topics: readonly string[]
  readonly phrases: readonly RelatedPhrase[]
}
