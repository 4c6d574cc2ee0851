import type { Evidence, Gloss, Item, Sentence, Source, Tally } from '#domain'
import type { Line } from './line.ts'
import type { Tale } from './tale.ts'

/** An item that a sentence stands on. */
export type Witness = { readonly item: Item; readonly source: Source }

/** Whether the evidence holds a sentence; asked while an edition is written, so that nothing is printed to be withdrawn. */
export type Holds = (text: string, witnesses: readonly Witness[], tallies?: readonly Tally[]) => boolean

/** What is being written: which evidence is numbered, which lines are printed, which names are explained. */
export type Book = {
  /** A source's sentence. */
  chosen(line: Line, text?: string): Sentence
  /** A sentence of our own: what it quotes from items, and what the edition counted for it. */
  computed(text: string, witnesses: readonly Witness[], tallies?: readonly Tally[]): Sentence
  numbersOf(witnesses: readonly Witness[]): number[]
  isPrinted(line: Line): boolean
  /** Whether the line's own item holds it as it would be printed. */
  isHeld(line: Line): boolean
  /** Whether this sentence of our own stands in the edition already. */
  isSaid(text: string): boolean
  /** Names of a story that the registry explains and that nothing above has explained, the weightiest first. */
  glossesFor(tale: Tale, most: number): Gloss[]
  evidence(): Evidence[]
}

export function openBook(glosses: ReadonlyMap<string, Gloss>, holds: Holds): Book {
  const numbers = new Map<string, Evidence>()
  const printed = new Set<string>()
  const explained = new Set<string>()
  const said = new Set<string>()
  const numberOf = ({ item, source }: Witness): number => {
    const known = numbers.get(item.id)
    if (known) return known.number
    numbers.set(item.id, {
      number: numbers.size + 1,
      itemId: item.id,
      revision: item.revision,
      title: item.title,
      url: item.url,
      sourceName: source.name,
      publishedAt: item.publishedAt,
      seenAt: item.seenAt,
    })
    return numbers.size
  }
  const numbersOf = (witnesses: readonly Witness[]) => [...new Set(witnesses.map(numberOf))]
  return {
    chosen(line, text = line.text) {
      printed.add(keyOf(line))
      printed.add(wordsOf(line))
      return { text, origin: 'chosen', evidence: [numberOf(line.telling)], tallies: [] }
    },
    computed(text, witnesses, tallies = []) {
      said.add(text)
      return { text, origin: 'computed', evidence: numbersOf(witnesses), tallies }
    },
    isSaid: (text) => said.has(text),
    numbersOf,
    isPrinted: (line) => printed.has(keyOf(line)) || printed.has(wordsOf(line)),
    glossesFor(tale, most) {
      const found: Gloss[] = []
      for (const [entityId] of [...tale.names].sort((a, b) => b[1].salience - a[1].salience)) {
        const gloss = glosses.get(entityId)
        if (
          !gloss ||
          explained.has(entityId) ||
          found.length === most ||
          (tale.names.get(entityId)?.salience ?? 0) < 2
        )
          continue
        explained.add(entityId)
        found.push(gloss)
      }
      return found
    },
    isHeld: ({ text, telling }) => holds(text, [telling]),
    evidence: () => [...numbers.values()],
  }
}

// Two sources may print one sentence: once is enough.
const wordsOf = ({ running }: Line) => running.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')

const keyOf = ({ telling, index }: Line) => `${telling.item.id}#${index}`

/** A count of ids, each once. */
export function tally(what: string, of: readonly string[]): Tally {
  const ids = [...new Set(of)]
  return { value: ids.length, what, of: ids }
}
