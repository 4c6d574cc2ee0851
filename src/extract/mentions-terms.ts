import type { EntityType } from '#domain'
import { STOPWORDS } from '#text'
import type { Taken } from './mentions-form.ts'
import {
  hangsOnPrevious,
  lastPieceOf,
  type Name,
  opensSentence,
  proposedName,
  wordOf,
} from './mentions-name.ts'
import { LOOK, type Scan } from './mentions-scan.ts'
import { EPONYM_HEADS, OPENERS, PLAIN_MODIFIERS, STRONG_HEADS, TERM_HEADS } from './mentions-words.ts'

/**
 * Technical terms by their head noun and the words that make it special: "condensation algorithm", "shallow-transfer
 * machine translation". A head that everyday prose uses too ("model", "search") gives a weak term.
 */
export function technicalTerms(scan: Scan, taken: Taken): Name[] {
  const found: Name[] = []
  let free = 0
  for (let word = 1; word < scan.words; word++) {
    if (taken[word] || (scan.look[word] ?? 0) & (LOOK.capital | LOOK.digit)) continue
    const length = (scan.end[lastPieceOf(scan, word)] ?? 0) - (scan.start[scan.firstPiece[word] ?? 0] ?? 0)
    if (length < 4 || length > 20 || !hangsOnPrevious(scan, word)) continue
    const head = wordOf(scan, word)
    const coined = EPONYM_HEADS.get(head)
    if (coined !== undefined && isCoiner(scan, taken, word - 1)) {
      found.push(term(scan, word - 1, word, coined, false))
      free = word + 1
      continue
    }
    const type = TERM_HEADS.get(head)
    if (type === undefined || isFollowedByHead(scan, word)) continue
    const from = modifiersBefore(scan, taken, word, free)
    if (from === word) continue
    found.push(term(scan, from, word, type, !STRONG_HEADS.has(head)))
    free = word + 1
  }
  return found
}

/** Whether a word is a capital in mid-sentence that nobody claims, as the inventor's name in "Kuwahara filter". */
function isCoiner(scan: Scan, taken: Taken, word: number): boolean {
  const look = scan.look[word] ?? 0
  return (
    taken[word] === 0 &&
    (look & LOOK.capital) !== 0 &&
    (look & LOOK.small) !== 0 &&
    (look & LOOK.digit) === 0 &&
    !opensSentence(scan, word) &&
    !OPENERS.has(wordOf(scan, word)) &&
    !/['’]/.test(wordOf(scan, word))
  )
}

function isFollowedByHead(scan: Scan, word: number): boolean {
  return word + 1 < scan.words && hangsOnPrevious(scan, word + 1) && TERM_HEADS.has(wordOf(scan, word + 1))
}

/** The first of at most three words before the head that make it a term. */
function modifiersBefore(scan: Scan, taken: Taken, head: number, free: number): number {
  let from = head
  while (from > free && head - from < 3 && hangsOnPrevious(scan, from) && !taken[from - 1]) {
    const look = scan.look[from - 1] ?? 0
    const written = wordOf(scan, from - 1)
    if (!(look & LOOK.letter) || written.length < 3 || STOPWORDS.has(written) || PLAIN_MODIFIERS.has(written))
      break
    if (look & LOOK.capital && written !== written.toUpperCase()) break
    // An adverb opens no term, nor does a genitive.
    if (/ly$|['’]/.test(written)) break
    from--
  }
  return from
}

function term(scan: Scan, from: number, to: number, type: EntityType, weak: boolean): Name {
  const start = scan.start[scan.firstPiece[from] ?? 0] ?? 0
  const end = scan.end[lastPieceOf(scan, to)] ?? 0
  return proposedName(start, end, scan.text.slice(start, end), type, { weak })
}
