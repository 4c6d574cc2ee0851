import type { EarlierStory } from '#domain'
import { isNarrow } from './clusters.ts'
import type { Day } from './day.ts'
import type { Tale } from './tale.ts'

/** An earlier story with the names that tie it to one of today's. */
export type Remembered = { readonly story: EarlierStory; readonly shared: readonly string[] }

const SHARED = 2
const IN_TITLE = 3
// One of these ties two stories alone; a format, a benchmark or a tool only where the story is about it.
const WORKS: ReadonlySet<string> = new Set(['method', 'model', 'paper', 'event', 'lab', 'company', 'person'])

/**
 * The earlier stories that a story goes on from: those that share a name which is not on everything. What is told today
 * itself is none, though it may have begun before.
 */
export function rememberedOf(tale: Tale, { tales }: Pick<Day, 'tales'>): Remembered[] {
  const ofToday = new Set(tales.map(({ id }) => id))
  const types = new Map([...tale.names.values()].map(({ name, type }) => [name, type]))
  const titled = new Set(
    [...tale.names.values()].flatMap(({ name, salience }) => (salience === IN_TITLE ? [name] : [])),
  )
  return tale.previous.flatMap((story) => {
    if (ofToday.has(story.storyId)) return []
    const shared = story.sharedEntities.filter((name) => isNarrow(name) && types.get(name) !== 'topic')
    const isTied =
      shared.length >= SHARED || shared.some((name) => titled.has(name) || WORKS.has(types.get(name) ?? ''))
    return isTied ? [{ story, shared: shared.slice(0, SHARED) }] : []
  })
}
