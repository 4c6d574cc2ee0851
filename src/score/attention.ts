import type { Telling } from '#domain'
import type { Factor } from './reason.ts'

/** What a source's items usually get of a signal (a median or mean); null when nobody counted. */
export type UsualOf = (sourceId: string, signal: string) => number | null

type Signal = { readonly name: string; readonly words: string; readonly level: number }

/** Counts that people give, with what is middling for each where the source's own usual is not known. */
const COUNTS: Readonly<Record<string, number>> = {
  upvotes: 20,
  points: 60,
  score: 60,
  likes: 200,
  favorites: 200,
  retweets: 40,
  reposts: 40,
  stars: 200,
  comments: 25,
  replies: 15,
  downloads: 5000,
  views: 20_000,
}
const AT_MOST = 10
const CURATED = 5
const TAGS_OF_CURATION = /^(?:retweets?|reposts?|starred|bookmark(?:ed)?|saved|curated)\b/i

/**
 * How much notice others took, 0 to 10 points, from the strongest signal: counts on a log scale against what the source
 * usually gets (the usual gives 4 points, eight times it all 10), ratings of 5 to 10 and ranks of 1 to 30 straight.
 */
export function attention(tellings: readonly Telling[], usualOf: UsualOf): Factor {
  let best: (Signal & { source: string }) | null = null
  for (const { item, source } of tellings) {
    for (const [name, value] of Object.entries(item.signals)) {
      const signal = read(name, value, usualOf(source.id, name), item.signals)
      if (signal !== null && (best === null || signal.level > best.level))
        best = { ...signal, source: source.name }
    }
  }
  if (best === null) return null
  return { factor: 'attention', share: best.level * AT_MOST, because: `${best.words} at ${best.source}` }
}

function read(
  name: string,
  value: number,
  usual: number | null,
  all: Readonly<Record<string, number>>,
): Signal | null {
  if (!Number.isFinite(value) || value <= 0) return null
  if (name === 'ai_rating' || name === 'rating') {
    return value > 10 ? null : { name, words: `rated ${value} of 10`, level: between((value - 5) / 5) }
  }
  if (name === 'rank') return { name, words: `rank ${value}`, level: between(1 - (value - 1) / 30) * 0.8 }
  const middling = usual ?? COUNTS[name]
  // On a ranked list "score" is the ranking's own scale (an Elo, say) and no count of people.
  if (middling === undefined || middling <= 0 || (name === 'score' && all.rank !== undefined)) return null
  const level = between(0.4 + 0.2 * Math.log2(value / middling))
  const against = usual === null ? '' : `, where ${Math.round(usual)} is usual,`
  return { name, words: `${value} ${name}${against}`, level }
}

/** A person the reader trusts picked it: a retweet, a starred mail. */
export function curation(tellings: readonly Telling[]): Factor {
  for (const { item } of tellings) {
    const tag = item.tags.find((one) => TAGS_OF_CURATION.test(one))
    if (tag !== undefined) return { factor: 'curated', share: CURATED, because: `picked by hand: ${tag}` }
  }
  return null
}

const between = (level: number) => Math.min(1, Math.max(0, level))
