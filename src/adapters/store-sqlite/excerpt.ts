import { stem } from '#text'

const LENGTH = 240
/** Deeper than this nobody looks for the best place of a very long text. */
const LOOKED_AT = 50_000
const MOST_PLACES = 200

/** The stretch of a text that holds most of the words, cut between words, with `…` where something was left out. */
export function excerpt(title: string, text: string, words: readonly string[]): string {
  const body = text.trim() === '' ? title : text
  const start = bestStart(body.slice(0, LOOKED_AT).toLowerCase(), words)
  const from = start === 0 ? 0 : body.indexOf(' ', Math.max(0, start - 60)) + 1
  const rest = body.slice(from, from + LENGTH)
  const isWhole = from + LENGTH >= body.length
  const kept = isWhole ? rest : rest.slice(0, Math.max(rest.lastIndexOf(' '), LENGTH / 2))
  return `${from > 0 ? '…' : ''}${kept.replace(/\s+/g, ' ').trim()}${isWhole ? '' : '…'}`
}

function bestStart(text: string, words: readonly string[]): number {
  const places: { at: number; word: string }[] = []
  for (const word of new Set(words.map(stem))) {
    let at = text.indexOf(word)
    for (let found = 0; at >= 0 && found < MOST_PLACES / words.length; found++) {
      places.push({ at, word })
      at = text.indexOf(word, at + word.length)
    }
  }
  places.sort((a, b) => a.at - b.at)
  let best = { at: 0, count: 0 }
  for (const { at } of places) {
    const near = places.filter((place) => place.at >= at && place.at < at + LENGTH - 60)
    const count = new Set(near.map(({ word }) => word)).size
    if (count > best.count) best = { at, count }
  }
  return best.at
}
