import type { Claim, Disagreement, Ids, Instant, Item, Telling } from '#domain'
import { disagreements } from '#track'
import type { House } from '../house.ts'
import { paperIdOf } from '../paper-id.ts'
import { type RelatedStory, relatedStories } from '../track.ts'
import { linesOf } from './lines.ts'
import { justAfter } from './river.ts'
import type { RiverStory } from './river-story.ts'

/** A paper with everything that our memory holds of it. */
export type PaperTold = {
  /** Its arXiv id, or the id of the item that it is: what its page is found by. */
  readonly id: string
  readonly title: string
  readonly authors: readonly string[]
  /** What the world knows it by, and the code, model and film that its tellings name as the only ones. */
  readonly ids: Ids
  readonly tags: readonly string[]
  /**
   * What its sources gave of it, the fullest text first: a paper may come by several lists. Where none gave the paper
   * itself, what links to it as its main matter.
   */
  readonly own: readonly Telling[]
  /** Everything else that tells its story: code, model, posts, discussions, articles. */
  readonly others: readonly Telling[]
  /** Numbers of its own text. */
  readonly claims: readonly { readonly claim: Claim; readonly telling: Telling }[]
  readonly disagreements: readonly Disagreement[]
  /** Its story, weighed for the reader. */
  readonly line: RiverStory
  readonly firstSeenAt: Instant
  /** Papers here that its text or links name. */
  readonly cites: readonly Item[]
  /** Items of other stories that print its id or its whole title, the newest first. */
  readonly citedBy: readonly { readonly item: Item; readonly storyId: string | null }[]
  /** Stories that share rare names with it, first seen before it and after it. */
  readonly earlier: readonly RelatedStory[]
  readonly later: readonly RelatedStory[]
}

const MOST_CLAIMS = 60
const MOST_CITED = 20
const MOST_RELATED = 8
const MOST_COMPARED = 60
/** A title this short may be said by people who never heard of the paper. */
const LEAST_TITLE_CHARACTERS = 20
const READ_CHARACTERS = 200_000
const ARXIV_ID = /\b\d{4}\.\d{4,5}\b/g

/** Looks a paper up by its arXiv id, `arxiv:` key or item id; null where nothing here is that paper. */
export async function paperTold(house: House, called: string): Promise<PaperTold | null> {
  const { store } = house
  const asOf = justAfter(house.clock.now())
  const arxiv = /^(?:arxiv:)?(\d{4}\.\d{4,5})(?:v\d+)?$/i.exec(called)?.[1]
  const items = await store.items({ asOf, ...(arxiv ? { keys: [`arxiv:${arxiv}`] } : { ids: [called] }) })
  const wanted = items.map(paperIdOf).find((id) => id !== null)
  if (wanted === undefined || wanted === null) return null
  const dossiers = await store.dossiers({ itemIds: items.map(({ id }) => id), asOf })
  const tellings = dossiers.flatMap((dossier) => dossier.tellings)
  const own = ownOf(tellings, wanted)
  const [fullest] = own
  const dossier = dossiers.find((one) => one.tellings.some(({ item }) => item.id === fullest?.item.id))
  if (!fullest || !dossier) return null
  const [known] = await linesOf(house, { storyIds: [dossier.story.id], asOf })
  if (!known) return null
  const related = await relatedStories(house, dossier, asOf, { most: MOST_COMPARED })
  const firstSeenAt = own.map(({ item }) => item.seenAt).reduce((a, b) => (a < b ? a : b))
  return {
    id: wanted,
    ...factsOf(own),
    own,
    others: tellings.filter((telling) => !own.includes(telling)),
    claims: own
      .filter(({ copyOf }) => copyOf === null)
      .flatMap((telling) => telling.claims.map((claim) => ({ claim, telling })))
      .filter(({ claim }) => claim.metric !== null)
      .slice(0, MOST_CLAIMS),
    disagreements: disagreements(dossier),
    line: known.line,
    firstSeenAt,
    cites: await citedIn(house, own, wanted, asOf),
    citedBy: await citing(house, { id: wanted, title: fullest.item.title, tellings }, asOf),
    earlier: related.filter(({ story }) => story.firstSeenAt < firstSeenAt).slice(0, MOST_RELATED),
    later: related.filter(({ story }) => story.firstSeenAt >= firstSeenAt).slice(0, MOST_RELATED),
  }
}

function ownOf(tellings: readonly Telling[], id: string): Telling[] {
  const carrying = tellings
    .filter(({ item }) => paperIdOf(item) === id)
    .sort((a, b) => b.item.text.length - a.item.text.length)
  const papers = carrying.filter(({ item }) => item.kind === 'paper')
  return papers.length > 0 ? papers : carrying
}

/** What its tellings say of it: of each fact the fullest. */
function factsOf(own: readonly Telling[]): Pick<PaperTold, 'title' | 'authors' | 'ids' | 'tags'> {
  const items = own.map(({ item }) => item)
  const authors = items.map((item) => item.authors).reduce((a, b) => (b.length > a.length ? b : a), [])
  return {
    title: items.find(({ title }) => title !== '')?.title ?? '',
    authors,
    ids: Object.assign({}, ...items.map(({ ids }) => ids).reverse()) as Ids,
    tags: [...new Set(items.flatMap(({ tags }) => tags))],
  }
}

async function citedIn(
  { store }: House,
  own: readonly Telling[],
  id: string,
  asOf: Instant,
): Promise<readonly Item[]> {
  const named = own.flatMap(({ item }) => [
    ...item.links.flatMap(({ url }) =>
      /arxiv\.org|\/papers\//.test(url) ? (url.match(ARXIV_ID) ?? []) : [],
    ),
    ...(item.text.slice(0, READ_CHARACTERS).match(ARXIV_ID) ?? []),
  ])
  const keys = [...new Set(named)].filter((one) => one !== id).map((one) => `arxiv:${one}`)
  if (keys.length === 0) return []
  const found = await store.items({ keys: keys.slice(0, MOST_CITED), asOf })
  return [...new Map(found.map((item) => [item.key, item])).values()]
}

async function citing(
  { store }: House,
  { id, title, tellings }: { id: string; title: string; tellings: readonly Telling[] },
  asOf: Instant,
): Promise<PaperTold['citedBy']> {
  const named = [
    ...(/^\d{4}\.\d{4,5}$/.test(id) ? [id] : []),
    ...(title.length >= LEAST_TITLE_CHARACTERS ? [title] : []),
  ]
  const told = new Set(tellings.map(({ item }) => item.id))
  const ids = new Set<string>()
  for (const name of named)
    for (const { itemId } of await store.search(`"${name.replaceAll('"', ' ')}"`, {
      limit: MOST_CITED * 2,
      asOf,
    }))
      if (!told.has(itemId)) ids.add(itemId)
  if (ids.size === 0) return []
  // A search also gives what holds only some of the words.
  const items = (await store.items({ ids: [...ids], asOf })).filter(({ title: own, text }) => {
    const words = `${own}\n${text}`.toLowerCase()
    return named.some((name) => words.includes(name.toLowerCase()))
  })
  const stories = await store.stories({ itemIds: items.map((item) => item.id), asOf })
  return items
    .sort((a, b) => (a.seenAt < b.seenAt ? 1 : -1))
    .slice(0, MOST_CITED)
    .map((item) => ({ item, storyId: stories.find(({ itemIds }) => itemIds.includes(item.id))?.id ?? null }))
}
