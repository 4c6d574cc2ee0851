import type { Instant } from './time.ts'

/** Where a story stands in its life. */
export type Phase = 'breaking' | 'developing' | 'sustained' | 'fading'

/** A judgment: one happening as several sources tell it. Its id stays steady while it grows. */
export type Story = {
  readonly id: string
  /** The larger affair it belongs to. */
  readonly eventId: string
  /** The title of its most telling item. */
  readonly title: string
  /** Members in the order seen. */
  readonly itemIds: readonly string[]
  readonly firstSeenAt: Instant
  readonly lastSeenAt: Instant
}

/** A judgment: this item joined this story at this moment, and which item it copies, if any. */
export type Placement = {
  readonly itemId: string
  readonly storyId: string
  readonly eventId: string
  readonly joinedAt: Instant
  /** The item whose text it repeats; null when it is its own. */
  readonly copyOf: string | null
}

/** A judgment: these stories were found to be one; the old id leads to the new from then on. */
export type Forward = { readonly fromStoryId: string; readonly toStoryId: string; readonly at: Instant }
