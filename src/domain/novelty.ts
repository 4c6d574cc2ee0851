import type { Instant } from './time.ts'

/**
 * Something that our memory can be asked: what was told of two things together by an instant. "First in our memory" and
 * "none of the N stories on X names Y" are both answers to it.
 */
export type Togetherness = {
  readonly names: readonly [string, string]
  readonly entityIds: readonly [string, string]
  /** How many stories each was named in. */
  readonly stories: readonly [number, number]
  /** The stories that name both, oldest first. */
  readonly both: readonly { readonly storyId: string; readonly title: string; readonly at: Instant }[]
  /** True where the count was cut off: there are at least so many. */
  readonly isCut: boolean
}

/** What a story is the first in our memory to do, each with the counts that make it so. */
export type Novelty = {
  readonly kind: 'first-of' | 'first-with'
  readonly entityIds: readonly string[]
  readonly names: readonly string[]
  /** The stories on each of them that came before. */
  readonly before: readonly (readonly string[])[]
  /** "The first story in our memory on X", "The first in our memory that names X and Y; 14 stories on X and 9 on Y came before". */
  readonly because: string
}
