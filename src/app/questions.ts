import type { Dossier, Edition, Entity, Instant, Mover, Source, SourceHealth } from '#domain'
import type { House } from './house.ts'

/** The newest published digest by an instant, and how many items were seen since its window closed. */
export async function today(
  house: House,
  asOf: Instant | null,
): Promise<{ edition: Edition | null; itemsSince: number }> {
  const now = asOf ?? house.clock.now()
  const closed = (await house.store.windows('digest')).filter(({ interval }) => interval.to <= now)
  const newest = closed.sort((a, b) => (a.date < b.date ? 1 : -1))[0]
  const since = await house.store.itemsSeen({ from: newest?.interval.to ?? '', to: now })
  return { edition: newest ? await house.store.edition(`digest-${newest.date}`) : null, itemsSince: since }
}

/** What a name stands for, by id, name or alias, spelling aside; null when the registry has no such entity. */
export const entityNamed = (house: House, name: string): Entity | null => entityCalled(house.registry, name)

export function entityCalled(registry: readonly Entity[], name: string): Entity | null {
  const plain = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
  const wanted = plain(name)
  return (
    registry.find((entity) =>
      [entity.id, entity.name, ...entity.aliases].some((known) => plain(known) === wanted),
    ) ?? null
  )
}

/** The newest stories that name an entity, newest first. */
export async function storiesOf(
  house: House,
  entityId: string,
  options: { limit: number; asOf: Instant | null },
): Promise<Dossier[]> {
  const asOf = options.asOf ?? house.clock.now()
  const storyIds = await house.store.entityStories(entityId, { limit: options.limit, asOf })
  const found = await house.store.dossiers({ storyIds, asOf })
  return found.sort((a, b) => (a.story.lastSeenAt < b.story.lastSeenAt ? 1 : -1))
}

/** Whose week up to an instant differs from their own history. */
export async function moversAt(house: House, asOf: Instant | null): Promise<readonly Mover[]> {
  const { movers } = await import('#track')
  return movers(await house.store.entityWeeks({ until: asOf ?? house.clock.now(), weeks: 9 }))
}

/** Every source known here, with how it is doing; null for one that was never asked. */
export async function sourcesWithHealth(
  house: House,
): Promise<{ source: Source; health: SourceHealth | null }[]> {
  const health = new Map((await house.store.health()).map((entry) => [entry.sourceId, entry]))
  return (await house.store.sources()).map((source) => ({ source, health: health.get(source.id) ?? null }))
}
