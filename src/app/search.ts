import type { Entity, Instant, Item, Source, Tier } from '#domain'
import type { SearchFilter, SearchHit, Store } from '#ports'
import type { House } from './house.ts'
import { paperIdOf } from './paper-id.ts'
import { linesOf } from './reading/lines.ts'
import { byMeaning } from './rerank.ts'
import { entitiesNamed, readQuery, type SearchQuery } from './search-query.ts'

/** An item found, with where it stands: its story, and the tier that the story has for the reader. */
export type Found = {
  readonly item: Item
  readonly hit: SearchHit
  readonly source: Source | null
  readonly storyId: string | null
  /** As a paper's page is found; null for what is no paper. */
  readonly paperId: string | null
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
  const ordered = await inOrder(house, words, hits, items)
  const places = await placesOf(house, itemIds, asOf)
  const found = ordered.hits.flatMap((hit): Found[] => {
    const item = items.get(hit.itemId)
    const place = places.get(hit.itemId) ?? { storyId: null, tier: null }
    if (!item || (byTier && (place.tier === null || !query.tiers.includes(place.tier)))) return []
    return [{ item, hit, source: known.get(item.sourceId) ?? null, paperId: paperIdOf(item), ...place }]
  })
  return {
    query,
    found: found.slice(0, options.limit),
    corrected,
    problems: [...query.problems, ...problems, ...ordered.problems],
  }
}

// Only what words rank high is looked at again: an embedder is asked while a person waits.
const LOOKED_AT_AGAIN = 50

/** The hits in the order of words, or of words and meaning where there is an embedder; a failing one is a problem and no more. */
async function inOrder(
  { embedder }: House,
  words: string,
  hits: readonly SearchHit[],
  items: ReadonlyMap<string, Item>,
): Promise<{ hits: readonly SearchHit[]; problems: string[] }> {
  if (embedder === null || words === '' || hits.length < 2) return { hits, problems: [] }
  const first = hits.slice(0, LOOKED_AT_AGAIN)
  try {
    const known = first.flatMap(({ itemId }) => items.get(itemId) ?? [])
    const order = (await byMeaning(embedder, words, known)).map(({ id }) => id)
    const placed = [...first].sort((a, b) => order.indexOf(a.itemId) - order.indexOf(b.itemId))
    return { hits: [...placed, ...hits.slice(LOOKED_AT_AGAIN)], problems: [] }
  } catch (error) {
    return { hits, problems: [`${error instanceof Error ? error.message : error}; found by words alone`] }
  }
}

function filterOf(
  { registry }: House,
  { entities, sources, after, before }: SearchQuery,
  known: readonly Source[],
): { filter: SearchFilter | null; problems: string[] } {
  const problems: string[] = []
  const naming = entities.map((name) => {
    const [best] = entitiesNamed(registry, name)
    if (!best)
      problems.push(`entity:"${name}": nothing of that name is known; its words may be found without entity:`)
    return best ? familyOf(registry, best) : []
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
    ...(entities.length === 0 ? {} : { naming }),
  }
  return { filter: Object.keys(filter).length > 0 ? filter : null, problems }
}

/** An entity with its versions: who asks for Qwen means Qwen 3 too. What is of another type, as a firm's models, is not meant. */
function familyOf(registry: House['registry'], { id, type }: Entity): string[] {
  const family = new Set([id])
  // A set grows while it is walked, so that versions of versions are found too.
  for (const each of family)
    for (const other of registry) if (other.parent === each && other.type === type) family.add(other.id)
  return [...family]
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
  const lines = await linesOf(house, { itemIds, asOf })
  return new Map(
    lines.flatMap(({ line: { story, score } }) =>
      story.itemIds.map((itemId) => [itemId, { storyId: story.id, tier: score.tier }] as const),
    ),
  )
}
