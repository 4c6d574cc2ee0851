import type { Dossier, Instant, Item, Source, Tier } from '#domain'
import type { SearchFilter, SearchHit, Store } from '#ports'
import { createScorer } from '#score'
import type { House } from './house.ts'
import { entitiesNamed, readQuery, type SearchQuery } from './search-query.ts'

/** An item found, with where it stands: its story, and the tier that the story has for the reader. */
export type Found = {
  readonly item: Item
  readonly hit: SearchHit
  readonly source: Source | null
  readonly storyId: string | null
  readonly tier: Tier | null
}

export type SearchAnswer = {
  readonly query: SearchQuery
  readonly found: readonly Found[]
  /** Words that no text holds, with the words that were looked for instead. */
  readonly corrected: readonly { readonly typed: string; readonly read: string }[]
  /** What of the query could not be understood, one sentence each. */
  readonly problems: readonly string[]
}

// A tier is known only once a story is scored, so more is looked at than shown.
const LOOKED_AT = 400

/**
 * Items for what a person typed, best first: words however names are spelt, `entity:`, `source:`, `tier:`, `after:` and
 * `before:`. A word that nothing holds is taken for the closest one that titles hold, and the answer says so.
 */
export async function search(
  house: House,
  typed: string,
  options: { limit: number; asOf: Instant | null },
): Promise<SearchAnswer> {
  const { store } = house
  const asOf = options.asOf ?? house.clock.now()
  const query = readQuery(typed)
  const known = new Map((await store.sources()).map((source) => [source.id, source]))
  const { filter, problems } = filterOf(house, query, [...known.values()])
  const { words, corrected } = await corrections(store, query.words)
  const byTier = query.tiers.length > 0
  const wanted = { asOf, limit: byTier ? LOOKED_AT : options.limit, ...(filter ? { filter } : {}) }
  const hits = await store.search(words, byTier && !filter ? { ...wanted, filter: {} } : wanted)
  const itemIds = hits.map(({ itemId }) => itemId)
  const items = new Map((await store.items({ ids: itemIds, asOf })).map((item) => [item.id, item]))
  const places = await placesOf(house, itemIds, asOf)
  const found = hits.flatMap((hit): Found[] => {
    const item = items.get(hit.itemId)
    const place = places.get(hit.itemId) ?? { storyId: null, tier: null }
    if (!item || (byTier && (place.tier === null || !query.tiers.includes(place.tier)))) return []
    return [{ item, hit, source: known.get(item.sourceId) ?? null, ...place }]
  })
  return {
    query,
    found: found.slice(0, options.limit),
    corrected,
    problems: [...query.problems, ...problems],
  }
}

function filterOf(
  { registry }: House,
  { entities, sources, after, before }: SearchQuery,
  known: readonly Source[],
): { filter: SearchFilter | null; problems: string[] } {
  const problems: string[] = []
  const entityIds = entities.map((name) => {
    const [best] = entitiesNamed(registry, name)
    if (!best)
      problems.push(`entity:"${name}": nothing of that name is known; its words may be found without entity:`)
    return best?.id ?? ''
  })
  const sourceIds = sources.flatMap((name) => {
    const wanted = name.toLowerCase()
    const meant = known.filter(({ id, name: own, family }) =>
      [id, own, family].some((text) => text.toLowerCase().includes(wanted)),
    )
    if (meant.length === 0)
      problems.push(`source:"${name}": no source has that in its name; "bellwether source" lists them`)
    return meant.map(({ id }) => id)
  })
  const filter: SearchFilter = {
    ...(after === null ? {} : { from: `${after}T00:00:00.000Z` }),
    ...(before === null ? {} : { to: `${before}T00:00:00.000Z` }),
    ...(sources.length === 0 ? {} : { sourceIds }),
    ...(entities.length === 0 ? {} : { entityIds }),
  }
  return { filter: Object.keys(filter).length > 0 ? filter : null, problems }
}

async function corrections(
  store: Store,
  typed: string,
): Promise<{ words: string; corrected: SearchAnswer['corrected'] }> {
  const words = typed.match(/[\p{L}\p{M}]+/gu) ?? []
  const spellings = await store.spellings(words)
  if (spellings.size === 0) return { words: typed, corrected: [] }
  return {
    words: typed.replace(/[\p{L}\p{M}]+/gu, (word) => spellings.get(word.toLowerCase()) ?? word),
    corrected: [...spellings].map(([word, read]) => ({ typed: word, read })),
  }
}

/** The story of each item, and the tier that it has for the reader. */
async function placesOf(
  house: House,
  itemIds: readonly string[],
  asOf: Instant,
): Promise<ReadonlyMap<string, { storyId: string; tier: Tier | null }>> {
  const stories = await house.store.dossiers({ itemIds, asOf })
  const scorer = createScorer(house.profile, house.registry)
  const placeOf = (dossier: Dossier) => ({
    storyId: dossier.story.id,
    tier: scorer(dossier, { now: asOf }).tier,
  })
  return new Map(
    stories.flatMap((dossier) => {
      const place = placeOf(dossier)
      return dossier.story.itemIds.map((itemId) => [itemId, place] as const)
    }),
  )
}
