import type { Instant } from '#domain'

/** The only place where time comes in. */
export type Clock = { now(): Instant }
