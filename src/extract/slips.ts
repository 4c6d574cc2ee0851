import type { PartialDate, Slip } from '#domain'
import { quantities } from '#text'
import { listSlips } from './slips-lists.ts'
import { moveSlips } from './slips-moves.ts'
import { partSlips } from './slips-parts.ts'
import { sumSlips } from './slips-sums.ts'
import { daySlips } from './slips-times.ts'
import { totalSlips } from './slips-totals.ts'
import { unitSlips } from './slips-units.ts'

/** Which code found a slip. */
export const SLIPS_MAKER = 'extract/slips@2'

/**
 * What in a text does not add up, in order: its own arithmetic done again ("10 + 30 = 40", "from 75.4 to 78.5, up 2.8"),
 * totals of what a sentence lists, shares of a whole, counts against the lists they announce, spans against the dates they lie between, weekdays against
 * the calendar, units that a transcript misheard. Printed rounding is allowed for, and where a text may be read in two
 * ways nothing is said. Days without a year count from `published`.
 */
export function slips(text: string, { published }: { readonly published: PartialDate | null }): Slip[] {
  const numbers = quantities(text)
  const found = [
    ...sumSlips(text),
    ...totalSlips(text, numbers),
    ...moveSlips(text, numbers),
    ...partSlips(text, numbers),
    ...listSlips(text),
    ...daySlips(text, published),
    ...unitSlips(text, numbers),
  ]
  return found.sort((a, b) => a.start - b.start || a.end - b.end)
}
