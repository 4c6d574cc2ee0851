import type { Mention } from '#domain'

/** How two neighbouring pieces hang together: the more, the looser. */
export const GAP = { none: 0, joint: 1, space: 2, comma: 3, far: 4 } as const

/** What a word looks like, as bits. */
export const LOOK = { capital: 1, innerCapital: 2, allCapitals: 4, digit: 8, letter: 16, small: 32 } as const

/**
 * A text cut into pieces (runs of letters, runs of digits, single `+` and `#` that hang on a name) and into words
 * (pieces that no space parts). Columns instead of objects, since a busy day has millions of pieces; they are reused by
 * the next scan, so nothing may keep them.
 */
export type Scan = {
  text: string
  pieces: number
  start: Int32Array
  end: Int32Array
  /** Hash of the piece in lower case. */
  hash: Int32Array
  /** The gap before the piece; `far` before the first one. */
  gap: Uint8Array
  /** The word that the piece belongs to. */
  word: Int32Array
  words: number
  /** First piece of each word; `firstPiece[words]` closes the last. */
  firstPiece: Int32Array
  look: Uint8Array
}

const OTHER = 1
const LOWER = 2
const UPPER = 3
const DIGIT = 4
const HASH_SEED = 0x811c9dc5
const HASH_PRIME = 0x01000193

// Filled as characters are met: a table of all 65,536 would cost more to build than most texts to read.
const classes = new Uint8Array(0x10000)

function classOf(code: number): number {
  const known = classes[code]
  if (known) return known
  const char = String.fromCharCode(code)
  const found = /\p{Lu}|\p{Lt}/u.test(char) ? UPPER : /[\p{L}\p{M}]/u.test(char) ? LOWER : /\p{Nd}/u.test(char) ? DIGIT : OTHER // biome-ignore format: a table
  classes[code] = found
  return found
}

const lowered = new Uint16Array(0x10000)

function lowerOf(code: number): number {
  const known = lowered[code]
  if (known) return known
  // Accents are folded, so that Jürgen and Jurgen meet.
  const char = String.fromCharCode(code).toLowerCase().normalize('NFKD')
  const found = char.charCodeAt(0) || code
  lowered[code] = found
  return found
}

export function newScan(): Scan {
  const room = 256
  return {
    text: '',
    pieces: 0,
    start: new Int32Array(room),
    end: new Int32Array(room),
    hash: new Int32Array(room),
    gap: new Uint8Array(room + 1),
    word: new Int32Array(room),
    words: 0,
    firstPiece: new Int32Array(room + 1),
    look: new Uint8Array(room),
  }
}

function makeRoom(scan: Scan, characters: number): void {
  // Pieces cannot outnumber the characters.
  if (scan.start.length >= characters) return
  const room = characters + (characters >> 1)
  scan.start = new Int32Array(room)
  scan.end = new Int32Array(room)
  scan.hash = new Int32Array(room)
  scan.gap = new Uint8Array(room + 1)
  scan.word = new Int32Array(room)
  scan.firstPiece = new Int32Array(room + 1)
  scan.look = new Uint8Array(room)
}

/** Cuts `text` into the columns of `scan`, whose former content goes. Linear in the length of the text. */
export function scanInto(scan: Scan, text: string): void {
  makeRoom(scan, text.length + 2)
  scan.text = text
  const length = text.length
  let pieces = 0
  let words = 0
  let at = 0
  let last = 0
  let look = 0
  while (at < length) {
    const code = text.charCodeAt(at)
    let kind = classOf(code)
    const begin = at
    if (kind === OTHER) {
      at++
      if (!isHangingSign(code, pieces > 0 && last === begin, text, at)) continue
    }
    let hash = HASH_SEED
    if (kind === OTHER) hash = Math.imul(hash ^ code, HASH_PRIME)
    else if (kind === DIGIT) {
      while (at < length && kind === DIGIT) {
        hash = Math.imul(hash ^ text.charCodeAt(at), HASH_PRIME)
        at++
        kind = at < length ? classOf(text.charCodeAt(at)) : OTHER
      }
      look |= LOOK.digit
    }
    const gap = pieces === 0 ? GAP.far : gapBetween(text, last, begin)
    if (gap > GAP.joint) {
      if (words > 0) scan.look[words - 1] = closedLook(look)
      scan.firstPiece[words] = pieces
      words++
      look = classOf(code) === DIGIT ? LOOK.digit : 0
    }
    if (classOf(code) === LOWER || classOf(code) === UPPER) {
      let capitals = 0
      kind = classOf(code)
      while (at < length && (kind === LOWER || kind === UPPER)) {
        const letter = text.charCodeAt(at)
        if (kind === UPPER) {
          capitals++
          if (at > begin || scan.firstPiece[words - 1] !== pieces) look |= LOOK.innerCapital
        }
        hash = Math.imul(hash ^ (letter < 128 ? letter | 32 : lowerOf(letter)), HASH_PRIME)
        at++
        kind = at < length ? classOf(text.charCodeAt(at)) : OTHER
      }
      if (classOf(code) === UPPER && scan.firstPiece[words - 1] === pieces) look |= LOOK.capital
      if (capitals < at - begin) look |= LOOK.small
      look |= LOOK.letter
    }
    scan.start[pieces] = begin
    scan.end[pieces] = at
    scan.hash[pieces] = hash
    scan.gap[pieces] = gap
    scan.word[pieces] = words - 1
    pieces++
    last = at
  }
  if (words > 0) scan.look[words - 1] = closedLook(look)
  scan.gap[pieces] = GAP.far
  scan.firstPiece[words] = pieces
  scan.pieces = pieces
  scan.words = words
}

function closedLook(look: number): number {
  return look & LOOK.letter && !(look & LOOK.small) ? look | LOOK.allCapitals : look
}

// The + and # of C++, C# and Command R+ belong to the name when nothing follows them.
function isHangingSign(code: number, hangs: boolean, text: string, after: number): boolean {
  if (!hangs || (code !== 43 && code !== 35)) return false
  const next = after < text.length ? text.charCodeAt(after) : 32
  return classOf(next) === OTHER
}

// - _ / . ' ’ & · : ‑ – join pieces to one word when they stand alone between them.
const JOINTS = new Set([45, 95, 47, 46, 39, 0x2019, 38, 0xb7, 58, 0x2011])

function gapBetween(text: string, from: number, to: number): number {
  if (from === to) return GAP.none
  const first = text.charCodeAt(from)
  if (to === from + 1) {
    if (first === 32 || first === 10 || first === 0xa0 || first === 9) return GAP.space
    return JOINTS.has(first) ? GAP.joint : first === 44 ? GAP.comma : GAP.far
  }
  if (to > from + 3) return GAP.far
  let spaces = 0
  let signs = 0
  let sign = 0
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at)
    if (code === 32 || code === 10 || code === 0xa0 || code === 13) spaces++
    else {
      signs++
      sign = code
    }
  }
  if (signs === 0) return spaces === to - from && !text.slice(from, to).includes('\n\n') ? GAP.space : GAP.far
  if (signs === 1 && sign === 44) return GAP.comma
  return signs === 1 && spaces === 2 && sign === 38 ? GAP.space : GAP.far
}

/** The characters from the first piece of a stretch to its last. */
export function spanOf(scan: Scan, first: number, last: number): Pick<Mention, 'start' | 'end'> {
  return { start: scan.start[first] ?? 0, end: scan.end[last] ?? 0 }
}
