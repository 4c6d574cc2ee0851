import type { Entity, Maker, Profile, RelatedPhrase } from '#domain'
import { evidenceOf, indexTopics, type Passage, type TopicIndex } from './match.ts'
import { isMade, keyOf, phrasesOf } from './related-phrases.ts'
import { stems } from './words.ts'

/** A story to learn from: its tellings in their own words, and the day on which it was first seen. */
export type Lesson = { readonly passages: readonly Passage[]; readonly day: string }

export const RELATED_MAKER: Maker = 'related@1'

/** Fewer stories teach nothing: what stands together in them does so by chance. */
export const LESSONS_MIN = 400
const TOPIC_STORIES_MIN = 15
const TOGETHER_MIN = 6
/** One affair of one day is no habit of speech. */
const DAYS_MIN = 4
/** Of the stories that say it so many are about the topic, and so many times more than of all stories. */
const SHARE_MIN = 0.6
const LIFT_MIN = 2.5
/** The same of each of its plain words by itself, so that no turn of phrase comes along. */
const WORD_LIFT_MIN = 1.8
/** Dunning's statistic: among the hundred thousand phrases of a corpus chance reaches 20 or so. */
const SURPRISE_MIN = 30
/** The topic that it speaks for most, or one not far behind. */
const BESIDE_THE_BEST = 0.7
/** A part of a phrase that hardly stands without the rest is no phrase. */
const PART_OF = 0.8
const MOST_PER_TOPIC = 12
/** Evidence for a topic, in its own words, from which a story teaches something of it. */
const ABOUT = 1.2
const OWN_FROM = 0.5

/**
 * What a corpus says with each topic of a profile beyond the topic's own words: phrases whose standing together with it
 * chance does not explain, by the log-likelihood ratio of Dunning 1993 ("Accurate methods for the statistics of surprise
 * and coincidence"), on several days, in most of the stories that say them. A whole field ("general …") learns nothing,
 * nor does anything from fewer than 400 stories. At most 12 for a topic, the most surprising first; the same lessons
 * always teach the same.
 */
export function relatedPhrases(
  lessons: readonly Lesson[],
  profile: Profile,
  vocabulary: readonly Entity[],
): RelatedPhrase[] {
  if (lessons.length < LESSONS_MIN) return []
  const index = indexTopics(profile, vocabulary)
  const corpus = readCorpus(lessons, index)
  const names = namesOfActors(vocabulary)
  return index.topics.flatMap(({ phrase: topic }, at) =>
    learnt(corpus, at, index, names).map(({ phrase, together, stories }) => ({
      topic,
      phrase,
      together,
      stories,
    })),
  )
}

/** Where the corpus says what: numbers of lessons, by phrase and by topic. */
type Corpus = {
  readonly lessons: readonly Lesson[]
  /** Of each phrase that is said often enough, by its key. */
  readonly saidIn: ReadonlyMap<string, { readonly surface: string; readonly in: readonly number[] }>
  /** Of each topic the lessons that are about it. */
  readonly about: readonly ReadonlySet<number>[]
}

function readCorpus(lessons: readonly Lesson[], index: TopicIndex): Corpus {
  const about = index.topics.map(() => new Set<number>())
  const texts = lessons.map(({ passages }) => passages.map(({ title, text }) => `${title}.\n${text}`))
  lessons.forEach(({ passages }, at) => {
    for (const { topic, amount, denied } of evidenceOf(passages, index).topics)
      if (!denied && amount >= ABOUT) about[topic]?.add(at)
  })
  return { lessons, about, saidIn: phrasesOf(texts, TOGETHER_MIN) }
}

type Row = RelatedPhrase & { readonly plain: string; readonly surprise: number }

function learnt(corpus: Corpus, topic: number, index: TopicIndex, names: readonly string[]): Row[] {
  const about = corpus.about[topic] ?? new Set()
  if (index.topics[topic]?.broad || about.size < TOPIC_STORIES_MIN) return []
  const said = rowsOf(corpus, topic)
  const own = [...ownWords(index, topic), ...names]
  const fit = said
    .filter((row) => row.surprise >= SURPRISE_MIN && isFaithful(row, corpus, topic))
    .filter(({ plain }) => !own.some((word) => plain.includes(word)))
    .filter(({ phrase }) => isOfTheTopic(phrase, corpus, topic))
    .filter(
      (row) =>
        !said.some(
          (other) =>
            other.plain.length > row.plain.length &&
            other.plain.includes(row.plain) &&
            other.stories >= PART_OF * row.stories,
        ),
    )
    .sort((a, b) => b.surprise - a.surprise || (a.phrase < b.phrase ? -1 : 1))
  const chosen: Row[] = []
  for (const row of fit)
    if (!chosen.some(({ plain }) => row.plain.includes(plain) || plain.includes(row.plain))) chosen.push(row)
  return chosen.slice(0, MOST_PER_TOPIC)
}

/** Every phrase that stands often enough, on days enough, in stories of the topic. */
function rowsOf({ lessons, saidIn, about }: Corpus, topic: number): Row[] {
  const ofTopic = about[topic] ?? new Set()
  const rows: Row[] = []
  for (const { surface, in: said } of saidIn.values()) {
    const both = said.filter((at) => ofTopic.has(at))
    // One plain word means too many things.
    if (!surface.includes(' ') && !isMade(surface)) continue
    if (both.length < TOGETHER_MIN || new Set(both.map((at) => lessons[at]?.day)).size < DAYS_MIN) continue
    rows.push({
      ...{ topic: '', phrase: surface, together: both.length, stories: said.length },
      plain: spaced(surface),
      surprise: surprise(both.length, said.length, ofTopic.size, lessons.length),
    })
  }
  return rows
}

/** Mostly said with the topic, far more than stories at large are about it, and with no other topic much more so. */
function isFaithful({ together, stories, phrase }: Row, corpus: Corpus, topic: number): boolean {
  if (together < SHARE_MIN * stories) return false
  const lifts = corpus.about.map((_, other) => liftOf(phrase, corpus, other))
  const lift = lifts[topic] ?? 0
  return lift >= LIFT_MIN && lift >= BESIDE_THE_BEST * Math.max(...lifts)
}

/** No turn of phrase: each plain word of it leans to the topic by itself. */
const isOfTheTopic = (phrase: string, corpus: Corpus, topic: number): boolean =>
  phrase.split(' ').every((word) => isMade(word) || liftOf(word, corpus, topic) >= WORD_LIFT_MIN)

/** How many times likelier a story that says it is about the topic than any story. */
function liftOf(phrase: string, { lessons, saidIn, about }: Corpus, topic: number): number {
  const said = saidIn.get(keyOf(phrase))?.in ?? []
  const ofTopic = about[topic] ?? new Set()
  if (said.length === 0 || ofTopic.size === 0) return 0
  const together = said.reduce((count, at) => count + (ofTopic.has(at) ? 1 : 0), 0)
  return (together * lessons.length) / (said.length * ofTopic.size)
}

/** What speaks for the topic already, or outright for a narrower one than a whole field. */
function ownWords(index: TopicIndex, topic: number): string[] {
  return [...index.table.values()]
    .flat()
    .filter(({ value }) =>
      value.says.some(
        (one) => one.topic === topic || (one.weight >= OWN_FROM && !index.topics[one.topic]?.broad),
      ),
    )
    .map(({ stems: words }) => ` ${words.join(' ')} `)
}

const ACTORS: ReadonlySet<string> = new Set([
  'company',
  'lab',
  'model',
  'person',
  'government',
  'publication',
])

/** Who does something is no part of what it is about. */
const namesOfActors = (vocabulary: readonly Entity[]): string[] =>
  vocabulary.flatMap(({ type, name, aliases }) => (ACTORS.has(type) ? [name, ...aliases].map(spaced) : []))

const spaced = (phrase: string): string => ` ${stems(phrase).join(' ')} `

/** The log-likelihood ratio of two things standing together more often than each for itself would have it. */
function surprise(together: number, said: number, about: number, all: number): number {
  const [onlySaid, onlyAbout] = [said - together, about - together]
  const neither = all - said - onlyAbout
  const whole = entropy(together, onlySaid, onlyAbout, neither)
  return 2 * (whole - entropy(said, all - said) - entropy(about, all - about))
}

function entropy(...counts: number[]): number {
  const sum = counts.reduce((total, count) => total + count, 0)
  return counts.reduce((total, count) => total + (count > 0 ? count * Math.log(count / sum) : 0), 0)
}
