import type { Words } from './words.ts'

/** Where a phrase stands: words `from` inside and `to` outside, with what was stored under it. */
export type Hit<T> = { readonly from: number; readonly to: number; readonly value: T }

type Entry<T> = { readonly stems: readonly string[]; readonly value: T }

/** Phrases by their first word, longest first. */
export type PhraseTable<T> = ReadonlyMap<string, readonly Entry<T>[]>

/** Compiles phrases; a phrase given twice keeps the value given last. */
export function phraseTable<T>(phrases: Iterable<{ stems: readonly string[]; value: T }>): PhraseTable<T> {
  const distinct = new Map<string, Entry<T>>()
  for (const { stems, value } of phrases)
    if (stems.length > 0) distinct.set(stems.join(' '), { stems, value })
  const table = new Map<string, Entry<T>[]>()
  for (const entry of distinct.values()) {
    const first = entry.stems[0] ?? ''
    const row = table.get(first)
    if (row === undefined) table.set(first, [entry])
    else row.push(entry)
  }
  for (const row of table.values()) row.sort((a, b) => b.stems.length - a.stems.length)
  return table
}

/** The phrases of a text from left to right, the longest at each place; a word belongs to one phrase at most. */
export function phrasesIn<T>(text: Words, table: PhraseTable<T>): Hit<T>[] {
  const hits: Hit<T>[] = []
  for (let from = 0; from < text.stems.length; ) {
    const entry = table.get(text.stems[from] ?? '')?.find((one) => standsAt(one.stems, text.stems, from))
    if (entry === undefined) from++
    else {
      hits.push({ from, to: from + entry.stems.length, value: entry.value })
      from += entry.stems.length
    }
  }
  return hits
}

function standsAt(phrase: readonly string[], text: readonly string[], from: number): boolean {
  for (let i = 1; i < phrase.length; i++) if (text[from + i] !== phrase[i]) return false
  return true
}
