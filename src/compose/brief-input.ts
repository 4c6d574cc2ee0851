import type {
  Correction,
  Dossier,
  Edition,
  Entity,
  Gap,
  Instant,
  Interval,
  Maker,
  Mover,
  Prediction,
  Profile,
  Resolution,
} from '#domain'
import type { Witness } from './book.ts'
import type { DigestStory } from './tale.ts'

/** A prediction that was settled, with what shows it. */
export type Settled = {
  readonly prediction: Prediction
  readonly resolution: Resolution
  readonly witnesses: readonly Witness[]
}

/** A prediction of the ledger that is open, with the items that it was made in. */
export type Foretold = Omit<Settled, 'resolution'>

/** Everything a weekly brief is made from, as it was known when its window closed. */
export type BriefInput = {
  /** ISO week, `2026-W20`. */
  readonly week: string
  /** Counting from 1. */
  readonly issue: number
  readonly window: Interval
  /** The stories of the week, best first. */
  readonly stories: readonly DigestStory[]
  /** The stories of the week before. */
  readonly before: readonly Dossier[]
  /** Wholes of the week (episodes, talks), which are no stories themselves. */
  readonly wholes: readonly Dossier['tellings'][number][]
  /** The brief before this one; null for the first. */
  readonly last: Edition | null
  readonly settled: readonly Settled[]
  readonly corrections: readonly Correction[]
  readonly movers: readonly Mover[]
  readonly read: readonly { readonly sourceName: string; readonly items: number }[]
  readonly gaps: readonly Gap[]
  readonly profile: Profile
  readonly registry: readonly Entity[]
  /** Names of the deep dives that the house keeps. */
  readonly dives: readonly string[]
  readonly madeAt: Instant
  readonly makers: readonly Maker[]
}
