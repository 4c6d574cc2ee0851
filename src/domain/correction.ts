import type { Instant } from './time.ts'

/** A dated erratum of a published edition, from a person's act. The edition itself stays as it was printed. */
export type Correction = {
  /** The act's id. */
  readonly id: string
  readonly editionId: string
  readonly at: Instant
  /** The sentence as it was printed. */
  readonly was: string
  /** What it should have said; empty when it is only taken back. */
  readonly now: string
}
