import type { Span } from '#domain'
import type { SearchHit } from '#ports'
import { stem } from '#text'

const LENGTH = 240
/** How much is shown before the first of the words. */
const LEAD = 60
/** Deeper than this nobody looks for the best place of a very long text, nor at more places of one word. */
const LOOKED_AT = 50_000
const MOST_PLACES = 50

type Excerpt = Pick<SearchHit, 'excerpt' | 'marks'>

/**
 * The stretch of a text that holds most of the words, cut between words, with `…` where something was left out, and where
 * the words stand in it.
 */
export function excerpt(title: string, text: string, words: readonly string[]): Excerpt {
  const body = text.trim() === '' ? title : text
  const start = Math.max(0, bestStart(body.slice(0, LOOKED_AT).toLowerCase(), words) - LEAD)
  const from = start === 0 ? 0 : body.indexOf(' ', start) + 1
  const isWhole = from + LENGTH >= body.length
  const shown = body.slice(from, from + LENGTH)
  const kept = isWhole ? shown : shown.slice(0, Math.max(shown.lastIndexOf(' '), LENGTH / 2))
  const said = `${from > 0 ? '…' : ''}${kept.replace(/\s+/g, ' ').trim()}${isWhole ? '' : '…'}`
  return { excerpt: said, marks: marksIn(said, words) }
}

/** The words of a short text that the query asks for, in whatever form they stand. */
function marksIn(text: string, words: readonly string[]): Span[] {
  const wanted = new Set(words.map(stem))
  return [...text.matchAll(/\p{L}[\p{L}\p{M}]*|\p{N}+/gu)].flatMap(({ 0: word, index }) =>
    wanted.has(stem(word.toLowerCase())) ? [{ start: index, end: index + word.length }] : [],
  )
}

/** Where the window begins that holds most different words: one pass with a window that slides over their places. */
function bestStart(text: string, words: readonly string[]): number {
  const places: { readonly at: number; readonly word: string }[] = []
  for (const word of new Set(words.map(stem))) {
    let at = text.indexOf(word)
    for (let found = 0; at >= 0 && found < MOST_PLACES; found++) {
      places.push({ at, word })
      at = text.indexOf(word, at + word.length)
    }
  }
  places.sort((a, b) => a.at - b.at)
  const inside = new Map<string, number>()
  let best = { at: 0, words: 0 }
  let first = 0
  for (const { at, word } of places) {
    inside.set(word, (inside.get(word) ?? 0) + 1)
    for (let left = places[first]; left && at - left.at > LENGTH - LEAD; left = places[++first]) {
      const count = (inside.get(left.word) ?? 0) - 1
      if (count > 0) inside.set(left.word, count)
      else inside.delete(left.word)
    }
    if (inside.size > best.words) best = { at: places[first]?.at ?? 0, words: inside.size }
  }
  return best.at
}
