import type { Contrast } from '#domain'
import type { Book } from './book.ts'
import { type Line, told, within } from './line.ts'
import type { Tale } from './tale.ts'
import { clipped } from './words.ts'

const SIDE_WORDS = 32
const PER_SIDE = 2
const NAME_CHARACTERS = 40

// What the source says of others: how it is done until now.
const UNTIL_NOW =
  /\b(?:existing|conventional|traditional(?:ly)?|prior|previous(?:ly)?|current(?:ly)?|standard (?:practice|methods?|approach(?:es)?|training|attention|transformers?)|typical(?:ly)?|commonly|usually|often|most (?:existing |current )?(?:methods|approaches|models|systems|benchmarks|work)|today['’]s|state-of-the-art (?:methods|approaches|models))\b/i

/**
 * The standard way against the new one, where the text itself sets them against each other: a sentence on how others do
 * it, and one on what is done instead. The lines that it takes are not told again. Null where either side is missing.
 */
export function contrastOf(tale: Tale, book: Book): Contrast | null {
  const own = tale
    .lines()
    .filter((line) => line.telling === tale.lead && line.alone && !line.quotes && !book.isPrinted(line))
  const right = own.filter(({ role }) => role === 'approach')
  const before = own.filter(({ role, index }) => isBefore(role) && right.some((line) => index < line.index))
  const others = before.filter(({ text }) => UNTIL_NOW.test(text))
  const left = others.length > 0 ? others : before.filter(({ role }) => role === 'problem')
  const sides = { left: side(left.map(told)), right: side(right) }
  if (sides.left.length === 0 || sides.right.length === 0) return null
  const sentences = (lines: readonly Line[]) => lines.map((line) => book.chosen(line))
  return {
    left: { name: others.length > 0 ? 'Until now' : 'The problem', sentences: sentences(sides.left) },
    right: { name: clipped(tale.name, NAME_CHARACTERS), sentences: sentences(sides.right) },
  }
}

const isBefore = (role: Line['role']) => role === 'problem' || role === 'background' || role === 'other'

function side(lines: readonly Line[]): Line[] {
  return lines.flatMap((line) => within(line, SIDE_WORDS) ?? []).slice(0, PER_SIDE)
}
