import { describe, expect } from 'vitest'
import type { SearchFilter } from '../store.ts'
import { at, found, item, judged, mention, placement, understanding } from './samples.ts'
import type { StoreTest } from './store-test.ts'

/** Words, however they are spelt, and what was learnt of them. */
export function searchContract(test: StoreTest): void {
  describe('search', () => {
    test.for<[query: string, ids: string[]]>([
      ['gpt-5.5', ['dash', 'glued', 'plain']],
      ['GPT 5.5', ['dash', 'glued', 'plain']],
      ['gpt 5 5', ['dash', 'glued', 'plain']],
      ['GPT5.5', ['dash', 'glued', 'plain']],
      ['llama-3.1', ['llama']],
      ['Llama 3.1 405B', ['llama']],
      ['H100', ['gpu']],
      ['the releases', ['dash']],
      ['"training run"', ['gpu']],
      ['模型', ['chinese']],
    ])('%s is found however it is spelt', async ([query, ids], { store }) => {
      await store.saveItems([
        item('dash', { title: 'OpenAI releases GPT-5.5' }),
        item('plain', { text: 'They say that GPT 5.5 is better.' }),
        item('glued', { text: 'gpt5.5 was seen in the wild' }),
        item('other', { text: 'GPT-5.4 has 5 modes' }),
        item('llama', { text: 'We compare with Llama-3.1-405B.' }),
        item('gpu', { text: 'A training run on 64 H100s, no: one H100' }),
        item('chinese', { text: '新的模型发布了' }),
      ])
      expect((await found(store, query)).sort()).toEqual(ids)
    })

    test('what has the word in its title comes first, with an excerpt that shows it', async ({ store }) => {
      const filler = 'Nothing of note was said here before. '.repeat(40)
      await store.saveItems([
        item('text', { text: `${filler}Then came quantization at last. ${filler}` }),
        item('title', { title: 'Quantization for everyone', text: filler }),
      ])
      const hits = await store.search('quantization', { limit: 10 })
      expect(hits.map(({ itemId }) => itemId)).toEqual(['title', 'text'])
      expect(hits[1]?.excerpt).toContain('quantization')
      expect(hits[1]?.excerpt.length).toBeLessThan(400)
      expect(hits[0]?.score).toBeGreaterThan(hits[1]?.score ?? 0)
      expect(await store.search('quantization', { limit: 1 })).toHaveLength(1)
      expect(await store.textsHolding('quantization', { most: 10 })).toBe(hits.length)
      expect(await store.textsHolding('quantization', { most: 1 })).toBe(1)
      expect(await store.textsHolding('nowhere', { most: 10 })).toBe(0)
    })

    test('an old text is found by its rare words, however many newer ones hold the frequent ones', async ({
      store,
    }) => {
      await store.saveItems([item('old', { text: 'a zeppelin model', seenAt: at(1) })])
      const newer = Array.from({ length: 400 }, (_, n) =>
        item(`n${n}`, { text: 'a model of data', seenAt: at(13) }),
      )
      await store.saveItems(newer)
      expect((await found(store, 'zeppelin data model')).at(0)).toBe('old')
    })

    test('a filter narrows by time, source and entity; without words it lists, newest first', async ({
      store,
    }) => {
      await store.saveItems([
        item('old', { text: 'cache eviction', seenAt: at(10) }),
        item('new', { text: 'cache pages', seenAt: at(13) }),
        item('else', { text: 'cache tiers', sourceId: 'other', seenAt: at(12) }),
      ])
      await store.saveJudgments(
        judged([understanding('new', 1, [mention('qwen')])], [placement('new', 's1', at(13))]),
      )
      const ids = async (query: string, filter: SearchFilter) =>
        (await store.search(query, { limit: 10, filter })).map(({ itemId }) => itemId)
      expect((await ids('cache', { from: at(12) })).sort()).toEqual(['else', 'new'])
      expect(await ids('cache', { to: at(12) })).toEqual(['old'])
      expect(await ids('cache', { sourceIds: ['other'] })).toEqual(['else'])
      expect(await ids('cache', { naming: [['qwen', 'nobody']] })).toEqual(['new'])
      expect(await ids('cache', { naming: [['qwen'], ['nobody']] })).toEqual([])
      expect(await ids('', { from: at(11) })).toEqual(['new', 'else'])
      expect((await ids('cache', { without: 'pages' })).sort()).toEqual(['else', 'old'])
      expect(await ids('', { without: 'pages eviction' })).toEqual(['else'])
      expect((await ids('cache', { notNaming: ['qwen'] })).sort()).toEqual(['else', 'old'])
      expect(await store.search('', { limit: 10 })).toEqual([])
    })

    test('a word that no text holds has the closest word of the titles', async ({ store }) => {
      await store.saveItems([item('a', { title: 'Quantization of models', text: 'attention' })])
      await store.saveItems([item('b', { text: 'multi-token prediction' })])
      expect([...(await store.spellings(['multitoken']))]).toEqual([['multitoken', 'multi-token']])
      const near = await store.spellings(['quantizaton', 'modles', 'Attention', 'submarine', 'gpt5'])
      expect([...near]).toEqual([
        ['quantizaton', 'quantization'],
        ['modles', 'models'],
      ])
    })

    test('a word is found as the British and as the Americans spell it', async ({ store }) => {
      await store.saveItems([
        item('uk', { text: 'models were quantised late' }),
        item('us', { text: 'quantization of a noise model' }),
      ])
      for (const query of ['quantise', 'quantizing', 'quantisation'])
        expect((await found(store, query)).sort(), query).toEqual(['uk', 'us'])
      expect(await found(store, 'quantized noise')).toEqual(['us', 'uk'])
      const hits = await store.search('quantisation', { limit: 2 })
      expect(hits.find(({ itemId }) => itemId === 'us')?.marks).toEqual([{ start: 0, end: 12 }])
    })

    test('what holds all words comes first, then what holds some', async ({ store }) => {
      await store.saveItems([item('a', { text: 'robots walk' }), item('b', { text: 'planes fly' })])
      expect(await found(store, 'robots walk')).toEqual(['a'])
      await store.saveItems([item('c', { text: 'robots robots robots and other robots' })])
      expect(await found(store, 'robots walk')).toEqual(['a', 'c'])
      expect((await store.search('robots walk', { limit: 10 })).map(({ holdsAll }) => holdsAll)).toEqual([
        true,
        false,
      ])
      expect((await found(store, 'robots fly')).sort()).toEqual(['a', 'b', 'c'])
      expect(await found(store, 'submarines')).toEqual([])
    })

    test.for([
      '',
      ' ',
      '"',
      '""',
      '" OR "',
      "'; DROP TABLE item; --",
      'a AND',
      'NOT',
      'NEAR(a b)',
      '*',
      'a*',
      '^a',
      '-a',
      'title:a',
      '{title text}: a',
      '(((',
      'a OR OR b',
      '\u0000',
      '\u{1F680}\u{1F680}',
      '٣',
      '\ud800',
      '%_\\',
      'x'.repeat(10_000),
      'many words '.repeat(900),
      '"'.repeat(10_000),
      Array.from({ length: 3000 }, (_, n) => `w${n}`).join(' '),
    ])('the query %j never throws', async (query, { store }) => {
      await store.saveItems([item('a', { text: 'a plain text' })])
      await expect(store.search(query, { limit: 10 })).resolves.toBeInstanceOf(Array)
    })
  })

  test('what was learnt of words is kept week by week, and dropped with the judgments', async ({
    store,
    reopen,
  }) => {
    const learnt = (day: number, phrase: string) => ({
      ...{ week: at(day, '00:00'), by: 'related@1', topics: ['KV cache'] },
      phrases: [{ topic: 'KV cache', phrase, together: 23, stories: 25 }],
    })
    expect(await store.related(at(30))).toBeNull()
    for (const each of [learnt(7, 'old'), learnt(14, 'first'), learnt(14, 'PagePool')])
      await store.saveRelated(each)
    expect(await store.related(at(13))).toEqual(learnt(7, 'old'))
    expect(await (await reopen()).related(at(20))).toEqual(learnt(14, 'PagePool'))
    await store.dropJudgments()
    expect(await store.related(at(20))).toBeNull()
  })
}
