import type { Entity, EntityType, Mention } from '#domain'
import { GAP, LOOK, type Scan } from './mentions-scan.ts'

/** One place where a field names something. */
export type Name = {
  readonly start: number
  readonly end: number
  readonly name: string
  readonly entityId: string
  readonly known: boolean
  readonly type: EntityType
  /** The family or maker, as the registry has it or the name shows it. */
  readonly parent: string | null
  /** A weak name must recur to be kept: one capital in mid-sentence may be anything. */
  readonly weak: boolean
}

/** A name and the field in which it stands. */
export type FieldName = Name & { readonly field: Mention['field'] }

export function knownName(start: number, end: number, entity: Entity): Name {
  const { id, name, type, parent } = entity
  return { start, end, name, entityId: id, known: true, type, parent, weak: false }
}

type Proposal = { readonly parent?: string | null; readonly weak?: boolean }

/** A name that the registry does not hold, under the slug of its spelling. */
export function proposedName(
  start: number,
  end: number,
  written: string,
  type: EntityType,
  { parent = null, weak = false }: Proposal = {},
): Name {
  const name = written.replace(/\s+/g, ' ')
  return { start, end, name, entityId: proposedId(name), known: false, type, parent, weak }
}

/** The id under which a name is proposed, in lower-case letters, digits and hyphens: `magicquant-v2-0`. */
export function proposedId(name: string): string {
  const slug = name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/\+/g, '-plus')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
  return slug === '' ? 'unnamed' : slug
}

/** The characters of one piece. */
export const pieceOf = (scan: Scan, piece: number): string =>
  scan.text.slice(scan.start[piece] ?? 0, scan.end[piece] ?? 0)

/** The last piece of a word. */
export const lastPieceOf = (scan: Scan, word: number): number =>
  (scan.firstPiece[word + 1] ?? scan.pieces) - 1

/** The characters of one word, joints included. */
export const wordOf = (scan: Scan, word: number): string =>
  scan.text.slice(scan.start[scan.firstPiece[word] ?? 0] ?? 0, scan.end[lastPieceOf(scan, word)] ?? 0)

/** Whether only one space, and no new line, parts a word from the one before. */
export function hangsOnPrevious(scan: Scan, word: number): boolean {
  const piece = scan.firstPiece[word] ?? 0
  return scan.gap[piece] === GAP.space && scan.text.charCodeAt((scan.start[piece] ?? 1) - 1) !== 10
}

/** Whether a word opens a sentence, a line or a bullet, where a capital says nothing. */
export function opensSentence(scan: Scan, word: number): boolean {
  const piece = scan.firstPiece[word] ?? 0
  if (piece === 0) return true
  const from = scan.end[piece - 1] ?? 0
  const to = scan.start[piece] ?? 0
  for (let at = to - 1; at >= from; at--) {
    const code = scan.text.charCodeAt(at)
    // . ! ? : ; # * - – — • | and a line's end
    if (SENTENCE_MARKS.has(code)) return scan.gap[piece] === GAP.far || code === 10
  }
  return false
}

const SENTENCE_MARKS = new Set([46, 33, 63, 58, 10, 35, 42, 45, 0x2013, 0x2014, 0x2022, 124])

/** Whether a word begins with a capital or holds one; a word outside the text does not. */
export function isCapitalised(scan: Scan, word: number): boolean {
  return ((scan.look[word] ?? 0) & (LOOK.capital | LOOK.innerCapital)) !== 0
}

/**
 * Whether a word stands in a headline, where every word has a capital: a short line, or what stands before a colon or in
 * bold. Asked for words in order it looks at each stretch once.
 */
export function headlines(scan: Scan): (word: number) => boolean {
  const line = stretches(scan, NEW_LINE)
  const part = stretches(scan, LINE_MARKS)
  return (word) => line(word) || part(word)
}

function stretches(scan: Scan, marks: ReadonlySet<number>): (word: number) => boolean {
  let from = 0
  let to = -1
  let titled = false
  return (word) => {
    if (word >= from && word <= to) return titled
    from = word
    to = word
    while (from > 0 && !breaks(scan, from, marks)) from--
    while (to + 1 < scan.words && !breaks(scan, to + 1, marks)) to++
    titled = to - from < 40 && isTitled(scan, from, to)
    return titled
  }
}

// Of four long words or more, seven in ten have a capital.
function isTitled(scan: Scan, from: number, to: number): boolean {
  let long = 0
  let capitals = 0
  for (let word = from; word <= to; word++) {
    const look = scan.look[word] ?? 0
    const first = scan.firstPiece[word] ?? 0
    const length = (scan.end[lastPieceOf(scan, word)] ?? 0) - (scan.start[first] ?? 0)
    if (!(look & LOOK.letter) || length < 4) continue
    long++
    if (look & (LOOK.capital | LOOK.innerCapital)) capitals++
  }
  return long >= 4 && capitals >= 0.7 * long
}

function breaks(scan: Scan, word: number, marks: ReadonlySet<number>): boolean {
  const piece = scan.firstPiece[word] ?? 0
  if (piece === 0) return true
  for (let at = scan.end[piece - 1] ?? 0; at < (scan.start[piece] ?? 0); at++)
    if (marks.has(scan.text.charCodeAt(at))) return true
  return false
}

const NEW_LINE = new Set([10])
// A new line, # * : | and the bullet.
const LINE_MARKS = new Set([10, 35, 42, 58, 124, 0x2022])
