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

/** What one telling added to a story when it came: a step of its timeline. */
export type Turn = {
  readonly at: Instant
  readonly itemId: string
  readonly news: readonly TurnNews[]
}

export type TurnNews =
  | { readonly kind: 'first' }
  /** A publisher family told it for the first time in words of its own. */
  | { readonly kind: 'publisher'; readonly family: string }
  /** Numbers that nobody had given, as printed. */
  | { readonly kind: 'numbers'; readonly values: readonly string[] }
  /** The source changed what it had said. */
  | { readonly kind: 'revision'; readonly revision: number }
  /** A number that excludes what another family had said of the same measure. */
  | {
      readonly kind: 'contradiction'
      readonly subject: string
      readonly metric: string
      readonly value: string
      readonly against: { readonly itemId: string; readonly value: string }
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
