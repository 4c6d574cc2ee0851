import type { Instant } from '#domain'
import type { Cluster } from './clusters.ts'
import type { Tale } from './tale.ts'

/** What the deep dives of one day know of each other. */
export type Day = {
  readonly date: string
  /** When the window opened. */
  readonly from: Instant
  /** Entities that are too wide to be a matter of one day. */
  readonly broad: ReadonlySet<string>
  readonly tales: readonly Tale[]
  readonly clusters: readonly Cluster[]
}
