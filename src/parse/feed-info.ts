import type { PartialDate, Problem, RawItem } from '#domain'

/** What a feed says of itself; absent is null. */
export type FeedInfo = {
  readonly format: 'rss' | 'atom' | 'rdf' | 'json'
  readonly id: string | null
  readonly title: string | null
  /** The page that the feed belongs to. */
  readonly url: string | null
  /** The feed's own address, as it gives it. */
  readonly feedUrl: string | null
  readonly description: string | null
  readonly language: string | null
  readonly author: string | null
  readonly published: PartialDate | null
  readonly updated: PartialDate | null
  readonly imageUrl: string | null
}

/** One feed as read: what it is, its entries in document order, and what was lost. */
export type ReadFeed = {
  readonly feed: FeedInfo
  readonly items: readonly RawItem[]
  readonly problems: readonly Problem[]
}

/** `entry 3 ("Its title")`, for problems. */
export const entryName = (index: number, title: string | null): string =>
  title
    ? `entry ${index + 1} ("${title.length > 60 ? `${title.slice(0, 59)}…` : title}")`
    : `entry ${index + 1}`
