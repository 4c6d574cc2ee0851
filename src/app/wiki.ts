import {
  backlinks,
  changesIn,
  draftOfEntity,
  draftOfPaper,
  draftOfThread,
  entityPageId,
  fileOf,
  footnotes,
  type LinkStyle,
  lintWiki,
  lostNotes,
  missingBlocks,
  type PageDraft,
  pageOfFile,
  type WikiChange,
  type WikiEdits,
  withEdits,
} from '#compose'
import type { Act, Deed, Dossier, Entity, EntityType, Instant, Page, Problem, WikiFault } from '#domain'
import type { Strand } from '#ports'
import { shortHash } from '#text'
import { pageOf as entityFacts, pageClaim, unregistered } from './entity.ts'
import type { House } from './house.ts'
import { daysBefore } from './windows.ts'

/** A name has a page once so many stories are about it. */
const FEWEST_STORIES = 3
const STORIES_ON_PAGE = 40
const MOST_PAPERS_A_BUILD = 400
const PAPER_TIER = 2
/** How far the first build looks back for papers from the newest item. */
const FIRST_PAPERS_DAYS = 30
const BEGINNING = '1970-01-01T00:00:00.000Z'
const FRONT = 'front'
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
  const log = await house.store.pageLog({})
  const last = whole
    ? undefined
    : log.reduce<string | undefined>((newest, { madeAt }) => later(newest, madeAt), undefined)
  const strands = await house.store.strands({
    seen: { from: BEGINNING, to: now },
    least: FEWEST_STORIES,
    most: Number.MAX_SAFE_INTEGER,
  })
  const paged = new Map(
    strands.map((strand) => [entityPageId(typeOf(house, strand), strand.entityId), strand]),
  )
  const hasPage = (id: string) => paged.has(id)
  const touched = last === undefined ? null : await entitiesSince(house, last, now)
  const drafts: PageDraft[] = []
  for (const strand of strands)
    if (touched === null || touched.has(strand.entityId))
      drafts.push(await entityDraft(house, strand, now, hasPage))
  drafts.push(...(await paperDrafts(house, last, now, hasPage)))
  drafts.push(...(await threadDrafts(house, now, hasPage)))
  const { revised, problems } = await reviseAll(house, drafts, now)
  return { looked: drafts.length, revised, problems }
}

const later = (newest: string | undefined, at: string): string =>
  newest === undefined || at > newest ? at : newest

/** Entities that stories seen in a stretch of time are about. */
async function entitiesSince(house: House, from: Instant, to: Instant): Promise<ReadonlySet<string>> {
  const strands = await house.store.strands({ seen: { from, to }, least: 1, most: Number.MAX_SAFE_INTEGER })
  return new Set(strands.map(({ entityId }) => entityId))
}

function entityOf({ registry }: House, { entityId, name, type }: Strand): Entity {
  return registry.find(({ id }) => id === entityId) ?? unregistered(entityId, name, type)
}

const typeOf = (house: House, strand: Strand): EntityType => entityOf(house, strand).type

async function entityDraft(
  house: House,
  strand: Strand,
  now: Instant,
  hasPage: (id: string) => boolean,
): Promise<PageDraft> {
  const entity = entityOf(house, strand)
  const storyIds = strand.stories.slice(-STORIES_ON_PAGE).map(({ storyId }) => storyId)
  const dossiers = await house.store.dossiers({ storyIds, asOf: now })
  const sorted = dossiers.sort((a, b) => (a.story.lastSeenAt < b.story.lastSeenAt ? 1 : -1))
  const { registry } = house
  const parent = registry.find(({ id }) => id === entity.parent)
  const predictions = await house.store.predictions({ entityId: entity.id, asOf: now })
  const resolutions = await house.store.resolutions({
    predictionIds: predictions.map(({ id }) => id),
    asOf: now,
  })
  return draftOfEntity(
    {
      ...entityFacts(entity, sorted, now),
      parent: parent ?? null,
      children: registry.filter((one) => one.parent === entity.id),
      predictions: predictions.map((prediction) => ({
        prediction,
        resolution: resolutions.findLast(({ predictionId }) => predictionId === prediction.id) ?? null,
      })),
      ...{ firstSeenAt: null, record: null, trend: null },
    },
    hasPage,
  )
}

/** Papers of the upper tiers among the stories seen since. */
async function paperDrafts(
  house: House,
  since: Instant | undefined,
  now: Instant,
  hasPage: (id: string) => boolean,
): Promise<PageDraft[]> {
  const { score } = await import('./score.ts')
  const [newest] = await house.store.items({ asOf: now, limit: 1 })
  if (!newest) return []
  const window = { from: since ?? daysBefore(newest.seenAt, FIRST_PAPERS_DAYS), to: now }
  const scored = (await score(house, window, now)).filter(
    ({ dossier, score: { tier } }) => tier !== null && tier <= PAPER_TIER && paperKey(dossier) !== null,
  )
  return scored
    .slice(0, MOST_PAPERS_A_BUILD)
    .map(({ dossier, score: { tier } }) => paperDraft(house, dossier, tier, now, hasPage))
}

const paperKey = ({ tellings }: Dossier): string | null =>
  tellings.find(({ item }) => item.kind === 'paper' && item.ids.arxiv)?.item.ids.arxiv ?? null

const TIER_SENTENCES: readonly number[] = [0, 6, 3]

function paperDraft(
  house: House,
  dossier: Dossier,
  tier: number | null,
  now: Instant,
  hasPage: (id: string) => boolean,
): PageDraft {
  const key = paperKey(dossier) ?? dossier.story.id
  const stand = unregistered(key, dossier.story.title, 'paper')
  const { stories, related } = entityFacts(stand, [dossier], now)
  const [story] = stories
  if (!story) throw new Error(`wiki: the story ${dossier.story.id} has no telling`)
  const own = dossier.tellings.filter(({ copyOf }) => copyOf === null)
  const types = new Map(house.registry.map(({ id, type }) => [id, type]))
  return draftOfPaper(
    story,
    {
      ...{ id: `paper/${key.replace(/[^\w.-]/g, '-')}`, tier },
      sentences: own.flatMap(({ item }) =>
        firstSentences(item.text, TIER_SENTENCES[tier ?? PAPER_TIER] ?? 3).map((text) => ({
          text,
          itemId: item.id,
        })),
      ),
      claims: own.flatMap((telling) =>
        telling.claims.flatMap((claim) =>
          claim.metric === null ? [] : [{ metric: claim.metric, claim: pageClaim(claim, telling, 'first') }],
        ),
      ),
      named: related.map(({ entityId, name, type }) => ({
        ...{ pageId: entityPageId(types.get(entityId) ?? type, entityId), name },
      })),
    },
    hasPage,
  )
}

function firstSentences(text: string, count: number): string[] {
  return (text.slice(0, 4_000).match(/[^.!?\n]{20,400}[.!?](?=\s|$)/g) ?? [])
    .slice(0, count)
    .map((one) => one.trim())
}

async function threadDrafts(
  house: House,
  now: Instant,
  hasPage: (id: string) => boolean,
): Promise<PageDraft[]> {
  const { threads } = await import('./threads.ts')
  const types = new Map(house.registry.map(({ id, type }) => [id, type]))
  const pageOf = (entityId: string) => {
    const id = entityPageId(types.get(entityId) ?? 'company', entityId)
    return hasPage(id) ? id : null
  }
  const found = await threads(house, { asOf: now, limit: 60 })
  return found
    .filter(({ standing }) => standing !== 'proposed')
    .map((thread) => draftOfThread(thread, pageOf))
}

/** Saves a revision of each page whose words changed, after a round trip that loses nothing of the reader's. */
async function reviseAll(
  house: House,
  drafts: readonly PageDraft[],
  now: Instant,
): Promise<{ revised: number; problems: Problem[] }> {
  const edits = editsOf(await house.store.acts({ kinds: ['page-note', 'page-strike'] }))
  const sources = new Map((await house.store.sources()).map(({ id, name }) => [id, name]))
  const problems: Problem[] = []
  let revised = 0
  for (let from = 0; from < drafts.length; from += CHUNK) {
    const some = drafts.slice(from, from + CHUNK)
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
    revised += pages.length
    house.progress({
      what: 'pages looked at',
      done: Math.min(from + CHUNK, drafts.length),
      total: drafts.length,
    })
  }
  return { revised, problems }
}

function becauseOf(before: Page | null, storyIds: readonly string[]): string {
  if (!before) return storyIds.length === 1 ? 'new, of 1 story' : `new, of ${storyIds.length} stories`
  const known = new Set(before.storyIds)
  const more = storyIds.filter((id) => !known.has(id)).length
  return more === 0 ? 'its words changed' : more === 1 ? '1 story more' : `${more} stories more`
}

const NO_EDITS: WikiEdits = { notes: [], strikes: new Set() }

/** The reader's edits of each page: the last of each block counts. */
function editsOf(acts: readonly Act[]): ReadonlyMap<string, WikiEdits> {
  const edits = new Map<
    string,
    { notes: Map<string, { under: string; text: string }>; strikes: Set<string> }
  >()
  const of = (pageId: string) => {
    const known = edits.get(pageId) ?? { notes: new Map(), strikes: new Set() }
    edits.set(pageId, known)
    return known
  }
  for (const { deed } of acts) {
    if (deed.kind === 'page-strike') of(deed.pageId).strikes.add(deed.hash)
    if (deed.kind !== 'page-note') continue
    if (deed.text === null) of(deed.pageId).notes.delete(deed.blockId)
    else of(deed.pageId).notes.set(deed.blockId, { under: deed.under, text: deed.text })
  }
  return new Map(
    [...edits].map(([id, { notes, strikes }]) => [
      id,
      { notes: [...notes].map(([blockId, note]) => ({ blockId, ...note })), strikes },
    ]),
  )
}

/** A page as it reads: its newest revision by then with the reader's edits, and the pages that lead to it. */
export type WikiPage = { readonly page: Page; readonly text: string; readonly backlinks: readonly string[] }

/** A page by its id, or by the name of what it is about; null when there is none. */
export async function wikiPage(house: House, id: string, asOf: Instant | null): Promise<WikiPage | null> {
  const { all, edits } = await wikiAt(house, asOf)
  const wanted = id.toLowerCase()
  const page =
    all.find((one) => one.id === id) ??
    all.find(({ title, aliases }) => [title, ...aliases].some((name) => name.toLowerCase() === wanted))
  if (!page) return null
  return {
    page,
    text: textOf(page, edits),
    backlinks: backlinks(all).get(page.id) ?? [],
  }
}

async function wikiAt(house: House, asOf: Instant | null) {
  const until = asOf ? { asOf } : {}
  const edits = editsOf(await house.store.acts({ kinds: ['page-note', 'page-strike'], ...until }))
  return { all: await house.store.pages(until), edits }
}

const textOf = (page: Page, edits: ReadonlyMap<string, WikiEdits>): string =>
  withEdits(page.markdown, edits.get(page.id) ?? NO_EDITS)

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

/**
 * The wiki as files of a vault, by path: a file for each page, `index.md`, `log.md`, and `graph.json`. Each page is read
 * back before it is handed out: a page that would not come back as it went is a problem, and the others go on.
 */
export async function wikiVault(
  house: House,
  { links, asOf }: { readonly links: LinkStyle; readonly asOf: Instant | null },
): Promise<{ files: ReadonlyMap<string, string>; problems: readonly Problem[] }> {
  const { all, edits } = await wikiAt(house, asOf)
  const files = new Map<string, string>()
  const problems: Problem[] = []
  const own = [...edits].filter(([id]) => !all.some((page) => page.id === id)).map(([id]) => readersPage(id))
  for (const page of [...all, ...own]) {
    const text = textOf(page, withoutFront(edits))
    const ownFrontMatter = frontOf(edits.get(page.id))
    const file = fileOf(page, text, { links, ownFrontMatter })
    const back = pageOfFile(file, page.id)
    if (
      changesIn(text, back.markdown).length > 0 ||
      back.id !== page.id ||
      back.ownFrontMatter !== ownFrontMatter
    )
      problems.push({ severity: 'lost', what: 'would not come back as it goes out', where: page.id })
    files.set(`${page.id}.md`, file)
  }
  files.set('index.md', indexOf(all, links))
  files.set('log.md', logOf(await house.store.pageLog(asOf ? { asOf } : {})))
  files.set('graph.json', `${JSON.stringify(graphOf(all), null, 1)}\n`)
  return { files, problems }
}

/** A page that the reader began: nothing of it is the house's. */
const readersPage = (id: string): Page => ({
  ...{ id, kind: 'concept', revision: 0, title: id, aliases: [], markdown: '', cited: [], storyIds: [] },
  ...{ madeAt: '', because: '' },
})

function withoutFront(edits: ReadonlyMap<string, WikiEdits>): ReadonlyMap<string, WikiEdits> {
  return new Map(
    [...edits].map(([id, { notes, strikes }]) => [
      id,
      { strikes, notes: notes.filter(({ under }) => under !== FRONT_MATTER) },
    ]),
  )
}

const FRONT_MATTER = '---'
const frontOf = (edits: WikiEdits | undefined): string =>
  edits?.notes.find(({ under }) => under === FRONT_MATTER)?.text ?? ''

function indexOf(all: readonly Page[], links: LinkStyle): string {
  const kinds = [...new Set(all.map(({ kind }) => kind))].sort()
  const parts = kinds.flatMap((kind) => {
    const some = all.filter((page) => page.kind === kind)
    const lines = some.map(({ id, title }) =>
      links === 'wiki' ? `- [[${id}|${plainWords(title)}]]` : `- [${plainWords(title)}](${encodeURI(id)}.md)`,
    )
    return [`## ${kind}, ${some.length === 1 ? '1 page' : `${some.length} pages`}`, lines.join('\n')]
  })
  return `${['# Index', ...parts].join('\n\n')}\n`
}

function logOf(
  log: readonly { madeAt: string; pageId: string; revision: number; because: string }[],
): string {
  const lines = log.map(
    ({ madeAt, pageId, revision, because }) => `- ${madeAt} ${pageId}, revision ${revision}: ${because}`,
  )
  return `${['# Log', lines.join('\n')].join('\n\n')}\n`
}

function graphOf(all: readonly Page[]): object {
  return {
    pages: all.map(({ id, kind, title }) => ({ id, kind, title })),
    links: [...backlinks(all)].flatMap(([to, from]) => from.map((id) => ({ from: id, to }))),
  }
}

const plainWords = (title: string): string => title.replace(/[[\]|\n]/g, ' ')

/** What a vault brought back. */
export type VaultImport = {
  readonly files: number
  readonly notes: number
  readonly strikes: number
  readonly problems: readonly Problem[]
}

/** Lines that are none of an index or a log as the house makes them. */
const foreignLines = (content: string): string[] =>
  content
    .split('\n')
    .filter(
      (line) => line.trim() !== '' && !/^(?:# (?:Index|Log)$|## \w+, \d+ pages?$|- (?:\[|\d{4}-))/.test(line),
    )

const MADE_BY_THE_HOUSE = new Set(['index.md', 'log.md'])

/**
 * Takes an edited vault back: what the reader wrote, changed or took away on each page becomes their acts, which every
 * later build keeps. Afterwards each page is read as it stands now; words of the vault that it does not hold raise an
 * alarm. New files are pages of the reader's own.
 */
export async function takeVault(house: House, files: ReadonlyMap<string, string>): Promise<VaultImport> {
  const { all, edits } = await wikiAt(house, null)
  const known = new Map(all.map((page) => [page.id, page]))
  const problems: Problem[] = []
  let [notes, strikes, read] = [0, 0, 0]
  for (const [path, content] of files) {
    if (!path.endsWith('.md')) continue
    if (MADE_BY_THE_HOUSE.has(path)) {
      if (foreignLines(content).length > 0)
        problems.push({
          severity: 'lost',
          what: 'is made anew by each export: move your words to a page',
          where: path,
        })
      continue
    }
    read++
    const back = pageOfFile(content, path.replace(/\.md$/, ''))
    const page = known.get(back.id) ?? readersPage(back.id)
    const before = textOf(page, withoutFront(edits))
    const changes = changesIn(before, back.markdown)
    const front = frontOf(edits.get(page.id))
    const deeds = changes.map((change) => deedOf(page.id, change))
    if (front !== back.ownFrontMatter)
      deeds.push({
        ...{ kind: 'page-note', pageId: page.id, blockId: FRONT, under: FRONT_MATTER },
        text: back.ownFrontMatter === '' ? null : back.ownFrontMatter,
      })
    for (const deed of deeds) await house.store.saveAct(actOf(house, deed))
    notes += deeds.filter(({ kind }) => kind === 'page-note').length
    strikes += deeds.filter(({ kind }) => kind === 'page-strike').length
    if (deeds.length > 0) problems.push(...(await lostIn(house, page, back.markdown)))
  }
  return { files: read, notes, strikes, problems }
}

function deedOf(pageId: string, change: WikiChange): Deed {
  return change.kind === 'strike'
    ? { kind: 'page-strike', pageId, hash: change.hash }
    : { kind: 'page-note', pageId, blockId: change.blockId, under: change.under, text: change.text }
}

function actOf(house: House, deed: Deed): Act {
  const at = house.clock.now()
  return { id: `a${shortHash(`${at} ${JSON.stringify(deed)}`)}`, at, deed }
}

/** The alarm: blocks of a file that the page does not hold after its edits were taken. */
async function lostIn(house: House, page: Page, back: string): Promise<Problem[]> {
  const edits = editsOf(await house.store.acts({ kinds: ['page-note', 'page-strike'] }))
  const now = textOf(page, withoutFront(edits))
  const lost = missingBlocks(now, back)
  if (lost.length === 0) return []
  return [
    {
      severity: 'lost',
      what: `${lost.length} blocks did not come in as they stand in the vault`,
      where: page.id,
    },
  ]
}
