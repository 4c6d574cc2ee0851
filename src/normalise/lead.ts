import type { Link } from '#domain'
import { sentences } from '#text'
import { shortened } from './letters.ts'

const LONGEST_TITLE = 140
const LONGEST_LEAD = 170
const FEWEST_LETTERS = 18
const FEWEST_WORDS = 4
const FEWEST_HEADLINE = 20

/** The link with which a telling begins, when its text is long enough to be a headline or a colon sets it off; else null. */
export function headlineLink(text: string, start: number, links: readonly Link[]): Link | null {
  const first = links[0]
  if (first?.at === undefined) return null
  const at = Math.max(0, first.at - start)
  const before = text.slice(0, at).replace(/^(?: *- |#{1,6} )/, '')
  if (/[\p{L}\p{N}]/u.test(before)) return null
  if (first.text.length >= FEWEST_HEADLINE) return first
  const after = withoutCounts(text.slice(at + first.text.length).split('\n', 1)[0] ?? '')
  return /\s/.test(first.text) && /^\s*:/.test(after) ? first : null
}

/**
 * A title for a telling that has none: what stands before its first colon, when that is a clause of its own; a label of a
 * few words, or a question, keeps the clause behind it; else the first sentence, cut at a clause where it is long.
 * Brackets that only say who told it are left out.
 */
export function leadOf(text: string, links: readonly Link[]): string {
  const told = (sentences(text)[0]?.text ?? text).replace(/\s+/g, ' ')
  const first = withoutTellers(told, new Set(links.map((link) => link.text)))
  const colon = colonIn(first)
  const label = first.slice(0, Math.max(0, colon))
  const stands = label.length >= FEWEST_LETTERS && label.length <= LONGEST_LEAD && isClause(label)
  return tidy(stands ? label : clause(first))
}

const isClause = (label: string): boolean =>
  /[!?]$/.test(label) ||
  (label.split(' ').length >= FEWEST_WORDS && !/^(?:why|what|how|who|where|when)\b/i.test(label))

/** Where the first colon outside brackets stands; -1 for none. */
function colonIn(sentence: string): number {
  let depth = 0
  for (let at = 0; at < sentence.length; at++) {
    const letter = sentence[at]
    if (letter === '(' || letter === '[') depth++
    else if (letter === ')' || letter === ']') depth = Math.max(0, depth - 1)
    else if (letter === ':' && depth === 0 && /^\s|^$/.test(sentence.slice(at + 1, at + 2))) return at
  }
  return -1
}

const COUNTS = /\s*\((?:\p{L}+:\s*[\d.,]+\s?[km]?(?:[;,]\s*)?)+\)/giu

/** A text without the counts that a digest hangs on its links: `(Activity: 494)`. */
export const withoutCounts = (text: string): string => text.replace(COUNTS, '')

const BRACKETS = /\s*[([]([^()[\]]{1,200})[)\]]/g
const BETWEEN = /^(?:[\s,;:/&+→–-]|and|via|by|from|later|more|also|see|e\.g\.)*$/i

/** Without brackets that hold only the texts of links: `(reach_vb; TheRundownAI)`, `(paper)`. */
function withoutTellers(sentence: string, labels: ReadonlySet<string>): string {
  return sentence.replace(BRACKETS, (whole, inside: string) => {
    const named = [...labels].filter((label) => label !== '' && inside.includes(label))
    if (named.length === 0) return whole
    // Longest first: one label may be a part of another.
    const left = named
      .sort((a, b) => b.length - a.length)
      .reduce((rest, label) => rest.replaceAll(label, ''), inside)
    return BETWEEN.test(left) ? '' : whole
  })
}

const CLAUSE_END =
  /[;–—]\s|\s[–—-]\s|,\s(?:and|but|which|while|with|where|as|so|after|including|plus|noting|citing)\s|\s\(/g

function clause(sentence: string): string {
  if (sentence.length <= LONGEST_TITLE) return sentence
  let cut = 0
  for (const { index } of sentence.matchAll(CLAUSE_END)) {
    if (index > LONGEST_TITLE) break
    if (index >= LONGEST_TITLE / 3 && !isInBrackets(sentence, index)) cut = index
  }
  return cut > 0 ? sentence.slice(0, cut) : shortened(sentence, LONGEST_TITLE)
}

const isInBrackets = (sentence: string, at: number): boolean =>
  sentence.lastIndexOf('(', at - 1) > sentence.lastIndexOf(')', at - 1)

const tidy = (title: string): string =>
  title
    .replace(/\s*\(\s*$/, '')
    .replace(/[\s.,;:–—-]+$/, '')
    .trim()
