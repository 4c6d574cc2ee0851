import { entityPageId, footnotes, lostNotes, type PageDraft, withEdits } from '#compose'
import type { Instant, Page, Problem } from '#domain'
import type { House } from './house.ts'
import { entityDrafts, paperDrafts, threadDrafts, typeOf } from './wiki-drafts.ts'
import { editsOf, NO_EDITS } from './wiki-edits.ts'

/** A name has a page once so many stories are about it. */
export const FEWEST_STORIES = 3

export const BEGINNING = '1970-01-01T00:00:00.000Z'

const CHUNK = 100

export type WikiBuild = {
  readonly looked: number
  readonly revised: number
  readonly problems: readonly Problem[]
}

/**
 * Builds the wiki as of now: pages of names that stories are about, papers of the upper tiers, and threads. Only what
 * stories seen since the last build touch is looked at, unless `whole` asks for all; a page is revised only when its
 * words change. Each page is made of facts alone, so that a build from nothing gives the same words.
 */
export async function buildWiki(house: House, { whole = false } = {}): Promise<WikiBuild> {
  const now = house.clock.now()
  const last = whole ? null : await house.store.lastPageAt()
  const strands = await house.store.strands({
    seen: { from: BEGINNING, to: now },
    least: FEWEST_STORIES,
    most: Number.MAX_SAFE_INTEGER,
  })
  const paged = new Map(
    strands.map((strand) => [entityPageId(typeOf(house, strand), strand.entityId), strand]),
  )
  const hasPage = (id: string) => paged.has(id)
  const touched = last === null ? null : await entitiesSince(house, last, now)
  async function* drafts(): AsyncGenerator<PageDraft> {
    for (const strand of strands)
      if (touched === null || touched.has(strand.entityId))
        yield* await entityDrafts(house, strand, now, hasPage)
    yield* await paperDrafts(house, last, now, hasPage)
    yield* await threadDrafts(house, now, hasPage)
  }
  return reviseAll(house, drafts(), now)
}

/** Entities that stories seen in a stretch of time are about. */
async function entitiesSince(house: House, from: Instant, to: Instant): Promise<ReadonlySet<string>> {
  const strands = await house.store.strands({ seen: { from, to }, least: 1, most: Number.MAX_SAFE_INTEGER })
  return new Set(strands.map(({ entityId }) => entityId))
}

/** Saves a revision of each page whose words changed, after a round trip that loses nothing of the reader's. */
async function reviseAll(house: House, drafts: AsyncIterable<PageDraft>, now: Instant): Promise<WikiBuild> {
  const edits = editsOf(await house.store.acts({ kinds: ['page-note', 'page-strike'] }))
  const sources = new Map((await house.store.sources()).map(({ id, name }) => [id, name]))
  const problems: Problem[] = []
  let [looked, revised] = [0, 0]
  // Some at a time: a wiki of ten thousand pages is never held whole.
  for await (const some of inChunks(drafts, CHUNK)) {
    const ids = [...new Set(some.flatMap(({ itemIds }) => itemIds))]
    const items = new Map((await house.store.items({ ids, asOf: now })).map((item) => [item.id, item]))
    const noted = new Map(
      [...items].map(([id, item]) => [
        id,
        {
          ...{ title: item.title, url: item.url, at: item.publishedAt ?? item.seenAt },
          sourceName: sources.get(item.sourceId) ?? item.sourceId,
        },
      ]),
    )
    const pages: Page[] = []
    for (const { itemIds, ...draft } of some) {
      const notes = footnotes(itemIds, noted)
      const markdown = notes === '' ? draft.markdown : `${draft.markdown}\n${notes}\n`
      const before = await house.store.page(draft.id, {})
      if (before?.markdown === markdown) continue
      const lost = lostNotes(
        withEdits(markdown, edits.get(draft.id) ?? NO_EDITS),
        edits.get(draft.id) ?? NO_EDITS,
      )
      if (lost.length > 0) {
        problems.push({
          severity: 'lost',
          what: `would lose the reader's words "${lost[0]}"`,
          where: draft.id,
        })
        continue
      }
      const cited = itemIds.flatMap((itemId) => {
        const contentHash = items.get(itemId)?.contentHash
        return contentHash === undefined ? [] : [{ itemId, contentHash }]
      })
      pages.push({
        ...{ ...draft, markdown, cited, madeAt: now, revision: (before?.revision ?? 0) + 1 },
        because: becauseOf(before, draft.storyIds),
      })
    }
    await house.store.savePages(pages)
    looked += some.length
    revised += pages.length
    house.progress({ what: 'pages looked at', done: looked, total: null })
  }
  return { looked, revised, problems }
}

async function* inChunks<T>(all: AsyncIterable<T>, size: number): AsyncGenerator<T[]> {
  let chunk: T[] = []
  for await (const one of all) {
    chunk.push(one)
    if (chunk.length < size) continue
    yield chunk
    chunk = []
  }
  if (chunk.length > 0) yield chunk
}

function becauseOf(before: Page | null, storyIds: readonly string[]): string {
  if (!before) return storyIds.length === 1 ? 'new, of 1 story' : `new, of ${storyIds.length} stories`
  const known = new Set(before.storyIds)
  const more = storyIds.filter((id) => !known.has(id)).length
  return more === 0 ? 'its words changed' : more === 1 ? '1 story more' : `${more} stories more`
}
