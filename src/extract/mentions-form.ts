import type { EntityType } from '#domain'
import {
  hangsOnPrevious,
  headlines,
  isCapitalised,
  lastPieceOf,
  type Name,
  opensSentence,
  pieceOf,
  proposedName,
  wordOf,
} from './mentions-name.ts'
import { PLACES } from './mentions-places.ts'
import { LOOK, type Scan } from './mentions-scan.ts'
import { apposition, isHouse, typeBefore, typeNear } from './mentions-type.ts'
import {
  CONNECTORS,
  GIVEN_NAMES,
  HUMAN_DEEDS,
  OPENERS,
  ORGANISATION_WORDS,
  PARTICLES,
  PERSON_AFTER,
  PERSON_BEFORE,
  PLAIN_ACRONYMS,
} from './mentions-words.ts'

/** Which word of a scan a known name covers: the taken words are for nobody else. */
export type Taken = Uint8Array

/** What the whole text says of a word: whether it stands in a headline, and whether the text writes it small elsewhere. */
type Around = { readonly isHeadline: (word: number) => boolean; readonly isPlain: (word: number) => boolean }

/** The words `from` to `to` of a scan, both included. */
type Run = { readonly from: number; readonly to: number }

/**
 * Names that their form shows: organisations by their head word, people after given names, spellings with capitals inside
 * or digits, short forms in capitals, other capitals in mid-sentence. What is only a capital is weak.
 */
export function namesByForm(scan: Scan, taken: Taken): Name[] {
  const found: Name[] = []
  const line = { isHeadline: headlines(scan), isPlain: plainWords(scan) }
  for (let word = 0; word < scan.words; ) {
    if (!isCapitalised(scan, word)) {
      word++
      continue
    }
    const run = runFrom(scan, word)
    found.push(...peopleOverKnown(scan, run, taken))
    for (const part of organisationsAndRest(scan, run, taken)) {
      const name = part.head ? organisation(scan, part.run, part.head) : null
      if (name) found.push(name)
      else for (const rest of freeRuns(scan, part.run, taken)) found.push(...plainNames(scan, rest, line))
    }
    word = run.to + 1
  }
  return found
}

/** The stretch of capitalised words from `word`; small connecting words inside it belong to it. */
function runFrom(scan: Scan, word: number): Run {
  let to = word
  for (let next = word + 1; next < scan.words && next - word < 16; next++) {
    if (!hangsOnPrevious(scan, next) || endsWithGenitive(scan, next - 1)) break
    if (isCapitalised(scan, next)) to = next
    else if (next - to > 2 || !CONNECTORS.has(wordOf(scan, next))) break
  }
  return { from: word, to }
}

const endsWithGenitive = (scan: Scan, word: number) => {
  const last = lastPieceOf(scan, word)
  const end = scan.end[last] ?? 0
  const code = scan.text.charCodeAt(end - 2)
  return (code === 39 || code === 0x2019) && scan.text[end - 1] === 's'
}

type Part = { readonly run: Run; readonly head: EntityType | null }

/** Cuts a run at its connecting words, except where an organisation's head word reaches over them ("Institute of X and Y"). */
function organisationsAndRest(scan: Scan, { from, to }: Run, taken: Taken): Part[] {
  const parts: Part[] = []
  for (let first = from; first <= to; ) {
    const part = partFrom(scan, first, to, taken)
    parts.push(part)
    first = part.run.to + 1
    while (first <= to && !isCapitalised(scan, first)) first++
  }
  return parts
}

function partFrom(scan: Scan, from: number, end: number, taken: Taken): Part {
  let to = from
  let head: EntityType | null = null
  let reaching = false
  for (;;) {
    const here = ORGANISATION_WORDS.get(bare(scan, to))
    // What stands before its "of" says what the whole is: a Conference on Learning is no method.
    if (here !== undefined && !reaching) head = here
    if (to === end) break
    if (isCapitalised(scan, to + 1)) {
      to++
      continue
    }
    const beyond = isCapitalised(scan, to + 2) ? to + 2 : to + 3
    if (beyond > end) break
    const joint = wordOf(scan, to + 1)
    if (CALENDAR.test(wordOf(scan, beyond))) break
    if (
      joint === 'and' || joint === '&'
        ? !(reaching && isTailEnd(scan, beyond, end, taken))
        : !reaches(scan, to, joint, here)
    )
      break
    if (joint !== 'and') reaching = here !== undefined || reaching
    to = beyond
  }
  return { run: { from, to }, head }
}

// "of", "for" hang on a head word; "van", "de" on a given name.
function reaches(scan: Scan, word: number, joint: string, head: EntityType | undefined): boolean {
  return head !== undefined
    ? TAILS.has(joint)
    : NOBLE.has(joint) || (PARTICLES.has(joint) && GIVEN_NAMES.has(wordOf(scan, word)))
}

// In English prose these stand in names of people only.
const NOBLE = new Set(['van', 'von'])

const NATIONS =
  /^(?:American|European|British|German|French|Italian|Spanish|Dutch|Swedish|Swiss|Russian|Chinese|Japanese|Korean|Indian|Canadian|Australian|Israeli|African|Asian|Iranian|Ukrainian|Polish|Turkish|Arab|Norwegian|Danish|Finnish|Austrian|Czech|Hungarian|Romanian|Bulgarian|Greek|Portuguese|Brazilian|Mexican|Estonian|Latvian|Lithuanian|Irish|Scottish|Icelandic|International|National|Royal)$/
const CALENDAR =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)$/

const TAILS = new Set(['of', 'for', 'on', 'the', 'de', 'des', 'für'])

/** Whether what follows an "and" ends the same name rather than open the next. */
function isTailEnd(scan: Scan, from: number, to: number, taken: Taken): boolean {
  for (let word = from; word <= to; word++)
    if (taken[word] || ORGANISATION_WORDS.has(bare(scan, word)) || GIVEN_NAMES.has(wordOf(scan, word)))
      return false
  return true
}

/** A university, institute, conference, ministry … by its head word; null when the head stands alone. */
function organisation(scan: Scan, run: Run, head: EntityType): Name | null {
  const bareFrom = withoutOpeners(scan, run)
  if (bareFrom === null) return null
  // "Polish Academy of Sciences": whose it is belongs to it.
  const from = bareFrom > run.from && NATIONS.test(wordOf(scan, bareFrom - 1)) ? bareFrom - 1 : bareFrom
  if (from === run.to) return null
  const closes = ORGANISATION_WORDS.has(bare(scan, run.to))
  for (let word = from; word < run.to && !closes; word++)
    if (ORGANISATION_WORDS.has(wordOf(scan, word)) && !isCapitalised(scan, word + 1))
      return nameOf(scan, { from, to: run.to }, head)
  return closes ? nameOf(scan, { from, to: run.to }, head) : null
}

/** Where a run begins without its "The", "In", "However"; null when nothing is left. */
function withoutOpeners(scan: Scan, { from, to }: Run): number | null {
  let first = from
  while (
    first <= to &&
    (OPENERS.has(wordOf(scan, first)) ||
      !isCapitalised(scan, first) ||
      (first < to && PERSON_BEFORE.has(wordOf(scan, first).toLowerCase())))
  )
    first++
  return first > to ? null : first
}

/** The stretches of a run that no known name covers. */
function freeRuns(scan: Scan, { from, to }: Run, taken: Taken): Run[] {
  const runs: Run[] = []
  for (let first = from; first <= to; ) {
    if (taken[first] || !isCapitalised(scan, first)) {
      first++
      continue
    }
    let last = first
    while (last < to && !taken[last + 1]) last++
    while (!isCapitalised(scan, last)) last--
    runs.push({ from: first, to: last })
    first = last + 1
  }
  return runs
}

function plainNames(scan: Scan, run: Run, around: Around): Name[] {
  if (PLACES.has(written(scan, run))) return [nameOf(scan, run, 'government')]
  const from = withoutOpeners(scan, run)
  if (from === null) return []
  const free = { from, to: run.to }
  const headline = around.isHeadline(from)
  const person = personIn(scan, free, headline ? 2 : 4)
  if (person) {
    const after = { from: person.to + 1, to: run.to }
    return [
      nameOf(scan, person, 'person'),
      ...(after.from <= after.to ? plainNames(scan, after, around) : []),
    ]
  }
  if (headline) return strongWords(scan, free)
  if (from === run.to) return around.isPlain(from) ? strongWords(scan, free) : single(scan, from)
  return several(scan, free, around)
}

/** People whose family name a known name would claim, or whose given name: "Francis Ford Coppola" is no carmaker. */
function peopleOverKnown(scan: Scan, { from, to }: Run, taken: Taken): Name[] {
  for (let word = from; word < to; word++) {
    const givenTaken = taken[word] && !taken[word + 1] && !(word > from && taken[word - 1])
    const familyTaken = !taken[word] && taken[word + 1]
    if (!(givenTaken || familyTaken) || !isSimple(scan, word + 1)) continue
    const person = personIn(scan, { from: word, to })
    if (person) return [nameOf(scan, person, 'person')]
  }
  return []
}

/** A given name and what follows, at most four words, each a simple capital ("Ada", "van Rossum", "O'Neil"). */
function personIn(scan: Scan, { from, to }: Run, atMost = 4): Run | null {
  if (!GIVEN_NAMES.has(wordOf(scan, from)) || from === to) return null
  let last = from
  let simple = 1
  while (last < to && simple < atMost && continuesName(scan, last + 1, last - from)) {
    last++
    if (!PARTICLES.has(wordOf(scan, last))) simple++
  }
  while (last > from && PARTICLES.has(wordOf(scan, last))) last--
  return last === from || ORGANISATION_WORDS.has(wordOf(scan, last)) ? null : { from, to: last }
}

function continuesName(scan: Scan, word: number, before: number): boolean {
  const written = wordOf(scan, word)
  if (PARTICLES.has(written)) return true
  return isSimple(scan, word) && !OPENERS.has(written) && !(before > 0 && ORDINARY.test(written))
}

function isSimple(scan: Scan, word: number): boolean {
  const look = scan.look[word] ?? 0
  if (!(look & LOOK.capital) || look & (LOOK.digit | LOOK.allCapitals)) return false
  return (
    !(look & LOOK.innerCapital) || /^(?:Mc|Mac|O['’]|D['’]|\p{Lu}\p{Ll}+-\p{Lu})/u.test(wordOf(scan, word))
  )
}

/** Of a headline only what its spelling makes a name; short forms must recur. */
function strongWords(scan: Scan, { from, to }: Run): Name[] {
  const found: Name[] = []
  for (let word = from; word <= to; word++)
    if (isStrong(scan, word) || (scan.look[word] ?? 0) & LOOK.allCapitals) found.push(...single(scan, word))
  return found
}

/** `FlexAttention`, `SlimQwen`, `WSE-3`, `When2Tool`: more capitals than one and small letters, or letters and digits. */
function isStrong(scan: Scan, word: number): boolean {
  const look = scan.look[word] ?? 0
  const written = bare(scan, word)
  if (look & LOOK.digit)
    return /^\p{L}.*\d/u.test(written) && /\p{Lu}/u.test(written) && /\p{L}{3}|\p{L}{2}-/u.test(written)
  if (look & LOOK.allCapitals || !(look & LOOK.innerCapital)) return false
  return (
    /\p{Ll}\p{Lu}|\p{Lu}{2}\p{Ll}/u.test(written) || /^(?:\p{Lu}+|\p{Lu}\p{Ll}+)-\p{Lu}{2}/u.test(written)
  )
}

const written = (scan: Scan, { from, to }: Run): string =>
  scan.text
    .slice(scan.start[scan.firstPiece[from] ?? 0], scan.end[lastPieceOf(scan, to)])
    .replace(/['’]s$/, '')

function bare(scan: Scan, word: number): string {
  return wordOf(scan, word).replace(/['’]s$/, '')
}

function single(scan: Scan, word: number): Name[] {
  const run = { from: word, to: word }
  const written = bare(scan, word)
  const look = scan.look[word] ?? 0
  if (isStrong(scan, word))
    return [
      nameOf(
        scan,
        run,
        typeNear(scan, word, word, written) ?? (/-\d(?:\.\d)?$/.test(written) ? 'model' : 'product'),
      ),
    ]
  if (look & LOOK.allCapitals) {
    if (written.length < 2 || written.length > 8 || PLAIN_ACRONYMS.has(written) || look & LOOK.digit)
      return []
    return [nameOf(scan, run, typeNear(scan, word, word, written) ?? 'method', true)]
  }
  if (PERSON_BEFORE.has(written.toLowerCase())) return []
  if (written.length < 3 || !(look & LOOK.small)) return []
  const called = isHouse(scan, word) ? 'company' : apposition(scan, word + 1)
  if (called && called !== 'person' && isSimple(scan, word)) return [nameOf(scan, run, called)]
  if (doesAsPerson(scan, word) && isSimple(scan, word)) return [nameOf(scan, run, 'person')]
  if (isPersonHere(scan, run)) return [nameOf(scan, run, 'person', true)]
  if (isOwner(scan, word)) return [nameOf(scan, run, 'company')]
  if (opensSentence(scan, word)) return []
  const told = typeBefore(scan, word)
  const near = told ?? typeNear(scan, word, word, written) ?? (isWhere(scan, word) ? 'government' : null)
  return [nameOf(scan, run, near ?? 'product', told === null)]
}

const WARES =
  /^(?:app|apps|chip|chips|robot|robots|humanoid|humanoids|model|models|assistant|chatbot|platform|software|device|devices|accelerator|accelerators|customers|investors|shares|revenue|valuation|products?|employees|founders?|chief|ceo|board|platform|api|cloud|valuation)$/

/** Whether a genitive is a maker's: "Tarn's app", "Figment's F3 humanoid". */
function isOwner(scan: Scan, word: number): boolean {
  if (!endsWithGenitive(scan, word) || !isSimple(scan, word)) return false
  for (let next = word + 1; next < scan.words && next < word + 4 && hangsOnPrevious(scan, next); next++)
    if (WARES.test(wordOf(scan, next).toLowerCase())) return true
  return false
}

/** Whether a name stands behind an "in" that closes a clause, as places do: "in Kumano." */
function isWhere(scan: Scan, word: number): boolean {
  if (word === 0 || !hangsOnPrevious(scan, word) || wordOf(scan, word - 1) !== 'in') return false
  return word + 1 >= scan.words || !hangsOnPrevious(scan, word + 1)
}

function several(scan: Scan, run: Run, { isPlain }: Around): Name[] {
  const { from, to } = run
  const words = Array.from({ length: to - from + 1 }, (_, at) => from + at)
  if (words.every(isPlain)) return strongWords(scan, run)
  const called = isHouse(scan, from) ? 'company' : apposition(scan, to + 1)
  if (called && called !== 'person' && to - from < 4)
    return [nameOf(scan, run, typeNear(scan, from, to, bare(scan, to)) ?? called)]
  const opens = opensSentence(scan, from)
  const written = bare(scan, to)
  if (isPersonHere(scan, run) && to - from < 3) return [nameOf(scan, run, 'person', opens)]
  const near = typeNear(scan, from, to, written)
  if (near) return [nameOf(scan, run, near, opens)]
  const noble = words.some((word) => NOBLE.has(wordOf(scan, word)))
  const person =
    noble ||
    (to - from < 3 &&
      words.every(
        (word) =>
          isSimple(scan, word) &&
          !isPlain(word) &&
          !/-/.test(wordOf(scan, word)) &&
          !ORDINARY.test(bare(scan, word)),
      ))
  return [nameOf(scan, run, person ? 'person' : to - from > 3 ? 'paper' : 'product', opens && !noble)]
}

/** Endings of words that are nobody's family name. */
export const ORDINARY =
  /(?:ing|tion|sion|ment|ness|ity|ance|ence|ology|ive|ous|ics|ical|ial|ship|work|ware|ated|ized|ied|ed|als|ters|tes|search|language|mode|guided)$/i

/** Whether a role stands before the run or a verb of saying and doing after it. */
function isPersonHere(scan: Scan, { from, to }: Run): boolean {
  for (let word = from; word <= to; word++) if (!isSimple(scan, word)) return false
  const before = from > 0 && hangsOnPrevious(scan, from) ? wordOf(scan, from - 1).toLowerCase() : ''
  const after = to + 1 < scan.words && hangsOnPrevious(scan, to + 1) ? wordOf(scan, to + 1) : ''
  return PERSON_BEFORE.has(before) || PERSON_AFTER.has(after)
}

/** Whether what follows only people do: "Engelberger invented", "Lafferty also argued". */
function doesAsPerson(scan: Scan, word: number): boolean {
  for (let next = word + 1; next < scan.words && next < word + 3 && hangsOnPrevious(scan, next); next++) {
    const written = wordOf(scan, next)
    if (HUMAN_DEEDS.has(written)) return true
    if (written !== 'also' && written !== 'later' && written !== 'then') return false
  }
  return false
}

function nameOf(scan: Scan, { from, to }: Run, type: EntityType, weak = false): Name {
  const first = scan.firstPiece[from] ?? 0
  let last = lastPieceOf(scan, to)
  // The genitive and what hangs on behind a hyphen ("-based") are no part of the name.
  while (last > first && scan.firstPiece[to] !== last && isTail(scan, last)) last--
  const start = scan.start[first] ?? 0
  let end = scan.end[last] ?? 0
  if (scan.text[end] === '.' && /\b(?:Inc|Corp|Ltd|Co|Bros)$/.test(scan.text.slice(start, end))) end++
  return proposedName(start, end, scan.text.slice(start, end), type, { weak })
}

function isTail(scan: Scan, piece: number): boolean {
  const before = scan.text[(scan.start[piece] ?? 1) - 1]
  const written = pieceOf(scan, piece)
  if (before === "'" || before === '’') return written === 's'
  return before === '-' && /^\p{Ll}{4,}$/u.test(written)
}

/** Whether the text writes the word in small letters too: then its capital only opens or adorns. */
function plainWords(scan: Scan): (word: number) => boolean {
  const small = new Set<number>()
  for (let word = 0; word < scan.words; word++)
    if (scan.look[word] === (LOOK.letter | LOOK.small)) small.add(scan.hash[scan.firstPiece[word] ?? 0] ?? 0)
  return (word) => small.has(scan.hash[scan.firstPiece[word] ?? 0] ?? 0)
}
