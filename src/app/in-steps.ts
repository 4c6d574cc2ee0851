import type { Dossier } from '#domain'
import type { Store, StoryQuery } from '#ports'

const STEP_STORIES = 40

/**
 * The dossiers that a query gives, in the same order but a few at a time: of thousands only those at hand are held in
 * memory, and what waits meanwhile has its turn between two steps.
 */
export async function* inSteps(store: Store, query: StoryQuery): AsyncGenerator<Dossier> {
  const ids = (await store.stories(query)).map(({ id }) => id)
  for (let at = 0; at < ids.length; at += STEP_STORIES) {
    yield* await store.dossiers({ storyIds: ids.slice(at, at + STEP_STORIES), asOf: query.asOf })
    await new Promise((resume) => setImmediate(resume))
  }
}
