import type { Instant } from '#domain'

/** An act of a person as the log shows it. */
export type LogRow = {
  readonly id: string
  readonly at: Instant
  readonly what: string
  readonly about: { readonly title: string; readonly path: string | null } | null
  readonly inForce: boolean
  readonly undoable: boolean
}
