import type { Bullet, Sentence, Suggestion } from '#domain'
import type { Book } from './book.ts'
import { CLAIM, choose, HIT, POINTS, RESULT, type Want } from './choose.ts'
import { type Tale, topicOf } from './tale.ts'

const TLDR_WORDS = 60
const HIT_WORDS = 45

/** The story in at most 60 words: what it is, and its figure where a second sentence has room for it. */
export function tldrBullet(tale: Tale, book: Book): Bullet {
  return bullet(tale, book, pair(tale, book, CLAIM, RESULT, TLDR_WORDS))
}

/** What a company did or a paper said, in at most 60 words, with the names explained. */
export function pulseBullet(tale: Tale, book: Book): Bullet {
  return bullet(tale, book, pair(tale, book, { ...HIT, words: 45 }, RESULT, TLDR_WORDS), 2)
}

/** One of many, in at most 45 words; by its title alone, with what its source counts, when it has no text that stands alone. */
export function quickHit(tale: Tale, book: Book): Bullet {
  const sentences = pair(tale, book, HIT, { ...RESULT, words: 24 }, HIT_WORDS)
  return bullet(tale, book, sentences.length > 0 ? sentences : signals(tale, book))
}

/** The day's five: three to read, one to skim, one to keep an eye on. */
export function picks(read: readonly Tale[], skim: Tale | null, track: Tale | null): Suggestion[] {
  const pick = (verb: Suggestion['verb'], tale: Tale): Suggestion => ({
    kind: 'pick',
    verb,
    name: tale.name,
    storyId: tale.id,
    because: because(tale),
  })
  return [
    ...read.map((tale) => pick('Read', tale)),
    ...(skim ? [pick('Skim', skim)] : []),
    ...(track ? [pick('Track', track)] : []),
  ]
}

function because(tale: Tale): string {
  const { score, families, previous, disagreements } = tale
  if (disagreements.length > 0) return 'its sources disagree on a number'
  if (families.length > 1) return `told by ${families.length} publishers`
  if (score.topic !== null && score.tier !== null) return `tier ${score.tier}, ${topicOf(tale)}`
  return previous.length > 0 ? 'goes on from a story we told' : 'high on its own marks'
}

function bullet(tale: Tale, book: Book, sentences: readonly Sentence[], glosses = 0): Bullet {
  return {
    kind: 'bullet',
    lead: tale.name,
    url: tale.url,
    label: tale.label,
    storyId: tale.id,
    tier: tale.score.tier,
    topic: topicOf(tale),
    glosses: glosses > 0 ? book.glossesFor(tale, glosses) : [],
    sentences,
  }
}

function pair(tale: Tale, book: Book, first: Want, second: Want, most: number): Sentence[] {
  const claim = choose(tale, first, book, { only: POINTS, whole: true }) ?? choose(tale, first, book)
  if (!claim) return []
  const room = most - claim.words
  const figure =
    room >= 8
      ? choose(tale, { ...second, words: Math.min(room, second.words) }, book, { not: [claim] })
      : null
  const lines =
    figure?.hasNumber && figure.telling === claim.telling
      ? [claim, figure].sort((a, b) => a.index - b.index)
      : [claim]
  return lines.map((line) => book.chosen(line))
}

const SIGNALS: readonly (readonly [RegExp, (value: number) => string])[] = [
  [/^rank$/i, (value) => `rank ${value}`],
  [/^(?:points|ups)$/i, (value) => `${value} points`],
  [/^upvotes$/i, (value) => `${value} upvotes`],
  [/^(?:num_?)?comments$/i, (value) => `${value} comments`],
  [/^ai_?rating$/i, (value) => `rated ${value} by a model`],
]

function signals(tale: Tale, book: Book): Sentence[] {
  const told = SIGNALS.flatMap(([key, tell]) =>
    Object.entries(tale.lead.item.signals).flatMap(([name, value]) => (key.test(name) ? [tell(value)] : [])),
  )
  const [first, ...rest] = told
  if (!first) return []
  return [
    book.computed(
      `${first.charAt(0).toUpperCase()}${[first, ...rest].join(', ').slice(1)} at ${tale.lead.source.name}.`,
      [tale.lead],
    ),
  ]
}
