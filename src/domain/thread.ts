import type { Instant } from './time.ts'

/** A judgment that a reader may edit: a line that several stories continue over days or weeks. */
export type Thread = {
  readonly id: string
  readonly name: string
  readonly claim: string
  /** Members in order of time; the size of a thread is the length of this list. */
  readonly storyIds: readonly string[]
  readonly openedAt: Instant
  readonly lastMovedAt: Instant
}
