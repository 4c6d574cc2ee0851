import { hash32, STOPWORDS, type Token, tokens } from '#text'
import { stems } from './words.ts'

const PHRASE_WORDS = 3
const CHARACTERS_MAX = 2000
const WORD_MAX = 40
const BUCKETS = 1 << 20

/** Words of talk and of degree: they go with anything. */
const ANYWHERE = new Set(
  stems(
    'across various different several significant specific strong overall multiple recent current latest similar key main comment commenter user author post thread reddit discussion discuss express concern question opinion ask present raise mention highlight note report suggest example image title size level number version type kind case',
  ),
)

/** An abbreviation, a name with digits or with a capital inside, a compound: a word that is a term by its form. */
export const isMade = (word: string): boolean =>
  word.length <= WORD_MAX && (ABBREVIATION.test(word) || JOINED.test(word))

const ABBREVIATION = /^\p{Lu}{3,}s?$/u
const JOINED = /\p{L}\p{N}|\p{Ll}\p{Lu}|\p{L}-\p{L}|\p{N}-\p{L}/u

/** By what a phrase is known: its stems, or for one made word without a hyphen its spelling. */
export const keyOf = (phrase: string): string => (isSpelt(phrase) ? `=${phrase}` : stems(phrase).join(' '))

/** Whether it is meant only as it is written: `PRO` is not `pro`. */
export const isSpelt = (phrase: string): boolean =>
  !phrase.includes(' ') && !phrase.includes('-') && isMade(phrase)

/**
 * In which texts each phrase of one to three neighbouring words stands, by number, of those that stand in at least
 * `least`; made words alone, plain words only for comparison. What is rare is sifted out by a table of hashed counts
 * before anything of it is kept, after Park, Chen and Yu 1995.
 */
export function phrasesOf(
  texts: readonly (readonly string[])[],
  least: number,
): Map<string, { surface: string; in: number[] }> {
  const counts = new Uint16Array(BUCKETS)
  const bucketOf = (key: string) => hash32(key) & (BUCKETS - 1)
  for (const some of texts)
    for (const key of phrasesIn(some).keys()) {
      const bucket = bucketOf(key)
      const count = counts[bucket] ?? 0
      if (count < 0xffff) counts[bucket] = count + 1
    }
  const found = new Map<string, { surface: string; in: number[] }>()
  texts.forEach((some, at) => {
    for (const [key, surface] of phrasesIn(some)) {
      if ((counts[bucketOf(key)] ?? 0) < least) continue
      const known = found.get(key)
      if (known) known.in.push(at)
      else found.set(key, { surface, in: [at] })
    }
  })
  for (const [key, { in: places }] of found) if (places.length < least) found.delete(key)
  return found
}

/** The phrases of a story's texts, each with how it was first written, by key. */
function phrasesIn(texts: readonly string[]): Map<string, string> {
  const found = new Map<string, string>()
  for (const text of texts) {
    const read = text.slice(0, CHARACTERS_MAX)
    const run: { token: Token; stem: string }[] = []
    for (const token of tokens(read)) {
      const before = run.at(-1)?.token
      if (before && read.slice(before.end, token.start) !== ' ') run.length = 0
      if (!isOfTopics(token.text)) {
        run.length = 0
        continue
      }
      run.push({ token, stem: stems(token.text).join(' ') })
      if (run.length > PHRASE_WORDS) run.shift()
      for (let from = run.length - 1; from >= 0; from--) {
        const surface = read.slice(run[from]?.token.start, token.end)
        const key = isSpelt(surface)
          ? `=${surface}`
          : run
              .slice(from)
              .map(({ stem }) => stem)
              .join(' ')
        if (!found.has(key)) found.set(key, surface)
      }
    }
  }
  return found
}

const isOfTopics = (word: string): boolean =>
  word.length <= WORD_MAX &&
  /\p{L}{2}/u.test(word) &&
  !STOPWORDS.has(word.toLowerCase()) &&
  !stems(word).every((stem) => ANYWHERE.has(stem))
