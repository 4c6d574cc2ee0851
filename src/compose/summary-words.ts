import { PROPOSES } from './summary-cues.ts'

/** How surely a summary takes up each word of a text, 0.01 to 1, by word in lower case. */
export type WordHopes = ReadonlyMap<string, number>

/** The words of a sentence as ROUGE counts them: lower case, whatever is no letter or digit parts them. */
export const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

/**
 * How surely a summary takes up each word of a text: a linear model over where the word stands, as in the regression on
 * words of Hong and Nenkova 2014 ("Improving the estimation of word importance for news multi-document summarization").
 */
export function hopesOf(title: string | null, sentences: readonly string[]): WordHopes {
  const hopes = new Map<string, number>()
  for (const [word, traits] of wordTraits(title, sentences)) {
    const hope = WORD_TRAITS.reduce((total, name) => total + WORD_WEIGHTS[name] * traits[name], WORD_BASE)
    hopes.set(word, Math.min(1, Math.max(0.01, hope)))
  }
  return hopes
}

const WORD_TRAITS = ['inTitle', 'likeTitle', 'count', 'density', 'spread', 'proposed', 'proposals'] as const

type WordTraits = Readonly<Record<(typeof WORD_TRAITS)[number], number>>

// Ridge regression on whether a gold summary of scitldr_train or scitldr_dev holds the word.
const WORD_BASE = -0.035
const WORD_WEIGHTS: WordTraits = {
  inTitle: 0.249,
  likeTitle: 0.079,
  count: 0.028,
  density: 0.038,
  spread: 0.184,
  proposed: 0.066,
  proposals: 0.018,
}

const STEM = 5
const MOST = 8

/** What the model looks at, for each word: 0 or 1, a share, a percentage (`density`), or a count of at most eight. */
function wordTraits(title: string | null, sentences: readonly string[]): Map<string, WordTraits> {
  const titled = new Set(wordsOf(title ?? ''))
  const stems = new Set([...titled].map((word) => word.slice(0, STEM)))
  const seen = new Map<string, { count: number; held: number; proposals: number }>()
  let total = 0
  for (const sentence of sentences) {
    const words = wordsOf(sentence)
    total += words.length
    for (const word of words) {
      const one = seen.get(word)
      if (one) one.count++
      else seen.set(word, { count: 1, held: 0, proposals: 0 })
    }
    const proposes = Number(PROPOSES.test(sentence))
    for (const word of new Set(words)) {
      const one = seen.get(word)
      if (!one) continue
      one.held++
      one.proposals += proposes
    }
  }
  return new Map(
    [...seen].map(([word, { count, held, proposals }]) => [
      word,
      {
        inTitle: Number(titled.has(word)),
        likeTitle: Number(stems.has(word.slice(0, STEM))),
        count: Math.min(MOST, count),
        density: (100 * count) / total,
        spread: held / sentences.length,
        proposed: Number(proposals > 0),
        proposals: Math.min(MOST, proposals),
      },
    ]),
  )
}
