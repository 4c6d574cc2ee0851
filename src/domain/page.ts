import type { Instant } from './time.ts'

/**
 * `concept` is a topic, a method, a benchmark or another thing that nobody is or makes; `entity` is somebody or something
 * made; `troubles` a table of what goes wrong with one of them and what cures it.
 */
export type PageKind = 'entity' | 'concept' | 'paper' | 'event' | 'thread' | 'troubles'

/** One revision of a wiki page; a page is the series of its revisions, each made from facts. */
export type Page = {
  /** Its path without an ending: `entity/openai`. */
  readonly id: string
  readonly kind: PageKind
  readonly revision: number
  readonly title: string
  /** Other names by which a link may call it. */
  readonly aliases: readonly string[]
  /** Blocks between blank lines, the machine's and the reader's; links as `[[id|words]]`, citations as `[^item]`. */
  readonly markdown: string
  /** The items that its sentences cite, each with the hash of the text that was cited. */
  readonly cited: readonly { readonly itemId: string; readonly contentHash: string }[]
  /** The stories it was made of. */
  readonly storyIds: readonly string[]
  readonly madeAt: Instant
  /** What the revision changed: "2 stories more". */
  readonly because: string
}

/** Something that a mechanical reading of the wiki found amiss. It is proposed and never mended by itself. */
export type WikiFault = {
  readonly kind: 'orphan' | 'stale' | 'missing' | 'broken-link' | 'drift' | 'contradiction' | 'count'
  readonly pageId: string
  readonly because: string
  readonly proposal: string
}
