import type { Change } from './quantities-change.ts'

/** A number of a text with what it measures or counts. Places are UTF-16 units, `start` inside and `end` outside. */
export type Quantity = {
  readonly start: number
  readonly end: number
  /** As printed, with its hedge, sign, scale and unit; a counted noun stays outside. */
  readonly text: string
  /** In base units: 1.6e12 for `1.6T`, 7.5e8 for `750MW`. Of a range the lower bound as printed first. */
  readonly number: number
  /** Both bounds of a range as printed (`high` may be the smaller: `from 20% to 15%`), else null. */
  readonly low: number | null
  readonly high: number | null
  /** Canonical (`%`, `pp`, `x`, `usd`, `W`, `token`, `parameter`, `GB`, `ms`, `usd/token`), or the counted noun; empty when none. */
  readonly unit: string
  readonly change: Change
}
