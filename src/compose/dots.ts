import type { Block, Picture, Sentence, StoryRef, ThreadBlock } from '#domain'
import { type Book, tally } from './book.ts'
import { choose, HIT, POINTS } from './choose.ts'
import type { Cluster } from './clusters.ts'
import type { Day } from './day.ts'
import type { Pen } from './held.ts'
import {
  type MovedThread,
  NO_MATTER,
  newest,
  type ToldThread,
  threadBlock,
  toldThreads,
} from './moved-threads.ts'
import { sayerOf } from './sayer.ts'
import { refTo, type Tale } from './tale.ts'
import { printedTitle } from './title.ts'
import { capitalised, counted, listed } from './words.ts'

const MOST_ROWS = 5
const MOST_THREADS = 5
const MOST_MEMBERS = 8
const SIDE = 3

/**
 * What papers and the market have in common today; the threads of our memory that today moved, and what else runs through
 * several stories; where numbers disagree; what practitioners report. A cluster that was `told` above comes again only
 * with what came before today.
 */
export function dots(
  day: Day,
  { told, threads: moved }: { readonly told: ReadonlySet<Cluster>; readonly threads: readonly MovedThread[] },
  pen: Pen,
): Block[] {
  const { clusters, tales } = day
  const { book } = pen
  const picture = pictureOf(clusters, book)
  const lasting = unlike(toldThreads(moved, day))
  const ofToday = clusters
    .filter((cluster) => isThread(cluster) && (cluster.earlier.length > 0 || !told.has(cluster)))
    .filter((cluster) => !lasting.some((one) => repeats(cluster, one)))
  const threads = withMostToSay([
    ...lasting.slice(0, 2 * MOST_THREADS).map((one) => threadBlock(one, day, pen)),
    ...ofToday.slice(0, MOST_THREADS).map((cluster) => thread(cluster, pen)),
  ])
  return [
    ...(picture.rows.length > 0 ? [picture] : []),
    ...threads,
    ...disagreements(tales, book),
    ...practitioners(clusters, book),
  ]
}

const LASTING_DAYS = 3

// Those that say what moved come before those that only list who is in them, and two stories of one day come last.
function withMostToSay(threads: readonly ThreadBlock[]): ThreadBlock[] {
  const daysOf = ({ size }: ThreadBlock) => size.tallies.find(({ what }) => what === 'days')?.value ?? 1
  const rank = (thread: ThreadBlock) =>
    thread.sentences.length > 0 && daysOf(thread) > 1 ? 0 : daysOf(thread) >= LASTING_DAYS ? 1 : 2
  return [...threads].sort((a, b) => rank(a) - rank(b)).slice(0, MOST_THREADS)
}

// Of threads with most of today's stories in common the best is enough.
function unlike(threads: readonly ToldThread[]): ToldThread[] {
  const kept: ToldThread[] = []
  for (const one of threads) if (!kept.some(({ today }) => overlap(one.today, today) > ALIKE)) kept.push(one)
  return kept
}

const ALIKE = 0.5

const repeats = ({ label, tales }: Cluster, { thread, today }: ToldThread): boolean =>
  thread.name.toLowerCase().includes(label.toLowerCase()) || overlap(tales, today) > ALIKE

const overlap = (one: readonly Tale[], other: readonly Tale[]): number =>
  one.filter((tale) => other.includes(tale)).length / Math.min(one.length, other.length)

// A thread has more than one day, more than one publisher, or three stories.
function isThread({ tales, earlier, entityId }: Cluster): boolean {
  if (NO_MATTER.has(tales[0]?.names.get(entityId ?? '')?.type ?? '')) return false
  return earlier.length > 0 || tales.length > 2 || new Set(tales.flatMap(({ families }) => families)).size > 1
}

function pictureOf(clusters: readonly Cluster[], book: Book): Picture {
  const rows = clusters.flatMap(({ label, tales }) => {
    const refs = (some: readonly Tale[]) =>
      some.slice(0, SIDE).map((tale) => refTo(tale, book.numbersOf([tale.lead])))
    const papers = tales.filter(({ genre }) => genre === 'paper')
    const others = tales.filter(({ genre }) => genre !== 'paper')
    return papers.length > 0 && others.length > 0
      ? [{ name: label, left: refs(papers), right: refs(others) }]
      : []
  })
  return { kind: 'picture', left: 'Research', right: 'Industry and practice', rows: rows.slice(0, MOST_ROWS) }
}

function thread({ label, tales, earlier }: Cluster, pen: Pen): ThreadBlock {
  const { book } = pen
  const today = tales.slice(0, MOST_MEMBERS)
  const ofToday = new Set(tales.map(({ id }) => id))
  const others = earlier.filter(({ storyId }) => !ofToday.has(storyId))
  const before: StoryRef[] = others.slice(0, MOST_MEMBERS).map(({ storyId, title, seenAt, telling }) => ({
    storyId,
    title: printedTitle(title),
    url: telling.item.url,
    date: seenAt.slice(0, 10),
    sourceName: sayerOf(telling),
    evidence: book.numbersOf([telling]),
  }))
  const members = [...today.map((tale) => refTo(tale, book.numbersOf([tale.lead]))), ...before]
  const stories = tally(
    'stories',
    members.map(({ storyId }) => storyId),
  )
  const days = tally(
    'days',
    members.map(({ date }) => date),
  )
  const size = book.computed(
    `${counted(stories.value, 'story', 'stories')}, ${counted(days.value, 'day')}.`,
    [],
    [stories, days],
  )
  return { kind: 'thread', name: capitalised(label), size, sentences: newest(label, today, pen), members }
}

function disagreements(tales: readonly Tale[], book: Book): Block[] {
  const sentences = tales.flatMap((tale) =>
    tale.disagreements.flatMap(({ subject, metric, sides }): Sentence[] => {
      const told = sides.flatMap(({ itemId, claim }) => {
        const telling = tale.dossier.tellings.find(({ item }) => item.id === itemId)
        return telling ? [{ telling, value: claim.value }] : []
      })
      if (told.length < 2) return []
      const said = told.slice(0, 4).map(({ telling, value }) => `${telling.source.name} says ${value}`)
      return [
        book.computed(
          `${capitalised(subject)}, ${metric}: ${listed(said)}.`,
          told.map(({ telling }) => telling),
        ),
      ]
    }),
  )
  return sentences.length > 0 ? [remark('Where numbers disagree', null, sentences.slice(0, 6))] : []
}

/** What practitioners report on a matter that papers or companies have today: the first that has a sentence left. */
function practitioners(clusters: readonly Cluster[], book: Book): Block[] {
  for (const { label, tales } of clusters) {
    if (tales.every(({ genre }) => genre === 'practice')) continue
    for (const tale of tales) {
      if (tale.genre !== 'practice') continue
      const line = choose(tale, { ...HIT, words: 40 }, book, { only: POINTS, figure: true })
      if (line) return [remark(`From practice, on ${label}: ${tale.name}`, tale, [book.chosen(line)])]
    }
  }
  return []
}

function remark(lead: string, tale: Tale | null, sentences: readonly Sentence[]): Block {
  return {
    kind: 'bullet',
    lead,
    url: tale?.url ?? null,
    label: tale?.label ?? null,
    storyId: tale?.id ?? null,
    tier: null,
    topic: null,
    glosses: [],
    sentences,
  }
}
