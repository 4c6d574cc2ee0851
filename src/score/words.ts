import { stem } from '#text'

/** The words of a text as stems with their places: `start[i]` inside and `end[i]` outside, in UTF-16 units. */
export type Words = { readonly stems: readonly string[]; readonly start: number[]; readonly end: number[] }

const PART = /\p{L}[\p{L}\p{M}]*|\p{N}+/gu
const MEMORY_LIMIT = 50_000
const memory = new Map<string, string>()

/** Stems of a text, names split at their joints and digits: KV-cache and KV caches are one, so are Qwen3 and Qwen 3. */
export function words(text: string): Words {
  const found: string[] = []
  const start: number[] = []
  const end: number[] = []
  PART.lastIndex = 0
  for (let match = PART.exec(text); match !== null; match = PART.exec(text)) {
    found.push(stemOf(match[0]))
    start.push(match.index)
    end.push(PART.lastIndex)
  }
  return { stems: found, start, end }
}

/** The stems alone, for phrases that are compiled once. */
export function stems(phrase: string): string[] {
  return (phrase.match(PART) ?? []).map(stemOf)
}

// The same few thousand words make up most text; remembering their stems halves the time. Bounded, and a pure cache.
function stemOf(word: string): string {
  const known = memory.get(word)
  if (known !== undefined) return known
  const found = stem(word.toLowerCase())
  if (memory.size >= MEMORY_LIMIT) memory.clear()
  memory.set(word, found)
  return found
}
