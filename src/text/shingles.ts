import { hash32 } from './hash.ts'
import { parts } from './tokens.ts'

/**
 * Hashes of all runs of `size` words, spelling and punctuation ignored; a text shorter than that is one shingle.
 * An empty text has none. After Broder 1997, "On the resemblance and containment of documents".
 */
export function shingles(text: string, size: number): Set<number> {
  const words = parts(text)
  const found = new Set<number>()
  if (words.length === 0) return found
  if (words.length <= size) return found.add(hash32(words.join(' ')))
  for (let i = 0; i + size <= words.length; i++) found.add(hash32(words.slice(i, i + size).join(' ')))
  return found
}
