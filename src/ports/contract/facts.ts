import { describe, expect } from 'vitest'
import { at, capture, DAY, found, idsOf, item, NEXT_DAY, source } from './samples.ts'
import type { StoreTest } from './store-test.ts'

/** Captures, items and sources: kept once, and as they were. */
export function factsContract(test: StoreTest): void {
  describe('facts', () => {
    test('the same bytes are kept once and come back as they were', async ({ store }) => {
      const body = new TextEncoder().encode('<rss>bytes of a feed</rss>'.repeat(100))
      expect(await store.saveCapture(capture('a', at(13)), body)).toBe('new')
      expect(await store.saveCapture(capture('a', at(14)), body)).toBe('known')
      expect(await store.saveCapture(capture('empty', at(14)), new Uint8Array())).toBe('new')
      expect(Buffer.from((await store.captureBody('a')) ?? [])).toEqual(Buffer.from(body))
      expect(await store.captureBody('empty')).toHaveLength(0)
      expect(await store.captureBody('never seen')).toBeNull()
      expect((await store.counts()).captures).toBe(2)
    })

    test('an item comes back with every field as it was', async ({ store, reopen }) => {
      const full = item('a', {
        url: 'https://example.org/a',
        authors: ['Ada', 'Grace'],
        publishedAt: '2026-05',
        dateRepair: 'the year was 2062',
        ids: { arxiv: '2605.00001' },
        links: [{ url: 'https://example.org/b', text: 'b' }],
        tags: ['t'],
        signals: { points: 12 },
        partOf: 'whole',
        text: 'Line one\nwith "quotes", ünïcode, 模型 and \u{1F680}',
      })
      expect((await store.saveItems([full])).added).toEqual([full])
      expect(await store.items({ ids: ['a'] })).toEqual([full])
      expect(await (await reopen()).items({ keys: [full.key] })).toEqual([full])
    })

    test('importing the same items again, in any order, adds nothing', async ({ store }) => {
      const old = item('a', { text: 'old', contentHash: 'old' })
      const mended = item('a', { text: 'mended', contentHash: 'mended', seenAt: at(13, '13:00') })
      const all = [item('b'), old, mended, item('c')]
      await store.saveItems(all)
      const before = await store.counts()
      expect(await store.saveItems(all)).toEqual({ added: [], revised: [], unchanged: 4 })
      expect(await store.saveItems([...all].reverse())).toEqual({ added: [], revised: [], unchanged: 4 })
      expect(await store.counts()).toEqual(before)
    })

    test('a changed text is a new revision, and the old one is kept', async ({ store }) => {
      await store.saveItems([item('a', { text: 'old', contentHash: 'old' })])
      const mended = item('a', { text: 'mended', contentHash: 'mended', seenAt: at(14) })
      const { revised } = await store.saveItems([mended])
      expect(revised).toEqual([{ ...mended, revision: 2 }])
      expect((await store.revisions('a')).map(({ revision, text }) => [revision, text])).toEqual([
        [1, 'old'],
        [2, 'mended'],
      ])
      expect((await store.items({ ids: ['a'] }))[0]?.text).toBe('mended')
      expect(await store.counts()).toMatchObject({ items: 1, revisions: 2 })
    })

    test('a revision does not bring an item into a second window', async ({ store }) => {
      await store.saveItems([item('a', { seenAt: at(13), contentHash: 'old' })])
      await store.saveItems([item('a', { seenAt: at(14), contentHash: 'new' })])
      expect(await store.items({ seen: DAY })).toHaveLength(1)
      expect(await store.items({ seen: NEXT_DAY })).toEqual([])
    })

    test('items come in the order seen, and newest first under a limit', async ({ store }) => {
      await store.saveItems([item('c', { seenAt: at(14) }), item('b'), item('a', { sourceId: 'other' })])
      expect(idsOf(await store.items({}))).toEqual(['a', 'b', 'c'])
      expect(idsOf(await store.items({ limit: 2 }))).toEqual(['c', 'b'])
      expect(idsOf(await store.items({ sourceId: 'source', limit: 9 }))).toEqual(['c', 'b'])
      expect(idsOf(await store.items({ ids: ['a', 'b'], sourceId: 'other' }))).toEqual(['a'])
      expect(await store.items({ ids: [] })).toEqual([])
      expect(await store.itemsSeen({ from: '', to: '~' })).toBe((await store.items({})).length)
      expect(await store.itemsSeen({ from: '~', to: '~' })).toBe(0)
    })

    test('as of an instant, only what was seen before it is there', async ({ store }) => {
      await store.saveItems([item('a', { seenAt: at(13), contentHash: 'old', text: 'alpaca old' })])
      await store.saveItems([item('a', { seenAt: at(15), contentHash: 'new', text: 'alpaca new' })])
      await store.saveItems([item('b', { seenAt: at(14), text: 'alpaca too' })])
      const seen = async (asOf: string) => (await store.items({ asOf })).map(({ text }) => text)
      expect(await seen(at(13))).toEqual([])
      expect(await seen(at(14))).toEqual(['alpaca old'])
      expect(await seen(at(15))).toEqual(['alpaca old', 'alpaca too'])
      expect(await seen(at(16))).toEqual(['alpaca new', 'alpaca too'])
      expect(await found(store, 'alpaca', at(14))).toEqual(['a'])
      expect(await found(store, 'new', at(14))).toEqual([])
      expect(await found(store, 'old')).toEqual([])
    })
  })

  describe('sources', () => {
    test('sources and their health are replaced, not doubled', async ({ store }) => {
      await store.saveSources([source('one'), source('two')])
      await store.saveSources([{ ...source('one'), name: 'Renamed' }])
      expect(await store.sources()).toEqual([{ ...source('one'), name: 'Renamed' }, source('two')])
      const health = {
        ...{ sourceId: 'one', lastTriedAt: at(13), lastAnsweredAt: null, lastNewItemAt: null },
        ...{
          failuresInARow: 2,
          lastFailure: 'no answer',
          nextTryAt: at(14),
          etag: '"e"',
          lastModified: null,
        },
      }
      await store.saveHealth({ ...health, failuresInARow: 1 })
      await store.saveHealth(health)
      expect(await store.health()).toEqual([health])
    })
  })
}
