import type { Instant, Thread } from '#domain'
import { type Strand, type ThreadCandidate, threadCalled, threadCandidates } from '#track'
import type { House } from './house.ts'
import { citationStrands } from './thread-citations.ts'
import { detailed } from './thread-members.ts'
import { asTheReaderSays, type Verdict, verdictsOf } from './thread-verdicts.ts'
import { joined, statedIn } from './threads-stated.ts'
import { daysBefore } from './windows.ts'

export { judgeThread } from './thread-verdicts.ts'

const REMEMBERED_DAYS = 90
const MOST_STORIES = 400
const DETAILED = 60
const REPEATED_SHARE = 0.6

type Query = {
  readonly asOf: Instant | null
  readonly limit?: number
  /** How far back members may lie; 90 days when not given. */
  readonly days?: number
  /** Only those that something moved since then, the most moved first. */
  readonly movedSince?: Instant
}

/**
 * The threads of the last months as known at an instant: found by what stories share, and stated by sources that draw a
 * line through several things. Those that the reader confirmed come first, then the largest of those that moved last.
 * What the reader dropped is gone.
 */
export async function threads(
  house: House,
  { asOf, limit = 20, days = REMEMBERED_DAYS, movedSince }: Query,
): Promise<Thread[]> {
  const now = asOf ?? house.clock.now()
  const seen = { from: daysBefore(now, days), to: now }
  // First, since the names of a large field take as much memory as the stories around what is stated.
  const stated = await statedIn(house, seen, now)
  const strands = await strandsIn(house, seen)
  const candidates = threadCandidates(strands)
  const verdicts = await verdictsToday(house, strands, candidates, asOf)
  const best = unlike(candidates, now)
  const ruled = [...verdicts.values()].flatMap(({ candidate }) => candidate ?? [])
  const all = [...new Map([...ruled, ...best].map((one) => [one.id, one])).values()]
  const kept = (movedSince === undefined ? all : movedAmong(all, movedSince))
    .filter(({ id }) => verdicts.get(id)?.standing !== 'drop')
    .slice(0, movedSince === undefined ? Math.max(DETAILED, limit) : limit)
  const found = await detailed(house, kept, now)
  return joined(found, stated)
    .flatMap((thread) => asTheReaderSays(thread, verdicts.get(thread.id)) ?? [])
    .filter(({ lastMovedAt }) => movedSince === undefined || lastMovedAt >= movedSince)
    .map((thread, place) => ({ thread, place }))
    .sort((a, b) => rank(b.thread) - rank(a.thread) || a.place - b.place)
    .slice(0, limit)
    .map(({ thread }) => thread)
}

/** One thread by its id, or by one that leads to it, whole; null when nothing of that id is known at the instant. */
export async function thread(house: House, id: string, asOf: Instant | null): Promise<Thread | null> {
  const now = asOf ?? house.clock.now()
  const seen = { from: daysBefore(now, REMEMBERED_DAYS), to: now }
  const strands = await strandsIn(house, seen)
  const candidates = threadCandidates(strands)
  const candidate = threadCalled(strands, candidates, id)
  const found = candidate ? await detailed(house, [candidate], now) : []
  const all = joined(found, await statedIn(house, seen, now))
  const same = all.find((one) => one.id === (candidate?.id ?? id))
  if (!same) return null
  return asTheReaderSays(same, (await verdictsToday(house, strands, candidates, asOf)).get(same.id))
}

async function strandsIn(house: House, seen: { from: Instant; to: Instant }): Promise<Strand[]> {
  const about = await house.store.strands({ seen, least: 2, most: MOST_STORIES })
  return [...about, ...(await citationStrands(house, seen))]
}

/** What the reader made of threads, by the ids that these have today, with the candidate where names make one. */
async function verdictsToday(
  house: House,
  strands: readonly Strand[],
  candidates: readonly ThreadCandidate[],
  /** Null for all that was said until now, this very instant too: a clock may stand. */
  asOf: Instant | null,
): Promise<ReadonlyMap<string, Verdict & { readonly candidate: ThreadCandidate | null }>> {
  const verdicts = verdictsOf(
    await house.store.acts({ kinds: ['thread'], ...(asOf === null ? {} : { asOf }) }),
  )
  return new Map(
    Array.from(verdicts, ([id, verdict]) => {
      const candidate = threadCalled(strands, candidates, id)
      return [candidate?.id ?? id, { ...verdict, candidate }]
    }),
  )
}

/** Best first, without those most of whose stories one better thread holds. */
function unlike(candidates: readonly ThreadCandidate[], now: Instant): ThreadCandidate[] {
  const sorted = [...candidates].sort((a, b) => weightOf(b, now) - weightOf(a, now) || (a.id < b.id ? -1 : 1))
  const threadsOf = new Map<string, string[]>()
  return sorted.filter(({ id, members }) => {
    const shared = new Map<string, number>()
    for (const { storyId } of members)
      for (const other of threadsOf.get(storyId) ?? []) shared.set(other, (shared.get(other) ?? 0) + 1)
    if (Math.max(0, ...shared.values()) > REPEATED_SHARE * members.length) return false
    for (const { storyId } of members) threadsOf.set(storyId, [...(threadsOf.get(storyId) ?? []), id])
    return true
  })
}

/** Those with a member since an instant: the more of them are new and the closer they are knit, the earlier. */
function movedAmong(candidates: readonly ThreadCandidate[], since: Instant): ThreadCandidate[] {
  const weights = new Map(
    candidates.map(({ id, members, cohesion }) => {
      const fresh = members.filter(({ at }) => at >= since).length
      return [id, fresh * Math.sqrt(cohesion / members.length)] as const
    }),
  )
  return candidates
    .filter(({ members }) => members.some(({ at }) => at >= since))
    .sort((a, b) => (weights.get(b.id) ?? 0) - (weights.get(a.id) ?? 0))
}

/** Larger, closer knit and younger threads first; what moved a month ago counts half. */
function weightOf({ members, cohesion }: ThreadCandidate, now: Instant): number {
  const last = members.reduce((newest, { at }) => (at > newest ? at : newest), '')
  const days = (Date.parse(now) - Date.parse(last)) / 86_400_000
  const told = new Set(members.map(({ at }) => at.slice(0, 10))).size
  return told * Math.sqrt(cohesion) * 0.5 ** (days / 30)
}

/** The reader's own first, then what recurs or is stated, then what is only proposed; what is closed comes last. */
function rank({ standing, state }: Thread): number {
  const stands = { reader: 3, stated: 2, recurrent: 2, proposed: 1 }[standing]
  return state === 'closed' ? stands - 3 : stands
}
