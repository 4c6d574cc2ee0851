import type { Bullet, Sentence, Suggestion } from '#domain'
import type { Book } from './book.ts'
import { CLAIM, choose, HIT, POINT, POINTS, RESULT, type Want } from './choose.ts'
import type { Day } from './day.ts'
import type { Line } from './line.ts'
import { rememberedOf } from './memory.ts'
import type { Tale } from './tale.ts'
import { printedTitle } from './title.ts'
import { topicOf } from './topic-of.ts'
import { dayOf } from './words.ts'

const TLDR_WORDS = 60
const HIT_WORDS = 45
const REASON_CHARACTERS = 90

/** The claim with its number in at most 60 words; one sentence where the story is told in full below, for none comes twice. */
export function tldrBullet(tale: Tale, book: Book, isTold: boolean): Bullet {
  const one = isTold ? pointOf(tale, book) : null
  return bullet(tale, book, one ? [book.chosen(one)] : pair(tale, book, CLAIM, RESULT, TLDR_WORDS))
}

/** What a company did or a paper said, in at most 60 words, with the names explained. */
export function pulseBullet(tale: Tale, book: Book): Bullet {
  return bullet(tale, book, pair(tale, book, { ...HIT, words: 45 }, RESULT, TLDR_WORDS), 2)
}

/** One of many, in at most 45 words; by its title alone when that says what happened. Null when all it says is told above. */
export function quickHit(tale: Tale, book: Book): Bullet | null {
  const sentences = pair(tale, book, HIT, { ...RESULT, words: 24 }, HIT_WORDS)
  if (sentences.length > 0) return bullet(tale, book, sentences)
  return tale.isTelling && !tale.lines().some((line) => book.isPrinted(line))
    ? bullet(tale, book, signals(tale, book))
    : null
}

/** The day's five: three to read, one to skim, one to keep an eye on. */
export function picks(
  read: readonly Tale[],
  skim: Tale | null,
  track: Tale | null,
  day: Pick<Day, 'date' | 'tales'>,
): Suggestion[] {
  const pick = (verb: Suggestion['verb'], tale: Tale): Suggestion => ({
    kind: 'pick',
    verb,
    name: tale.name,
    storyId: tale.id,
    because: because(tale, verb, day),
  })
  return [
    ...read.map((tale) => pick('Read', tale)),
    ...(skim ? [pick('Skim', skim)] : []),
    ...(track ? [pick('Track', track)] : []),
  ]
}

function because(tale: Tale, verb: Suggestion['verb'], day: Pick<Day, 'date' | 'tales'>): string {
  const { score, families, disagreements } = tale
  const [earlier] = rememberedOf(tale, day)
  const because = [
    ...(disagreements.length > 0 ? ['its sources disagree on a number'] : []),
    ...(verb === 'Track' && earlier
      ? [
          `${earlier.shared[0]}: goes on from “${printedTitle(earlier.story.title)}” (${dayOf(earlier.story.seenAt, day.date)})`,
        ]
      : []),
    ...(score.topic !== null && score.tier !== null ? [`tier ${score.tier}, ${topicOf(tale)}`] : []),
    ...(families.length > 1 ? [`told by ${families.length} publishers`] : []),
    ...(hasFigure(tale) ? ['with figures'] : []),
  ]
  return because.slice(0, 3).join('; ') || (strongest(tale) ?? 'high on its own marks')
}

// What the scorer gave most points for, when it can be said in a line.
function strongest({ score }: Tale): string | null {
  const [first] = [...score.reasons].filter(({ share }) => share > 0).sort((a, b) => b.share - a.share)
  return first && first.because.length <= REASON_CHARACTERS ? first.because : null
}

const hasFigure = (tale: Tale) => tale.lines().some(({ hasNumber, role }) => hasNumber && role === 'result')

function pointOf(tale: Tale, book: Book): Line | null {
  const ofIt = { only: POINTS, whole: true, figure: true, about: tale.genre !== 'paper' }
  return (
    choose(tale, POINT, book, { ...ofIt, only: [...POINTS, 'problem'], firstHand: true }) ??
    choose(tale, POINT, book, { ...ofIt, about: true }) ??
    choose(tale, POINT, book, { only: POINTS, whole: true, figure: true }) ??
    choose(tale, POINT, book, { only: ['result', 'approach'], whole: true, firstHand: true }) ??
    choose(tale, POINT, book, { only: POINTS, whole: true })
  )
}

// "Skepticism: GPT-5.5 seems …" before a sentence that begins "GPT-5.5 seems …" says it twice: the head is enough.
function leadOf({ name }: Tale, [first]: readonly Sentence[]): string {
  const [head = name, ...rest] = name.split(': ')
  const said = rest.join(': ').replace(/…$/, '')
  return said.length >= REPEATED && first?.text.toLowerCase().startsWith(said.toLowerCase().slice(0, 60))
    ? head
    : name
}

const REPEATED = 20

function bullet(tale: Tale, book: Book, sentences: readonly Sentence[], glosses = 0): Bullet {
  return {
    kind: 'bullet',
    lead: leadOf(tale, sentences),
    url: tale.url,
    label: tale.subtitle ? `${tale.subtitle}; ${tale.label}` : tale.label,
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
      ? choose(tale, { ...second, words: Math.min(room, second.words) }, book, { not: [claim], figure: true })
      : null
  const lines =
    figure?.telling === claim.telling ? [claim, figure].sort((a, b) => a.index - b.index) : [claim]
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
