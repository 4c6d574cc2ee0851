import type { Sentence, Tally } from '#domain'
import { attributed } from './apart.ts'
import type { Book, Holds, Witness } from './book.ts'
import { type Choice, choose, type Want } from './choose.ts'
import { instructs } from './instruct.ts'
import type { Line } from './line.ts'
import type { Tale } from './tale.ts'

/** What a section is written with. */
export type Pen = { readonly book: Book; readonly holds: Holds }

const TRIES = 8
// What shows or links to something that is not printed here, or lets the writer talk of the writing.
const POINTS_OUT =
  /\b(?:charts?|figures?|tables?|images?|screenshots?|photos?|links?) (?:below|above|here)\b|\bsee (?:chart|fig|table|below|above)|: “[^”]*\b(?:we|us|our)\b|^(?:one of the other|let['’]s|and now|next up|first up|moving on)\b/i

// What opens a telling must not speak of someone or something named before it, nor be a remark on it.
const LEANS_BACK =
  /^(?:the (?:reasons?|user|author|poster|post|image|company|approach|configuration|set-?up|thread|discussion|article|video|project|tool|release|update|(?:\w+ )?model|API)\b)/i

/** The line that serves best and that its own item holds as it would be printed. */
export function chooseHeld(tale: Tale, want: Want, { book }: Pen, choice: Choice = {}): Line | null {
  const not = [...(choice.not ?? [])]
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const line = choose(tale, want, book, { ...choice, not })
    if (line === null) return null
    const leans =
      instructs(line.text) ||
      POINTS_OUT.test(line.text) ||
      (choice.whole === true && LEANS_BACK.test(line.text))
    if (!leans) return line
    not.push(line)
  }
  return null
}

/** A source's sentence among others: a paper's name goes before what does not name it, where its item holds that. */
export function tellAmongOthers(tale: Tale, line: Line, { book, holds }: Pen): Sentence {
  const text = attributed(tale, line)
  return book.chosen(line, holds(text, [line.telling]) ? text : line.text)
}

/** A sentence of our own, or null where its evidence and tallies do not hold it. */
export function computedHeld(
  { book, holds }: Pen,
  text: string,
  witnesses: readonly Witness[],
  tallies: readonly Tally[] = [],
): Sentence | null {
  return holds(text, witnesses, tallies) ? book.computed(text, witnesses, tallies) : null
}
