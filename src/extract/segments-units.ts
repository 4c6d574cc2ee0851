import { sentences, terms } from '#text'
import { cueOf, innerCue, leans } from './segments-cues.ts'
import { LEANING, NEW_NAME } from './segments-topics.ts'

/** A spoken sentence with its place in the text (UTF-16 units), its words that carry meaning and its cue (`cueOf`; `LEANING`, `NEW_NAME`). */
export type Unit = {
  readonly start: number
  readonly text: string
  readonly terms: readonly string[]
  readonly cue: number
}

type Piece = { readonly start: number; readonly text: string }

const FEW_LINES = 6
const LONG_LINE = 240
const MOST_SPOKEN = 300

/**
 * The spoken sentences of a transcript in order. One a line is the rule; a line that holds several, the paragraph of one
 * speaker, is cut into its own, lines that break anywhere are read on as one, and where a transcriber knows no full stops
 * a sentence ends where speakers take up again. A cue inside a sentence begins a unit.
 */
export function unitsOf(text: string): Unit[] {
  const lines = linesOf(text)
  const pieces =
    lines.length < FEW_LINES || isWrapped(lines)
      ? sentences(text)
      : lines.flatMap((line) => (line.text.length > LONG_LINE ? within(line, sentences(line.text)) : [line]))
  const units = pieces
    .flatMap((piece) => (isUnpunctuated(piece.text) ? within(piece, breaths(piece.text)) : [piece]))
    .flatMap(atCues)
    .map(({ start, text: said }) => unitOf(start, said))
  return withNewNames(units)
}

// Who has not been named before, at the head of a sentence that leans on none before it, is what a story begins with.
function withNewNames(units: readonly Unit[]): Unit[] {
  const named = new Set<string>()
  return units.map((unit) => {
    const names = [...unit.text.matchAll(NAME)]
    const isNew = names.some(
      ({ 0: name, index }) =>
        index < HEAD && !named.has(name.toLowerCase()) && isName(unit.text, name, index),
    )
    for (const [name] of names) named.add(name.toLowerCase())
    return unit.cue === 0 && isNew ? { ...unit, cue: NEW_NAME } : unit
  })
}

const HEAD = 50
const NAME = /\p{Lu}[\p{L}\p{N}-]+/gu

// A capital within a sentence, or at its beginning where a verb follows.
function isName(text: string, name: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 2), at)
  return at > 0 && !/[.!?]\s?$/.test(before)
    ? true
    : /^(?:['’]s|,? (?:has|have|is|are|was|just|got|says?|said|will)\b|,? [\p{Lu}])/u.test(
        text.slice(at + name.length),
      )
}

function linesOf(text: string): Piece[] {
  const found: Piece[] = []
  let at = 0
  for (const line of text.split('\n')) {
    const bare = line.trim()
    if (bare !== '') found.push({ start: at + line.length - line.trimStart().length, text: bare })
    at += line.length + 1
  }
  return found
}

const within = (outer: Piece, inner: readonly Piece[]): Piece[] =>
  inner.map(({ start, text }) => ({ start: outer.start + start, text }))

const ENDS = /[.!?…]["'”’)\]]*$/

// Captions break at a width: their lines are about as long as each other, and few of them end where a sentence ends.
function isWrapped(lines: readonly Piece[]): boolean {
  if (lines.length < 8) return false
  const lengths = lines.map(({ text }) => text.length).sort((a, b) => a - b)
  const median = lengths[lengths.length >> 1] ?? 0
  const long = lengths[Math.floor(lengths.length * 0.95)] ?? 0
  const ended = lines.filter(({ text }) => ENDS.test(text)).length
  return median <= 100 && long <= median * 1.4 && ended < lines.length / 2
}

const isUnpunctuated = (text: string): boolean => text.length > MOST_SPOKEN && !/[.!?…] /.test(text)

const FEWEST_WORDS = 8
const MOST_WORDS = 30
// Words with which speech takes up again.
const TAKES_UP =
  /^(?:and|so|but|okay|ok|alright|all|now|then|well|uh|um|yeah|yes|because|we|i|they|it|this|the|there|next|first|moving|go|you)$/i
const FORMULA =
  /^(?:(?:and|okay|ok|alright|all right|so|uh|um|but) )*(?:next (?:story|up|one)|first (?:story|up)|moving on|number (?:one|two|three|four|five|six|seven|eight|nine|ten)|we(?:['’]re| are) back|and then on|one (?:more|last)|that(?:['’]s| is) (?:it|the|all)|let['’]s)\b/i

// A run without full stops, cut before a word that takes up again once enough words were said.
function breaths(text: string): Piece[] {
  const words = [...text.matchAll(/\S+/g)]
  const found: Piece[] = []
  let from = 0
  let said = 0
  for (const [at, word] of words.entries()) {
    const ready = said >= FEWEST_WORDS && TAKES_UP.test(word[0]) && !TAKES_UP.test(words[at - 1]?.[0] ?? '')
    if (ready || said >= MOST_WORDS || (said > 1 && FORMULA.test(text.slice(word.index, word.index + 60)))) {
      found.push({ start: from, text: text.slice(from, word.index).trimEnd() })
      from = word.index
      said = 0
    }
    said++
  }
  return [...found, { start: from, text: text.slice(from) }]
}

function atCues(piece: Piece): Piece[] {
  const inner = innerCue(piece.text)
  // Behind a speaker's name it is the line's own beginning.
  if (inner <= 0 || piece.text.slice(0, inner).replace(SPEAKER, '').trim() === '') return [piece]
  const rest = { start: piece.start + inner, text: piece.text.slice(inner) }
  return [{ start: piece.start, text: piece.text.slice(0, inner) }, ...atCues(rest)]
}

// A transcriber who names the speakers, or says when they speak.
const SPEAKER =
  /^(?:[[(]?\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?[\])]?\s*[-–]?\s*)?(?:>>\s*)?(?:\*{0,2}\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){0,3}(?: ?[[(]\d{1,2}:\d{2}(?::\d{2})?[\])])?:\*{0,2} )?/u

function unitOf(start: number, line: string): Unit {
  const text = line.replace(SPEAKER, '')
  const cue = cueOf(text)
  return { start, text, terms: terms(text), cue: cue === 0 && leans(text) ? LEANING : cue }
}
