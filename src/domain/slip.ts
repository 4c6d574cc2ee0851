import type { Span } from './judgment.ts'

/** What about a text does not add up: a sum, a ratio or move, parts of a whole, a list's length, days between dates, a weekday, a unit. */
export type SlipKind = 'sum' | 'move' | 'parts' | 'list' | 'days' | 'weekday' | 'unit'

/**
 * A judgment: two things that a text says cannot both hold. The quote stands as it is printed; `computed` is what follows
 * from the rest of the text, and `because` says how, in words that a reader can check. Which of them is wrong is not decided.
 */
export type Slip = Span & {
  readonly kind: SlipKind
  readonly quote: string
  /** What is printed, and what it would have to be. */
  readonly said: string
  readonly computed: string
  readonly because: string
}
