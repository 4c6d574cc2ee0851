import { CLUSTER_MAKER, type ClusterDoc, type Clusterer, createClusterer } from '#cluster'
import { createCopyFinder } from '#dedupe'
import type { Item, Mention } from '#domain'
import { CLAIMS_MAKER, claims, createMentionFinder, forecasts, MENTIONS_MAKER } from '#extract'
import { canonical } from '#normalise'
import type { Judgments, Understanding } from '#ports'
import type { House } from './house.ts'
import { mergedRegistry } from './merged-registry.ts'
import { isWhole } from './parts.ts'
import { daysBefore } from './windows.ts'

/** How long a story stays open to new tellings; what comes later is a new story on the same thread. */
const LIVE_DAYS = 14
const BATCH = 500

export const MAKERS: Judgments['makers'] = {
  understanding: `${MENTIONS_MAKER} ${CLAIMS_MAKER}`,
  placement: CLUSTER_MAKER,
}

type Found = Omit<Judgments, 'makers'>

/**
 * The desk at which items are understood: the rooms that remember what they have seen, opened over what the store holds
 * of the two weeks before the first item that waits.
 */
export async function openDesk(house: House) {
  const { store } = house
  const findMentions = createMentionFinder(await mergedRegistry(house))
  const copyFinder = createCopyFinder()
  const clusterer = createClusterer()
  let done = 0

  const [first] = await store.awaiting(1)
  for (const { item, placement, mentions } of first
    ? await store.placedSince(daysBefore(first.seenAt, LIVE_DAYS))
    : []) {
    copyFinder.add(item)
    clusterer.restore(clusterDoc(item, mentions, placement.copyOf), placement)
  }

  return {
    /** What nobody has understood yet, batch by batch; each must be kept before the next is asked for. */
    async *waiting(): AsyncGenerator<readonly Item[]> {
      for (let batch = await store.awaiting(BATCH); batch.length > 0; batch = await store.awaiting(BATCH))
        yield batch
    },
    /** extract: who is named, what is claimed, what is foretold. */
    extract: (items: readonly Item[]): Understanding[] =>
      items.map((item) => understandingOf(item, findMentions(item))),
    /** dedupe: whose words an item's are, by item id; a whole is told in its parts and is nobody's copy. */
    dedupe: (items: readonly Item[]): ReadonlyMap<string, string | null> =>
      new Map(items.filter((item) => !isWhole(item)).map((item) => [item.id, copyFinder.add(item).copyOf])),
    /** cluster: which story each item tells. */
    cluster: (
      items: readonly Item[],
      understandings: readonly Understanding[],
      copies: ReadonlyMap<string, string | null>,
    ) => placed(clusterer, items, understandings, copies),
    async keep(found: Found): Promise<void> {
      await store.saveJudgments({ makers: MAKERS, ...found })
      done += found.understandings.length
      house.progress({ what: 'items understood', done, total: null })
    },
    done: () => done,
  }
}

function understandingOf(item: Item, mentions: readonly Mention[]): Understanding {
  const known = { itemId: item.id, revision: item.revision, mentions }
  if (isWhole(item)) return { ...known, claims: [], forecasts: [] }
  const context = { published: item.publishedAt }
  return { ...known, claims: claims(item.text, context), forecasts: forecasts(item.text, context) }
}

function placed(
  clusterer: Clusterer,
  items: readonly Item[],
  understandings: readonly Understanding[],
  copies: ReadonlyMap<string, string | null>,
): Pick<Found, 'placements' | 'forwards'> {
  const results = items.flatMap((item, index) => {
    if (isWhole(item)) return []
    const copyOf = copies.get(item.id) ?? null
    const place = clusterer.place(clusterDoc(item, understandings[index]?.mentions ?? [], copyOf))
    return [
      {
        forwards: place.forwards,
        placement: {
          itemId: item.id,
          storyId: place.storyId,
          eventId: place.eventId,
          joinedAt: item.seenAt,
          copyOf,
        },
      },
    ]
  })
  return {
    placements: results.map(({ placement }) => placement),
    forwards: results.flatMap(({ forwards }) => forwards),
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
