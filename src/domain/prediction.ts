import type { Span } from './judgment.ts'
import type { Instant, PartialDate } from './time.ts'

/** A judgment: a sentence of an item that looks forward. */
export type Forecast = Span & {
  readonly text: string
  /** Who says so, in the text's words; null when the text does not say. */
  readonly by: string | null
  readonly horizonDays: number | null
  /** When it can be judged, as partial as the text. */
  readonly due: PartialDate | null
  /** A second deadline where the text gives two. */
  readonly dueAlso: PartialDate | null
  /** What would settle it, in the text's words. */
  readonly criterion: string | null
  /** True when it can be judged one day, for it has a date or names what would settle it; false for other forward speech. */
  readonly explicit: boolean
}

/** An entry of the ledger: frozen at birth, changed only by a new version that points back. */
export type Prediction = {
  readonly id: string
  readonly claim: string
  readonly by: string
  readonly madeAt: Instant
  readonly due: PartialDate | null
  readonly dueAlso: PartialDate | null
  readonly criterion: string | null
  /** 0 to 1; null when nobody gave one. */
  readonly probability: number | null
  readonly itemIds: readonly string[]
  readonly replaces: string | null
}

/** How a prediction ended, with what shows it. Append-only. */
export type Resolution = {
  readonly predictionId: string
  readonly outcome: 'right' | 'wrong' | 'void' | 'open'
  readonly resolvedAt: Instant
  readonly because: string
  readonly itemIds: readonly string[]
}
