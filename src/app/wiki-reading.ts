import { entityPageId, lintWiki } from '#compose'
import type { Instant, Page, WikiFault } from '#domain'
import type { House } from './house.ts'
import { BEGINNING, FEWEST_STORIES } from './wiki-build.ts'
import { typeOf } from './wiki-drafts.ts'
import { editsOf, textOf } from './wiki-edits.ts'
import { wikiAt } from './wiki-vault.ts'

/** A page as it reads: its newest revision by then with the reader's edits, and the pages that lead to it. */
export type WikiPage = {
  readonly page: Page
  readonly text: string
  readonly backlinks: readonly Pick<Page, 'id' | 'title'>[]
}

/** A page by its id, or by the name of what it is about; null when there is none. */
export async function wikiPage(house: House, id: string, asOf: Instant | null): Promise<WikiPage | null> {
  const until = asOf ? { asOf } : {}
  const page = (await house.store.page(id, until)) ?? (await pageCalled(house, id, until))
  if (!page) return null
  const edits = editsOf(await house.store.acts({ kinds: ['page-note', 'page-strike'], ...until }))
  const leading = await house.store.pageRows({ ...until, linkingTo: page.id })
  return {
    page,
    text: textOf(page, edits),
    backlinks: leading.filter((row) => row.id !== page.id).map((row) => ({ id: row.id, title: row.title })),
  }
}

async function pageCalled(house: House, name: string, until: { asOf?: Instant }): Promise<Page | null> {
  const wanted = name.toLowerCase()
  const row = (await house.store.pageRows(until)).find(({ title, aliases }) =>
    [title, ...aliases].some((one) => one.toLowerCase() === wanted),
  )
  return row ? house.store.page(row.id, until) : null
}

/** What a mechanical reading of the wiki finds amiss. */
export async function wikiFaults(house: House): Promise<WikiFault[]> {
  const now = house.clock.now()
  const { all, edits } = await wikiAt(house, null)
  const strands = await house.store.strands({
    seen: { from: BEGINNING, to: now },
    least: FEWEST_STORIES,
    most: Number.MAX_SAFE_INTEGER,
  })
  const ids = new Set(all.map(({ id }) => id))
  const cited = [...new Set(all.flatMap((page) => page.cited.map(({ itemId }) => itemId)))]
  const items = await house.store.items({ ids: cited })
  const named = strands.map((strand) => ({
    strand,
    pageId: entityPageId(typeOf(house, strand), strand.entityId),
  }))
  return lintWiki(
    all.map((page) => ({ ...page, markdown: textOf(page, edits) })),
    {
      storiesOf: new Map(
        named.map(({ pageId, strand }) => [
          pageId,
          strand.stories.map(({ storyId }) => storyId).toReversed(),
        ]),
      ),
      unpaged: named
        .filter(({ pageId }) => !ids.has(pageId))
        .map(({ pageId, strand }) => ({ pageId, name: strand.name, stories: strand.stories.length })),
      contentHashes: new Map(items.map(({ id, contentHash }) => [id, contentHash])),
    },
  )
}
