import type { Correction, Edition, EditionKind } from '#domain'

/** An edition with its renderings, ready to be carried somewhere. */
export type Parcel = {
  readonly edition: Edition
  readonly corrections: readonly Correction[]
  readonly markdown: string
  readonly html: string
  readonly json: string
  /** Plain text from top to bottom, wrapped for mail. */
  readonly text: string
  /** Title, lede and the first entries in at most 1,500 characters: for chats. */
  readonly short: string
  /** HTML that mail programs render: tables, inline styles, under 100 KB. */
  readonly mailHtml: string
}

/** What became of one attempt. `again`: it may work later. `gone`: the receiver cannot be reached any more. */
export type Outcome =
  | { readonly kind: 'delivered'; readonly places: readonly string[] }
  | { readonly kind: 'failed'; readonly why: string; readonly next: 'again' | 'never' | 'gone' }

/**
 * Carries an edition to its receivers. What was delivered once is not asked for again; a failure is a value. Where the
 * neighbour can tell one message from the same one sent twice, it is given what it needs to do so.
 */
export type Delivery = {
  /** Unique within the house. */
  readonly name: string
  /** `public`: others may read it, so nothing from a private source goes there. */
  readonly audience: 'reader' | 'public'
  readonly kinds: readonly EditionKind[]
  /** True where delivering again is harmless and wanted: a folder that is kept in step. */
  readonly repeats: boolean
  receivers(kind: EditionKind): Promise<readonly string[]>
  deliver(parcel: Parcel, receiver: string): Promise<Outcome>
}
