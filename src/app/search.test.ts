import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Embedder } from '#ports'
import { openHouse } from '#wiring'
import type { House } from './house.ts'
import { importFiles } from './import.ts'
import { search } from './search.ts'

let folder = ''
let close = async () => {}
let house: House

const FEED = {
  version: 'https://jsonfeed.org/version/1.1',
  title: 'A feed',
  items: [
    [
      '1',
      'Qwen 3 halves the KV cache',
      'The KV cache of Qwen 3 is half as large with grouped attention.',
      '2026-05-10',
    ],
    [
      '2',
      'A cache of cheese was found',
      'A cache full of cheese was found below the old town hall.',
      '2026-05-12',
    ],
    ['3', 'Robots learn to fold laundry', 'Robots of a startup fold shirts in four minutes.', '2026-05-13'],
  ].map(([id, title, content_text, day]) => ({
    id,
    url: `https://example.org/${id}`,
    title,
    content_text,
    date_published: `${day}T10:00:00Z`,
  })),
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bellwether-search-'))
  await writeFile(join(folder, 'feed.json'), JSON.stringify(FEED))
  const opened = await openHouse({
    config: null,
    data: join(folder, 'data'),
    now: '2026-05-14T18:00:00.000Z',
    progress: () => {},
  })
  house = opened.house
  close = opened.close
  const source = {
    id: 'feed',
    name: 'A feed',
    kind: 'file' as const,
    address: '',
    family: 'example.org',
    weight: 0.5,
    staleAfterHours: 72,
  }
  await importFiles(house, [{ source, paths: [join(folder, 'feed.json')] }])
})
afterAll(async () => {
  await close()
  await rm(folder, { recursive: true, force: true })
})

const titles = async (typed: string, here: House = house) =>
  (await search(here, typed, { limit: 10, asOf: null })).found.map(({ item }) => item.title)

test.each([
  ['cache', ['Qwen 3 halves the KV cache', 'A cache of cheese was found']],
  ['cache entity:qwen', ['Qwen 3 halves the KV cache']],
  ['cache tier:1', ['Qwen 3 halves the KV cache']],
  ['cache after:2026-05-11', ['A cache of cheese was found']],
  ['after:2026-05-11 before:2026-05-13', ['A cache of cheese was found']],
  ['robots source:feed', ['Robots learn to fold laundry']],
  ['robots source:elsewhere', []],
  ['"fold shirts"', ['Robots learn to fold laundry']],
  ['cache -cheese', ['Qwen 3 halves the KV cache']],
  ['-cache', ['Robots learn to fold laundry']],
  ['cache -entity:qwen', ['A cache of cheese was found']],
  ['cache -tier:1', ['A cache of cheese was found']],
  ['cache kind:paper', []],
  ['cache -source:feed', []],
  ['https://example.org/3', ['Robots learn to fold laundry']],
])('%s finds %j', async (typed, wanted) => expect((await titles(typed)).sort()).toEqual([...wanted].sort()))

test('a slip of the keyboard is read as the word it was meant to be, and the answer says so', async () => {
  const { found, corrected } = await search(house, 'laudnry', { limit: 10, asOf: null })
  expect(found.map(({ item }) => item.title)).toEqual(['Robots learn to fold laundry'])
  expect(corrected).toEqual([{ typed: 'laudnry', read: 'laundry' }])
})

test('words written as one are read as two that stand beside each other', async () => {
  const { found, corrected } = await search(house, 'groupedattention', { limit: 10, asOf: null })
  expect(found.map(({ item }) => item.title)).toEqual(['Qwen 3 halves the KV cache'])
  expect(corrected).toEqual([{ typed: 'groupedattention', read: 'grouped-attention' }])
})

test('who goes by the words is found beside the items', async () => {
  const { names, pages, predictions } = await search(house, 'QWEN', { limit: 10, asOf: null })
  expect(names.map(({ name }) => name)).toEqual(['Qwen'])
  expect([pages, predictions]).toEqual([[], []])
})

test('where a kind or a tier leaves nothing, what there was is said', async () => {
  const problems = async (typed: string) => (await search(house, typed, { limit: 10, asOf: null })).problems
  expect(await problems('cache kind:paper')).toEqual(['what was found is of another kind: 2 article'])
  expect(await problems('laundry tier:1')).toEqual(['of 1 found none is of that tier'])
  expect(await problems('cache kind:article')).toEqual([])
})

test('what cannot be understood is said, and the rest is searched for', async () => {
  const { found, problems } = await search(house, 'cheese tier:9 entity:"Nobody Known"', {
    limit: 10,
    asOf: null,
  })
  expect(problems.join(' ')).toMatch(/tier:9 is no tier.*Nobody Known/s)
  expect(found).toEqual([])
})

/** Close to what is about food. */
const gourmet: Embedder = {
  model: 'gourmet',
  embed: async (texts) =>
    texts.map((text) => Float32Array.from(/cheese|cache$/.test(text) ? [1, 0] : [0, 1])),
}

test('an embedder moves what is meant; one that fails changes nothing and is told', async () => {
  const plain = await titles('cache')
  expect(await titles('cache', { ...house, embedder: gourmet })).toEqual([...plain].sort())
  const broken: Embedder = {
    model: 'x',
    embed: () => Promise.reject(new Error('embeddings: nobody is there')),
  }
  const { found, problems } = await search({ ...house, embedder: broken }, 'cache', { limit: 10, asOf: null })
  expect(found.map(({ item }) => item.title)).toEqual(plain)
  expect(problems).toEqual(['embeddings: nobody is there; found by words alone'])
})
