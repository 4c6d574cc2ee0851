import type {
  Block,
  Edition,
  Entity,
  Gap,
  Gloss,
  Instant,
  Interval,
  Maker,
  Mover,
  Profile,
  Section,
  SectionKind,
  Sentence,
} from '#domain'
import { countOf } from '#text'
import { clusterParagraph } from './big-picture.ts'
import { type Book, openBook, tally } from './book.ts'
import { choose, DECK, POINTS } from './choose.ts'
import { type Cluster, clustersOf } from './clusters.ts'
import { type Day, deepDive } from './deep-dive.ts'
import { dots } from './dots.ts'
import { picks, pulseBullet, quickHit, tldrBullet } from './short-sections.ts'
import { attributed, type DigestStory, type Tale, taleOf } from './tale.ts'
import { watching } from './watching.ts'
import { withdraw } from './withdraw.ts'
import { counted, listed, longDay } from './words.ts'

export const COMPOSE_MAKER: Maker = 'compose@1'

/** Everything a daily digest is made from, as it was known when its window closed. */
export type DigestInput = {
  /** The day it is for, `2026-05-14`. */
  readonly date: string
  readonly window: Interval
  /** The stories of the window, best first. */
  readonly stories: readonly DigestStory[]
  readonly movers: readonly Mover[]
  /** Every source that was asked and answered, with how many items of the window it gave; 0 is silence. */
  readonly read: readonly { readonly sourceName: string; readonly items: number }[]
  readonly gaps: readonly Gap[]
  readonly profile: Profile
  readonly registry: readonly Entity[]
  readonly madeAt: Instant
  readonly makers: readonly Maker[]
}

const SIZES = {
  dives: 6,
  tldr: 8,
  pictures: 3,
  pulse: 8,
  movers: 8,
  hits: 24,
  titlesOnly: 5,
  spare: 4,
} as const

/**
 * The daily digest, written without a model: chosen sentences of sources, cut only at clause borders, and computed
 * sentences whose counts anyone can count again. Nothing is printed twice where another sentence would do; a section with
 * nothing in it says why. The same input gives the same edition.
 */
export function composeDigest(input: DigestInput): Edition {
  const tales = input.stories.flatMap((story) => (isMuted(story) ? [] : (taleOf(story, input.window) ?? [])))
  const plan = planOf(tales)
  const book = openBook(glossesOf(input.registry, tales))
  const day: Day = { date: input.date, tales, clusters: clustersOf(tales, broadTopics(input.registry)) }
  // Written in this order, so that the short sections get the first choice of sentences; printed in the order of reading.
  const tldr = plan.tldr.map((tale) => tldrBullet(tale, book)).filter(({ sentences }) => sentences.length > 0)
  const dives = plan.dives
    .map((tale) => deepDive(tale, day, book))
    .filter(({ deck, paragraphs }) => deck !== null || paragraphs.length > 0)
  const pulse = plan.pulse
    .map((tale) => pulseBullet(tale, book))
    .filter(({ sentences }) => sentences.length > 0)
    .slice(0, SIZES.pulse)
  const watches = watching(tales, input.date, book)
  const hits = plan.hits.map((tale) => quickHit(tale, book))
  const lede = ledeOf(input, day, plan, book)
  const pictures = day.clusters
    .map((cluster) => ({ cluster, sentences: clusterParagraph(cluster, input.date, book) }))
    .filter(({ sentences }) => sentences.length > 0)
    .slice(0, SIZES.pictures)
  const threads = dots(day.clusters, new Set(pictures.map(({ cluster }) => cluster)), tales, book)
  const track = tales.find(
    ({ disagreements, previous, id }) =>
      (disagreements.length > 0 || previous.length > 0) &&
      !plan.dives.slice(0, 4).some((dive) => dive.id === id),
  )
  const five = picks(plan.dives.slice(0, 3), plan.dives[3] ?? null, track ?? plan.dives[4] ?? null)
  const quiet = `${counted(tales.length, 'story', 'stories')} came in`
  const sections = [
    section('five', 'Today’s five', five, `Nothing to read first: ${quiet}.`),
    section('tldr', 'TL;DR', tldr, `Nothing with a sentence that stands alone: ${quiet}.`),
    section(
      'big-picture',
      'The big picture',
      pictures.map(({ sentences }): Block => ({ kind: 'paragraph', sentences })),
      'No two stories of the day share a matter that the rest does not.',
    ),
    section('deep-dives', 'Deep dives', dives, 'No story of the day has enough text to be told in full.'),
    section(
      'industry-pulse',
      'Industry pulse',
      pulse,
      'Nothing from companies or the press beyond what is told above.',
    ),
    section(
      'connecting-the-dots',
      'Connecting the dots',
      threads,
      'Nothing today continues another story or crosses from papers to the market.',
    ),
    section(
      'movers',
      'Movers',
      moversTable(input.movers),
      'No name’s week differs from its history by more than chance.',
    ),
    section(
      'worth-watching',
      'Worth watching',
      watches,
      'No source of the day makes a forecast with a day or a test on which it can be judged.',
    ),
    section('quick-hits', 'Quick hits', hits, 'Every story of the day is told above.'),
  ]
  return withdraw(editionOf(input, tales, lede, sections, book), new Set())
}

type Plan = {
  readonly dives: readonly Tale[]
  readonly tldr: readonly Tale[]
  readonly pulse: readonly Tale[]
  readonly hits: readonly Tale[]
}

// A deep dive needs text to be deep about; the short list holds all of them and the best of the rest.
function planOf(tales: readonly Tale[]): Plan {
  const dives: Tale[] = []
  for (const tale of tales) {
    if (dives.length === SIZES.dives) break
    if ((tale.score.tier ?? 3) <= 2 && tale.lines().filter(({ alone }) => alone).length >= 4) dives.push(tale)
  }
  const told = new Set(dives)
  const pulse = tales
    .filter((tale) => !told.has(tale) && isCompanyNews(tale) && tale.lines().some(({ alone }) => alone))
    .slice(0, SIZES.pulse + SIZES.spare)
  for (const tale of pulse) told.add(tale)
  const others = [
    ...pulse.slice(0, SIZES.tldr - SIZES.dives),
    ...tales.filter((tale) => !told.has(tale)),
  ].filter((tale) => tale.lines().some(({ alone }) => alone))
  const tldr = [...dives, ...others.slice(0, SIZES.tldr - dives.length)].sort(
    (a, b) => tales.indexOf(a) - tales.indexOf(b),
  )
  const rest = tales
    .filter((tale) => !told.has(tale))
    .sort(
      (a, b) =>
        (a.score.tier ?? 5) - (b.score.tier ?? 5) || b.score.score - a.score.score || (a.id < b.id ? -1 : 1),
    )
  // What comes with a title only has its place, behind what can say something.
  const bare = rest.filter((tale) => tale.lines().length === 0).slice(0, SIZES.titlesOnly)
  const hits = rest.filter((tale) => tale.lines().length > 0 || bare.includes(tale))
  return { dives, tldr, pulse, hits: hits.slice(0, SIZES.hits) }
}

const ACTORS: ReadonlySet<string> = new Set(['company', 'lab', 'product', 'model', 'hardware', 'government'])

function isCompanyNews({ genre, names }: Tale): boolean {
  return (
    genre === 'industry' &&
    [...names.values()].some(({ type, salience, known }) => ACTORS.has(type) && (salience > 1 || known))
  )
}

function ledeOf(input: DigestInput, day: Day, plan: Plan, book: Book): Sentence[] {
  const { clusters, tales } = day
  if (tales.length < 4) return quietLede(input, tales, book)
  const [main, second] = clusters
    .filter((cluster) => cluster.tales.length > 2)
    .concat(clusters)
    .filter((cluster, at, all) => all.indexOf(cluster) === at)
  const opening = main ? [clusterSentence(main, second ?? null, tales, book)] : []
  for (const tale of plan.tldr) {
    const line = choose(tale, DECK, book, { only: POINTS, whole: true })
    if (line) return [...opening, book.chosen(line, attributed(tale, line.text))]
  }
  return opening
}

function clusterSentence(
  main: Cluster,
  second: Cluster | null,
  tales: readonly Tale[],
  book: Book,
): Sentence {
  // A sentence for a name makes no list; then the count stands alone.
  const short = main.tales.map(({ name }) => name).filter((name) => name.length <= 30)
  const names = short.length === main.tales.length ? short.slice(0, 4) : []
  const more = names.length > 0 ? main.tales.length - names.length : 0
  const all = { value: tales.length, what: 'stories', of: 'stories' } as const
  const members = names.length > 0 ? ` (${listed(more > 0 ? [...names, `${more} more`] : names)})` : ''
  const text = `${main.tales.length} of today’s ${tales.length} stories turn on ${main.label}${members}${second ? `, ${second.tales.length} on ${second.label}` : ''}.`
  const tallies = [
    tally(
      `stories on ${main.label}`,
      main.tales.map(({ id }) => id),
    ),
    ...(more > 0
      ? [
          tally(
            'more',
            main.tales.slice(4).map(({ id }) => id),
          ),
        ]
      : []),
    ...(second
      ? [
          tally(
            `stories on ${second.label}`,
            second.tales.map(({ id }) => id),
          ),
        ]
      : []),
  ]
  const leads = [...main.tales, ...(second?.tales ?? [])].map(({ lead }) => lead)
  return book.computed(text, leads.slice(0, 8), [...tallies, all])
}

function quietLede({ read, gaps }: DigestInput, tales: readonly Tale[], book: Book): Sentence[] {
  const items = read.reduce((sum, source) => sum + source.items, 0)
  const first = `A quiet day: ${counted(items, 'item')} in ${counted(tales.length, 'story', 'stories')}.`
  const second =
    gaps.length === 0
      ? `All ${counted(read.length, 'source')} answered.`
      : `${counted(read.length, 'source')} answered; what could not be read is named at the end.`
  return [
    book.computed(
      first,
      [],
      [
        { value: items, what: items === 1 ? 'item' : 'items', of: 'items' },
        { value: tales.length, what: tales.length === 1 ? 'story' : 'stories', of: 'stories' },
      ],
    ),
    book.computed(second, [], [{ value: read.length, what: 'sources', of: 'sourcesRead' }]),
  ]
}

function moversTable(movers: readonly Mover[]): Block[] {
  if (movers.length === 0) return []
  const ARROWS = { up: '▲', down: '▼', new: 'new' } as const
  const rows = movers
    .slice(0, SIZES.movers)
    .map(({ name, direction, now, before, usual, weeks }) => [
      name,
      ARROWS[direction],
      String(now),
      String(before),
      direction === 'new'
        ? `first seen in ${weeks} weeks`
        : `${Number(usual.toFixed(1))} over ${weeks} weeks`,
    ])
  return [{ kind: 'table', head: ['Name', '', 'Stories this week', 'Week before', 'Usual week'], rows }]
}

function section(kind: SectionKind, title: string, blocks: readonly Block[], why: string): Section {
  return { kind, title, blocks, empty: blocks.length > 0 ? null : why }
}

function editionOf(
  input: DigestInput,
  tales: readonly Tale[],
  lede: readonly Sentence[],
  sections: readonly Section[],
  book: Book,
): Edition {
  const { date, window, read, gaps, madeAt, makers } = input
  const copies = input.stories
    .flatMap(({ dossier }) => dossier.tellings)
    .filter(({ copyOf, item }) => copyOf !== null && item.seenAt >= window.from && item.seenAt < window.to)
  return {
    id: `digest-${date}`,
    kind: 'digest',
    date,
    window,
    title: `Bellwether | ${longDay(date)}`,
    lede,
    sections,
    evidence: book.evidence(),
    counts: {
      items: read.reduce((sum, source) => sum + source.items, 0),
      stories: tales.length,
      copies: copies.length,
      sourcesRead: read.length,
      perSource: read.filter(({ items }) => items > 0),
      leftOut: 0,
      sentences: 0,
      withdrawn: 0,
    },
    gaps,
    silent: read.filter(({ items }) => items === 0).map(({ sourceName }) => sourceName),
    madeAt,
    makers: [...new Set([...makers, COMPOSE_MAKER])].sort(),
  }
}

const isMuted = ({ score }: DigestStory) =>
  score.score <= 0 && score.reasons.some(({ factor }) => factor === 'mute')

const UNGLOSSED: ReadonlySet<string> = new Set(['topic', 'publication', 'government', 'event'])
const EVERYDAY_STORIES = 3
const KNOWN_CHILDREN = 3
const BROAD_CHILDREN = 6

// A name that half the day talks about, or that is the parent of others, needs no introduction; nor does a topic.
function glossesOf(registry: readonly Entity[], tales: readonly Tale[]): Map<string, Gloss> {
  const stories = countOf(tales.flatMap(({ names }) => [...names.keys()]))
  const children = childrenIn(registry)
  const isKnown = (id: string) =>
    (stories.get(id) ?? 0) > EVERYDAY_STORIES || (children.get(id) ?? 0) >= KNOWN_CHILDREN
  return new Map(
    registry.flatMap(({ id, name, type, gloss }) =>
      gloss === null || UNGLOSSED.has(type) || isKnown(id) ? [] : [[id, { name, gloss }] as const],
    ),
  )
}

// "Artificial intelligence" is what the whole paper is about; as the matter of the day it says nothing.
function broadTopics(registry: readonly Entity[]): Set<string> {
  const children = childrenIn(registry)
  return new Set(
    registry
      .filter(({ id, type }) => type === 'topic' && (children.get(id) ?? 0) >= BROAD_CHILDREN)
      .map(({ id }) => id),
  )
}

const childrenIn = (registry: readonly Entity[]) =>
  countOf(registry.flatMap(({ parent }) => (parent === null ? [] : [parent])))
