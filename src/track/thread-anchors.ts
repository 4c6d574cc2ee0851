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
  for (const { ties, stories } of together(strands).values()) {
    if (stories.size < FEWEST_STORIES) continue
    const anchor = anchorOf(ties, stories)
    if (anchor.id === id) return anchor
  }
  return null
}

function singles(strands: readonly Strand[]): Anchor[] {
  const told = new Set(strands.flatMap(({ stories }) => stories.map(({ storyId }) => storyId))).size
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

function pairs(strands: readonly Strand[]): Anchor[] {
  const told = new Set(pairable(strands).flatMap(({ stories }) => stories.map(({ storyId }) => storyId))).size
  return [...together(strands).values()]
    .filter(({ ties: [one, other], stories }) => {
      const lift = (stories.size * told) / (one.stories.length * other.stories.length)
      return stories.size >= FEWEST_STORIES && stories.size <= MOST_OF_PAIR && lift >= LEAST_LIFT
    })
    .map(({ ties, stories }) => anchorOf(ties, stories))
}

const pairable = (strands: readonly Strand[]): Strand[] =>
  strands.filter(({ type, stories }) => MAY_PAIR.has(type) && stories.length <= TOO_COMMON)

type Pair = { readonly ties: readonly [Strand, Strand]; readonly stories: Map<string, Instant> }

/** Names that may pair, two by two, with the stories that hold both. */
function together(strands: readonly Strand[]): Map<string, Pair> {
  const byStory = new Map<string, { at: Instant; strands: Strand[] }>()
  for (const strand of pairable(strands))
    for (const { storyId, at } of strand.stories) {
      const story = byStory.get(storyId) ?? { at, strands: [] }
      story.strands.push(strand)
      byStory.set(storyId, { at: story.at < at ? story.at : at, strands: story.strands })
    }
  const found = new Map<string, Pair>()
  for (const [storyId, { at, strands: some }] of byStory) {
    if (some.length > MOST_NAMES_OF_STORY) continue
    for (const [i, one] of some.entries())
      for (const other of some.slice(i + 1)) {
        const key = `${one.entityId} ${other.entityId}`
        const pair = found.get(key) ?? { ties: [one, other], stories: new Map() }
        pair.stories.set(storyId, at)
        found.set(key, pair)
      }
  }
  return found
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
