import type { Instant } from './time.ts'

/** A judgment: the larger affair that several stories belong to. */
export type Event = {
  readonly id: string
  readonly title: string
  readonly storyIds: readonly string[]
  readonly firstSeenAt: Instant
  readonly lastSeenAt: Instant
}
