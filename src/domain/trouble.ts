import type { Span } from './judgment.ts'

/** A judgment: something that goes wrong and what cures it, as an item states it. */
export type Trouble = {
  /** What is seen. */
  readonly symptom: Span & { readonly text: string }
  /** Why; null where the item does not say. */
  readonly cause: (Span & { readonly text: string }) | null
  readonly fix: Span & { readonly text: string }
}
