import { createMentionFinder } from '#extract'
import type { FindMentions } from './glean.ts'
import type { House } from './house.ts'
import { mergedRegistry } from './merged-registry.ts'

export type Finder = {
  readonly merges: string
  readonly registry: House['registry']
  readonly findMentions: FindMentions
}
const finders = new WeakMap<House['registry'], Finder>()

/**
 * Who finds names: an index of the registry with the reader's merges, made anew when those change. To make it takes a
 * tenth of a second, so it is kept with the registry.
 */
export async function finderOf(house: House): Promise<Finder> {
  const merges = (await house.store.acts({ kinds: ['same-entity'] })).map(({ id }) => id).join()
  const known = finders.get(house.registry)
  if (known?.merges === merges) return known
  const registry = await mergedRegistry(house)
  const finder = { merges, registry, findMentions: createMentionFinder(registry) }
  finders.set(house.registry, finder)
  return finder
}
