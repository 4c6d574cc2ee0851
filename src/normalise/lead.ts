import type { Link } from '#domain'
import { sentences } from '#text'
import { shortened } from './letters.ts'

const LONGEST_TITLE = 140
const LONGEST_LEAD = 170
const FEWEST_LETTERS = 18
const FEWEST_HEADLINE = 20

/** The link with which a telling begins, when its text is long enough to be a headline; null otherwise. */
export function headlineLink(text: string, start: number, links: readonly Link[]): Link | null {
  const first = links[0]
  if (first?.at === undefined || first.text.length < FEWEST_HEADLINE) return null
  const before = text.slice(0, Math.max(0, first.at - start)).replace(/^(?: *- |#{1,6} )/, '')
  return /[\p{L}\p{N}]/u.test(before) ? null : first
}

/**
 * A title for a telling that has none: what stands before its first colon, when that is a clause of its own; a short label
 * keeps the clause behind it; else the first sentence, cut at a clause where it is long.
 */
export function leadOf(text: string): string {
  const first = (sentences(text)[0]?.text ?? text).replace(/\s+/g, ' ')
  const colon = /:\s/.exec(`${first} `)?.index ?? -1
  if (colon >= FEWEST_LETTERS && colon <= LONGEST_LEAD) return tidy(first.slice(0, colon))
  if (colon > 0 && colon < FEWEST_LETTERS && first.length > colon + 2) return tidy(clause(first))
  return tidy(clause(first))
}

const CLAUSE_END =
  /[;–—]\s|\s[–—-]\s|,\s(?:and|but|which|while|with|where|as|so|after|including|plus|noting|citing)\s|\s\(/g

function clause(sentence: string): string {
  if (sentence.length <= LONGEST_TITLE) return sentence
  let cut = 0
  for (const { index } of sentence.matchAll(CLAUSE_END)) {
    if (index > LONGEST_TITLE) break
    if (index >= LONGEST_TITLE / 3) cut = index
  }
  return cut > 0 ? sentence.slice(0, cut) : shortened(sentence, LONGEST_TITLE)
}

const tidy = (title: string): string =>
  title
    .replace(/\s*\(\s*$/, '')
    .replace(/[\s.,;:–—-]+$/, '')
    .trim()
