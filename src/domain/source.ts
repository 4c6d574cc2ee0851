import type { Instant } from './time.ts'

/** How a source is read; it decides which gatherer fetches it, not how its bytes are parsed. */
export type SourceKind = 'feed' | 'page' | 'papers' | 'folder' | 'file'

/** One place that publishes, as a person set it up (or as an import found it). */
export type Source = {
  readonly id: string
  readonly name: string
  readonly kind: SourceKind
  /** An http(s) address, or a path for `folder` and `file`. */
  readonly address: string
  /** The publisher that answers for it, usually a registrable domain: two feeds of one family corroborate nothing. */
  readonly family: string
  /** How much its word counts, 0 to 1; 0.5 when nobody said. */
  readonly weight: number
  /** Hours without anything new after which its silence is named as a gap. */
  readonly staleAfterHours: number
}

/** What happened when we last asked a source: the scheduler's memory and the reader's explanation. */
export type SourceHealth = {
  readonly sourceId: string
  readonly lastTriedAt: Instant | null
  /** When it last answered, with or without news. */
  readonly lastAnsweredAt: Instant | null
  /** When it last gave an item that was new to us. */
  readonly lastNewItemAt: Instant | null
  readonly failuresInARow: number
  readonly lastFailure: string | null
  /** Not to be asked before this instant. */
  readonly nextTryAt: Instant | null
  readonly etag: string | null
  readonly lastModified: string | null
}
