import type { Claim, Entity, EntityType, Telling } from '#domain'
import type { House } from '../house.ts'
import { entityCalled } from '../questions.ts'
import { linesOf, type StoryLine } from './lines.ts'
import { justAfter } from './river.ts'
import type { RiverStory } from './river-story.ts'

/** What is known of a name: from the registry where it has it, and from the stories that name it. */
export type EntityTold = {
  readonly id: string
  readonly name: string
  readonly type: EntityType
  /** The registry's entry; null for a name that was only found by its form. */
  readonly entity: Entity | null
  /** Stories a week, oldest first; the last ends at `until`. */
  readonly weeks: readonly number[]
  readonly until: string
  /** The newest first. */
  readonly stories: readonly RiverStory[]
  /** Names in the same stories, the most often named first. */
  readonly beside: readonly { readonly id: string; readonly name: string; readonly stories: number }[]
  readonly claims: readonly { readonly claim: Claim; readonly telling: Telling }[]
}

const WEEKS = 26
const MOST_STORIES = 30
const MOST_BESIDE = 14
const MOST_CLAIMS = 25

/** Looks a name up by id, name or alias; null when neither the registry nor any story knows it. */
export async function entityTold(house: House, called: string): Promise<EntityTold | null> {
  const entity = house.registry.find(({ id }) => id === called) ?? entityCalled(house.registry, called)
  const id = entity?.id ?? called
  const until = justAfter(house.clock.now())
  const [counted] = await house.store.entityWeeks({ until, weeks: WEEKS, entityIds: [id] })
  if (!entity && !counted) return null
  const storyIds = await house.store.entityStories(id, { limit: MOST_STORIES, asOf: until })
  const lines = await linesOf(house, { storyIds, asOf: until })
  lines.sort((a, b) => (a.line.story.lastSeenAt < b.line.story.lastSeenAt ? 1 : -1))
  const name = entity?.name ?? counted?.name ?? called
  return {
    id,
    name,
    type: entity?.type ?? counted?.type ?? 'topic',
    entity,
    weeks: [...(counted?.weeks ?? new Array<number>(WEEKS).fill(0))].reverse(),
    until,
    stories: lines.map(({ line }) => line),
    beside: besideIn(lines, id),
    claims: claimsAbout(lines, [name, ...(entity?.aliases ?? [])]),
  }
}

function besideIn(lines: readonly StoryLine[], id: string): EntityTold['beside'] {
  const found = new Map<string, { id: string; name: string; stories: number }>()
  for (const { names } of lines) {
    for (const other of names) {
      if (other.id === id) continue
      const entry = found.get(other.id) ?? { id: other.id, name: other.name, stories: 0 }
      entry.stories += 1
      found.set(other.id, entry)
    }
  }
  return [...found.values()]
    .filter(({ stories }) => stories > 1)
    .sort((a, b) => b.stories - a.stories || (a.id < b.id ? -1 : 1))
    .slice(0, MOST_BESIDE)
}

function claimsAbout(lines: readonly StoryLine[], names: readonly string[]): EntityTold['claims'] {
  const wanted = new Set(names.map((name) => name.toLowerCase()))
  return lines
    .flatMap(({ claims }) => claims)
    .filter(({ claim: { subject } }) => subject !== null && wanted.has(subject.toLowerCase()))
    .slice(0, MOST_CLAIMS)
}
