import type { Dossier, Instant, Resolution, Thread, ThreadMember } from '#domain'
import { lastDayOf } from '#text'
import { type ThreadCandidate, threadSignals, threadStanding, threadState } from '#track'
import type { House } from './house.ts'
import { CITED } from './thread-citations.ts'

const MOST_NEXT = 3

/** Candidates as threads: their stories in order of time, what happened in them, and what would come next. */
export async function detailed(
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
  const { id } = candidate
  const name = candidate.name.replaceAll(CITED, '')
  const entityIds = candidate.entityIds.filter((entityId) => !entityId.includes(':'))
  const told = candidate.members.flatMap(({ storyId, ties }) => {
    const dossier = dossiers.get(storyId)
    return dossier ? [{ dossier, member: memberOf(dossier, tied(ties)) }] : []
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

/** What ties a member to the others: names that it is about, works that it cites. */
function tied(ties: readonly string[]): string {
  const names = ties.filter((tie) => !tie.startsWith(CITED))
  const about = names.length > 0 ? [`about ${names.join(', ')}`] : []
  return [...about, ...ties.filter((tie) => tie.startsWith(CITED))].join('; ')
}

/** A story as a member, with what ties it to the others. */
export function memberOf({ story, tellings }: Dossier, because: string): ThreadMember {
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
