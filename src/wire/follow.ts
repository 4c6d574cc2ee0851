import type { Prediction, Resolution } from '#domain'

// What follows the field over time has no secrets and no rows: its domain shapes are what others see.
export type { Atlas, Proposal, Thread, TrackRecord, TrendLine, Trends } from '#domain'

/** Which lines of the trends a reader looks at. */
export type TrendChoice = {
  readonly bin: 'week' | 'month'
  /** Ids of the entities whose lines are drawn, the first in front. */
  readonly compare: readonly string[]
  /** Which of all lines the table lists; null for every kind, every state. */
  readonly type: string | null
  readonly state: string | null
  /** The bins drawn, counting from 0, both inside: what a brush chose; null for all. */
  readonly brush: { readonly from: number; readonly to: number } | null
}

/** A prediction of the ledger with how it stands. */
export type LedgerRow = { readonly prediction: Prediction; readonly resolution: Resolution | null }
