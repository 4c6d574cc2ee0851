import type { Dossier } from '#domain'
import { plain, stem, terms } from '#text'

/** How surely a story is about a topic: 0 for not at all; `PLACED` and more belongs to it. */
export type TopicMatch = (dossier: Dossier) => number

/** A title that says it, or a text that comes back to it. */
export const PLACED = 3

const HEAD_CHARACTERS = 1500
const IN_TITLE = 3
const IN_HEAD = 1
const MOST_OF_A_PHRASE = 2

/**
 * A matcher for a topic given as phrases: each phrase counts in the title and, at most twice, in the first lines of the
 * telling that says most; words agree by their stems, in order and beside each other.
 */
export function createTopicMatch(words: readonly string[]): TopicMatch {
  const phrases = [...new Set(words.map(flat))].filter((phrase) => phrase !== '  ')
  return ({ tellings }) => {
    let best = 0
    for (const { item, copyOf } of tellings) {
      if (copyOf !== null) continue
      const title = flat(item.title)
      const head = flat(item.text.slice(0, HEAD_CHARACTERS))
      const worth = phrases.reduce(
        (sum, phrase) =>
          sum +
          (title.includes(phrase) ? IN_TITLE : 0) +
          IN_HEAD * Math.min(MOST_OF_A_PHRASE, head.split(phrase).length - 1),
        0,
      )
      best = Math.max(best, worth)
    }
    return best
  }
}

/** Stems of all words, one space between and around them. */
const flat = (text: string) =>
  ` ${(
    plain(text)
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  )
    .map(rootOf)
    .join(' ')} `

/** Stemmed terms of a text with how often each stands in it. */
export function bagOf(text: string): Map<string, number> {
  const bag = new Map<string, number>()
  for (const term of terms(plain(text))) bag.set(term, (bag.get(term) ?? 0) + 1)
  return bag
}

// `cache` and `caches` are stemmed to different ends.
const rootOf = (word: string) => stem(word).replace(/e$/, '')
