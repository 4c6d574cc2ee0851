import { CLUSTER_MAKER, type ClusterDoc, createClusterer } from '#cluster'
import { createCopyFinder } from '#dedupe'
import type { Entity, Forward, Instant, Item, Mention, Placement } from '#domain'
import { CLAIMS_MAKER, claims, createMentionFinder, forecasts, MENTIONS_MAKER } from '#extract'
import { canonical } from '#normalise'
import type { Judgments, Store, Understanding } from '#ports'
import { isWhole } from './parts.ts'
import { daysBefore } from './windows.ts'

/** How long a story stays open to new tellings; what comes later is a new story on the same thread. */
const LIVE_DAYS = 14

/** The rooms that remember what they have seen, opened over what the store holds of the last two weeks. */
export type Desk = {
  /** extract: who is named, what is claimed, what is foretold. */
  understand(item: Item): Understanding
  /** dedupe and cluster: whose words these are, and whose story. */
  place(
    item: Item,
    mentions: readonly Mention[],
  ): { placement: Placement; forwards: readonly Forward[] } | null
}

export const MAKERS: Judgments['makers'] = {
  understanding: `${MENTIONS_MAKER} ${CLAIMS_MAKER}`,
  placement: CLUSTER_MAKER,
}

export async function openDesk(
  store: Store,
  registry: readonly Entity[],
  firstSeenAt: Instant,
): Promise<Desk> {
  const findMentions = createMentionFinder(registry)
  const copies = createCopyFinder()
  const clusterer = createClusterer()
  for (const { item, placement, mentions } of await store.placedSince(daysBefore(firstSeenAt, LIVE_DAYS))) {
    copies.add(item)
    clusterer.restore(clusterDoc(item, mentions, placement.copyOf), placement)
  }

  return {
    understand: (item) => ({
      itemId: item.id,
      revision: item.revision,
      mentions: findMentions(item),
      claims: isWhole(item) ? [] : claims(item.text, { published: item.publishedAt }),
      forecasts: isWhole(item) ? [] : forecasts(item.text, { published: item.publishedAt }),
    }),
    place(item, mentions) {
      if (isWhole(item)) return null
      const { copyOf } = copies.add(item)
      const { storyId, eventId, forwards } = clusterer.place(clusterDoc(item, mentions, copyOf))
      return { placement: { itemId: item.id, storyId, eventId, joinedAt: item.seenAt, copyOf }, forwards }
    },
  }
}

function clusterDoc(item: Item, mentions: readonly Mention[], copyOf: string | null): ClusterDoc {
  return {
    id: item.id,
    title: item.title,
    text: item.text,
    key: item.key,
    ids: item.ids,
    seenAt: item.seenAt,
    sourceId: item.sourceId,
    entities: [
      ...new Set(mentions.filter((mention) => mention.salience > 1).map((mention) => mention.entityId)),
    ],
    links: item.links.map((link) => canonical(link.url).key),
    copyOf,
  }
}
