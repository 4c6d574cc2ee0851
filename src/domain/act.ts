import type { Profile } from './profile.ts'
import type { Instant } from './time.ts'

/**
 * What a person did. A fact, and it outranks judgments: every later run obeys it until another act undoes it. Acts name
 * facts only (items, editions, names), never judgments such as stories, whose ids a rebuild may change.
 */
export type Act = {
  readonly id: string
  readonly at: Instant
  readonly deed: Deed
}

export type Deed =
  /** More, or less, like the story that this item tells. */
  | { readonly kind: 'more' | 'less'; readonly itemId: string }
  /** This before that. */
  | { readonly kind: 'prefer'; readonly itemId: string; readonly overItemId: string }
  /** Must be in the next edition, whatever its score. */
  | { readonly kind: 'star'; readonly itemId: string }
  /** In the edition of this date on top, or not at all. */
  | { readonly kind: 'pin' | 'drop'; readonly itemId: string; readonly date: string }
  /** These items tell one story. */
  | { readonly kind: 'merge'; readonly itemIds: readonly string[] }
  /** The item does not tell the story of the others. */
  | { readonly kind: 'split'; readonly itemId: string; readonly otherItemIds: readonly string[] }
  /** The name proposed under one id is another name of the entity. */
  | {
      readonly kind: 'same-entity'
      readonly proposedId: string
      readonly name: string
      readonly entityId: string
    }
  /** The reader has read the story that this item tells. */
  | { readonly kind: 'read'; readonly itemId: string }
  /** What a sentence of an edition, or a page, should have said: a dated correction, printed beside it. */
  | { readonly kind: 'correct'; readonly editionId: string; readonly sentence: string; readonly text: string }
  /** From now on this is what the reader cares about, whatever the settings file says; null gives the file back its word. */
  | { readonly kind: 'profile'; readonly profile: Profile | null }
  /** The edition may go out. */
  | { readonly kind: 'approve'; readonly editionId: string }
  /**
   * What the reader makes of a thread: it is one, it is none, it is over, or what it is called. A thread's id is made of
   * the names that its members share, so that it means the same after a rebuild.
   */
  | {
      readonly kind: 'thread'
      readonly threadId: string
      readonly verdict: 'confirm' | 'drop' | 'close' | 'name'
      readonly name: string | null
    }
  /**
   * A block of the reader's own on a wiki page, under a heading (empty: above all), in the place of one they wrote before
   * under the same id; without text it is taken away.
   */
  | {
      readonly kind: 'page-note'
      readonly pageId: string
      readonly blockId: string
      readonly under: string
      readonly text: string | null
    }
  /** A block of the house that the reader struck from a page, by the hash of its words; gone once its words change. */
  | { readonly kind: 'page-strike'; readonly pageId: string; readonly hash: string }
  /** The act is as if it had not been. An undo can be undone. */
  | { readonly kind: 'undo'; readonly actId: string }

export type DeedKind = Deed['kind']
