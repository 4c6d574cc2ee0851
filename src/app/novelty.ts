import type { Dossier, Entity, Instant, Novelty, Togetherness } from '#domain'
import type { House } from './house.ts'

/** Beyond so many stories of a name its oldest ones are not looked at. */
const MOST_STORIES = 5_000
const NAMES_OF_STORY = 6
const SALIENT = 2
// A name of fewer stories is new itself; that it never came with another says nothing.
const KNOWN_STORIES = 3
const MOST_TOLD = 3

/** What was told of two things together by an instant: the first such story, all of them, or that there is none. */
export async function together(
  house: House,
  one: Pick<Entity, 'id' | 'name'>,
  other: Pick<Entity, 'id' | 'name'>,
  asOf: Instant | null,
): Promise<Togetherness> {
  const until = asOf ?? house.clock.now()
  const [a, b] = [await storyIdsOf(house, one.id, until), await storyIdsOf(house, other.id, until)]
  const storyIds = [...a].filter((id) => b.has(id))
  const dossiers = await house.store.dossiers({ storyIds, asOf: until })
  return {
    ...{ names: [one.name, other.name], entityIds: [one.id, other.id], stories: [a.size, b.size] },
    both: dossiers.map(({ story }) => ({ storyId: story.id, title: story.title, at: story.firstSeenAt })),
    isCut: a.size === MOST_STORIES || b.size === MOST_STORIES,
  }
}

async function storyIdsOf(house: House, entityId: string, asOf: Instant): Promise<Set<string>> {
  return new Set(await house.store.entityStories(entityId, { limit: MOST_STORIES, asOf }))
}

/**
 * What a story is the first in our memory to do, as known when it was first told: the first on a name that the registry
 * knows, or the first to bring two well-known names together. Most telling first; empty for what was told before.
 */
export async function noveltyOf(house: House, { story, tellings }: Dossier): Promise<Novelty[]> {
  const names = new Map<string, string>()
  for (const { mentions } of tellings)
    for (const { entityId, name, salience, known } of mentions)
      if (known && salience >= SALIENT) names.set(entityId, name)
  const before = new Map<string, Set<string>>()
  for (const entityId of [...names.keys()].slice(0, NAMES_OF_STORY))
    before.set(entityId, await storyIdsOf(house, entityId, story.firstSeenAt))
  const counted = [...before].map(([entityId, stories]) => ({
    entityId,
    name: names.get(entityId) ?? entityId,
    stories,
  }))
  const firsts = counted
    .filter(({ stories }) => stories.size === 0)
    .map(
      ({ entityId, name }): Novelty => ({
        ...{ kind: 'first-of', entityIds: [entityId], names: [name], before: [[]] },
        because: `The first story in our memory on ${name}.`,
      }),
    )
  return [...firsts, ...pairs(counted)].slice(0, MOST_TOLD)
}

type Counted = { readonly entityId: string; readonly name: string; readonly stories: ReadonlySet<string> }

function pairs(counted: readonly Counted[]): Novelty[] {
  // Of a list that was cut nobody knows what it does not hold.
  const known = counted.filter(({ stories }) => stories.size >= KNOWN_STORIES && stories.size < MOST_STORIES)
  return known
    .flatMap((one, at) => known.slice(at + 1).map((other) => ({ one, other })))
    .filter(({ one, other }) => ![...one.stories].some((id) => other.stories.has(id)))
    .sort((a, b) => weight(b) - weight(a))
    .map(
      ({ one, other }): Novelty => ({
        ...{ kind: 'first-with', entityIds: [one.entityId, other.entityId], names: [one.name, other.name] },
        before: [[...one.stories], [...other.stories]],
        because: `The first in our memory that names ${one.name} and ${other.name}; ${one.stories.size} stories on ${one.name} and ${other.stories.size} on ${other.name} came before.`,
      }),
    )
}

const weight = ({ one, other }: { one: Counted; other: Counted }): number =>
  Math.min(one.stories.size, other.stories.size)
