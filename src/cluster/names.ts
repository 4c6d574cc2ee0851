import { tokens } from '#text'

/** The made names of a title (`ClawBench`, `GPT-5.5`), lower-case: words that no dictionary holds, so each letter counts. */
export type Names = readonly string[]

const NAMES_MAX = 12
const POSSESSIVE = /['’]s?$/
const LONGEST = 40
/** Letters and digits in one word, or a capital inside one that is not all capitals. */
const MADE = /\p{L}[-./]?\p{N}|\p{N}[-./]?\p{L}{2}|\p{Ll}\p{Lu}/u

export function namesOf(title: string): Names {
  const found = new Set<string>()
  for (const { text } of tokens(title)) {
    const name = text.replace(POSSESSIVE, '')
    if (name.length <= LONGEST && MADE.test(name)) found.add(name.toLowerCase())
    if (found.size === NAMES_MAX) break
  }
  return [...found]
}

/**
 * True for two names that look alike and are different things: a common stem of at least four letters with another
 * ending (`ClawBench`, `ClawMark`; a name with something behind it, `LangChain_JS`, may be the same), or the same words with another number (`GPT-5.4`, `GPT-5.5`).
 */
export function confusable(a: string, b: string): boolean {
  if (a === b) return false
  const [aLetters, bLetters] = [lettersOf(a), lettersOf(b)]
  if (aLetters === bLetters) return digitsOf(a) !== digitsOf(b) && digitsOf(a) !== '' && digitsOf(b) !== ''
  if (/\p{N}/u.test(a + b)) return false
  const shorter = Math.min(a.length, b.length)
  const shared = prefixLength(a, b)
  return shared >= 4 && shared < shorter && shorter >= 6
}

const lettersOf = (name: string): string => name.replace(/[^\p{L}]/gu, '')
const digitsOf = (name: string): string => name.replace(/[^\p{N}.]/gu, '')

function prefixLength(a: string, b: string): number {
  let length = 0
  while (length < a.length && length < b.length && a[length] === b[length]) length++
  return length
}
