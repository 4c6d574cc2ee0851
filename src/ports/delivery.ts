import type { Edition, Problem } from '#domain'

/** A published edition with its renderings, ready to be carried somewhere. */
export type Parcel = {
  readonly edition: Edition
  readonly markdown: string
  readonly html: string
  readonly json: string
}

/** Carries a published edition to its reader. Delivering the same edition twice leaves the same result. */
export type Delivery = {
  readonly name: string
  deliver(
    parcel: Parcel,
  ): Promise<{ readonly places: readonly string[]; readonly problems: readonly Problem[] }>
}
