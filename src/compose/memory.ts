import type { EarlierStory } from '#domain'
import { isNarrow } from './clusters.ts'
import type { Tale } from './tale.ts'

/** An earlier story with the names that tie it to one of today's. */
export type Remembered = { readonly story: EarlierStory; readonly shared: readonly string[] }

const SHARED = 2

/** The earlier stories that a story goes on from: those that share a name which is not on everything. */
export function rememberedOf(tale: Tale): Remembered[] {
  const types = new Map([...tale.names.values()].map(({ name, type }) => [name, type]))
  return tale.previous.flatMap((story) => {
    const shared = story.sharedEntities.filter((name) => isNarrow(name) && types.get(name) !== 'topic')
    return shared.length > 0 ? [{ story, shared: shared.slice(0, SHARED) }] : []
  })
}
