import type { Block, Sentence } from '#domain'
import { type Book, tally } from './book.ts'
import { choose, HIT, POINTS } from './choose.ts'
import type { Cluster } from './clusters.ts'
import type { Day } from './deep-dive.ts'
import { attributed, type Tale } from './tale.ts'
import { printedTitle } from './title.ts'
import { capitalised, counted, dayOf, listed } from './words.ts'

const MEMBERS_TOLD = 3
const MEMBERS_NAMED = 4
const SENTENCE_WORDS = 34
const EARLIER = 3

/** The clusters of the day, each in a paragraph, and what ties them; `told` are those that have one. */
export function bigPicture(
  day: Day,
  book: Book,
  most: number,
): { paragraphs: Block[]; told: ReadonlySet<Cluster> } {
  const told = new Set<Cluster>()
  const paragraphs: Block[] = []
  for (const cluster of day.clusters) {
    if (told.size === most) break
    const sentences = clusterParagraph(cluster, day.date, book)
    if (sentences === null) continue
    told.add(cluster)
    paragraphs.push({ kind: 'paragraph', sentences })
  }
  const ties = tiesOf(day, [...told], book)
  if (ties.length > 0) paragraphs.push({ kind: 'paragraph', sentences: ties })
  return { paragraphs, told }
}

// Who is in it, what each of them says, what we told of it before; null when no member has a sentence left for it.
function clusterParagraph(cluster: Cluster, date: string, book: Book): Sentence[] | null {
  const told: { tale: Tale; sentence: Sentence }[] = []
  for (const tale of cluster.tales) {
    if (told.length === MEMBERS_TOLD) break
    const line = choose(tale, { ...HIT, words: SENTENCE_WORDS }, book, { only: POINTS, whole: true })
    if (line) told.push({ tale, sentence: book.chosen(line, attributed(tale, line)) })
  }
  if (told.length === 0) return null
  const untold = cluster.tales
    .filter((tale) => !told.some((one) => one.tale === tale))
    .slice(0, MEMBERS_NAMED)
  return [
    opening(cluster, untold, book),
    ...told.map(({ sentence }) => sentence),
    ...before(cluster, date, book),
  ]
}

// What is said first is what sets this cluster apart: it crosses from papers to the market, it comes back, it is one voice's.
function opening({ label, tales, earlier }: Cluster, untold: readonly Tale[], book: Book): Sentence {
  const papers = tales.filter(({ genre }) => genre === 'paper')
  const others = tales.filter(({ genre }) => genre !== 'paper')
  const leads = tales.map(({ lead }) => lead)
  const name = capitalised(label)
  const also = untold.length > 0 ? `, with ${listed(untold.map((tale) => `“${tale.name}”`))}` : ''
  if (papers.length > 0 && others.length > 0)
    return book.computed(
      `${name}: ${counted(papers.length, 'paper')} and ${counted(others.length, 'other story', 'other stories')} today${also}.`,
      leads,
      [count(`papers on ${label}`, papers), count('other stories', others)],
    )
  const [what, some] = others.length === 0 ? (['papers', papers] as const) : (['stories', others] as const)
  const amount = what === 'papers' ? counted(some.length, 'paper') : counted(some.length, 'story', 'stories')
  const text = `${name}${earlier.length > 0 ? ', again' : ''}: ${amount} today${also}.`
  return book.computed(text, leads, [count(`${what} on ${label}`, some)])
}

function before({ earlier }: Cluster, date: string, book: Book): Sentence[] {
  const shown = earlier
    .filter(({ title }, at) => earlier.findIndex((one) => one.title === title) === at)
    .slice(0, EARLIER)
  if (shown.length === 0) return []
  return [
    book.computed(
      `Before: ${listed(shown.map(({ title, seenAt }) => `“${printedTitle(title)}” (${dayOf(seenAt, date)})`))}.`,
      shown.map(({ telling }) => telling),
    ),
  ]
}

/** What ties the clusters: stories that stand in two of them, and how much of the day is the reader's own core. */
function tiesOf({ tales }: Day, told: readonly Cluster[], book: Book): Sentence[] {
  const sentences: Sentence[] = []
  for (const tale of tales) {
    const homes = told.filter((cluster) => cluster.tales.includes(tale)).map(({ label }) => label)
    if (homes.length < 2 || sentences.length === 2) continue
    sentences.push(
      book.computed(`“${tale.name}” ties ${listed(homes.slice(0, 3))}.`, [
        tale.lead,
        ...told
          .filter((cluster) => cluster.tales.includes(tale))
          .flatMap((cluster) => cluster.tales.slice(0, 1).map(({ lead }) => lead)),
      ]),
    )
  }
  const core = tales.filter(({ score }) => score.tier === 1)
  if (core.length === 0) return sentences
  const topics = new Map<string, Tale[]>()
  for (const tale of core)
    topics.set(tale.score.topic ?? '', [...(topics.get(tale.score.topic ?? '') ?? []), tale])
  const shares = [...topics]
    .filter(([topic]) => topic !== '')
    .sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1))
    .slice(0, 4)
  const parts = shares.map(([topic, some]) => `${some.length} on ${topic.replace(/\s*\(.*$/, '')}`)
  sentences.push(
    book.computed(
      `Of ${counted(tales.length, 'story', 'stories')}, ${core.length} ${core.length === 1 ? 'is' : 'are'} tier 1 of your profile: ${listed(parts)}.`,
      [],
      [
        { value: tales.length, what: 'stories', of: 'stories' },
        count('stories of tier 1 of your profile', core),
        ...shares.map(([topic, some]) => count(`on ${topic}`, some)),
      ],
    ),
  )
  return sentences
}

const count = (what: string, tales: readonly Tale[]) =>
  tally(
    what,
    tales.map(({ id }) => id),
  )
