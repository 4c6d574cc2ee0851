import type { Cluster } from './clusters.ts'
import type { Tale } from './tale.ts'

/** What the deep dives of one day know of each other. */
export type Day = {
  readonly date: string
  readonly tales: readonly Tale[]
  readonly clusters: readonly Cluster[]
}
