import { stem } from './stem.ts'
import { STOPWORDS } from './stopwords.ts'
import { words } from './tokens.ts'

/** The topic-bearing words of a text in order, lower-case and stemmed, stop words and bare single letters left out. */
export function terms(text: string): string[] {
  const found: string[] = []
  for (const written of words(text.toLowerCase())) {
    const word = /['’]s$/.test(written) ? written.slice(0, -2) : written
    if (word.length > 1 && !STOPWORDS.has(word)) found.push(stem(word))
  }
  return found
}

/** How often each value occurs. */
export function countOf<T>(values: Iterable<T>): Map<T, number> {
  const counts = new Map<T, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}
