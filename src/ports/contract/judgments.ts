import { describe, expect } from 'vitest'
import {
  all,
  at,
  DAY,
  edition,
  idsOf,
  item,
  judged,
  mention,
  NEXT_DAY,
  placement,
  source,
  tellings,
  twoTellings,
  understanding,
} from './samples.ts'
import type { StoreTest } from './store-test.ts'

/** What was understood: waited for, kept, dropped, told as of any instant. */
export function judgmentsContract(test: StoreTest): void {
  describe('judgments', () => {
    test('what nobody has understood waits in the order seen, and only once', async ({ store }) => {
      await store.saveItems([item('late', { seenAt: at(14) }), item('b'), item('a')])
      expect(idsOf(await store.awaiting(2))).toEqual(['a', 'b'])
      const [first] = await store.awaiting(1)
      expect(idsOf(await store.awaiting(9, first))).toEqual(['b', 'late'])
      await store.saveJudgments(judged([understanding('a'), understanding('b')]))
      expect(idsOf(await store.awaiting(9))).toEqual(['late'])
      await store.saveItems([item('a', { contentHash: 'new', seenAt: at(15) }), item('b')])
      expect((await store.awaiting(9)).map(({ id, revision }) => [id, revision])).toEqual([
        ['late', 1],
        ['a', 2],
      ])
    })

    test('a story is told whole, with its sources, copies and what was understood', async ({ store }) => {
      await twoTellings(store)
      const [dossier, ...others] = await store.dossiers({ seen: DAY, asOf: DAY.to })
      expect(others).toEqual([])
      expect(dossier?.story).toEqual({
        ...{ id: 'story', eventId: 'event', title: 'Title of a', itemIds: ['a', 'b'] },
        ...{ firstSeenAt: at(13), lastSeenAt: at(13, '14:00') },
      })
      expect(await store.stories({ seen: DAY, asOf: DAY.to })).toEqual([dossier?.story])
      expect(dossier?.tellings.map(({ copyOf }) => copyOf)).toEqual([null, 'a'])
      expect(dossier?.tellings[0]).toMatchObject({
        item: item('a'),
        source: source('source'),
        mentions: [mention('openai')],
      })
    })

    test('the version of a story changes with its members, their revisions and their places', async ({
      store,
    }) => {
      await twoTellings(store)
      const version = async (asOf: string) =>
        (await store.storyVersions({ itemIds: ['a'], asOf })).get('story')
      const first = await version(at(20))
      expect(first).toBeTruthy()
      expect(await version(at(21))).toBe(first)
      const early = await version(at(13, '14:00'))

      await store.saveItems([item('b', { contentHash: 'new', text: 'new', seenAt: at(15) })])
      expect(await version(at(20)), 'not yet understood').toBeNull()
      await store.saveJudgments(judged([understanding('b', 2)], []))
      const revised = await version(at(20))
      await store.saveJudgments(judged([], [placement('b', 'elsewhere', at(16))]))
      const left = await version(at(20))
      expect(new Set([first, revised, left]).size).toBe(3)
      expect(await version(at(13, '14:00'))).toBe(early)
      expect([...(await store.storyVersions({ storyIds: ['no such story'], asOf: at(20) }))]).toEqual([])
    })

    test('a story as of an instant has only the members that it had then', async ({ store }) => {
      await twoTellings(store)
      const [early] = await store.dossiers({ storyIds: ['story'], asOf: at(13, '14:00') })
      expect(early?.story.itemIds).toEqual(['a'])
      expect(await store.dossiers({ storyIds: ['story'], asOf: at(13) })).toEqual([])
      expect(await store.dossiers({ storyIds: ['no such story'], asOf: at(20) })).toEqual([])
      expect(await store.dossiers({ seen: NEXT_DAY, asOf: NEXT_DAY.to })).toEqual([])
    })

    test('a closed day looks the same after its items were revised and moved', async ({ store }) => {
      await twoTellings(store)
      const asKnown = await store.dossiers({ seen: DAY, asOf: DAY.to })
      await store.saveItems([
        item('a', { contentHash: 'new', text: 'new', seenAt: at(15) }),
        item('z', { seenAt: at(15) }),
      ])
      await store.saveJudgments({
        ...judged(
          [understanding('a', 2, [mention('google')]), understanding('z')],
          [placement('a', 'elsewhere', at(15)), placement('z', 'story', at(15))],
        ),
        forwards: [{ fromStoryId: 'story', toStoryId: 'larger', at: at(15) }],
      })
      expect(await store.dossiers({ seen: DAY, asOf: DAY.to })).toEqual(asKnown)
      const now = await store.dossiers({ storyIds: ['story', 'elsewhere'], asOf: at(16) })
      expect(now.map(({ story }) => [story.id, story.itemIds])).toEqual([
        ['elsewhere', ['a']],
        ['larger', ['b', 'z']],
      ])
      expect(await store.stories({ storyIds: ['story', 'elsewhere'], asOf: at(16) })).toEqual(
        now.map(({ story }) => story),
      )
    })

    test('forwards are followed to their end, and circles end too', async ({ store }) => {
      await store.saveItems([item('a'), item('b')])
      const forward = (fromStoryId: string, toStoryId: string) => ({ fromStoryId, toStoryId, at: at(14) })
      await store.saveJudgments({
        ...judged([], [placement('a', 'one', at(13)), placement('b', 'three', at(13))]),
        forwards: [forward('one', 'two'), forward('two', 'three'), forward('x', 'y'), forward('y', 'x')],
      })
      const seen = { from: at(1), to: at(31) }
      expect(
        [await store.storiesSeen(seen), await store.storiesSeen(seen, at(14))].map((ids) => ids.sort()),
      ).toEqual([['three'], ['one', 'three']])
      const [whole, ...others] = await store.dossiers({ storyIds: ['one', 'x'], asOf: at(15) })
      expect(others).toEqual([])
      expect(whole?.story).toMatchObject({ id: 'three', itemIds: ['a', 'b'] })
      const apart = await store.dossiers({ storyIds: ['one', 'three'], asOf: at(14) })
      expect(apart.map(({ story }) => story.id)).toEqual(['one', 'three'])
    })

    test('stories of a stretch of time are found, and those understood since one looked', async ({
      store,
    }) => {
      const start = (await store.storiesSince(null)).cursor
      await twoTellings(store)
      expect(await store.storiesSeen(DAY)).toEqual(['story'])
      expect(await store.storiesSeen(NEXT_DAY)).toEqual([])
      const first = await store.storiesSince(start)
      expect(first.storyIds).toEqual(['story'])
      expect(await store.storiesSince(first.cursor)).toEqual({ ...first, storyIds: [] })

      await store.saveItems([item('c', { seenAt: at(14) })])
      expect((await store.storiesSince(first.cursor)).storyIds).toEqual([])
      await store.saveJudgments({
        ...judged([understanding('c')], [placement('c', 'larger', at(14))]),
        forwards: [{ fromStoryId: 'story', toStoryId: 'larger', at: at(14) }],
      })
      expect((await store.storiesSince(first.cursor)).storyIds).toEqual(['larger'])
      await store.dropJudgments()
      expect((await store.storiesSince(first.cursor)).cursor).toBeLessThan(first.cursor)
    })

    test('saving a judgment again replaces the old one', async ({ store }) => {
      await twoTellings(store)
      await store.saveJudgments(
        judged([understanding('a', 1, [mention('google')])], [placement('a', 'new', at(13))]),
      )
      const [moved] = await store.dossiers({ storyIds: ['new'], asOf: at(20) })
      expect(moved?.tellings[0]?.mentions).toEqual([mention('google')])
      expect(await store.entityStories('openai', { limit: 9 })).toEqual([])
      expect(await store.entityStories('google', { limit: 9 })).toEqual(['new'])
    })

    test('a batch with a judgment on nothing is refused whole', async ({ store }) => {
      await store.saveItems([item('a')])
      const batch = judged([understanding('a'), understanding('ghost')], [placement('a', 's', at(13))])
      await expect(store.saveJudgments(batch)).rejects.toThrow('ghost')
      expect(idsOf(await store.awaiting(9))).toEqual(['a'])
      expect(await all(store.placedSince(at(1)))).toEqual([])
    })

    test('facts and editions outlive judgments, which can be made again', async ({ store }) => {
      await twoTellings(store)
      await store.publish(edition('2026-05-14'))
      const asKnown = await store.dossiers({ seen: DAY, asOf: DAY.to })
      const facts = await store.items({})
      await store.dropJudgments()
      expect(await store.items({})).toEqual(facts)
      expect(await store.edition('digest-2026-05-14')).not.toBeNull()
      expect(await store.dossiers({ seen: DAY, asOf: DAY.to })).toEqual([])
      expect(await store.entityWeeks({ until: at(15), weeks: 1 })).toEqual([])
      expect(idsOf(await store.awaiting(9))).toEqual(['a', 'b'])
      await store.saveJudgments(tellings)
      expect(await store.dossiers({ seen: DAY, asOf: DAY.to })).toEqual(asKnown)
    })

    test('what was placed since comes in the order seen, at its last place', async ({ store }) => {
      await twoTellings(store)
      await store.saveItems([item('a', { contentHash: 'new', text: 'new', seenAt: at(14) })])
      await store.saveJudgments(judged([understanding('a', 2)], [placement('a', 'other', at(14))]))
      const placed = await all(store.placedSince(at(13, '13:00')))
      expect(placed.map((entry) => [entry.item.id, entry.item.text, entry.placement.storyId])).toEqual([
        ['b', 'Text of b', 'story'],
        ['a', 'new', 'other'],
      ])
      expect(placed[0]?.placement.copyOf).toBe('a')
    })

    test('what was placed long ago comes too when it was revised since, as far as it was understood', async ({
      store,
    }) => {
      await twoTellings(store)
      await store.saveItems([item('a', { contentHash: 'new', text: 'new', seenAt: at(15) })])
      const texts = async () => (await all(store.placedSince(at(14)))).map((entry) => entry.item.text)
      expect(await texts()).toEqual(['Text of a'])
      await store.saveJudgments(judged([understanding('a', 2)], []))
      expect(await texts()).toEqual(['new'])
    })

    test('a forward that leads to its own story takes the earlier one back', async ({ store }) => {
      await twoTellings(store)
      await store.saveItems([item('z')])
      const forward = (toStoryId: string, day: number) => ({ fromStoryId: 'story', toStoryId, at: at(day) })
      const placed = judged([understanding('z')], [placement('z', 'larger', at(13))])
      await store.saveJudgments({ ...placed, forwards: [forward('larger', 14)] })
      await store.saveJudgments({ ...judged([], []), forwards: [forward('story', 15)] })
      const itemsOf = async (storyId: string, day: number) =>
        (await store.dossiers({ storyIds: [storyId], asOf: at(day) })).map(({ story }) => story.itemIds)
      expect(await itemsOf('story', 16)).toEqual([['a', 'b']])
      expect(await itemsOf('larger', 16)).toEqual([['z']])
      expect((await itemsOf('story', 15))[0]).toHaveLength(3)
    })
  })
}
