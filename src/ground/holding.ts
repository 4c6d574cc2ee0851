import { plain, type Quantity, quantities, type SentenceSpan, sentences, stem, terms } from '#text'
import { type Binding, bindingsIn, innerNames } from './bindings.ts'
import { type DateRead, datesRead } from './dates.ts'

/** One piece of evidence, read once: everything that sentences are held against. */
export type Holding = {
  /** Without marks of Markdown or LaTeX. */
  readonly text: string
  /** Lower-case words joined by single spaces, with a space at both ends. */
  readonly flat: string
  readonly words: ReadonlySet<string>
  readonly stems: ReadonlySet<string>
  /** By their number, ranges under both bounds. */
  readonly numbers: ReadonlyMap<string, readonly Quantity[]>
  readonly quantities: readonly Quantity[]
  readonly dates: readonly DateRead[]
  readonly sentences: readonly SentenceSpan[]
  /** Words with capitals inside its sentences. */
  readonly names: ReadonlySet<string>
  /** What its numbers are told of. */
  readonly bindings: readonly Binding[]
  /** Which sentences hold a term. */
  readonly where: ReadonlyMap<string, readonly number[]>
}

const REMEMBERED = 512
const MOST_CHARACTERS = 200_000

// Evidence is long and asked about again and again. This remembers what was read and decides nothing: the same text gives
// the same holding.
const remembered = new Map<string, Holding>()

/** Reads a piece of evidence; the first 200,000 characters of it. */
export function holdingOf(text: string): Holding {
  const known = remembered.get(text)
  if (known) return known
  if (remembered.size >= REMEMBERED) {
    const oldest = remembered.keys().next().value
    if (oldest !== undefined) remembered.delete(oldest)
  }
  const read = readHolding(text)
  remembered.set(text, read)
  return read
}

function readHolding(raw: string): Holding {
  const text = plain(raw.slice(0, MOST_CHARACTERS))
  const flat = flatOf(text)
  const words = new Set(flat.split(' '))
  const found = quantities(text)
  const spans = sentences(text)
  const names = innerNames(spans)
  return {
    text,
    flat,
    words,
    stems: new Set([...words].map(stem)),
    numbers: byNumber(found),
    quantities: found,
    dates: datesRead(text),
    sentences: spans,
    names,
    bindings: bindingsIn(
      spans.map((span) => span.text),
      names,
    ),
    where: byTerm(spans),
  }
}

/** Lower-case words without punctuation, one space between and around them. */
export function flatOf(text: string): string {
  return ` ${(text.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu) ?? []).join(' ')} `
}

/** A number as a key: the same for 0.30000000000000004 and 0.3. */
export function numberKey(value: number): string {
  return String(Number(value.toPrecision(10)))
}

function byNumber(found: readonly Quantity[]): Map<string, Quantity[]> {
  const numbers = new Map<string, Quantity[]>()
  for (const quantity of found) {
    for (const value of new Set([
      quantity.number,
      quantity.low ?? quantity.number,
      quantity.high ?? quantity.number,
    ])) {
      const key = numberKey(value)
      numbers.set(key, [...(numbers.get(key) ?? []), quantity])
    }
  }
  return numbers
}

function byTerm(spans: readonly SentenceSpan[]): Map<string, number[]> {
  const where = new Map<string, number[]>()
  for (const [index, { text }] of spans.entries()) {
    for (const term of new Set(terms(text))) {
      const places = where.get(term)
      if (places) places.push(index)
      else where.set(term, [index])
    }
  }
  return where
}

/** The sentence of the evidence that shares most of these terms, and what share of them it holds, 0 to 1. */
export function nearest(
  wanted: readonly string[],
  { where, sentences: spans }: Holding,
): { text: string; share: number } | null {
  const distinct = [...new Set(wanted)]
  if (distinct.length === 0) return null
  const shared = new Map<number, number>()
  for (const term of distinct)
    for (const index of where.get(term) ?? []) shared.set(index, (shared.get(index) ?? 0) + 1)
  let best: number | null = null
  for (const [index, count] of shared) if (best === null || count > (shared.get(best) ?? 0)) best = index
  const span = best === null ? undefined : spans[best]
  return best === null || !span ? null : { text: span.text, share: (shared.get(best) ?? 0) / distinct.length }
}
