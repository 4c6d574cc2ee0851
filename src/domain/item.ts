import type { Instant, PartialDate } from './time.ts'

export type ItemKind =
  | 'article'
  | 'paper'
  | 'post'
  | 'issue'
  | 'transcript'
  | 'discussion'
  | 'model'
  | 'repository'
  | 'ranking'

/** A file, image or recording that hangs on an item. */
export type Attachment = {
  readonly url: string
  readonly type: string | null
  readonly sizeBytes: number | null
}

/** A link found in an item's text. */
export type Link = {
  readonly url: string
  readonly text: string
  /** Where `text` stands in the item's text, in UTF-16 units; absent when it is not part of it. */
  readonly at?: number
}

/** What a parser read, in the source's own words: nothing is canonical yet, absent is null. */
export type RawItem = {
  readonly guid: string | null
  readonly title: string | null
  readonly url: string | null
  readonly author: string | null
  /** The date as parsed, ISO 8601 and as partial as the source; null when unsaid or unreadable. */
  readonly published: PartialDate | null
  readonly updated: PartialDate | null
  /** Sanitised HTML of the body; null when the source gave none. */
  readonly html: string | null
  /** Plain text of the body; null when the source gave only HTML. */
  readonly text: string | null
  readonly attachments: readonly Attachment[]
  /** What kind of thing the format says it is; null leaves it to `normalise`. */
  readonly kind: ItemKind | null
  /** Counts that the source prints about it: upvotes, comments, points, rank, score … */
  readonly signals: Readonly<Record<string, number>>
  /** The source's own labels. */
  readonly tags: readonly string[]
}

/** Ids by which the world knows a thing; one item may carry several. */
export type Ids = {
  readonly arxiv?: string
  readonly doi?: string
  readonly github?: string
  readonly huggingface?: string
  readonly youtube?: string
  readonly xStatus?: string
  readonly reddit?: string
  readonly hackerNews?: string
}

/**
 * One published thing. A fact: written once, never edited; a changed article is a new revision of the same Item.
 * Three times are kept apart: what the source says (`publishedAt`), when we saw it (`capturedAt`), and, in claims
 * and mentions, what the text is about.
 */
export type Item = {
  /** Stable over revisions: made from the source and the key. */
  readonly id: string
  /** 1 for the first text seen, then counting. */
  readonly revision: number
  /** What it is in the world, whoever tells it: `arxiv:2605.12483`, `url:example.org/a`, … Equal keys are one thing. */
  readonly key: string
  readonly sourceId: string
  readonly captureHash: string
  readonly kind: ItemKind
  readonly url: string | null
  readonly title: string
  readonly authors: readonly string[]
  readonly text: string
  /** ISO 639-1 code, or `und`. */
  readonly lang: string
  readonly publishedAt: PartialDate | null
  /** Why `publishedAt` differs from what the source printed; null when it does not. */
  readonly dateRepair: string | null
  readonly capturedAt: Instant
  /**
   * The instant from which the house counts it as seen: `capturedAt` for a live capture; for a replayed archive the
   * instant at which its source released it, never inside a window that is already closed. Windows and `--as-of` use it.
   */
  readonly seenAt: Instant
  readonly ids: Ids
  readonly links: readonly Link[]
  readonly tags: readonly string[]
  readonly signals: Readonly<Record<string, number>>
  /** The newsletter issue or transcript that it was cut from; null for a whole. */
  readonly partOf: string | null
  /** Hash of title and text: equal hashes are the same revision. */
  readonly contentHash: string
}
