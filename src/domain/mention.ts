import type { EntityType } from './entity.ts'
import type { Span } from './judgment.ts'

/** A judgment: this stretch of text names this entity. */
export type Mention = Span & {
  /** Which part of the item the span counts in. */
  readonly field: 'title' | 'text'
  /** The words as they stand. */
  readonly surface: string
  /** The canonical name. */
  readonly name: string
  /** The registry's entity, or the slug proposed for a name found by form. */
  readonly entityId: string
  /** False when the registry does not hold it: found by form or context, proposed and not merged. */
  readonly known: boolean
  readonly type: EntityType
  /** Of a name that the registry lacks, the id of the family or maker that it shows: `qwen3` for `Qwen3-9B`. */
  readonly parent?: string
  /** How much the item is about it: 1 in passing, 2 a part, 3 what it is about. */
  readonly salience: 1 | 2 | 3
}
