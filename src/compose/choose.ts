import type { Book } from './book.ts'
import { type Line, type Role, within } from './line.ts'
import type { Tale } from './tale.ts'

/** What a sentence is wanted for, and how long it may be. */
export type Want = {
  readonly words: number
  readonly roles: Readonly<Partial<Record<Role, number>>>
  readonly number: number
}

/** The claim that stands for the whole story. */
export const CLAIM: Want = {
  words: 42,
  roles: { approach: 1, result: 0.8, background: -2, problem: -1.2, limit: -1.5, release: -1.5, remark: -6 },
  number: 1,
}
/** The point of the story in one line: what was found, with its figure. */
export const POINT: Want = {
  words: 42,
  roles: {
    result: 1.2,
    approach: 0.6,
    background: -2,
    problem: -1.2,
    limit: -1.5,
    release: -1.5,
    remark: -6,
  },
  number: 2.5,
}
/** What came of it, in figures. */
export const RESULT: Want = {
  words: 38,
  roles: { result: 1.5, approach: -0.5, background: -3, problem: -2, limit: -2, release: -3, remark: -6 },
  number: 3,
}
/** The point in one line. */
export const DECK: Want = {
  words: 32,
  roles: { result: 1.2, approach: 0.8, background: -3, problem: -0.5, limit: -1, release: -2, remark: -6 },
  number: 0.8,
}
/** The figure of the day, among all its stories. */
export const LEDE: Want = {
  words: 36,
  roles: {
    result: 1.5,
    approach: 0.5,
    background: -3,
    problem: -2,
    limit: -2,
    release: -2,
    remark: -6,
    other: -2.5,
  },
  number: 2,
}
/** One of many. */
export const HIT: Want = {
  words: 45,
  roles: { approach: 0.8, result: 0.8, background: -2, problem: -1.2, limit: -1, release: -0.5, remark: -6 },
  number: 0.8,
}

export type Choice = {
  /** Lines that are printed already may be printed once more. */
  readonly again?: boolean
  readonly not?: readonly Line[]
  readonly only?: readonly Role[]
  /** Nothing in it may point back to what came before, and nobody is quoted: it may stand among other stories. */
  readonly whole?: boolean
  /** With a figure in it. */
  readonly figure?: boolean
  /** From the telling that the story is told from. */
  readonly firstHand?: boolean
  /** With a word or name of what the story is called. */
  readonly about?: boolean
}

/** A background or a caveat carries no point. */
export const POINTS: readonly Role[] = ['approach', 'result', 'other']

const ANOTHER_TELLING = 2.5
const QUOTATION = 2
const ABOUT = 1.2

/** The line that serves best, cut to length where it must be; never one that is printed already unless `again`. */
export function choose(
  tale: Tale,
  want: Want,
  book: Book,
  {
    not = [],
    only,
    whole = false,
    figure = false,
    firstHand = false,
    about = false,
    again = false,
  }: Choice = {},
): Line | null {
  const told = new Set([...tale.lines().filter(book.isPrinted), ...not].map(openingOf))
  const ranked = tale
    .lines()
    .filter(
      (line) =>
        line.alone &&
        !line.foreign &&
        !(whole && (line.pointsBack || line.quotes)) &&
        (!figure || line.hasNumber) &&
        (!firstHand || line.telling === tale.lead) &&
        (!about || line.about > 0) &&
        (line.telling === tale.lead || line.about > 0) &&
        (only === undefined || only.includes(line.role)) &&
        !not.some((other) => isSame(other, line)) &&
        (again || !(book.isPrinted(line) || told.has(openingOf(line)))),
    )
    .map((line) => ({ line, worth: worthOf(line, want, tale) }))
    .sort((a, b) => b.worth - a.worth || a.line.index - b.line.index)
  for (const { line } of ranked.slice(0, 12)) {
    const fitting = within(line, want.words)
    if (fitting && book.isHeld(fitting)) return fitting
  }
  return null
}

const OPENING_WORDS = 4

// "The report focuses on …", told by two of its tellings, is one statement.
const openingOf = ({ running }: Line): string =>
  running.split(' ').slice(0, OPENING_WORDS).join(' ').toLowerCase()

export function isSame(a: Line, b: Line): boolean {
  return a.index === b.index && a.telling.item.id === b.telling.item.id
}

/** What a line is worth for what is wanted; comparable within one story. */
export function worthOf(line: Line, want: Want, tale: Tale): number {
  return (
    line.weight +
    (want.roles[line.role] ?? 0) +
    ABOUT * line.about +
    (line.hasNumber ? want.number : 0) -
    (line.quotes ? QUOTATION : 0) -
    (line.telling === tale.lead ? 0 : ANOTHER_TELLING)
  )
}
