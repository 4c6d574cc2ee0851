import type { EntityType, Instant } from '#domain'
import { shortHash } from '#text'

/** An entity with the stories that are about it (not in passing), each at the first time it was named in it. */
export type Strand = {
  readonly entityId: string
  readonly name: string
  readonly type: EntityType
  readonly stories: readonly { readonly storyId: string; readonly at: Instant }[]
}

const DAY_MS = 86_400_000
const FEWEST_STORIES = 3
const SHORTEST_DAYS = 3
// A mechanism, a product or a model ties more stories before it is the whole field's talk than a company or a topic.
const MOST_STORIES: Readonly<Record<EntityType, number>> = {
  ...{ method: 24, model: 24, product: 24, hardware: 24, benchmark: 16, event: 24, paper: 24, dataset: 16 },
  ...{ company: 10, lab: 10, person: 10, government: 10, publication: 0, topic: 10 },
}
// What so large a share of all stories is about is the field's talk and no thread.
const TALK_OF_THE_FIELD = 0.03
// Where much is told a model or a method may tie so large a share of it together.
const NARROW_SHARE = 0.008
// Of fewer stories nobody can tell what the field talks about.
const ENOUGH_TO_TELL = 100
const MOST_OF_PAIR = 24
// Who says it, what it is measured by and what field it is of go with everything; two actors or works together are news.
const MAY_PAIR: ReadonlySet<EntityType> = new Set([
  'company',
  'lab',
  'model',
  'method',
  'product',
  'paper',
  'dataset',
  'event',
  'government',
])
const TOO_COMMON = 400
const MOST_NAMES_OF_STORY = 12
// Two names together so many times more often than if they had nothing to do with each other.
const LEAST_LIFT = 8

/** Stories of a thread to be: its ties, and its stories by id with when each was told. */
export type Anchor = {
  /** Made of the names that opened it. */
  readonly id: string
  readonly ties: readonly Strand[]
  readonly stories: Map<string, Instant>
  readonly opened: Instant
}

/** What may make a thread: rare names, and pairs of names, each with the stories of three days or more that it ties. */
export const anchorsIn = (strands: readonly Strand[]): Anchor[] =>
  [...singles(strands), ...pairs(strands)].filter(recurs)

/** A name or pair of names by its id, however common it has become; null when no three stories hold it. */
export function anchorCalled(strands: readonly Strand[], id: string): Anchor | null {
  for (const strand of strands) {
    const anchor = anchorOf([strand], new Map(strand.stories.map(({ storyId, at }) => [storyId, at])))
    if (anchor.id === id) return anchor
  }
  for (const { ties, stories } of together(strands)) {
    const anchor = anchorOf(ties, stories)
    if (anchor.id === id) return anchor
  }
  return null
}

function singles(strands: readonly Strand[]): Anchor[] {
  const told = storiesIn(strands)
  return strands
    .filter(({ type, stories }) => {
      const broad = MOST_STORIES[type] <= MOST_STORIES.topic
      const isTalk = broad && told >= ENOUGH_TO_TELL && stories.length > TALK_OF_THE_FIELD * told
      const most =
        MOST_STORIES[type] === 0 ? 0 : Math.max(MOST_STORIES[type], broad ? 0 : NARROW_SHARE * told)
      return stories.length <= most && !isTalk
    })
    .map((strand) => anchorOf([strand], new Map(strand.stories.map(({ storyId, at }) => [storyId, at]))))
}

function storiesIn(strands: readonly Strand[]): number {
  const told = new Set<string>()
  for (const { stories } of strands) for (const { storyId } of stories) told.add(storyId)
  return told.size
}

function pairs(strands: readonly Strand[]): Anchor[] {
  const told = storiesIn(pairable(strands))
  return together(strands)
    .filter(({ ties: [one, other], stories }) => {
      const lift = (stories.size * told) / (one.stories.length * other.stories.length)
      return stories.size <= MOST_OF_PAIR && lift >= LEAST_LIFT
    })
    .map(({ ties, stories }) => anchorOf(ties, stories))
}

const pairable = (strands: readonly Strand[]): Strand[] =>
  strands.filter(({ type, stories }) => MAY_PAIR.has(type) && stories.length <= TOO_COMMON)

type Pair = { readonly ties: readonly [Strand, Strand]; readonly stories: Map<string, Instant> }

/**
 * Names that may pair, two by two, with the stories that hold both: at least three. Most pairs meet once, so they are
 * counted before any is made.
 */
function together(strands: readonly Strand[]): Pair[] {
  const paired = pairable(strands)
  const stories = namesByStory(paired)
  const counts = new Map<number, number>()
  const keyOf = (one: number, other: number) => one * paired.length + other
  for (const { names } of stories.values())
    forEachPair(names, (one, other) => {
      const key = keyOf(one, other)
      counts.set(key, (counts.get(key) ?? 0) + 1)
    })
  const found = new Map<number, Pair>()
  for (const [storyId, { at, names }] of stories)
    forEachPair(names, (one, other) => {
      const key = keyOf(one, other)
      const ties = [paired[one], paired[other]] as const
      if ((counts.get(key) ?? 0) < FEWEST_STORIES || !ties[0] || !ties[1]) return
      const pair = found.get(key) ?? { ties: [ties[0], ties[1]], stories: new Map() }
      pair.stories.set(storyId, at)
      found.set(key, pair)
    })
  return [...found.values()]
}

type NamedStory = { at: Instant; readonly names: number[] }

/** Stories by id, when each was first told of one of its names, and the places of these among the strands. */
function namesByStory(strands: readonly Strand[]): Map<string, NamedStory> {
  const stories = new Map<string, NamedStory>()
  strands.forEach((strand, name) => {
    for (const { storyId, at } of strand.stories) {
      const story = stories.get(storyId)
      if (story) {
        story.names.push(name)
        if (at < story.at) story.at = at
      } else stories.set(storyId, { at, names: [name] })
    }
  })
  return stories
}

/** Two by two, of a story that is about few enough names to say that two belong together. */
function forEachPair(names: readonly number[], visit: (one: number, other: number) => void): void {
  if (names.length > MOST_NAMES_OF_STORY) return
  names.forEach((one, at) => {
    for (const other of names.slice(at + 1)) visit(one, other)
  })
}

function anchorOf(ties: readonly Strand[], stories: Map<string, Instant>): Anchor {
  const opened = [...stories.values()].reduce((least, at) => (at < least ? at : least), '~')
  return { id: `t${shortHash(ties.map(({ entityId }) => entityId).join(' '))}`, ties, stories, opened }
}

function recurs({ stories }: Anchor): boolean {
  return stories.size >= FEWEST_STORIES && spanDays([...stories.values()]) >= SHORTEST_DAYS
}

/** Days between the first and the last of some instants. */
function spanDays(instants: readonly Instant[]): number {
  const sorted = [...instants].sort()
  return (Date.parse(sorted.at(-1) ?? '') - Date.parse(sorted[0] ?? '')) / DAY_MS || 0
}
