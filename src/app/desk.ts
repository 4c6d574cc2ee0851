import { type ClusterDoc, type Clusterer, type Constraints, createClusterer, liveSince } from '#cluster'
import { type CopyFinder, createCopyFinder } from '#dedupe'
import type { Act, Forward, Instant, Item, Placement } from '#domain'
import type { Judgments, Store } from '#ports'
import { finderOf } from './finder.ts'
import { aboutWhom, castOf, type Gleaning, linkKeys } from './glean.ts'
import { createGleaner } from './gleaner.ts'
import type { House } from './house.ts'
import { MAKERS } from './makers.ts'
import { obeyDue } from './obey.ts'

const BATCH = 500
const FOREVER: Instant = '9999-12-31T23:59:59.999Z'

type Found = Omit<Judgments, 'makers' | 'obeyed'>

/**
 * The desk at which items are understood: the rooms that remember what they have seen, opened over what the store holds
 * of the weeks before the first item that waits, and opened anew where a person's act comes between two items.
 */
export async function openDesk(house: House) {
  const { store } = house
  const { registry, findMentions } = await finderOf(house)
  const gleaner = createGleaner(registry, findMentions)
  let ahead: readonly Item[] = []
  let memory: Memory | null = null
  let done = 0

  /** The batch at the head of the queue; what stands behind it is read on the other thread meanwhile. */
  async function takeBatch(): Promise<readonly Item[]> {
    const [first] = await store.awaiting(1)
    const [expected] = ahead
    const inStep = expected && expected.id === first?.id && expected.revision === first.revision
    const batch = inStep ? ahead : await store.awaiting(BATCH)
    ahead = batch.length < BATCH ? [] : await store.awaiting(BATCH, batch.at(-1))
    return batch
  }

  return {
    /** What nobody has understood yet, batch by batch; each must be kept before the next is asked for. */
    async *waiting(): AsyncGenerator<readonly Item[]> {
      try {
        for (;;) {
          const before = (await store.unobeyed()).length
          const until = await obeyDue(house)
          if ((await store.unobeyed()).length !== before) memory = null
          const batch = await takeBatch()
          const [first] = batch
          if (!first) break
          memory ??= await rememberedAt(store, first.seenAt)
          const due = until === null ? batch : batch.filter(({ seenAt }) => seenAt <= until)
          yield due
          memory.seenAt = due.at(-1)?.seenAt ?? memory.seenAt
        }
        if (memory) await remain(store, memory)
      } finally {
        await gleaner.close()
      }
    },
    /** extract: who is named, what is claimed, what is foretold; the batch after this one is read beside what follows. */
    async extract(items: readonly Item[]): Promise<readonly Gleaning[]> {
      const gleanings = await gleaner.glean(items)
      gleaner.expect(ahead)
      return gleanings
    },
    /** dedupe: whose words an item's are, by item id; a whole is nobody's copy. */
    dedupe(items: readonly Item[], gleanings: readonly Gleaning[]): ReadonlyMap<string, string | null> {
      const { copyFinder } = opened(memory)
      const copies = new Map<string, string | null>()
      for (const [at, item] of items.entries()) {
        const known = gleanings[at]?.known
        if (known) copies.set(item.id, copyFinder.add({ ...item, sketch: known.sketch }).copyOf)
      }
      return copies
    },
    /** cluster: which story each item tells. */
    cluster: async (
      items: readonly Item[],
      gleanings: readonly Gleaning[],
      copies: ReadonlyMap<string, string | null>,
    ) => placed(opened(memory).clusterer, items, { gleanings, copies, last: await placesOf(store, items) }),
    async keep(found: Found): Promise<void> {
      await store.saveJudgments({ makers: MAKERS, ...found })
      done += found.understandings.length
      house.progress({ what: 'items understood', done, total: null })
    },
    done: () => done,
  }
}

/** The rooms that remember, and how far the store had come when they last saw it. */
type Memory = {
  readonly copyFinder: CopyFinder
  readonly clusterer: Clusterer
  /** The merges and splits that they know of. */
  readonly rulings: readonly string[]
  /** When the last item was seen that they were shown. */
  seenAt: Instant
  cursor: number
}

// Weeks of items take seconds to read again: where files trickle in one by one, the desk stays as it was left.
const left = new WeakMap<Store, Memory>()

async function remain(store: Store, memory: Memory): Promise<void> {
  memory.cursor = (await store.storiesSince(null)).cursor
  left.set(store, memory)
}

/** Opens the desk for what is seen from now on, so that the first arrival need not wait for it. */
export async function prepareDesk(house: House): Promise<void> {
  await finderOf(house)
  if ((await house.store.awaiting(1)).length > 0) return
  await remain(house.store, await rememberedAt(house.store, house.clock.now()))
}

/** What the rooms would remember had they seen all that came before an instant, and what people decided by then. */
async function rememberedAt(store: Store, seenAt: Instant): Promise<Memory> {
  const rulings = await store.acts({ kinds: ['merge', 'split'], obeyed: true })
  const ids = rulings.map(({ id }) => id)
  const known = left.get(store)
  // Taken away until it is left in order: work that fails half way must not be believed.
  left.delete(store)
  // Nobody else understood, dropped or moved anything since, and nothing that waits was seen before what it knows.
  if (
    known &&
    known.cursor === (await store.storiesSince(null)).cursor &&
    known.rulings.join() === ids.join() &&
    known.seenAt <= seenAt
  )
    return known
  const copyFinder = createCopyFinder()
  const clusterer = createClusterer(constraintsOf(rulings))
  for await (const { item, placement, mentions } of store.placedSince(liveSince(seenAt))) {
    copyFinder.restore(item, placement.copyOf)
    const about = { entities: aboutWhom(mentions), cast: castOf(mentions), links: linkKeys(item) }
    clusterer.restore(clusterDoc(item, about, placement.copyOf), placement)
  }
  return { copyFinder, clusterer, rulings: ids, seenAt, cursor: 0 }
}

function opened(memory: Memory | null): Memory {
  if (memory === null) throw new Error('the desk is opened by asking what waits')
  return memory
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

function placed(
  clusterer: Clusterer,
  items: readonly Item[],
  known: {
    readonly gleanings: readonly Gleaning[]
    readonly copies: ReadonlyMap<string, string | null>
    readonly last: ReadonlyMap<string, LastPlace>
  },
): Pick<Found, 'placements' | 'forwards'> {
  const placements: Placement[] = []
  const forwards: Forward[] = []
  const last = new Map<string, LastPlace>(known.last)
  for (const [index, item] of items.entries()) {
    const gleaning = known.gleanings[index]
    if (!gleaning?.known) continue
    const copyOf = known.copies.get(item.id) ?? null
    const doc = { ...clusterDoc(item, gleaning, copyOf), gist: gleaning.known.gist }
    const place = clusterer.place(doc, last.get(item.id))
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

function clusterDoc(
  item: Item,
  { entities, cast, links }: Pick<Gleaning, 'entities' | 'cast' | 'links'>,
  copyOf: string | null,
): ClusterDoc {
  return {
    id: item.id,
    title: item.title,
    text: item.text,
    key: item.key,
    ids: item.ids,
    seenAt: item.seenAt,
    sourceId: item.sourceId,
    entities,
    cast,
    links,
    copyOf,
  }
}
