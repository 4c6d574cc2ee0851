import type { Deed, Entity } from '#domain'
import { proposedId, registryInForce } from '#extract'
import type { House } from './house.ts'
import { entityCalled } from './questions.ts'

/** The registry with the reader's merges of names (`mark same`), the undone ones left out. */
export async function mergedRegistry({ registry, store }: House): Promise<readonly Entity[]> {
  const acts = await store.acts({ kinds: ['same-entity'] })
  if (acts.length === 0) return registry
  return registryInForce(
    registry,
    acts.flatMap(({ deed }) => (deed.kind === 'same-entity' ? [deed] : [])),
  )
}

/** The deed that makes a name, or a whole entity of that name, another name of `entity`; null when it is one already. */
export function sameEntity(house: House, name: string, entity: Entity): Deed | null {
  const named = entityCalled(house.registry, name)
  if (named?.id === entity.id) return null
  return { kind: 'same-entity', proposedId: named?.id ?? proposedId(name), name, entityId: entity.id }
}
