import type { Instant } from '#domain'
import { type Anchor, anchorCalled, anchorsIn, type Strand } from './thread-anchors.ts'

/** Stories that something rare ties together. */
export type ThreadCandidate = {
  readonly id: string
  /** Ids of what it is one with: they were threads of their own, or will be seen as the first of it another day. */
  readonly otherIds: readonly string[]
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

/**
 * Threads by what their stories share: a rare name, or two commoner names that come together far more often than
 * chance, in at least three stories over three days or more. Candidates that hold half of each other's stories are one
 * thread, under the id of the one that opened first; the ids of the others lead to it. Largest first.
 */
export function threadCandidates(strands: readonly Strand[]): ThreadCandidate[] {
  const namesOf = namesByStory(strands)
  return merged(anchorsIn(strands))
    .map((anchor) => candidateOf(anchor, namesOf))
    .sort((a, b) => b.members.length - a.members.length || (a.id < b.id ? -1 : 1))
}

const SAME_OVERLAP = 0.5

type Merged = Anchor & { readonly otherIds: readonly string[] }

/**
 * The thread that an id means today, so that what a reader noted stays true: the candidate of that id, or one that it
 * became one with; else, where the name has become too common to make a thread by itself, the candidate that carries on
 * with it and holds most of its stories; else its own stories. Null when nothing of that id is told any more.
 */
export function threadCalled(
  strands: readonly Strand[],
  candidates: readonly ThreadCandidate[],
  id: string,
): ThreadCandidate | null {
  const same =
    candidates.find((one) => one.id === id) ?? candidates.find(({ otherIds }) => otherIds.includes(id))
  if (same) return same
  const anchor = anchorCalled(strands, id)
  if (!anchor) return null
  const shared = ({ members }: ThreadCandidate) =>
    members.filter(({ storyId }) => anchor.stories.has(storyId)).length
  const carriesOn = candidates
    .map((one) => ({ one, held: shared(one) }))
    .filter(({ held }) => held >= CARRIES_SHARE * anchor.stories.size)
    .sort((a, b) => b.held - a.held || (a.one.id < b.one.id ? -1 : 1))[0]
  return carriesOn?.one ?? candidateOf({ ...anchor, otherIds: [] }, namesByStory(strands))
}

const CARRIES_SHARE = 1 / 3

/** Greedy, oldest first: an anchor joins the first thread that shares half of the stories of either. */
function merged(anchors: readonly Anchor[]): Merged[] {
  const sorted = [...anchors].sort((a, b) =>
    a.opened !== b.opened ? (a.opened < b.opened ? -1 : 1) : a.id < b.id ? -1 : 1,
  )
  const threads: Merged[] = []
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
      threads[at] = {
        ...thread,
        ties: [...thread.ties, ...anchor.ties],
        otherIds: [...thread.otherIds, anchor.id],
      }
    } else threads.push({ ...anchor, stories: new Map(anchor.stories), otherIds: [] })
    for (const storyId of anchor.stories.keys())
      if (!threadsOf.get(storyId)?.includes(at))
        threadsOf.set(storyId, [...(threadsOf.get(storyId) ?? []), at])
  }
  return threads
}

const MOST_NAMES = 2

function candidateOf(anchor: Merged, namesOf: NamesOf): ThreadCandidate {
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
    otherIds: anchor.otherIds,
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
