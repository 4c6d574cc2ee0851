import type { Span } from './judgment.ts'
import type { Instant, PartialDate } from './time.ts'

/**
 * How forward speech stands to what it says: foretells it; foretells it on a condition; says it may be; tells what is
 * scheduled; tells what its speaker means to do; only says when people meet or a door shuts; or only asks.
 */
export type Stance =
  | 'prediction'
  | 'conditional'
  | 'hedged'
  | 'schedule'
  | 'plan'
  | 'appointment'
  | 'question'

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
  readonly stance: Stance
}

/** How a prediction came into the ledger: foretold by a source, by our own editions, or by the reader. */
export type PredictionRoad = 'source' | 'house' | 'reader'

/** What keeps a prediction from being judged, found when it was entered, with words that would mend it. */
export type PredictionFault = {
  readonly kind: 'no-claim' | 'no-date' | 'past-date' | 'no-criterion' | 'vague-scope' | 'hedged' | 'compound'
  /** True where the ledger refuses it; a fault that only marks it is false. */
  readonly refuses: boolean
  readonly because: string
  readonly suggestion: string
}

/** An entry of the ledger: frozen at birth, changed only by a new version that points back. */
export type Prediction = {
  readonly id: string
  readonly road: PredictionRoad
  readonly claim: string
  readonly by: string
  /** When it was made, as precise as its source. */
  readonly madeAt: PartialDate
  /** From when the ledger holds it: what `asOf` asks. */
  readonly enteredAt: Instant
  readonly due: PartialDate | null
  readonly dueAlso: PartialDate | null
  readonly criterion: string | null
  /** 0 to 1; null when nobody gave one. */
  readonly probability: number | null
  /** Words that bound what it speaks of: `multimodal`, `frontier scale`; evidence outside them does not settle it. */
  readonly scope: readonly string[]
  readonly entityIds: readonly string[]
  /** Who published it; null for the reader's own. */
  readonly sourceId: string | null
  readonly itemIds: readonly string[]
  /** Faults that mark it; it was entered in spite of them. */
  readonly faults: readonly PredictionFault[]
  /** The version that this one takes the place of. */
  readonly replaces: string | null
}

export type Outcome = 'right' | 'wrong' | 'void' | 'open'

/** A stretch of an item that speaks for or against a prediction. */
export type PredictionEvidence = Span & {
  readonly itemId: string
  readonly title: string
  readonly url: string | null
  readonly seenAt: Instant
  readonly text: string
  readonly side: 'for' | 'against' | 'about'
  /** Words of the prediction's scope that this evidence does not share; empty when it fits. */
  readonly outOfScope: readonly string[]
  /** How much of what the prediction asks for it holds, 0 to 1. */
  readonly weight: number
}

/** How a prediction ended, with what shows it. Append-only: a later one outranks an earlier one, and both stay. */
export type Resolution = {
  readonly predictionId: string
  readonly outcome: Outcome
  readonly resolvedAt: Instant
  readonly by: 'reader' | 'house'
  readonly because: string
  readonly itemIds: readonly string[]
}

/** What the ledger would say of an open prediction today. */
export type Proposal = {
  readonly prediction: Prediction
  readonly outcome: Outcome
  /** True where the evidence settles it; false where the reader is asked. */
  readonly clear: boolean
  readonly because: string
  readonly evidence: readonly PredictionEvidence[]
  /** Days from the day it was made to the evidence that settles it, or to now. */
  readonly elapsedDays: number
  /** Days past its last deadline; 0 before it, null without one. */
  readonly lateDays: number | null
}

/** How well some predictions did. Only settled ones count; those with a probability give the two scores. */
export type TrackRecord = {
  readonly of: string
  readonly entered: number
  readonly right: number
  readonly wrong: number
  readonly void: number
  readonly open: number
  /** Share that came true among the right and the wrong, with its 95 % interval; null while nothing is settled. */
  readonly baseRate: { readonly value: number; readonly low: number; readonly high: number } | null
  /** Mean squared error of the probabilities, 0 best; and what always saying the base rate would have scored. */
  readonly brier: { readonly value: number; readonly ofBaseRate: number; readonly cases: number } | null
  /** Mean of -ln(probability given to what happened), 0 best. */
  readonly logScore: number | null
  readonly calibration: readonly {
    readonly from: number
    readonly to: number
    readonly said: number
    readonly happened: number
    readonly cases: number
  }[]
}
