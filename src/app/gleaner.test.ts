import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import type { Entity, Item } from '#domain'
import { createMentionFinder } from '#extract'
import { readRegistry } from '../adapters/registry-files/index.ts'
import { createGleaner } from './gleaner.ts'

const { entities } = await readRegistry(join(import.meta.dirname, '..', '..', 'registry'))
const findMentions = createMentionFinder(entities)

const TEXTS = [
  [
    'Anthropic ships Claude 5',
    'Claude 5 scores 84% on SWE-bench, up from 71%. By the end of 2027 it will read a million lines.',
  ],
  [
    'DeepSeek cuts prices',
    'DeepSeek-V4 costs $0.28 per million tokens from Monday; the price was $0.56. OpenAI has not followed.',
  ],
  [
    'A cache that forgets',
    'ForgetKV drops 60% of the cache and loses 0.4 points on RULER, write the authors of [the paper](x).',
  ],
] as const

/** As many items as make the thread worth its start; every ninth is an issue, which is told in its parts. */
const ITEMS = Array.from({ length: 600 }, (_, n): Item => {
  const [title, text] = TEXTS[n % TEXTS.length] ?? ['', '']
  return {
    ...{ id: `i${n}`, revision: 1, key: `url:example.org/${n}`, sourceId: 's', captureHash: 'c' },
    ...{ kind: n % 9 === 0 ? 'issue' : 'article', url: `https://example.org/${n}`, title: `${title} ${n}` },
    ...{ text: `${text} It took ${n} days.`, authors: [], lang: 'en', dateRepair: null },
    ...{
      publishedAt: '2026-05-14',
      capturedAt: '2026-05-14T18:00:00.000Z',
      seenAt: '2026-05-14T18:00:00.000Z',
    },
    ids: {},
    links: [{ url: `https://Example.org/a?utm_source=x&n=${n}`, text: 'the paper' }],
    ...{ tags: [], signals: {}, partOf: null, contentHash: `${n}` },
  }
})

const notHere = () => {
  throw new Error('the thread is not ready')
}

test('what the thread gleans is what is gleaned here, item by item in order', async () => {
  const here = createGleaner(entities, findMentions)
  const beside = createGleaner(entities, notHere)
  const gleaned = async (items: readonly Item[], due = items) => {
    for (;;) {
      beside.expect(items)
      const gleanings = await beside.glean(due)
      if (gleanings.every(({ fault }) => fault === null)) return gleanings
      await wait(50)
    }
  }
  try {
    expect(await gleaned(ITEMS)).toEqual(await here.glean(ITEMS))
    expect(await gleaned(ITEMS.slice(5, 50))).toEqual(await here.glean(ITEMS.slice(5, 50)))
    // Less than was expected is due where a person's act comes in between.
    expect(await gleaned(ITEMS, ITEMS.slice(0, 3))).toEqual(await here.glean(ITEMS.slice(0, 3)))
  } finally {
    await beside.close()
  }
}, 60_000)

test('what was expected and is not what is asked for is read here', async () => {
  const gleaner = createGleaner(entities, findMentions)
  gleaner.expect(ITEMS)
  const [first] = await gleaner.glean(ITEMS.slice(300, 302))
  expect(first?.understanding.itemId).toBe('i300')
  await gleaner.close()
})

test('a thread that breaks is done without', async () => {
  const gleaner = createGleaner([null as unknown as Entity], findMentions)
  for (let round = 0; round < 20; round++) {
    gleaner.expect(ITEMS)
    expect(await gleaner.glean(ITEMS.slice(0, 2))).toHaveLength(2)
    await wait(50)
  }
  await gleaner.close()
}, 20_000)

test('few items start no thread', async () => {
  const gleaner = createGleaner(entities, notHere)
  gleaner.expect(ITEMS.slice(0, 20))
  const gleanings = await gleaner.glean(ITEMS.slice(0, 20))
  expect(new Set(gleanings.map(({ fault }) => fault))).toEqual(new Set(['the thread is not ready']))
  await gleaner.close()
})

test('an item that a reader fails on tells nothing, and those beside it are read', async () => {
  const gleaner = createGleaner(entities, (item) => {
    if (item.title.startsWith('DeepSeek')) throw new Error('a name without end')
    return findMentions(item)
  })
  const [before, failed, after] = await gleaner.glean(ITEMS.slice(9, 12))
  await gleaner.close()
  const nothing = { mentions: [], claims: [], forecasts: [] }
  expect(failed).toMatchObject({ fault: 'a name without end', known: null, understanding: nothing })
  expect(failed?.understanding.itemId).toBe('i10')
  expect([before?.fault, after?.fault]).toEqual([null, null])
  expect(after?.understanding.claims.length).toBeGreaterThan(0)
})
