import type { Entity, Gap, Instant, Interval, Maker, Mover, Prediction, Profile } from '#domain'
import type { Foretold, Settled } from './brief-input.ts'
import type { MovedThread } from './moved-threads.ts'
import type { DigestStory } from './tale.ts'

/** Everything a daily digest is made from, as it was known when its window closed. */
export type DigestInput = {
  /** The day it is for, `2026-05-14`. */
  readonly date: string
  readonly window: Interval
  /** The stories of the window, best first. */
  readonly stories: readonly DigestStory[]
  readonly movers: readonly Mover[]
  /** Threads that the window moved, the most moved first. */
  readonly threads: readonly MovedThread[]
  /** Predictions of the ledger that were settled in the window. */
  readonly settled: readonly Settled[]
  /** What the ledger holds open at the end of the window, and what of it falls due soon. */
  readonly foretold: { readonly open: readonly Prediction[]; readonly due: readonly Foretold[] }
  /** Every source that was asked and answered, with how many items of the window it gave; 0 is silence. */
  readonly read: readonly { readonly sourceName: string; readonly items: number }[]
  readonly gaps: readonly Gap[]
  readonly profile: Profile
  readonly registry: readonly Entity[]
  readonly madeAt: Instant
  readonly makers: readonly Maker[]
}
