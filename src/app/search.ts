import type { Entity, Instant, Item, Prediction, Source, Tier } from '#domain'
import type { PageRow, SearchFilter, SearchHit, Store } from '#ports'
import { countOf, terms } from '#text'
import type { House } from './house.ts'
import { paperIdOf } from './paper-id.ts'
import { linesOf } from './reading/lines.ts'
import { byMeaning } from './rerank.ts'
import { hitOf, itemsCalled, without } from './search-exact.ts'
import { inReadersOrder, type Ranked } from './search-order.ts'
import { entitiesNamed, isSameName, readQuery, type SearchQuery } from './search-query.ts'

/** An item found, with where it stands: its story, and the tier that the story has for the reader. */
export type Found = {
  readonly item: Item
  readonly hit: SearchHit
  readonly source: Source | null
  readonly storyId: string | null
  /** So many more tellings of its story are among what was found; it stands for them. */
  readonly more: number
  /** As a paper's page is found; null for what is no paper. */
  readonly paperId: string | null
  readonly tier: Tier | null
}

export type SearchAnswer = {
  readonly query: SearchQuery
  readonly found: readonly Found[]
  /** Who or what goes by these very words. */
  readonly names: readonly Entity[]
  /** Pages of the wiki whose title or alias holds the words. */
  readonly pages: readonly PageRow[]
  /** Predictions of the ledger that hold the words, newest first. */
  readonly predictions: readonly Prediction[]
  /** Words that no text holds, with the words that were looked for instead. */
  readonly corrected: readonly { readonly typed: string; readonly read: string }[]
  /** What of the query could not be understood, one sentence each. */
  readonly problems: readonly string[]
}

// A tier or kind is known only once an item is looked at, so more is looked at than shown; and of one story one item stands
// for all, the best of them by more than its words.
const LOOKED_AT = 400
const LOOKED_AT_FOR_ONE = 2
const MOST_BESIDE = 5

/**
 * Items for what a person typed, best first, one for each story: words however names are spelt, ids and addresses, and the
 * operators of `readQuery`. A word that nothing holds is taken for the closest one that titles hold, and the answer says
 * so. Beside them names, wiki pages and predictions that hold the words.
 */
export async function search(
  house: House,
  typed: string,
  options: { limit: number; asOf: Instant | null },
): Promise<SearchAnswer> {
  const { store } = house
  const asOf = options.asOf ?? house.clock.now()
  const query = readQuery(typed, asOf.slice(0, 10))
  const known = new Map((await store.sources()).map((source) => [source.id, source]))
  const { filter, problems } = filterOf(house, query, [...known.values()])
  const { words, corrected } = await corrections(store, query.words)
  const isNarrowed = isByTier(query) || query.kinds.length + query.not.kinds.length > 0
  const limit = isNarrowed ? LOOKED_AT : LOOKED_AT_FOR_ONE * options.limit
  const asked = { asOf, limit, ...(filter || isNarrowed ? { filter: filter ?? {} } : {}) }
  const exact = await itemsCalled(store, query.words, asOf)
  const hits = await store.search(words, asked)
  const items = new Map(
    (await store.items({ ids: hits.map(({ itemId }) => itemId), asOf })).map((item) => [item.id, item]),
  )
  for (const item of exact) items.set(item.id, item)
  const ordered = await inOrder(house, words, [...exact.map(hitOf), ...without(hits, exact)], items)
  const stories = await store.stories({ itemIds: [...items.keys()], asOf })
  const ranked = inReadersOrder(ordered.hits, { items, stories, asOf, words })
  const wanted = ranked.filter(({ item }) => isOfKind(item, query))
  const found = await placed(house, wanted, { query, asOf, limit: options.limit, known })
  return {
    ...{ query, found, corrected, ...(await beside(house, query, words, asOf)) },
    problems: [...query.problems, ...problems, ...ordered.problems, ...noneLeft(query, ranked, found)],
  }
}

const isByTier = ({ tiers, not }: SearchQuery): boolean => tiers.length + not.tiers.length > 0

const isOfKind = ({ kind }: Item, { kinds, not }: SearchQuery): boolean =>
  (kinds.length === 0 || kinds.includes(kind)) && !not.kinds.includes(kind)

/** Where words were found and kind or tier left nothing of it, what there was instead. */
function noneLeft(query: SearchQuery, ranked: readonly Ranked[], found: readonly Found[]): string[] {
  if (found.length > 0 || ranked.length === 0) return []
  const kinds = [...countOf(ranked.map(({ item }) => item.kind))]
  if (!ranked.some(({ item }) => isOfKind(item, query)))
    return [
      `what was found is of another kind: ${kinds.map(([kind, count]) => `${count} ${kind}`).join(', ')}`,
    ]
  return isByTier(query) ? [`of ${ranked.length} found none is of that tier`] : []
}

/** The first of what was ranked that have a wanted tier, with where they stand. */
async function placed(
  house: House,
  ranked: readonly Ranked[],
  {
    query,
    asOf,
    limit,
    known,
  }: { query: SearchQuery; asOf: Instant; limit: number; known: Map<string, Source> },
): Promise<Found[]> {
  const shown = isByTier(query) ? ranked : ranked.slice(0, limit)
  const tiers = await tiersOf(
    house,
    shown.map(({ item }) => item.id),
    asOf,
  )
  const isWanted = (tier: Tier | null) =>
    (query.tiers.length === 0 || (tier !== null && query.tiers.includes(tier))) &&
    !(tier !== null && query.not.tiers.includes(tier))
  return shown
    .map(({ item, hit, storyId, more }) => ({
      ...{ item, hit, storyId, more, source: known.get(item.sourceId) ?? null },
      ...{ paperId: paperIdOf(item), tier: tiers.get(item.id) ?? null },
    }))
    .filter(({ tier }) => isWanted(tier))
    .slice(0, limit)
}

/** What else holds the words. Operators speak of items alone. */
async function beside(
  { store, registry }: House,
  query: SearchQuery,
  words: string,
  asOf: Instant,
): Promise<Pick<SearchAnswer, 'names' | 'pages' | 'predictions'>> {
  const saying = [...new Set(terms(words))]
  const { entities, sources, tiers, kinds } = query
  if (saying.length === 0 || entities.length + sources.length + tiers.length + kinds.length > 0)
    return { names: [], pages: [], predictions: [] }
  const since = query.after ?? ''
  const until = query.before ?? '9999'
  const predictions = (await store.predictions({ asOf, saying })).filter(
    ({ madeAt }) => madeAt >= since && madeAt < until,
  )
  return {
    names: entitiesNamed(registry, words)
      .filter(({ id, name, aliases }) => [id, name, ...aliases].some((one) => isSameName(one, words)))
      .slice(0, MOST_BESIDE),
    pages: (await store.pageRows({ asOf, saying })).slice(0, MOST_BESIDE),
    predictions: predictions.reverse().slice(0, MOST_BESIDE),
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
  { entities, sources, after, before, not }: SearchQuery,
  known: readonly Source[],
): { filter: SearchFilter | null; problems: string[] } {
  const problems: string[] = []
  const meantBy = (name: string): string[] => {
    const [best] = entitiesNamed(registry, name)
    if (!best)
      problems.push(`entity:"${name}": nothing of that name is known; its words may be found without entity:`)
    return best ? familyOf(registry, best) : []
  }
  const sourcesOf = (name: string): string[] => {
    const wanted = name.toLowerCase()
    const meant = known.filter(({ id, name: own, family }) =>
      [id, own, family].some((text) => text.toLowerCase().includes(wanted)),
    )
    if (meant.length === 0)
      problems.push(`source:"${name}": no source has that in its name; "bellwether source" lists them`)
    return meant.map(({ id }) => id)
  }
  const naming = entities.map(meantBy)
  const unwanted = new Set(not.sources.flatMap(sourcesOf))
  const all = known.map(({ id }) => id)
  const sourceIds = (sources.length === 0 ? all : sources.flatMap(sourcesOf)).filter(
    (id) => !unwanted.has(id),
  )
  const filter: SearchFilter = {
    ...(after === null ? {} : { from: `${after}T00:00:00.000Z` }),
    ...(before === null ? {} : { to: `${before}T00:00:00.000Z` }),
    ...(sources.length + unwanted.size === 0 ? {} : { sourceIds }),
    ...(entities.length === 0 ? {} : { naming }),
    ...(not.entities.length === 0 ? {} : { notNaming: not.entities.flatMap(meantBy) }),
    ...(not.words === '' ? {} : { without: not.words }),
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

/** The tier that the story of each item has for the reader. */
async function tiersOf(
  house: House,
  itemIds: readonly string[],
  asOf: Instant,
): Promise<ReadonlyMap<string, Tier | null>> {
  const lines = await linesOf(house, { itemIds, asOf })
  return new Map(
    lines.flatMap(({ line: { story, score } }) =>
      story.itemIds.map((itemId) => [itemId, score.tier] as const),
    ),
  )
}
