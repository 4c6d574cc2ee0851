import type { Maker } from '#domain'
import { plain, sentences } from '#text'
import { missingAttributions } from './attribution.ts'
import { missingComparisons } from './comparisons.ts'
import { datesRead, holdsDate } from './dates.ts'
import { missingDeeds } from './deeds.ts'
import { type Holding, holdingOf } from './holding.ts'
import { deniedByNumbers } from './measured.ts'
import { missingNames } from './names.ts'
import { missingNumbers } from './numbers.ts'
import { missingOpposites } from './opposites.ts'
import { missingPurposes } from './purposes.ts'
import { missingQuotes } from './quotes.ts'
import { missingRoles } from './roles.ts'
import { missingStance } from './stance.ts'
import { missingBindings } from './tellings.ts'

export const GROUND_MAKER: Maker = 'ground@3'

/** A sentence of a text with what its evidence lacks; `start` inside and `end` outside, in UTF-16 units. */
export type GroundedSentence = {
  readonly start: number
  readonly end: number
  readonly supported: boolean
  /** What is not held, with its kind: `number: 5.1x`, `name: Mistral`, `unit: …`, `hedge: up to 5x`, `direction: …`, `date: …`, `quote: …`, `denial: not`. */
  readonly missing: readonly string[]
}

/**
 * What of each sentence its evidence holds: numbers with unit, scale, hedge and direction, names, dates, quotations, who
 * stands above whom, reservations and denials. All pieces of evidence count together. What has no such mark (a remark, a
 * summary in other words) is not judged: supported means that nothing checkable is missing, not that it is true.
 */
export function ground(
  text: string,
  evidence: readonly { readonly id: string; readonly text: string }[],
): GroundedSentence[] {
  const holdings = evidence.map((one) => holdingOf(one.text))
  return sentences(text).map(({ text: sentence, start, end }) => {
    const missing = missingIn(plain(sentence), holdings)
    return { start, end, supported: missing.length === 0, missing }
  })
}

function missingIn(sentence: string, holdings: readonly Holding[]): string[] {
  if (holdings.some((holding) => standsIn(sentence, holding))) return []
  const dates = datesRead(sentence)
  const known = holdings.flatMap((holding) => holding.dates)
  return [
    ...dates.filter((date) => !holdsDate(date, known)).map((date) => `date: ${date.text}`),
    ...missingNumbers(sentence, holdings, dates),
    ...missingNames(sentence, holdings, dates),
    ...missingQuotes(sentence, holdings),
    ...missingComparisons(sentence, holdings),
    ...deniedByNumbers(sentence, holdings),
    ...missingPurposes(sentence, holdings),
    ...missingDeeds(sentence, holdings),
    ...missingAttributions(sentence, holdings),
    ...missingBindings(sentence, holdings),
    ...missingOpposites(sentence, holdings),
    ...missingRoles(sentence, holdings),
    ...missingStance(sentence, holdings),
  ]
}

// Word for word, and as a sentence there too: "4x faster." within "up to 4x faster." is none.
function standsIn(sentence: string, { text }: Holding): boolean {
  const at = text.indexOf(sentence)
  // "… for Basalt 2." does not stand in "… for Basalt 2.5."
  if (at < 0 || /[\p{L}\d]/u.test(text.charAt(at + sentence.length))) return false
  return at === 0 || (at > 0 && /(?:[.!?:;…]["”’)\]]*\s+|\n\s*)$/.test(text.slice(Math.max(0, at - 8), at)))
}
