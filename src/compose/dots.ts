import type { Block, Picture, Sentence, StoryRef, ThreadBlock } from '#domain'
import { type Book, tally } from './book.ts'
import { choose, HIT, POINTS } from './choose.ts'
import type { Cluster } from './clusters.ts'
import { attributed, refTo, type Tale } from './tale.ts'
import { capitalised, counted, listed } from './words.ts'

const MOST_ROWS = 5
const MOST_THREADS = 5
const MOST_MEMBERS = 8
const SIDE = 3

/**
 * What papers and the market have in common today, the lines that run through several stories, and where numbers disagree. A cluster
 * that was `told` above comes again only with what came before today.
 */
export function dots(
  clusters: readonly Cluster[],
  told: ReadonlySet<Cluster>,
  tales: readonly Tale[],
  book: Book,
): Block[] {
  const picture = pictureOf(clusters, book)
  const threads = clusters
    .filter((cluster) => isThread(cluster) && (cluster.earlier.length > 0 || !told.has(cluster)))
    .slice(0, MOST_THREADS)
    .map((cluster) => thread(cluster, book))
  return [...(picture.rows.length > 0 ? [picture] : []), ...threads, ...disagreements(tales, book)]
}

// A thread has more than one day, more than one publisher, or three stories.
function isThread({ tales, earlier }: Cluster): boolean {
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

function thread({ label, tales, earlier }: Cluster, book: Book): ThreadBlock {
  const today = tales.slice(0, MOST_MEMBERS)
  const before: StoryRef[] = earlier.slice(0, MOST_MEMBERS).map(({ storyId, title, seenAt, telling }) => ({
    storyId,
    title,
    url: telling.item.url,
    date: seenAt.slice(0, 10),
    sourceName: telling.source.name,
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
  return { kind: 'thread', name: capitalised(label), size, sentences: newest(today, book), members }
}

function newest(tales: readonly Tale[], book: Book): Sentence[] {
  for (const tale of tales) {
    const line = choose(tale, { ...HIT, words: 34 }, book, { only: POINTS })
    if (line) return [book.chosen(line, attributed(tale, line.text))]
  }
  return []
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
  if (sentences.length === 0) return []
  return [
    {
      kind: 'bullet',
      lead: 'Where numbers disagree',
      url: null,
      label: null,
      storyId: null,
      tier: null,
      topic: null,
      glosses: [],
      sentences: sentences.slice(0, 6),
    },
  ]
}
