import type { Span } from './judgment.ts'

/** How a number stands to the truth: exactly, about, less or more than, or a move up or down. */
export type Change = '=' | '~' | '<' | '>' | 'up' | 'down'

export type ClaimKind = 'level' | 'improvement' | 'comparison' | 'count' | 'money' | 'date' | 'other'

/** A judgment: the text says this of this subject, with a number. Never without its quote. */
export type Claim = Span & {
  /** The whole sentence that holds it. */
  readonly sentence: string
  readonly subject: string | null
  readonly metric: string | null
  /** The number as printed: `1.6T`, `34.4 %`, `$650M`. */
  readonly value: string
  /** In base units: 1.6e12. Of a range or a move the bound it arrives at: 78.5 of "from 75.4 to 78.5"; its middle is not invented. */
  readonly number: number
  /** Both bounds as printed, else null. */
  readonly low: number | null
  readonly high: number | null
  /** Canonical: `%`, `pp`, `x`, `usd`, `W`, `token`, `parameter` …; empty when the number counts nothing named. */
  readonly unit: string
  readonly change: Change
  readonly baseline: string | null
  readonly condition: string | null
  readonly kind: ClaimKind
}
