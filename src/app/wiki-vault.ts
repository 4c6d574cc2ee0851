import {
  backlinks,
  changesIn,
  fileOf,
  type LinkStyle,
  missingBlocks,
  pageOfFile,
  type WikiChange,
  type WikiEdits,
} from '#compose'
import type { Act, Deed, Instant, Page, Problem } from '#domain'
import { shortHash } from '#text'
import type { House } from './house.ts'
import { editsOf, textOf } from './wiki-edits.ts'

const FRONT = 'front'

export async function wikiAt(house: House, asOf: Instant | null) {
  const until = asOf ? { asOf } : {}
  const edits = editsOf(await house.store.acts({ kinds: ['page-note', 'page-strike'], ...until }))
  return { all: await house.store.pages(until), edits }
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
