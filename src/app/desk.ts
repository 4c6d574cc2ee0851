import { type ClusterDoc, type Clusterer, type Constraints, createClusterer, liveSince } from '#cluster'
import { createCopyFinder } from '#dedupe'
import type { Act, Forward, Instant, Item, Mention, Placement } from '#domain'
import { claims, createMentionFinder, forecasts } from '#extract'
import { canonical } from '#normalise'
import type { Judgments, Store, Understanding } from '#ports'
import type { House } from './house.ts'
import { MAKERS } from './makers.ts'
import { mergedRegistry } from './merged-registry.ts'
import { obeyDue } from './obey.ts'
import { isWhole } from './parts.ts'

const BATCH = 500
const FOREVER: Instant = '9999-12-31T23:59:59.999Z'

type Found = Omit<Judgments, 'makers' | 'obeyed'>

/**
 * The desk at which items are understood: the rooms that remember what they have seen, opened over what the store holds
 * of the weeks before the first item that waits, and opened anew where a person's act comes between two items.
 */
export async function openDesk(house: House) {
  const { store } = house
  const findMentions = createMentionFinder(await mergedRegistry(house))
  let memory = await remember(store, null)
  let done = 0

  return {
    /** What nobody has understood yet, batch by batch; each must be kept before the next is asked for. */
    async *waiting(): AsyncGenerator<readonly Item[]> {
      for (let opened = false; ; ) {
        const before = (await store.unobeyed()).length
        const until = await obeyDue(house)
        if ((await store.unobeyed()).length !== before) opened = false
        const batch = await store.awaiting(BATCH)
        const [first] = batch
        if (!first) return
        if (!opened) memory = await remember(store, first)
        opened = true
        yield until === null ? batch : batch.filter(({ seenAt }) => seenAt <= until)
      }
    },
    /** extract: who is named, what is claimed, what is foretold. */
    extract: (items: readonly Item[]): Understanding[] =>
      items.map((item) => understandingOf(item, findMentions(item))),
    /** dedupe: whose words an item's are, by item id; a whole is told in its parts and is nobody's copy. */
    dedupe: (items: readonly Item[]): ReadonlyMap<string, string | null> =>
      new Map(
        items.filter((item) => !isWhole(item)).map((item) => [item.id, memory.copyFinder.add(item).copyOf]),
      ),
    /** cluster: which story each item tells. */
    cluster: async (
      items: readonly Item[],
      understandings: readonly Understanding[],
      copies: ReadonlyMap<string, string | null>,
    ) => placed(memory.clusterer, items, { understandings, copies, last: await placesOf(store, items) }),
    async keep(found: Found): Promise<void> {
      await store.saveJudgments({ makers: MAKERS, ...found })
      done += found.understandings.length
      house.progress({ what: 'items understood', done, total: null })
    },
    done: () => done,
  }
}

/** The rooms with what they would remember had they seen all that came before an item, and what people decided by then. */
async function remember(store: Store, first: Item | null) {
  const copyFinder = createCopyFinder()
  const clusterer = createClusterer(
    constraintsOf(await store.acts({ kinds: ['merge', 'split'], obeyed: true })),
  )
  for (const { item, placement, mentions } of first ? await seenSince(store, liveSince(first.seenAt)) : []) {
    copyFinder.restore(item, placement.copyOf)
    clusterer.restore(clusterDoc(item, mentions, placement.copyOf), placement)
  }
  return { copyFinder, clusterer }
}

function constraintsOf(acts: readonly Act[]): Constraints {
  return {
    together: acts.flatMap(({ deed }) => (deed.kind === 'merge' ? [deed.itemIds] : [])),
    apart: acts.flatMap(({ deed }) =>
      deed.kind === 'split' ? deed.otherItemIds.map((other) => [deed.itemId, other] as const) : [],
    ),
  }
}

type LastPlace = Omit<Placement, 'itemId' | 'joinedAt'>

/** Where items stand whose earlier revisions have their place. */
async function placesOf(store: Store, items: readonly Item[]): Promise<ReadonlyMap<string, LastPlace>> {
  const itemIds = items.filter(({ revision }) => revision > 1).map(({ id }) => id)
  if (itemIds.length === 0) return new Map()
  const told = await store.dossiers({ itemIds, asOf: FOREVER })
  return new Map(
    told.flatMap(({ story: { id: storyId, eventId }, tellings }) =>
      tellings.map(({ item, copyOf }) => [item.id, { storyId, eventId, copyOf }] as const),
    ),
  )
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
  known: {
    readonly understandings: readonly Understanding[]
    readonly copies: ReadonlyMap<string, string | null>
    readonly last: ReadonlyMap<string, LastPlace>
  },
): Pick<Found, 'placements' | 'forwards'> {
  const placements: Placement[] = []
  const forwards: Forward[] = []
  const last = new Map<string, LastPlace>(known.last)
  for (const [index, item] of items.entries()) {
    if (isWhole(item)) continue
    const copyOf = known.copies.get(item.id) ?? null
    const mentions = known.understandings[index]?.mentions ?? []
    const place = clusterer.place(clusterDoc(item, mentions, copyOf), last.get(item.id))
    const { storyId, eventId, moved } = place
    const before = last.get(item.id)
    const stays = before?.storyId === storyId && before.eventId === eventId && before.copyOf === copyOf
    const own = { itemId: item.id, storyId, eventId, joinedAt: item.seenAt, copyOf }
    // A revision that changes nothing joins nothing: seen late, it would seem to have been there before a person put it there.
    const joined = stays ? moved : [own, ...moved]
    for (const placement of joined) last.set(placement.itemId, placement)
    placements.push(...joined)
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
