import type { Disagreement } from './disagreement.ts'
import type { Instant, PartialDate } from './time.ts'

/** A sentence of a source in an answer, with where it stands. */
export type AnswerSentence = {
  readonly text: string
  readonly itemId: string
  readonly title: string
  readonly url: string | null
  readonly sourceName: string
  readonly at: PartialDate
}

/** What is known of a question at an instant: sentences of sources only, each with its evidence. */
export type Answer = {
  readonly question: string
  readonly asOf: Instant
  /** Only what was seen from here on was looked at; null for everything. */
  readonly since: string | null
  /** In order of time; empty when nothing that we hold speaks to the question. */
  readonly sentences: readonly AnswerSentence[]
  readonly disagreements: readonly Disagreement[]
  /** What the answer does not cover, one sentence each. */
  readonly gaps: readonly string[]
  /** What comes closest when nothing speaks to it. */
  readonly nearest: readonly Omit<AnswerSentence, 'text'>[]
}
