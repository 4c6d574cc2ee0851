import type {
  Block,
  Bullet,
  DeepDive,
  DigestSectionKind,
  Edition,
  Maker,
  Mover,
  Section,
  Sentence,
  Suggestion,
} from '#domain'
import { countOf } from '#text'
import { apart } from './apart.ts'
import { bigPicture } from './big-picture.ts'
import { type Book, type Holds, openBook } from './book.ts'
import { clustersOf, isNarrow } from './clusters.ts'
import type { Day } from './day.ts'
import { deepDive, isDeep } from './deep-dive.ts'
import type { DigestInput } from './digest-input.ts'
import { dots } from './dots.ts'
import { fromTheLedger } from './from-the-ledger.ts'
import { broadTopics, glossesOf } from './glosses.ts'
import type { Pen } from './held.ts'
import type { Advised } from './implication.ts'
import { figureOfTheDay, ledeOf } from './lede.ts'
import { madeOf } from './made.ts'
import { rememberedOf } from './memory.ts'
import { type Plan, planOf, SIZES } from './plan.ts'
import { isTalk } from './remarks.ts'
import { picks, pulseBullet, quickHit, tldrBullet } from './short-sections.ts'
import { type DigestStory, isBareName, isQuestion, type Tale, taleOf } from './tale.ts'
import { watching } from './watching.ts'
import { withdraw } from './withdraw.ts'
import { counted, longDay, wordCount } from './words.ts'

export const COMPOSE_MAKER: Maker = 'compose@2'

/**
 * The daily digest, written without a model: chosen sentences of sources, cut only at clause borders, and computed
 * sentences whose counts anyone can count again. Nothing is printed twice where another sentence would do; a section with
 * nothing in it says why. The same input gives the same edition.
 */
export function composeDigest(input: DigestInput, holds: Holds): Edition {
  const tales = apart(
    inOrder(input.stories.flatMap((story) => (isMuted(story) ? [] : (taleOf(story, input.window) ?? [])))),
  )
  const plan = planOf(tales)
  const book = openBook(glossesOf(input.registry, tales), holds)
  const broad = broadTopics(input.registry)
  const clusters = clustersOf(tales, broad)
  const day: Day = { date: input.date, from: input.window.from, broad, tales, clusters }
  const parts = partsOf(input, day, plan, { book, holds })
  return withdraw(
    editionOf(input, tales, parts.lede, sectionsOf(parts, tales, input.read.length > 0), book),
    new Set(),
  )
}

const PRACTICE = 0.75
const TALK = 0.6
// "Model and API updates" heads a round of news and tells none of it.
const HEADING = 0.85

// What somebody made of a thing, or a question to the round, comes behind the thing itself.
// A thread of practitioners must outweigh what it comments on. Two stories under one name are told by their titles.
function inOrder(tales: readonly Tale[]): Tale[] {
  const worth = (tale: Tale) =>
    tale.score.score *
    (isTalk(tale.title) || isBareName(tale) || isQuestion(tale)
      ? TALK
      : tale.genre === 'practice'
        ? PRACTICE
        : tale.isTelling
          ? 1
          : HEADING)
  const names = countOf(tales.map(({ name }) => name))
  return tales
    .map((tale) => ((names.get(tale.name) ?? 0) > 1 ? { ...tale, name: tale.title, subtitle: null } : tale))
    .sort((a, b) => worth(b) - worth(a))
}

type Parts = { readonly lede: readonly Sentence[] } & Readonly<Record<DigestSectionKind, readonly Block[]>>

// Written so that the sections read first get the first choice of sentences, for none is printed twice.
function partsOf(input: DigestInput, day: Day, plan: Plan, pen: Pen): Parts {
  const { book } = pen
  const advised: Advised = new Map()
  // A forecast has its own place, where its day and its test stand beside it.
  const watches = fromTheLedger(input, watching(day.tales, input.date, pen), pen)
  const figure = figureOfTheDay(day, plan, book)
  const tldr = shortList(plan, book)
  const dives = plan.dives
    .filter((tale) => isDeep(tale, book))
    .map((tale) => deepDive(tale, day, pen, advised))
    .filter(isFull)
  const { paragraphs, told } = bigPicture(day, pen, SIZES.pictures)
  const lede = ledeOf(input, day, { told, figure }, pen)
  const pulse = plan.pulse
    .map((tale) => pulseBullet(tale, book))
    .filter(({ sentences }) => sentences.length > 0)
    .slice(0, SIZES.pulse)
  const pulsed = new Set(pulse.map(({ storyId }) => storyId))
  const hits = quickHits(plan, pulsed, book)
  return {
    lede,
    five: fiveOf(day, plan),
    tldr,
    'big-picture': paragraphs,
    'deep-dives': dives,
    'industry-pulse': pulse,
    'connecting-the-dots': dots(day, { told, threads: input.threads }, pen),
    movers: moversTable(input.movers, day.broad),
    'worth-watching': watches,
    'quick-hits': hits,
  }
}

const FEWEST_WORDS = 9

const isFull = ({ paragraphs }: DeepDive): boolean =>
  paragraphs.flat().reduce((sum, { text }) => sum + wordCount(text), 0) >= FEWEST_WORDS

function fiveOf(day: Day, { dives, tldr }: Plan): Suggestion[] {
  const first = [...dives, ...tldr.filter((tale) => !dives.includes(tale))]
  const track = day.tales.find(
    (tale) =>
      (tale.disagreements.length > 0 || rememberedOf(tale, day).length > 0) &&
      !first.slice(0, 4).includes(tale),
  )
  return picks(first.slice(0, 3), first[3] ?? null, track ?? first[4] ?? null, day)
}

function shortList({ tldr, spare, dives }: Plan, book: Book): Bullet[] {
  const told: Bullet[] = []
  for (const tale of [...tldr, ...spare]) {
    if (told.length === SIZES.tldr) break
    const bullet = tldrBullet(tale, book, dives.includes(tale))
    if (bullet.sentences.length > 0) told.push(bullet)
  }
  return told
}

// Titles alone come last and few, but a full day is not told short for want of sentences.
function quickHits({ hits }: Plan, pulsed: ReadonlySet<string | null>, book: Book): Bullet[] {
  const told: Bullet[] = []
  let titles = 0
  for (const tale of hits) {
    if (told.length === SIZES.hits) break
    if (pulsed.has(tale.id)) continue
    const hit = quickHit(tale, book)
    if (hit === null) continue
    const bare = hit.sentences.length === 0
    if (bare && titles >= SIZES.titlesOnly && told.length >= SIZES.leastHits) continue
    if (bare) titles++
    told.push(hit)
  }
  return told
}

const SECTIONS: readonly (readonly [DigestSectionKind, string, string])[] = [
  ['five', 'Today’s five', 'Nothing to read first'],
  ['tldr', 'TL;DR', 'Nothing with a sentence that stands alone'],
  ['big-picture', 'The big picture', 'No two stories of the day share a matter that the rest does not'],
  ['deep-dives', 'Deep dives', 'No story of the day has enough text to be told in full'],
  ['industry-pulse', 'Industry pulse', 'Nothing from companies or the press beyond what is told above'],
  ['connecting-the-dots', 'Connecting the dots', 'Nothing today continues another story or crosses from papers to the market'],
  ['movers', 'Movers', 'No name’s week differs from its history by more than chance'],
  ['worth-watching', 'Worth watching', 'No source of the day makes a forecast with a day or a test on which it can be judged'],
  ['quick-hits', 'Quick hits', 'Every story of the day that has something to say is told above'],
] // biome-ignore format: a table

function sectionsOf(parts: Parts, tales: readonly Tale[], isGathered: boolean): Section[] {
  const quiet = `: ${counted(tales.length, 'story', 'stories')} came in`
  return SECTIONS.map(([kind, title, why]) => {
    const blocks = parts[kind]
    const counts = kind === 'five' || kind === 'tldr' ? quiet : ''
    const reason = isGathered ? `${why}${counts}` : 'Nothing was gathered yet'
    return { kind, title, blocks, empty: blocks.length > 0 ? null : `${reason}.` }
  })
}

/** What the whole field is about does not move, and a field's topic is never new, only our memory of it. */
export function moversTable(movers: readonly Mover[], broad: ReadonlySet<string>): Block[] {
  const ARROWS = { up: '▲', down: '▼', new: 'new' } as const
  const named = movers.filter(
    ({ entityId, name, type, direction }) =>
      !broad.has(entityId) && isNarrow(name) && !(type === 'topic' && direction === 'new'),
  )
  if (named.length === 0) return []
  const rows = named
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

function editionOf(
  input: DigestInput,
  tales: readonly Tale[],
  lede: readonly Sentence[],
  sections: readonly Section[],
  book: Book,
): Edition {
  const { date } = input
  return {
    ...{ id: `digest-${date}`, kind: 'digest', date, title: `Bellwether | ${longDay(date)}` },
    ...{ lede, sections },
    ...madeOf(input, { told: tales.length, book, maker: COMPOSE_MAKER }),
  }
}

export const isMuted = ({ score }: DigestStory) =>
  score.score <= 0 && score.reasons.some(({ factor }) => factor === 'mute')
