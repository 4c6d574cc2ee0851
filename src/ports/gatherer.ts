import type { Capture, Instant, Problem, Source, SourceHealth } from '#domain'

/** What asking a source gave. A failure is a value: it is kept as the source's health and shown. */
export type Gathered =
  | {
      readonly kind: 'fresh'
      readonly captures: readonly { readonly capture: Capture; readonly body: Uint8Array }[]
      readonly etag: string | null
      readonly lastModified: string | null
      readonly problems: readonly Problem[]
    }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'failed'; readonly why: string; readonly retryAt: Instant | null }

/** Fetches what a source has. One for each kind of neighbour; it knows protocols and nothing of what the bytes mean. */
export type Gatherer = {
  readonly handles: (source: Source) => boolean
  gather(
    source: Source,
    health: SourceHealth | null,
    now: Instant,
  ): AsyncIterable<Gathered> | Promise<Gathered>
}
