import type { Block, Edition, Maker, Section, SectionKind, Sentence } from '#domain'
import { type Holds, openBook } from './book.ts'
import {
  changedBlocks,
  correctionBlocks,
  risen,
  settledBlocks,
  shiftsOf,
  verdictOf,
} from './brief-changes.ts'
import type { BriefInput } from './brief-input.ts'
import { ledeOf } from './brief-lede.ts'
import {
  alsoEntry,
  bigStory,
  channels,
  labEntry,
  takeaway,
  watchEntry,
  worthReading,
} from './brief-sections.ts'
import { type Cluster, clustersOf } from './clusters.ts'
import { isMuted, moversTable } from './digest.ts'
import { broadTopics, glossesOf } from './glosses.ts'
import type { Pen } from './held.ts'
import type { Advised } from './implication.ts'
import { madeOf } from './made.ts'
import { showOf } from './show.ts'
import { type Tale, taleOf } from './tale.ts'
import { withdraw } from './withdraw.ts'
import { spanOfDays } from './words.ts'

const BRIEF_MAKER: Maker = 'compose/brief@1'

/** How many of each the brief has, at least and at most: its contract. */
export const BRIEF_SIZES = {
  supports: [2, 3],
  watch: [0, 3],
  takeaways: [5, 5],
  bigStory: [1, 1],
  also: [3, 4],
  lab: [2, 3],
  reading: [0, 3],
} as const

/**
 * The weekly brief, written without a model: one thesis with its supports, five takeaways, one big story, and what became
 * of last week. Every sentence is asked of `holds` before it is printed. The same input gives the same edition.
 */
export function composeBrief(input: BriefInput, holds: Holds): Edition {
  const tales = input.stories.flatMap((story) => (isMuted(story) ? [] : (taleOf(story, input.window) ?? [])))
  const pen: Pen = { book: openBook(glossesOf(input.registry, tales), holds), holds }
  const broad = broadTopics(input.registry)
  const shifts = shiftsOf(input, broad)
  const rose = risen(shifts)
  const clusters = clustersOf(tales, broad, new Set(rose.keys()))
  const worths = new Map(tales.map((tale) => [tale, worthOf(tale, rose)]))
  const worthIn = (tale: Tale) => worths.get(tale) ?? 0
  const ranked = [...tales].sort((a, b) => worthIn(b) - worthIn(a) || (a.id < b.id ? -1 : 1))
  const advised: Advised = new Map()
  // Written in this order, so that the thesis and the takeaways get the first choice of sentences; printed in the order of reading.
  const { sentences: lede, line } = ledeOf(tales, clusters, shifts, pen)
  const points = some(
    diverse(ranked, clusters),
    (tale) => takeaway(tale, pen, advised),
    BRIEF_SIZES.takeaways[1],
  )
  const big = some(distinct(bigFirst(ranked, line, worthIn)), (tale) => bigStory(tale, pen, advised), 1)
  const told = new Set(big.map(({ storyId }) => storyId))
  const rest = distinct(
    ranked,
    tales.filter(({ id }) => told.has(id)),
  ).filter(({ id }) => !told.has(id))
  const labs = some(rest.filter(isPaper), (tale) => labEntry(tale, pen, advised), BRIEF_SIZES.lab[1])
  const also = some(
    rest.filter((tale) => !isPaper(tale)),
    (tale) => alsoEntry(tale, pen, advised),
    BRIEF_SIZES.also[1],
  )
  const shown = new Set([...told, ...[...labs, ...also].map(({ storyId }) => storyId)])
  const reading = some(
    rest.filter(({ id }) => !shown.has(id)),
    (tale) => worthReading(tale, pen),
    BRIEF_SIZES.reading[1],
  )
  const shows = showsOf(input).flatMap((show) => watchEntry(show, pen) ?? [])
  const sections = [
    section('more', 'Get more from Bellwether', channels(input.dives, 'Weekly brief'), ''),
    section('watch-listen', 'Watch & Listen First', shows.slice(0, BRIEF_SIZES.watch[1]), 'No recording of the week is among what was read.'),
    section('takeaways', 'Key Takeaways', points, quiet(tales)),
    section('big-story', 'The Big Story', big, quiet(tales)),
    section('also', 'Also This Week', also, quiet(tales)),
    section('lab', 'From the Lab', labs, 'No paper of the week is among what was read.'),
    section('worth-reading', 'Worth Reading', reading, 'Nothing beyond what is told above.'),
    section('changed', 'What Changed Since Last Week', [...changedBlocks(input, tales, shifts, pen), ...moversTable(input.movers, broadTopics(input.registry))], 'Nothing that can be counted changed.'),
    section('settled', 'Predictions Settled', settledBlocks(input, pen), 'No prediction of the ledger was settled this week.'),
    section('corrections', 'Corrections', correctionBlocks(input.corrections), 'No published sentence was found wrong.'),
    section('verdict', 'The Verdict', paragraph(verdictOf(clusters, shifts, tales, pen)), quiet(tales)),
  ] // biome-ignore format: one section a line
  return withdraw(editionOf(input, tales, lede, sections, pen), new Set())
}

function section(kind: SectionKind, title: string, blocks: readonly Block[], why: string): Section {
  return { kind, title, blocks, empty: blocks.length > 0 ? null : why }
}

const quiet = (tales: readonly Tale[]) => `A quiet week: of ${tales.length} stories none has more to say.`

const paragraph = (sentences: readonly Sentence[]): Block[] =>
  sentences.length > 0 ? [{ kind: 'paragraph', sentences }] : []

/** The first so many that can be told. */
function some<T>(tales: readonly Tale[], tell: (tale: Tale) => T | null, most: number): T[] {
  const found: T[] = []
  for (const tale of tales) {
    if (found.length === most) break
    const told = tell(tale)
    if (told !== null) found.push(told)
  }
  return found
}

const isPaper = ({ genre }: Tale) => genre === 'paper'

const IN_TITLE = 3
const ENOUGH_LINES = 4

const OF_THE_LINE = 8
const OF_A_PAPER = -4

// The big story carries the week’s line where it can; a paper alone is rarely the week.
function bigFirst(ranked: readonly Tale[], line: Cluster | null, worthIn: (tale: Tale) => number): Tale[] {
  const worth = (tale: Tale) =>
    worthIn(tale) + (line?.tales.includes(tale) ? OF_THE_LINE : 0) + (isPaper(tale) ? OF_A_PAPER : 0)
  return ranked.filter(isBig).sort((a, b) => worth(b) - worth(a))
}

function isBig(tale: Tale): boolean {
  return tale.genre !== 'practice' && tale.lines().filter(({ alone }) => alone).length >= ENOUGH_LINES
}

const OF_WHAT_ROSE = 3

// What a week makes of a story: what the reader's profile gives it, how many publishers tell it, how often it came back,
// and how much the week talks of what it is about, where that is new.
function worthOf(tale: Tale, rose: ReadonlyMap<string, number>): number {
  const { score, families, dossier, genre } = tale
  const own = dossier.tellings.filter(({ copyOf }) => copyOf === null).length
  const figures = tale.lines().filter(({ alone, hasNumber }) => alone && hasNumber).length
  const talk = Math.max(
    0,
    ...[...rose].map(([id, count]) => (tale.names.get(id)?.salience === IN_TITLE ? count : 0)),
  )
  return (
    score.score +
    10 * Math.min(3, families.length - 1) +
    4 * Math.log2(Math.min(16, own)) +
    2 * Math.min(3, figures) +
    OF_WHAT_ROSE * Math.log2(1 + talk) -
    (genre === 'practice' ? 14 : 0)
  )
}

/** One story of each event, and none that is about the very same names as one before it. */
function distinct(tales: readonly Tale[], before: readonly Tale[] = []): Tale[] {
  const kept: Tale[] = []
  const events = new Set(before.map(({ dossier }) => dossier.story.eventId))
  const names = new Set(before.map(aboutOf))
  for (const tale of tales) {
    const { eventId } = tale.dossier.story
    const about = aboutOf(tale)
    if (events.has(eventId) || (about !== '' && names.has(about))) continue
    events.add(eventId)
    names.add(about)
    kept.push(tale)
  }
  return kept
}

const aboutOf = ({ names }: Tale) =>
  [...names]
    .filter(([, { salience }]) => salience === 3)
    .map(([id]) => id)
    .sort()
    .join(' ')

const MOST_OF_A_CLUSTER = 2

/** Distinct stories in order, so that no one matter of the week takes more than two of the first places. */
function diverse(ranked: readonly Tale[], clusters: readonly Cluster[]): Tale[] {
  const used = new Map<Cluster, number>()
  const first: Tale[] = []
  const later: Tale[] = []
  for (const tale of distinct(ranked)) {
    const own = clusters.filter(({ tales }) => tales.includes(tale))
    if (own.some((cluster) => (used.get(cluster) ?? 0) >= MOST_OF_A_CLUSTER)) later.push(tale)
    else {
      for (const cluster of own) used.set(cluster, (used.get(cluster) ?? 0) + 1)
      first.push(tale)
    }
  }
  return [...first, ...later]
}

function showsOf({ wholes, stories, registry, window }: BriefInput) {
  const glosses = new Map(registry.flatMap(({ id, gloss }) => (gloss ? [[id, gloss] as const] : [])))
  const told = stories.flatMap(({ dossier }) => dossier.tellings)
  const seen = new Set<string>()
  return [...wholes, ...told].flatMap((telling) => {
    const { item } = telling
    if (item.seenAt < window.from || item.seenAt >= window.to || seen.has(item.key)) return []
    seen.add(item.key)
    return showOf(telling, glosses) ?? []
  })
}

function editionOf(
  input: BriefInput,
  tales: readonly Tale[],
  lede: readonly Sentence[],
  sections: readonly Section[],
  { book }: Pen,
): Edition {
  const { week, issue, window } = input
  const span = spanOfDays(window.from, window.to)
  return {
    ...{ id: `brief-${week}`, kind: 'brief', date: window.to.slice(0, 10), issue, lede, sections },
    title: `Bellwether Weekly | No. ${issue}, week ${Number(week.slice(6))}: ${span}`,
    ...madeOf(input, { told: tales.length, book, maker: BRIEF_MAKER }),
  }
}
