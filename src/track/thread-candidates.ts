import type { EntityType, Instant } from '#domain'
import { shortHash } from '#text'

/** An entity with the stories that are about it (not in passing), each at the first time it was named in it. */
export type Strand = {
  readonly entityId: string
  readonly name: string
  readonly type: EntityType
  readonly stories: readonly { readonly storyId: string; readonly at: Instant }[]
}

/** Stories that something rare ties together. */
export type ThreadCandidate = {
  readonly id: string
  readonly name: string
  readonly entityIds: readonly string[]
  /** In order of time, with the names that tie each to the others. */
  readonly members: readonly {
    readonly storyId: string
    readonly at: Instant
    readonly ties: readonly string[]
  }[]
  /**
   * How much its stories share beside the names that made it, 0 when nothing: what tells a line of work from stories that
   * name the same everyday tool.
   */
  readonly cohesion: number
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
const SAME_OVERLAP = 0.5

/**
 * Threads by what their stories share: a rare name, or two commoner names that come together far more often than
 * chance, in at least three stories over three days or more. Candidates that hold half of each other's stories are one
 * thread, under the id of the one that opened first, so that ids stay while threads grow. Largest first.
 */
export function threadCandidates(strands: readonly Strand[]): ThreadCandidate[] {
  const anchors = [...singles(strands), ...pairs(strands)].filter(recurs)
  const namesOf = namesByStory(strands)
  return merged(anchors)
    .map((anchor) => candidateOf(anchor, namesOf))
    .sort((a, b) => b.members.length - a.members.length || (a.id < b.id ? -1 : 1))
}

/** Stories of a thread: its ties, and its stories by id with when each was told. */
type Anchor = {
  /** Made of the names that opened it. */
  readonly id: string
  readonly ties: readonly Strand[]
  readonly stories: Map<string, Instant>
  readonly opened: Instant
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
  const byStory = new Map<string, { at: Instant; strands: Strand[] }>()
  for (const strand of strands) {
    if (!MAY_PAIR.has(strand.type) || strand.stories.length > TOO_COMMON) continue
    for (const { storyId, at } of strand.stories) {
      const story = byStory.get(storyId) ?? { at, strands: [] }
      story.strands.push(strand)
      byStory.set(storyId, { at: story.at < at ? story.at : at, strands: story.strands })
    }
  }
  const together = new Map<string, { ties: [Strand, Strand]; stories: Map<string, Instant> }>()
  for (const [storyId, { at, strands: some }] of byStory) {
    if (some.length > MOST_NAMES_OF_STORY) continue
    for (const [i, one] of some.entries())
      for (const other of some.slice(i + 1)) {
        const key = `${one.entityId} ${other.entityId}`
        const pair = together.get(key) ?? { ties: [one, other], stories: new Map() }
        pair.stories.set(storyId, at)
        together.set(key, pair)
      }
  }
  return [...together.values()]
    .filter(({ ties: [one, other], stories }) => {
      const lift = (stories.size * byStory.size) / (one.stories.length * other.stories.length)
      return stories.size >= FEWEST_STORIES && stories.size <= MOST_OF_PAIR && lift >= LEAST_LIFT
    })
    .map(({ ties, stories }) => anchorOf(ties, stories))
}

function anchorOf(ties: readonly Strand[], stories: Map<string, Instant>): Anchor {
  const opened = [...stories.values()].reduce((least, at) => (at < least ? at : least), '~')
  return { id: `t${shortHash(ties.map(({ entityId }) => entityId).join(' '))}`, ties, stories, opened }
}

function recurs({ stories }: Anchor): boolean {
  return stories.size >= FEWEST_STORIES && spanDays([...stories.values()]) >= SHORTEST_DAYS
}

/** Greedy, oldest first: an anchor joins the first thread that shares half of the stories of either. */
function merged(anchors: readonly Anchor[]): Anchor[] {
  const sorted = [...anchors].sort((a, b) =>
    a.opened !== b.opened ? (a.opened < b.opened ? -1 : 1) : a.id < b.id ? -1 : 1,
  )
  const threads: Anchor[] = []
  const threadsOf = new Map<string, number[]>()
  for (const anchor of sorted) {
    const shared = new Map<number, number>()
    for (const storyId of anchor.stories.keys())
      for (const at of threadsOf.get(storyId) ?? []) shared.set(at, (shared.get(at) ?? 0) + 1)
    const [same] = [...shared]
      .filter(([at, count]) => {
        const size = Math.max(threads[at]?.stories.size ?? 0, anchor.stories.size)
        return count >= SAME_OVERLAP * size
      })
      .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    const at = same?.[0] ?? threads.length
    const thread = threads[at]
    if (thread) {
      for (const [storyId, when] of anchor.stories) thread.stories.set(storyId, when)
      threads[at] = { ...thread, ties: [...thread.ties, ...anchor.ties] }
    } else threads.push({ ...anchor, stories: new Map(anchor.stories) })
    for (const storyId of anchor.stories.keys())
      if (!threadsOf.get(storyId)?.includes(at))
        threadsOf.set(storyId, [...(threadsOf.get(storyId) ?? []), at])
  }
  return threads
}

const MOST_NAMES = 2

function candidateOf(anchor: Anchor, namesOf: NamesOf): ThreadCandidate {
  const { stories } = anchor
  const ties = [...new Map(anchor.ties.map((tie) => [tie.entityId, tie])).values()]
  const holding = ties.map((tie) => ({ tie, ids: new Set(tie.stories.map(({ storyId }) => storyId)) }))
  const held = ({ ids }: (typeof holding)[number]) => [...stories.keys()].filter((id) => ids.has(id)).length
  // The name that most members share says what the thread is; among equals the rarer one says it best.
  const named = [...holding].sort(
    (a, b) =>
      held(b) - held(a) ||
      a.tie.stories.length - b.tie.stories.length ||
      (a.tie.entityId < b.tie.entityId ? -1 : 1),
  )
  const members = [...stories]
    .map(([storyId, at]) => ({
      ...{ storyId, at },
      ties: named.filter(({ ids }) => ids.has(storyId)).map(({ tie }) => tie.name),
    }))
    .sort((a, b) => (a.at !== b.at ? (a.at < b.at ? -1 : 1) : a.storyId < b.storyId ? -1 : 1))
  return {
    id: anchor.id,
    name: nameOf(
      named.map(({ tie }) => tie.name),
      named.map(held),
      stories.size,
    ),
    cohesion: cohesionOf(anchor, namesOf),
    entityIds: named.map(({ tie }) => tie.entityId),
    members,
  }
}

// A second name is printed where it is about this share of the members.
const SHARED_NAME = 0.6

function nameOf(names: readonly string[], held: readonly number[], size: number): string {
  const [first = ''] = names
  const more = names
    .slice(1, MOST_NAMES)
    .filter((name, at) => (held[at + 1] ?? 0) >= SHARED_NAME * size && !alike(name, first))
  return [first, ...more].join(' and ')
}

/** One name holds the other: `LMArena` and `LMArena leaderboard`. */
function alike(one: string, other: string): boolean {
  const [a, b] = [one.toLowerCase(), other.toLowerCase()]
  return a.includes(b) || b.includes(a)
}

type NamesOf = { readonly byStory: ReadonlyMap<string, readonly Strand[]>; readonly stories: number }

function namesByStory(strands: readonly Strand[]): NamesOf {
  const byStory = new Map<string, Strand[]>()
  for (const strand of strands)
    for (const { storyId } of strand.stories) {
      const names = byStory.get(storyId)
      if (names) names.push(strand)
      else byStory.set(storyId, [strand])
    }
  return { byStory, stories: byStory.size }
}

const COHESIVE_NAMES = 4

/** The rarity of the names that its stories share most, each by the share of the stories beyond the first that have it. */
function cohesionOf({ ties, stories }: Anchor, { byStory, stories: all }: NamesOf): number {
  const own = new Set(ties.map(({ entityId }) => entityId))
  const counts = new Map<Strand, number>()
  for (const storyId of stories.keys())
    for (const strand of byStory.get(storyId) ?? [])
      if (!own.has(strand.entityId)) counts.set(strand, (counts.get(strand) ?? 0) + 1)
  return [...counts]
    .map(([strand, count]) => ((count - 1) / stories.size) * Math.log(all / strand.stories.length))
    .sort((a, b) => b - a)
    .slice(0, COHESIVE_NAMES)
    .reduce((sum, share) => sum + share, 0)
}

/** Days between the first and the last of some instants. */
function spanDays(instants: readonly Instant[]): number {
  const sorted = [...instants].sort()
  return (Date.parse(sorted.at(-1) ?? '') - Date.parse(sorted[0] ?? '')) / DAY_MS || 0
}
