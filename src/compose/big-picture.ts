import type { Block, Sentence } from '#domain'
import { attributed } from './apart.ts'
import { type Book, tally } from './book.ts'
import { choose, HIT, POINTS } from './choose.ts'
import { type Cluster, isNarrow } from './clusters.ts'
import type { Day } from './day.ts'
import { computedHeld, type Pen } from './held.ts'
import { hedged, isMeasured } from './measures.ts'
import { headOf, relationsIn } from './relations.ts'
import type { Tale } from './tale.ts'
import { printedTitle } from './title.ts'
import { capitalised, counted, dayOf, listed } from './words.ts'

const MEMBERS_TOLD = 3
const MEMBERS_NAMED = 4
const SENTENCE_WORDS = 34
const EARLIER = 3

/** The clusters of the day, each in a paragraph, and what ties them; `told` are those that have one. */
export function bigPicture(
  day: Day,
  pen: Pen,
  most: number,
): { paragraphs: Block[]; told: ReadonlySet<Cluster> } {
  const told = new Set<Cluster>()
  const paragraphs: Block[] = []
  for (const cluster of day.clusters) {
    if (told.size === most) break
    const sentences = clusterParagraph(cluster, day.date, pen)
    if (sentences === null) continue
    told.add(cluster)
    paragraphs.push({ kind: 'paragraph', sentences })
  }
  const ties = tiesOf(day, [...told], pen.book)
  if (ties.length > 0) paragraphs.push({ kind: 'paragraph', sentences: ties })
  return { paragraphs, told }
}

// Who is in it, what each of them says, how they stand to each other, what we told of it before; null when no member has a
// sentence left for it.
function clusterParagraph(cluster: Cluster, date: string, pen: Pen): Sentence[] | null {
  const { book } = pen
  const found = cluster.tales.flatMap((tale) => finding(tale, pen) ?? []).slice(0, MEMBERS_TOLD)
  const relations = relationsIn(cluster, book)
  // That two stories name a third thing is no picture yet.
  if (found.length === 0 && relations.length < 2) return null
  return [opening(cluster, book), ...found, ...relations, ...before(cluster, date, book)]
}

// What a story finds: a sentence of its source that is told nowhere else, else its first figure.
function finding(tale: Tale, pen: Pen): Sentence | null {
  const want = { ...HIT, words: SENTENCE_WORDS }
  const line = choose(tale, want, pen.book, { only: POINTS, whole: true, firstHand: tale.genre === 'paper' })
  if (line) return pen.book.chosen(line, attributed(tale, line))
  if (tale.genre !== 'paper') return null
  const claim = tale.lead.claims.find((one) => one.metric !== null && isMeasured(one, tale.lead))
  if (!claim?.metric) return null
  const against =
    claim.baseline === null || claim.value.includes(claim.baseline) ? '' : ` (against ${claim.baseline})`
  return computedHeld(pen, `${headOf(tale)}: ${claim.metric} ${hedged(claim)}${against}.`, [tale.lead])
}

// The matter, how many papers and other stories turn on it, and which.
function opening({ label, tales, earlier }: Cluster, book: Book): Sentence {
  const papers = tales.filter(({ genre }) => genre === 'paper')
  const others = tales.filter(({ genre }) => genre !== 'paper')
  const amounts = [
    ...(papers.length > 0 ? [counted(papers.length, 'paper')] : []),
    ...(others.length === 0
      ? []
      : papers.length > 0
        ? [counted(others.length, 'other story', 'other stories')]
        : [counted(others.length, 'story', 'stories')]),
  ]
  const named = tales.slice(0, MEMBERS_NAMED)
  const rest = tales.slice(MEMBERS_NAMED)
  const names = [
    ...named.map((tale) => `“${headOf(tale)}”`),
    ...(rest.length > 0 ? [`${rest.length} more`] : []),
  ]
  return book.computed(
    `${capitalised(label)}${earlier.length > 0 ? ', again' : ''}: ${listed(amounts)} today, ${listed(names)}.`,
    named.map(({ lead }) => lead),
    [
      ...(papers.length > 0 ? [count(papers.length === 1 ? 'paper' : 'papers', papers)] : []),
      ...(others.length > 0
        ? [count(`${papers.length > 0 ? 'other ' : ''}${others.length === 1 ? 'story' : 'stories'}`, others)]
        : []),
      ...(rest.length > 0 ? [count('more', rest)] : []),
    ],
  )
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

/**
 * The thread that ties the clusters (a story that stands in two of them, or a name that runs through two), how much of the
 * day is the reader's own core, and one smaller matter that has no paragraph of its own.
 */
function tiesOf({ tales, clusters }: Day, told: readonly Cluster[], book: Book): Sentence[] {
  return [...bridges(tales, told, book), ...coreOf(tales, book), ...smaller(clusters, told, book)]
}

function bridges(tales: readonly Tale[], told: readonly Cluster[], book: Book): Sentence[] {
  for (const tale of tales) {
    const homes = told.filter((cluster) => cluster.tales.includes(tale))
    if (homes.length < 2) continue
    return [
      book.computed(
        `“${headOf(tale)}” ties ${listed(homes.slice(0, 3).map(({ label }) => label))}.`,
        [tale, ...homes.flatMap((home) => home.tales.slice(0, 1))].map(({ lead }) => lead),
      ),
    ]
  }
  return threadOf(told, book)
}

const TYING = new Set(['method', 'benchmark', 'dataset', 'hardware'])

// One name that stories of two clusters share, and that is no cluster's own.
function threadOf(told: readonly Cluster[], book: Book): Sentence[] {
  const own = told.map(({ label }) => label.toLowerCase())
  const runs = new Map<string, { name: string; homes: Set<Cluster>; tales: Set<Tale> }>()
  for (const cluster of told)
    for (const tale of cluster.tales)
      for (const { entityId, name, type, known } of tale.lead.mentions) {
        if (
          !known ||
          !TYING.has(type) ||
          !isNarrow(name) ||
          own.some((label) => label.includes(name.toLowerCase()))
        )
          continue
        const run = runs.get(entityId) ?? { name, homes: new Set(), tales: new Set() }
        run.homes.add(cluster)
        run.tales.add(tale)
        runs.set(entityId, run)
      }
  const [best] = [...runs.values()]
    .filter(({ homes }) => homes.size > 1)
    .sort((a, b) => b.homes.size - a.homes.size || b.tales.size - a.tales.size || (a.name < b.name ? -1 : 1))
  if (!best) return []
  const homes = [...best.homes].map(({ label }) => label)
  return [
    book.computed(
      `What runs through ${listed(homes)} is ${best.name}: ${listed([...best.tales].slice(0, 3).map((tale) => `“${headOf(tale)}”`))} name it.`,
      [...best.tales].map(({ lead }) => lead),
    ),
  ]
}

function smaller(clusters: readonly Cluster[], told: readonly Cluster[], book: Book): Sentence[] {
  const shown = new Set(told.flatMap(({ tales }) => tales))
  const next = clusters.find(
    (cluster) =>
      !told.includes(cluster) && isNarrow(cluster.label) && cluster.tales.every((tale) => !shown.has(tale)),
  )
  if (!next) return []
  const named = next.tales.slice(0, 3)
  return [
    book.computed(
      `Smaller: ${next.label}, in ${listed(named.map((tale) => `“${headOf(tale)}”`))}.`,
      named.map(({ lead }) => lead),
    ),
  ]
}

function coreOf(tales: readonly Tale[], book: Book): Sentence[] {
  const core = tales.filter(({ score }) => score.tier === 1)
  if (core.length === 0) return []
  const topics = new Map<string, Tale[]>()
  for (const tale of core)
    topics.set(tale.score.topic ?? '', [...(topics.get(tale.score.topic ?? '') ?? []), tale])
  const shares = [...topics]
    .filter(([topic]) => topic !== '')
    .sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1))
    .slice(0, 4)
  const parts = shares.map(([topic, some]) => `${some.length} on ${topic.replace(/\s*\(.*$/, '')}`)
  return [
    book.computed(
      `Of ${counted(tales.length, 'story', 'stories')}, ${core.length} ${core.length === 1 ? 'is' : 'are'} tier 1 of your profile: ${listed(parts)}.`,
      [],
      [
        { value: tales.length, what: 'stories', of: 'stories' },
        count('stories of tier 1 of your profile', core),
        ...shares.map(([topic, some]) => count(`on ${topic}`, some)),
      ],
    ),
  ]
}

const count = (what: string, tales: readonly Tale[]) =>
  tally(
    what,
    tales.map(({ id }) => id),
  )
