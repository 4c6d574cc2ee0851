import type { Dossier, Instant, Item, Story, Thread, ThreadMember } from '#domain'
import { parts, shortHash } from '#text'
import { leadOf, type StatedThread, statedThreads, threadState } from '#track'
import type { House } from './house.ts'
import { memberOf } from './thread-members.ts'
import { daysBefore } from './windows.ts'

const DOCUMENTS_READ = 60
const DAYS_TOGETHER = 7
const DAYS_BEFORE = 14
const DAYS_AFTER = 2
/** A stated thread is one with a found one when so many of its stories are in it. */
const SAME_SHARE = 0.5

/** What sources state as threads: whole issues and texts that speak of threads, patterns and the same diagnosis. */
export async function statedIn(
  house: House,
  seen: { from: Instant; to: Instant },
  now: Instant,
): Promise<Thread[]> {
  const hits = await house.store.search('thread', { limit: DOCUMENTS_READ, asOf: now, filter: seen })
  const items = await house.store.items({ ids: hits.map(({ itemId }) => itemId), asOf: now })
  const wholes = items.filter(({ partOf }) => partOf === null)
  if (wholes.length === 0) return []
  const stated: Stated[] = []
  // Of a large field only what was told within some weeks is held in memory.
  for (const some of byWeek(wholes)) {
    const stories = await storiesAround(house, some, now)
    stated.push(...some.flatMap((item) => statedBy(item, aroundOf(item, stories, now))))
  }
  const storyIds = new Set(stated.flatMap(({ members }) => members.flatMap(({ story }) => story?.id ?? [])))
  const told = await house.store.dossiers({ storyIds: [...storyIds], asOf: now })
  const dossiers = new Map(told.map((dossier) => [dossier.story.id, dossier]))
  return stated.map((one) => threadStated(one, dossiers, now))
}

/** Items in the order seen, those of a week together. */
function byWeek(items: readonly Item[]): Item[][] {
  const groups: Item[][] = []
  let until = ''
  for (const item of [...items].sort((a, b) => (a.seenAt < b.seenAt ? -1 : a.seenAt > b.seenAt ? 1 : 0))) {
    if (item.seenAt < until) groups.at(-1)?.push(item)
    else {
      groups.push([item])
      until = daysBefore(item.seenAt, -DAYS_TOGETHER)
    }
  }
  return groups
}

function storiesAround(house: House, items: readonly Item[], now: Instant): Promise<Story[]> {
  const times = items.map(({ seenAt }) => windowOf(seenAt, now))
  const [from = now, to = now] = [times[0]?.from, times.at(-1)?.to]
  return house.store.stories({ seen: { from, to }, asOf: now })
}

/** When what an item draws a line through was told. */
const windowOf = (seenAt: Instant, now: Instant): { from: Instant; to: Instant } => ({
  from: daysBefore(seenAt, DAYS_BEFORE),
  to: seenAt < now ? daysBefore(seenAt, -DAYS_AFTER) : now,
})

/** What was told about the time at which an item came, and what it may be called in it. */
type Around = { readonly stories: readonly Story[]; readonly byLead: ReadonlyMap<string, Story> }

function aroundOf({ seenAt }: Item, stories: readonly Story[], now: Instant): Around {
  const { from, to } = windowOf(seenAt, now)
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
export function joined(found: readonly Thread[], stated: readonly Thread[]): Thread[] {
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
