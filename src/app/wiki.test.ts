import { expect, test } from 'vitest'
import {
  ask,
  buildWiki,
  entityNamed,
  entityPage,
  noveltyOf,
  takeVault,
  threads,
  together,
  trends,
  wikiFaults,
  wikiPage,
  wikiVault,
} from './index.ts'
import { testHouses } from './test-houses.ts'

const { house, read } = testHouses('wiki')

const told = (day: string, title: string, text: string) => ({
  ...{ title, text, url: `https://desk.example/${day}`, published: `2026-${day}T08:00:00Z` },
})
const STORIES = [
  told(
    '04-02',
    'Cerebras sells wafers to a bank',
    'Cerebras sold 12 wafer systems to a bank in Oslo on Thursday.',
  ),
  told(
    '04-20',
    'Cerebras moves its factory',
    'Cerebras moves its factory to Texas and hires 300 people there.',
  ),
  told(
    '05-11',
    'Cerebras files for an IPO',
    'Cerebras filed for an IPO that values the company at $40 billion.',
  ),
]
const NOW = '2026-05-13T00:00:00.000Z'

test('a name of three stories has a page that cites its items; one story more touches only its pages', async () => {
  const at = await house(NOW, 'build')
  await read(at, STORIES)
  expect((await buildWiki(at)).revised).toBeGreaterThan(0)
  const first = await wikiPage(at, 'Cerebras', null)
  expect(first?.text).toContain('wafer systems to a bank')
  expect(first?.page.cited.length).toBeGreaterThanOrEqual(3)
  expect(await buildWiki(at)).toMatchObject({ revised: 0 })

  const later = await house('2026-05-15T00:00:00.000Z', 'build')
  await read(later, [
    told(
      '05-14',
      'A hospital in Tokyo runs Cerebras',
      'A hospital in Tokyo runs its scans on Cerebras machines since Monday.',
    ),
  ])
  const again = await buildWiki(later)
  const log = await later.store.pageLog({ since: later.clock.now() })
  expect(log.map(({ pageId }) => pageId)).toContain('entity/cerebras')
  expect(again.revised).toBe(log.length)
  const page = await wikiPage(later, 'entity/cerebras', null)
  expect(page?.page).toMatchObject({ revision: 2, because: '1 story more' })
  expect((await wikiPage(later, 'entity/cerebras', '2026-05-14T00:00:00.000Z'))?.page.revision).toBe(1)
})

test('what goes wrong with a name and what cures it is a table of its own, each cell with its item', async () => {
  const at = await house(NOW)
  const crash = told(
    '05-12',
    'Cerebras mends its servers',
    'The Cerebras server crashes on long prompts due to a leak in its cache. A workaround is to pin version 2.5.',
  )
  await read(at, [...STORIES, crash])
  await buildWiki(at)
  const page = await wikiPage(at, 'troubles/cerebras', null)
  expect(page?.text).toMatch(
    /\| The Cerebras server crashes on long prompts\[\^[^\]]+\] \| a leak in its cache\.\[\^[^\]]+\] \| A workaround is to pin version 2\.5\.\[\^[^\]]+\] \| Desk\[\^/,
  )
  expect(page?.page.cited).toHaveLength(1)
  expect(await wikiFaults(at)).toEqual([])
})

test('what the reader writes in the vault stays, is marked, and survives a rebuild', async () => {
  const at = await house(NOW)
  await read(at, STORIES)
  await buildWiki(at)
  const { files, problems } = await wikiVault(at, { links: 'relative', asOf: null })
  expect(problems).toEqual([])
  expect(await takeVault(at, files)).toMatchObject({ notes: 0, strikes: 0, problems: [] })

  const index = new Map([['index.md', `${files.get('index.md')}\nMy words.\n`]])
  expect((await takeVault(at, index)).problems).toMatchObject([{ where: 'index.md' }])

  const path = 'entity/cerebras.md'
  const edited = (files.get(path) ?? '')
    .replace('## History', 'I met them in Oslo.\n\n## History')
    .replace('made:', 'rating: 5\nmade:')
  const own = '# My list\n\n- [Cerebras](../entity/cerebras.md)\n'
  const back = await takeVault(
    at,
    new Map([
      [path, edited],
      ['notes/mine.md', own],
    ]),
  )
  expect(back.problems).toEqual([])
  expect(back.notes).toBeGreaterThanOrEqual(3)

  await buildWiki(at, { whole: true })
  const again = (await wikiVault(at, { links: 'relative', asOf: null })).files
  expect(again.get(path)).toMatch(/I met them in Oslo\. \^r\w+\n\n## History/)
  expect(again.get(path)).toContain('rating: 5')
  expect(again.get('notes/mine.md')).toContain('[Cerebras](../entity/cerebras.md)')
  expect(await takeVault(at, again)).toMatchObject({ notes: 0, strikes: 0, problems: [] })
})

test('lint finds what changed since it was cited', async () => {
  const at = await house(NOW)
  await read(at, STORIES)
  await buildWiki(at)
  expect((await wikiFaults(at)).filter(({ kind }) => kind !== 'orphan')).toEqual([])
  await read(at, [{ ...STORIES[0], text: 'Cerebras sold 14 wafer systems to a bank in Oslo on Thursday.' }])
  expect(
    (await wikiFaults(at)).some(({ kind, pageId }) => kind === 'drift' && pageId === 'entity/cerebras'),
  ).toBe(true)
})

test('the page of an entity, its thread, its trend and an answer, as of any day', async () => {
  const at = await house(NOW)
  await read(at, STORIES)
  const cerebras = entityNamed(at, 'Cerebras')
  if (!cerebras) throw new Error('the registry has no Cerebras')
  const page = await entityPage(at, cerebras, { asOf: null })
  expect(page.stories.map(({ title }) => title)).toEqual(STORIES.map(({ title }) => title).toReversed())
  expect(page.firstSeenAt?.slice(0, 10)).toBe('2026-04-02')
  expect((await entityPage(at, cerebras, { asOf: '2026-04-10T00:00:00.000Z' })).stories).toHaveLength(1)

  const [thread] = await threads(at, { asOf: null })
  expect(thread).toMatchObject({ name: 'Cerebras', standing: 'recurrent' })
  expect(thread?.members).toHaveLength(3)
  expect(await threads(at, { asOf: '2026-04-21T00:00:00.000Z' })).toEqual([])

  const { lines } = await trends(at, { asOf: null, entityIds: ['cerebras'] })
  expect(lines[0]?.points.reduce((sum, { stories }) => sum + stories, 0)).toBe(3)

  const ipo = (await at.store.dossiers({ itemIds: page.stories[0]?.itemIds ?? [], asOf: NOW }))[0]
  if (!ipo) throw new Error('the IPO has no story')
  expect((await noveltyOf(at, ipo)).flatMap(({ entityIds }) => entityIds)).not.toContain('cerebras')
  const oldest = (await at.store.dossiers({ itemIds: page.stories.at(-1)?.itemIds ?? [], asOf: NOW }))[0]
  if (!oldest) throw new Error('the bank has no story')
  expect((await noveltyOf(at, oldest)).map(({ because }) => because)).toContain(
    'The first story in our memory on Cerebras.',
  )
  const openai = { id: 'openai', name: 'OpenAI' }
  expect(await together(at, cerebras, openai, null)).toMatchObject({
    stories: [3, 0],
    both: [],
    isCut: false,
  })

  const answer = await ask(at, 'What do we know about the Cerebras IPO since May?', { asOf: null })
  expect(answer).toMatchObject({ since: '2026-05-01', nearest: [] })
  expect(answer.sentences.map(({ text }) => text)).toEqual([STORIES[2]?.text])
  expect(await ask(at, 'What about submarines made of cheese?', { asOf: null })).toMatchObject({
    sentences: [],
  })
})
