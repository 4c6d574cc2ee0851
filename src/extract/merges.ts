import type { Deed, Entity } from '#domain'
import { nameKey } from './mentions-index.ts'

/** A person's word that a name, or a whole entity, is another name of an entity. */
export type Merge = Pick<Extract<Deed, { kind: 'same-entity' }>, 'proposedId' | 'name' | 'entityId'>

/**
 * The registry as people's merges leave it: each merged name is one more name of its entity and of no other; a merged
 * entity of the registry gives its names, handles and members to the other and is gone. Merges hold in the order given,
 * the last word on a name stands; one into an entity that is not there changes nothing. Taking a merge back is leaving it
 * out: nothing of the registry is ever changed in place.
 */
export function registryInForce(registry: readonly Entity[], merges: readonly Merge[]): readonly Entity[] {
  const entities = new Map(registry.map((entity) => [entity.id, entity]))
  const movedTo = new Map<string, string>()
  const standing = (id: string): string => {
    let last = id
    for (let next = movedTo.get(last); next !== undefined; next = movedTo.get(last)) last = next
    return last
  }
  for (const { proposedId, name, entityId } of merges) {
    const into = entities.get(standing(entityId))
    if (!into) continue
    const from = entities.get(standing(proposedId))
    const names = from && from !== into ? [from.name, ...from.aliases, name] : [name]
    for (const [id, other] of entities) if (other !== into) entities.set(id, without(other, name))
    if (from && from !== into) {
      entities.delete(from.id)
      movedTo.set(from.id, into.id)
    }
    entities.set(into.id, withNames(into, names, from?.handles ?? []))
  }
  if (movedTo.size === 0) return [...entities.values()]
  return [...entities.values()].map((entity) => adopted(entity, standing))
}

function without(entity: Entity, name: string): Entity {
  const kept = entity.aliases.filter((alias) => nameKey(alias) !== nameKey(name))
  return kept.length === entity.aliases.length ? entity : { ...entity, aliases: kept }
}

function withNames(entity: Entity, names: readonly string[], handles: readonly string[]): Entity {
  return {
    ...entity,
    aliases: [...new Set([...entity.aliases, ...names])].filter((name) => name !== entity.name),
    handles: [...new Set([...entity.handles, ...handles])],
  }
}

function adopted(entity: Entity, standing: (id: string) => string): Entity {
  if (entity.parent === null) return entity
  const parent = standing(entity.parent)
  if (parent === entity.parent) return entity
  return { ...entity, parent: parent === entity.id ? null : parent }
}
