import { CLUSTER_MAKER, type ClusterDoc, type Clusterer, createClusterer, liveSince } from '#cluster'
import { createCopyFinder, DEDUPE_MAKER } from '#dedupe'
import type { Forward, Item, Mention, Placement } from '#domain'
import { CLAIMS_MAKER, claims, createMentionFinder, forecasts, MENTIONS_MAKER } from '#extract'
import { canonical } from '#normalise'
import type { Judgments, Store, Understanding } from '#ports'
import type { House } from './house.ts'
import { mergedRegistry } from './merged-registry.ts'
import { isWhole } from './parts.ts'

const BATCH = 500

export const MAKERS: Judgments['makers'] = {
  understanding: `${MENTIONS_MAKER} ${CLAIMS_MAKER}`,
  placement: `${DEDUPE_MAKER} ${CLUSTER_MAKER}`,
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
  for (const { item, placement, mentions } of first ? await seenSince(store, liveSince(first.seenAt)) : []) {
    copyFinder.restore(item, placement.copyOf)
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

/** What has its place, in the order of seeing, in which it came to the desk. */
async function seenSince(store: Store, since: string) {
  const order = (a: Item, b: Item) =>
    a.seenAt === b.seenAt ? byText(a.id, b.id) : byText(a.seenAt, b.seenAt)
  return (await store.placedSince(since)).sort((a, b) => order(a.item, b.item))
}

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

function placed(
  clusterer: Clusterer,
  items: readonly Item[],
  understandings: readonly Understanding[],
  copies: ReadonlyMap<string, string | null>,
): Pick<Found, 'placements' | 'forwards'> {
  const placements: Placement[] = []
  const forwards: Forward[] = []
  for (const [index, item] of items.entries()) {
    if (isWhole(item)) continue
    const copyOf = copies.get(item.id) ?? null
    const place = clusterer.place(clusterDoc(item, understandings[index]?.mentions ?? [], copyOf))
    const { storyId, eventId, moved } = place
    placements.push({ itemId: item.id, storyId, eventId, joinedAt: item.seenAt, copyOf }, ...moved)
    forwards.push(...place.forwards)
  }
  return { placements, forwards }
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
