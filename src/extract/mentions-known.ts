import type { Entity, EntityType } from '#domain'
import { isWritten, type NameIndex, nameKey, type Spelling, step } from './mentions-index.ts'
import {
  hangsOnPrevious,
  headlines,
  isCapitalised,
  knownName,
  type Name,
  opensSentence,
  pieceOf,
  proposedId,
  proposedName,
} from './mentions-name.ts'
import { GAP, type Scan, spanOf } from './mentions-scan.ts'
import { CUES, MODEL_VARIANTS } from './mentions-words.ts'

/** A name of the registry at pieces `first` to `last`; `unsure` when the spelling is an everyday word and nothing near speaks for it. */
export type Placed = { readonly name: Name; readonly first: number; readonly last: number; readonly unsure: boolean } // biome-ignore format: one record

/** The names of the registry in a scan, the longest at each place, in order; a version that follows belongs to the name. */
export function knownNames(scan: Scan, index: NameIndex): Placed[] {
  const isHeadline = headlines(scan)
  const placed: Placed[] = []
  for (let first = 0; first < scan.pieces; ) {
    const spelling = longestAt(scan, index, first)
    if (spelling === null) {
      first++
      continue
    }
    const last = first + spelling.pieces - 1
    const grown = grownEnd(scan, spelling.entity, last)
    const unsure =
      spelling.ambiguous &&
      grown === last &&
      !isMeant(scan, first, spelling) &&
      !standsOut(scan, first, spelling, isHeadline)
    placed.push({
      name: nameAt(scan, index, spelling.entity, first, last, grown),
      first,
      last: grown,
      unsure,
    })
    first = grown + 1
  }
  return placed
}

function longestAt(scan: Scan, index: NameIndex, first: number): Spelling | null {
  let node = 0
  let best: Spelling | null = null
  for (let piece = first; piece < scan.pieces; piece++) {
    node = step(index, node, scan.hash[piece] ?? 0)
    if (node === -1) return best
    for (const one of index.ends.get(node) ?? []) {
      if (!isWritten(scan, first, one)) continue
      best = one
      break
    }
  }
  return best
}

/** Whether words of the type stand near: "raises", "CEO" beside a company that is an everyday word. */
function isMeant(scan: Scan, first: number, { entity, pieces }: Spelling): boolean {
  const cues = CUES[entity.type]
  if (cues === undefined) return false
  const from = Math.max(0, first - 5)
  const to = Math.min(scan.pieces - 1, first + pieces + 4)
  for (let piece = from; piece <= to; piece++) {
    if (piece >= first && piece < first + pieces) continue
    if (cues.has(pieceOf(scan, piece).toLowerCase())) return true
  }
  return false
}

/** Whether only the name explains the capital: one word in mid-sentence, outside a headline, beside no other capital. */
function standsOut(
  scan: Scan,
  first: number,
  { pieces, rule }: Spelling,
  isHeadline: (word: number) => boolean,
): boolean {
  const word = scan.word[first] ?? 0
  if (
    rule !== 'capital' ||
    scan.word[first + pieces - 1] !== word ||
    isCapitalised(scan, word - 1) ||
    isCapitalised(scan, word + 1)
  )
    return false
  return (
    (scan.gap[first] ?? GAP.far) > GAP.joint &&
    hangsOnPrevious(scan, word) &&
    !opensSentence(scan, word) &&
    !isHeadline(word)
  )
}

// A number behind a hyphen makes it another thing of the same kind: FlashAttention-5.
const NUMBERED: ReadonlySet<EntityType> = new Set(['method', 'benchmark', 'product', 'hardware', 'dataset'])

function isNumbered(scan: Scan, piece: number): boolean {
  if (piece >= scan.pieces || scan.gap[piece] !== GAP.joint || !isDigits(scan, piece)) return false
  if (scan.text.charCodeAt((scan.start[piece] ?? 1) - 1) !== 45 || pieceOf(scan, piece).length > 2)
    return false
  return piece + 1 >= scan.pieces || (scan.gap[piece + 1] ?? GAP.far) > GAP.joint
}

/** Where a name ends with what belongs to it: a family's version, the kind word of a method or measure ("C4.5 algorithm"). */
function grownEnd(scan: Scan, { type }: Entity, last: number): number {
  if (type === 'model' || type === 'company' || type === 'lab')
    return versionEnd(scan, last, type === 'model')
  const next = last + 1
  if (NUMBERED.has(type) && isNumbered(scan, next)) return next
  const named =
    (type === 'method' || type === 'benchmark') && next < scan.pieces && scan.gap[next] === GAP.space
  return named && /^(?:algorithms?|metrics?|classifiers?)$/.test(pieceOf(scan, next)) ? next : last
}

function nameAt(
  scan: Scan,
  index: NameIndex,
  entity: Entity,
  first: number,
  last: number,
  grown: number,
): Name {
  const { start, end } = spanOf(scan, first, grown)
  if (grown === last || (NUMBERED.has(entity.type) && !isDigits(scan, grown)))
    return knownName(start, end, entity)
  const written = scan.text.slice(start, end)
  const member = index.byKey.get(nameKey(written))
  if (member !== undefined) return knownName(start, end, member)
  const version = scan.text.slice(spanOf(scan, first, last).end, end)
  return {
    ...proposedName(start, end, written, NUMBERED.has(entity.type) ? entity.type : 'model', {
      parent: entity.id,
    }),
    entityId: proposedId(`${entity.id} ${version}`),
  }
}

/**
 * The last piece of the version that follows a family's name: `-4.1-70B`, ` 3.5 Flash`, ` 27B`. Parts joined without a
 * space are taken as they come; after a space only a version, a size or a word that names a variant.
 */
function versionEnd(scan: Scan, last: number, isFamily: boolean): number {
  let end = last
  for (let piece = last + 1; piece < scan.pieces; piece++) {
    const gap = scan.gap[piece] ?? GAP.far
    const joined = gap === GAP.none || (gap === GAP.joint && isVersionJoint(scan, piece))
    if (
      joined
        ? !isVersionPart(scan, piece, isFamily || end > last)
        : gap !== GAP.space || !opensVersion(scan, piece, isFamily || end > last)
    )
      return end
    end = piece
  }
  return end
}

const isDigits = (scan: Scan, piece: number) => {
  const code = scan.text.charCodeAt(scan.start[piece] ?? 0)
  return code >= 48 && code <= 57
}

const isCapital = (scan: Scan, piece: number) => {
  const code = scan.text.charCodeAt(scan.start[piece] ?? 0)
  return code >= 65 && code <= 90
}

// - . _ and the colon of `qwen3:8b`, but not the apostrophe of a genitive nor a slash.
function isVersionJoint(scan: Scan, piece: number): boolean {
  const code = scan.text.charCodeAt((scan.start[piece] ?? 1) - 1)
  return code === 45 || code === 95 || code === 0x2011 || (code === 46 && isDigits(scan, piece))
}

function isVersionPart(scan: Scan, piece: number, isFamily: boolean): boolean {
  if (isDigits(scan, piece)) return true
  if (!isFamily) return pieceOf(scan, piece).length === 1 && isDigits(scan, piece + 1)
  const written = pieceOf(scan, piece)
  if (MODEL_VARIANTS.has(written.toLowerCase())) return true
  // The B of 70B, the A of A22B, the v of v2; a lower-case word is none of the name ("-based").
  return (
    written.length <= 2 ||
    (isCapital(scan, piece) && written.length <= 4 && written.toUpperCase() === written)
  )
}

// After a maker's name only what can be nothing but a version: `Mistral 3.1`, `DeepSeek V4`.
function opensVersion(scan: Scan, piece: number, isFamily: boolean): boolean {
  if (scan.text.charCodeAt((scan.start[piece] ?? 1) - 1) === 10) return false
  const next = piece + 1 < scan.pieces ? (scan.gap[piece + 1] ?? GAP.far) : GAP.far
  if (!isDigits(scan, piece)) {
    const written = pieceOf(scan, piece)
    if (isFamily && isCapital(scan, piece) && MODEL_VARIANTS.has(written.toLowerCase())) return true
    // V4, R1, K2.5, M2.7, A3B: one letter and digits.
    return written.length === 1 && next === GAP.none && isDigits(scan, piece + 1)
  }
  const size = next === GAP.none && /^[bBmMtT]$/.test(pieceOf(scan, piece + 1))
  const decimal = next === GAP.joint && isDigits(scan, piece + 1) && scan.text[scan.end[piece] ?? 0] === '.'
  if (decimal) return !countsSomething(scan, piece + 2) && pieceOf(scan, piece).length <= 2
  if (size) return isFamily
  return (
    isFamily &&
    pieceOf(scan, piece).length === 1 &&
    next !== GAP.none &&
    next !== GAP.joint &&
    !countsSomething(scan, piece + 1)
  )
}

/** Whether the number before `piece` counts or measures: "2 million", "5 %", "3x", "4 new models". */
function countsSomething(scan: Scan, piece: number): boolean {
  const after = scan.text[scan.end[piece - 1] ?? 0]
  if (after === '%' || after === '/') return true
  if (piece >= scan.pieces) return false
  const gap = scan.gap[piece] ?? GAP.far
  if (gap === GAP.none) return true
  return (
    gap === GAP.space &&
    /^(?:million|billion|trillion|thousand|percent|points?|times|new|of|or|hours?|days?|weeks?|months?|years?|models?|users?|papers?|people|researchers|engineers|agents?|tokens)$/.test(
      pieceOf(scan, piece),
    )
  )
}
