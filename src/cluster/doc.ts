import type { Forward, Ids, Instant, Placement } from '#domain'
import type { Words } from './features.ts'
import type { Gist } from './gist.ts'

/** Whom an item is about before all others, and which of them its title shows acting: companies, labs, governments. */
export type Cast = { readonly heads: readonly string[]; readonly actors: readonly string[] }

export const NOBODY: Cast = { heads: [], actors: [] }

/** What the room needs to know of an item. */
export type ClusterDoc = Words & {
  readonly id: string
  /** What it is in the world: equal keys are one thing. */
  readonly key: string | null
  readonly ids: Ids
  readonly seenAt: Instant | null
  readonly sourceId: string | null
  readonly cast: Cast
  /** Keys of what it links to. */
  readonly links: readonly string[]
  /** The item whose words it repeats. */
  readonly copyOf: string | null
  /** What was read of its words before; absent, they are read when it comes in. */
  readonly gist?: Gist
}

/** An item of which nothing is known but its words. */
export const NO_TIES = {
  ...{ key: null, ids: {}, seenAt: null, sourceId: null },
  ...{ entities: [], cast: NOBODY, links: [], copyOf: null },
}

export type Place = { readonly storyId: string; readonly eventId: string }

/** Where an item was put, and what that changed: stories found to be one, and items that have a new place. */
export type Placed = Place & {
  readonly forwards: readonly Forward[]
  readonly moved: readonly Placement[]
}

/**
 * What people decided, which outranks every likeness: items that tell one story, and items that do not tell the story
 * that another item tells.
 */
export type Constraints = {
  readonly together: readonly (readonly string[])[]
  readonly apart: readonly (readonly [string, string])[]
}
