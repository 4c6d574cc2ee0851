import { describe, expect } from 'vitest'
import type { Mention } from '#domain'
import { at, item, judged, mention, placement, understanding } from './samples.ts'
import type { StoreTest } from './store-test.ts'

/** Names by week, and stories by any stretch of time. */
export function entitiesContract(test: StoreTest): void {
  describe('entities', () => {
    test('a story counts once a week, however often it is told and copied', async ({ store }) => {
      await store.saveItems(['a', 'b', 'copy'].map((id) => item(id)))
      await store.saveItems([item('old', { seenAt: at(3) }), item('next', { seenAt: at(14) })])
      await store.saveJudgments(
        judged(
          [
            ...['a', 'b', 'copy'].map((id) => understanding(id, 1, [mention('openai'), mention('openai')])),
            understanding('old', 1, [mention('openai'), mention('google')]),
            understanding('next', 1, [mention('openai')]),
          ],
          [
            ...[placement('a', 'one', at(13)), placement('b', 'one', at(13))],
            { ...placement('copy', 'two', at(13)), copyOf: 'a' },
            ...[placement('old', 'three', at(3)), placement('next', 'four', at(14))],
          ],
        ),
      )
      const week = (until: string, entityIds?: string[]) =>
        store.entityWeeks({ until, weeks: 2, ...(entityIds ? { entityIds } : {}) })
      expect(await week(at(14))).toEqual([
        { entityId: 'openai', name: 'Openai', type: 'company', weeks: [1, 1] },
      ])
      expect((await week(at(15)))[0]?.weeks).toEqual([2, 1])
      expect((await week(at(14), ['google']))[0]?.weeks).toEqual([0, 1])
      expect(await store.entityStories('openai', { limit: 9 })).toEqual(['four', 'one', 'three'])
      expect(await store.entityStories('openai', { limit: 1, asOf: at(14) })).toEqual(['one'])
      expect(await store.entityStories('openai', { limit: 2 })).toEqual(['four', 'one'])
      expect(await store.entityStories('nobody', { limit: 9 })).toEqual([])
    })

    test('a revision names anew only what the item had not named', async ({ store }) => {
      await store.saveItems([item('a', { seenAt: at(3), contentHash: 'old' })])
      await store.saveJudgments(
        judged([understanding('a', 1, [mention('openai')])], [placement('a', 'one', at(3))]),
      )
      await store.saveItems([item('a', { seenAt: at(13), contentHash: 'new' })])
      await store.saveJudgments(
        judged(
          [understanding('a', 2, [mention('openai'), mention('google')])],
          [placement('a', 'one', at(13))],
        ),
      )
      const weeks = await store.entityWeeks({ until: at(15), weeks: 2 })
      expect(weeks.map(({ entityId, weeks }) => [entityId, weeks])).toEqual([['google', [1, 0]]])
    })

    test('stories found to be one count as one from then on', async ({ store }) => {
      await store.saveItems([item('a'), item('b')])
      await store.saveJudgments({
        ...judged(
          [understanding('a', 1, [mention('openai')]), understanding('b', 1, [mention('openai')])],
          [placement('a', 'one', at(13)), placement('b', 'two', at(13))],
        ),
        forwards: [{ fromStoryId: 'two', toStoryId: 'one', at: at(14) }],
      })
      const counted = async (until: string) => (await store.entityWeeks({ until, weeks: 1 }))[0]?.weeks
      expect(await counted(at(14))).toEqual([2])
      expect(await counted(at(15))).toEqual([1])
      expect(await store.entityStories('openai', { limit: 9 })).toEqual(['one'])
      expect((await store.counts()).stories).toBe(1)
    })
  })

  describe('bins', () => {
    const bin = (from: number, to: number) => ({ from: at(from, '00:00'), to: at(to, '00:00') })

    test('stories are counted per bin, with when an entity was first told of', async ({ store }) => {
      await store.saveItems([
        ...[item('a', { seenAt: at(3) }), item('b', { seenAt: at(13) }), item('c', { seenAt: at(13) })],
        item('copy', { seenAt: at(13) }),
      ])
      await store.saveJudgments(
        judged(
          ['a', 'b', 'c', 'copy'].map((id) => understanding(id, 1, [mention('openai')])),
          [
            ...[placement('a', 'one', at(3)), placement('b', 'one', at(13)), placement('c', 'two', at(13))],
            { ...placement('copy', 'three', at(13)), copyOf: 'b' },
          ],
        ),
      )
      const bins = [bin(1, 3), bin(3, 13), bin(13, 14), bin(14, 15)]
      expect(await store.entityBins({ bins, entityIds: ['openai', 'google'] })).toEqual([
        {
          ...{ entityId: 'openai', name: 'Openai', type: 'company' },
          ...{ stories: [0, 1, 2, 0], firstSeenAt: at(3) },
        },
      ])
      expect(await store.entityBins({ bins: [bin(1, 3)], entityIds: ['openai'] })).toEqual([])
      expect(await store.told(bins)).toEqual([
        { stories: 0, items: 0 },
        { stories: 1, items: 1 },
        { stories: 2, items: 2 },
        { stories: 0, items: 0 },
      ])
    })

    test('strands are entities that a few stories were about, each at its first telling', async ({
      store,
    }) => {
      await store.saveItems([
        ...[item('a', { seenAt: at(3) }), item('b', { seenAt: at(13) }), item('c', { seenAt: at(14) })],
        item('d', { seenAt: at(14) }),
      ])
      const passing: Mention = { ...mention('google'), salience: 1 }
      await store.saveJudgments({
        ...judged(
          [
            understanding('a', 1, [mention('openai'), mention('google')]),
            understanding('b', 1, [mention('openai'), passing]),
            ...['c', 'd'].map((id) => understanding(id, 1, [mention('openai')])),
          ],
          [
            ...[placement('a', 'one', at(3)), placement('b', 'two', at(13))],
            ...[placement('c', 'two', at(14)), placement('d', 'gone', at(14))],
          ],
        ),
        forwards: [{ fromStoryId: 'gone', toStoryId: 'two', at: at(14) }],
      })
      const seen = { from: at(1), to: at(15) }
      const openai = {
        ...{ entityId: 'openai', name: 'Openai', type: 'company' },
        stories: [
          { storyId: 'one', at: at(3) },
          { storyId: 'two', at: at(13) },
        ],
      }
      expect(await store.strands({ seen, least: 2, most: 9 })).toEqual([openai])
      expect(await store.strands({ seen, least: 1, most: 1 })).toMatchObject([{ entityId: 'google' }])
      expect(await store.strands({ seen: { from: at(4), to: at(14) }, least: 1, most: 9 })).toEqual([
        { ...openai, stories: [{ storyId: 'two', at: at(13) }] },
      ])
    })

    test('citations are links to works, once for each story, forwards followed', async ({ store }) => {
      const links = (...urls: string[]) => ({ links: urls.map((url) => ({ url, text: 'paper' })) })
      const [paper, page] = ['https://arxiv.org/abs/2605.1', 'https://example.org/']
      await store.saveItems([
        item('a', { seenAt: at(3), ...links(paper, page) }),
        ...[item('b', { seenAt: at(13), ...links(paper) }), item('c', { seenAt: at(14), ...links(paper) })],
        item('d', { seenAt: at(14), ...links(page) }),
      ])
      await store.saveJudgments({
        ...judged(
          [],
          [
            ...[placement('a', 'one', at(3)), placement('b', 'two', at(13)), placement('c', 'gone', at(14))],
            placement('d', 'three', at(14)),
          ],
        ),
        forwards: [{ fromStoryId: 'gone', toStoryId: 'two', at: at(14) }],
      })
      const works = ['arxiv.org/']
      expect(await store.citations({ seen: { from: at(1), to: at(15) }, works })).toEqual([
        { url: paper, storyId: 'one', at: at(3) },
        { url: paper, storyId: 'two', at: at(13) },
      ])
      expect(await store.citations({ seen: { from: at(4), to: at(13) }, works })).toEqual([])
    })

    test('a source spans from its first item to its last', async ({ store }) => {
      await store.saveItems([
        ...[item('a', { seenAt: at(3) }), item('b', { seenAt: at(13) })],
        item('c', { sourceId: 'other', seenAt: at(14) }),
      ])
      const span = { sourceId: 'source', firstSeenAt: at(3), lastSeenAt: at(13), items: 2 }
      expect(await store.sourceSpans({ asOf: at(14) })).toEqual([span])
      expect(await store.sourceSpans({})).toEqual([
        { sourceId: 'other', firstSeenAt: at(14), lastSeenAt: at(14), items: 1 },
        span,
      ])
    })
  })
}
