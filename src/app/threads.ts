import type { Act, Dossier, Instant, Item, Resolution, Story, Thread, ThreadMember } from '#domain'
import { lastDayOf, parts, shortHash } from '#text'
import {
  leadOf,
  type StatedThread,
  statedThreads,
  type ThreadCandidate,
  threadCandidates,
  threadSignals,
  threadStanding,
  threadState,
} from '#track'
import type { House } from './house.ts'
import { daysBefore } from './windows.ts'

const REMEMBERED_DAYS = 90
const MOST_STORIES = 400
const DETAILED = 60
const DOCUMENTS_READ = 60
const MOST_NEXT = 3
const REPEATED_SHARE = 0.6
/** A stated thread is one with a found one when so many of its stories are in it. */
const SAME_SHARE = 0.5

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
  const verdicts = verdictsOf(await house.store.acts({ kinds: ['thread'], asOf: now }))
  const all = unlike(await candidatesIn(house, seen), now)
  const candidates = movedSince === undefined ? all : movedAmong(all, movedSince)
  const kept = candidates
    .filter(({ id }) => verdicts.get(id)?.standing !== 'drop')
    .slice(0, movedSince === undefined ? Math.max(DETAILED, limit) : limit)
  const found = await detailed(house, kept, now)
  return joined(found, await statedIn(house, seen, now))
    .flatMap((thread) => asTheReaderSays(thread, verdicts.get(thread.id)) ?? [])
    .filter(({ lastMovedAt }) => movedSince === undefined || lastMovedAt >= movedSince)
    .map((thread, place) => ({ thread, place }))
    .sort((a, b) => rank(b.thread) - rank(a.thread) || a.place - b.place)
    .slice(0, limit)
    .map(({ thread }) => thread)
}

/** One thread by its id, whole; null when nothing of that id is known at the instant. */
export async function thread(house: House, id: string, asOf: Instant | null): Promise<Thread | null> {
  const now = asOf ?? house.clock.now()
  const seen = { from: daysBefore(now, REMEMBERED_DAYS), to: now }
  const verdicts = verdictsOf(await house.store.acts({ kinds: ['thread'], asOf: now }))
  const candidates = (await candidatesIn(house, seen)).filter((one) => one.id === id)
  const found = joined(await detailed(house, candidates, now), await statedIn(house, seen, now))
  const [same] = found.filter((one) => one.id === id)
  return same ? asTheReaderSays(same, verdicts.get(id)) : null
}

async function candidatesIn(house: House, seen: { from: Instant; to: Instant }): Promise<ThreadCandidate[]> {
  return threadCandidates(await house.store.strands({ seen, least: 2, most: MOST_STORIES }))
}

async function detailed(
  house: House,
  candidates: readonly ThreadCandidate[],
  now: Instant,
): Promise<Thread[]> {
  const resolutions = await house.store.resolutions({ asOf: now })
  const found: Thread[] = []
  // One after the other: of a large field only the stories of one thread are held in memory.
  for (const candidate of candidates)
    found.push(threadOf(candidate, await dossiersOf(house, candidate, now), resolutions, now))
  return found
}

/** Writes down what the reader makes of a thread. */
export async function judgeThread(
  house: House,
  threadId: string,
  verdict: 'confirm' | 'drop' | 'close' | 'name',
  name: string | null = null,
): Promise<Act> {
  const at = house.clock.now()
  const deed = { kind: 'thread' as const, threadId, verdict, name }
  const act = { id: `a${shortHash(`${at} ${JSON.stringify(deed)}`)}`, at, deed }
  await house.store.saveAct(act)
  return act
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

async function dossiersOf(
  house: House,
  { members }: ThreadCandidate,
  asOf: Instant,
): Promise<ReadonlyMap<string, Dossier>> {
  const storyIds = members.map(({ storyId }) => storyId)
  const found = await house.store.dossiers({ storyIds, asOf })
  return new Map(found.map((dossier) => [dossier.story.id, dossier]))
}

function threadOf(
  candidate: ThreadCandidate,
  dossiers: ReadonlyMap<string, Dossier>,
  resolutions: readonly Resolution[],
  now: Instant,
): Thread {
  const { id, name, entityIds } = candidate
  const told = candidate.members.flatMap(({ storyId, ties }) => {
    const dossier = dossiers.get(storyId)
    return dossier ? [{ dossier, member: memberOf(dossier, `about ${ties.join(', ')}`) }] : []
  })
  told.sort((a, b) => (a.member.at < b.member.at ? -1 : a.member.at > b.member.at ? 1 : 0))
  const times = told.map(({ dossier }) => dossier.story.firstSeenAt)
  const stories = told.map(({ dossier }) => dossier)
  return {
    ...{ id, name, claim: null, entityIds },
    members: told.map(({ member }) => member),
    openedAt: times[0] ?? now,
    lastMovedAt: times.at(-1) ?? now,
    state: threadState(times, now),
    standing: threadStanding(times),
    signals: threadSignals(name, stories, resolutions),
    next: nextOf(stories, now),
  }
}

function memberOf({ story, tellings }: Dossier, because: string): ThreadMember {
  return {
    ...{ storyId: story.id, title: story.title, at: story.firstSeenAt, itemIds: story.itemIds, because },
    url: tellings.find(({ item }) => item.url !== null)?.item.url ?? null,
    sourceNames: [...new Set(tellings.map(({ source }) => source.name))],
  }
}

/** What sources of its stories foretell and nobody has seen yet, soonest first. */
function nextOf(stories: readonly Dossier[], now: Instant): Thread['next'] {
  return stories
    .flatMap(({ tellings }) =>
      tellings.flatMap(({ item, copyOf, forecasts }) =>
        copyOf === null
          ? forecasts.map(({ text, due, explicit }) => ({ text, due, explicit, itemId: item.id }))
          : [],
      ),
    )
    .filter(({ due, explicit }) => explicit && due !== null && (lastDayOf(due) ?? '') >= now.slice(0, 10))
    .sort((a, b) => ((a.due ?? '') < (b.due ?? '') ? -1 : 1))
    .slice(0, MOST_NEXT)
    .map(({ text, due, itemId }) => ({ text, due, itemId }))
}

/** What sources state as threads: whole issues and texts that speak of threads, patterns and the same diagnosis. */
async function statedIn(house: House, seen: { from: Instant; to: Instant }, now: Instant): Promise<Thread[]> {
  const hits = await house.store.search('thread', { limit: DOCUMENTS_READ, asOf: now, filter: seen })
  const items = await house.store.items({ ids: hits.map(({ itemId }) => itemId), asOf: now })
  const wholes = items.filter(({ partOf }) => partOf === null)
  if (wholes.length === 0) return []
  const stories = await house.store.stories({ seen: { from: daysBefore(seen.from, 14), to: now }, asOf: now })
  const stated = wholes.flatMap((item) => statedBy(item, aroundOf(item, stories, now)))
  const storyIds = new Set(stated.flatMap(({ members }) => members.flatMap(({ story }) => story?.id ?? [])))
  const told = await house.store.dossiers({ storyIds: [...storyIds], asOf: now })
  const dossiers = new Map(told.map((dossier) => [dossier.story.id, dossier]))
  return stated.map((one) => threadStated(one, dossiers, now))
}

/** What was told about the time at which an item came, and what it may be called in it. */
type Around = { readonly stories: readonly Story[]; readonly byLead: ReadonlyMap<string, Story> }

function aroundOf({ seenAt }: Item, stories: readonly Story[], now: Instant): Around {
  const [from, to] = [daysBefore(seenAt, 14), seenAt < now ? daysBefore(seenAt, -2) : now]
  const near = stories.filter(({ firstSeenAt, lastSeenAt }) => lastSeenAt >= from && firstSeenAt < to)
  const byLead = new Map<string, Story>()
  for (const story of near) {
    const lead = leadOf(story.title)
    if (lead !== null) byLead.set(plainName(lead), story)
  }
  return { stories: near, byLead }
}

type Stated = Omit<StatedThread, 'members'> & {
  readonly item: Item
  readonly members: readonly (StatedThread['members'][number] & { readonly story: Story | null })[]
}

function statedBy(item: Item, around: Around): Stated[] {
  const known = [...around.byLead.values()].flatMap(({ title }) => leadOf(title) ?? [])
  return statedThreads(item.text, { published: item.publishedAt ?? item.seenAt, known }).map((one) => ({
    ...one,
    item,
    members: one.members.map((member) => ({ ...member, story: storyCalled(member.name, around) })),
  }))
}

function threadStated(
  { name, claim, item, members }: Stated,
  dossiers: ReadonlyMap<string, Dossier>,
  now: Instant,
): Thread {
  const because = `named by "${item.title}"`
  const own = members.map(({ name: called, at, story }): ThreadMember => {
    const dossier = story && dossiers.get(story.id)
    if (dossier) return { ...memberOf(dossier, because), title: called }
    return {
      ...{ storyId: null, title: called, url: null, at: at ?? item.publishedAt ?? item.seenAt },
      ...{ sourceNames: [], itemIds: [item.id], because },
    }
  })
  const sorted = own.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
  const times = sorted.map(({ at }) => at)
  return {
    ...{ id: `t${shortHash(`${item.key} ${name}`)}`, name, claim: { text: claim, itemIds: [item.id] } },
    ...{ members: sorted, openedAt: times[0] ?? item.seenAt, lastMovedAt: times.at(-1) ?? item.seenAt },
    state: threadState(times, now),
    ...{ standing: 'stated', entityIds: [], signals: [], next: [] },
  }
}

/** The story whose title begins with a name, or holds all its words in a row. */
function storyCalled(name: string, { byLead, stories }: Around): Story | null {
  const plain = plainName(name)
  const lead = byLead.get(plain)
  if (lead) return lead
  if (plain.length < 5) return null
  return stories.find(({ title }) => ` ${plainName(title)} `.includes(` ${plain} `)) ?? null
}

const plainName = (name: string): string => parts(name).join(' ')

/** Stated threads whose stories lie in a found one give it their claim and their further members; others stand alone. */
function joined(found: readonly Thread[], stated: readonly Thread[]): Thread[] {
  const threads = [...found]
  for (const one of stated) {
    const stories = new Set(one.members.flatMap(({ storyId }) => storyId ?? []))
    const at = threads.findIndex(({ members, standing }) => {
      if (standing === 'stated' || stories.size < 2) return false
      const shared = members.filter(({ storyId }) => storyId !== null && stories.has(storyId)).length
      return shared >= 2 && shared >= SAME_SHARE * stories.size
    })
    const same = threads[at]
    if (same) threads[at] = withClaim(same, one)
    else threads.push(one)
  }
  return threads
}

function withClaim(thread: Thread, stated: Thread): Thread {
  const known = new Set(thread.members.map(({ storyId }) => storyId))
  const further = stated.members.filter(({ storyId }) => storyId === null || !known.has(storyId))
  const members = [...thread.members, ...further].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
  return {
    ...{ ...thread, claim: stated.claim, members },
    openedAt: members[0]?.at ?? thread.openedAt,
    lastMovedAt: members.at(-1)?.at ?? thread.lastMovedAt,
  }
}

type Verdict = { standing: 'confirm' | 'drop' | 'close' | null; name: string | null }

function verdictsOf(acts: readonly Act[]): ReadonlyMap<string, Verdict> {
  const verdicts = new Map<string, Verdict>()
  for (const { deed } of acts) {
    if (deed.kind !== 'thread') continue
    const known = verdicts.get(deed.threadId) ?? { standing: null, name: null }
    verdicts.set(deed.threadId, {
      standing: deed.verdict === 'name' ? known.standing : deed.verdict,
      name: deed.name ?? known.name,
    })
  }
  return verdicts
}

function asTheReaderSays(thread: Thread, verdict: Verdict | undefined): Thread | null {
  if (!verdict) return thread
  if (verdict.standing === 'drop') return null
  return {
    ...thread,
    name: verdict.name ?? thread.name,
    standing: verdict.standing === null ? thread.standing : 'reader',
    state: verdict.standing === 'close' ? 'closed' : thread.state,
  }
}
