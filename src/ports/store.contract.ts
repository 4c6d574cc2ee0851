import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type {
  Act,
  Edition,
  Item,
  Mention,
  Page,
  Placement,
  Prediction,
  Sending,
  Source,
  Subscriber,
} from '#domain'
import type { Judgments, SearchFilter, Store, Understanding } from './store.ts'

const MAKERS = { understanding: 'extract@1', placement: 'cluster@1' }
const DAY = { from: '2026-05-13T06:00:00.000Z', to: '2026-05-14T06:00:00.000Z' }
const NEXT_DAY = { from: DAY.to, to: '2026-05-15T06:00:00.000Z' }
const at = (day: number, time = '12:00') => `2026-05-${String(day).padStart(2, '0')}T${time}:00.000Z`

/**
 * What every store promises. `open` gives an empty store and `reopen`, which opens one more onto the same keep, as
 * another process would; both are closed by the suite.
 */
export function storeContract(
  name: string,
  open: () => Promise<{ store: Store; reopen(): Promise<Store> }>,
): void {
  describe(`store ${name}`, () => {
    let store: Store
    let reopen: () => Promise<Store>
    const opened: Store[] = []

    beforeEach(async () => {
      const fresh = await open()
      store = fresh.store
      reopen = async () => {
        const another = await fresh.reopen()
        opened.push(another)
        return another
      }
      opened.push(store)
    })
    afterEach(async () => {
      for (const each of opened.splice(0)) await each.close()
    })

    describe('facts', () => {
      test('the same bytes are kept once and come back as they were', async () => {
        const body = new TextEncoder().encode('<rss>bytes of a feed</rss>'.repeat(100))
        expect(await store.saveCapture(capture('a', at(13)), body)).toBe('new')
        expect(await store.saveCapture(capture('a', at(14)), body)).toBe('known')
        expect(await store.saveCapture(capture('empty', at(14)), new Uint8Array())).toBe('new')
        expect(Buffer.from((await store.captureBody('a')) ?? [])).toEqual(Buffer.from(body))
        expect(await store.captureBody('empty')).toHaveLength(0)
        expect(await store.captureBody('never seen')).toBeNull()
        expect((await store.counts()).captures).toBe(2)
      })

      test('an item comes back with every field as it was', async () => {
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

      test('importing the same items again, in any order, adds nothing', async () => {
        const old = item('a', { text: 'old', contentHash: 'old' })
        const mended = item('a', { text: 'mended', contentHash: 'mended', seenAt: at(13, '13:00') })
        const all = [item('b'), old, mended, item('c')]
        await store.saveItems(all)
        const before = await store.counts()
        expect(await store.saveItems(all)).toEqual({ added: [], revised: [], unchanged: 4 })
        expect(await store.saveItems([...all].reverse())).toEqual({ added: [], revised: [], unchanged: 4 })
        expect(await store.counts()).toEqual(before)
      })

      test('a changed text is a new revision, and the old one is kept', async () => {
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

      test('a revision does not bring an item into a second window', async () => {
        await store.saveItems([item('a', { seenAt: at(13), contentHash: 'old' })])
        await store.saveItems([item('a', { seenAt: at(14), contentHash: 'new' })])
        expect(await store.items({ seen: DAY })).toHaveLength(1)
        expect(await store.items({ seen: NEXT_DAY })).toEqual([])
      })

      test('items come in the order seen, and newest first under a limit', async () => {
        await store.saveItems([item('c', { seenAt: at(14) }), item('b'), item('a', { sourceId: 'other' })])
        expect(idsOf(await store.items({}))).toEqual(['a', 'b', 'c'])
        expect(idsOf(await store.items({ limit: 2 }))).toEqual(['c', 'b'])
        expect(idsOf(await store.items({ sourceId: 'source', limit: 9 }))).toEqual(['c', 'b'])
        expect(idsOf(await store.items({ ids: ['a', 'b'], sourceId: 'other' }))).toEqual(['a'])
        expect(await store.items({ ids: [] })).toEqual([])
        expect(await store.itemsSeen({ from: '', to: '~' })).toBe((await store.items({})).length)
        expect(await store.itemsSeen({ from: '~', to: '~' })).toBe(0)
      })

      test('as of an instant, only what was seen before it is there', async () => {
        await store.saveItems([item('a', { seenAt: at(13), contentHash: 'old', text: 'alpaca old' })])
        await store.saveItems([item('a', { seenAt: at(15), contentHash: 'new', text: 'alpaca new' })])
        await store.saveItems([item('b', { seenAt: at(14), text: 'alpaca too' })])
        const seen = async (asOf: string) => (await store.items({ asOf })).map(({ text }) => text)
        expect(await seen(at(13))).toEqual([])
        expect(await seen(at(14))).toEqual(['alpaca old'])
        expect(await seen(at(15))).toEqual(['alpaca old', 'alpaca too'])
        expect(await seen(at(16))).toEqual(['alpaca new', 'alpaca too'])
        expect(await found('alpaca', at(14))).toEqual(['a'])
        expect(await found('new', at(14))).toEqual([])
        expect(await found('old')).toEqual([])
      })
    })

    describe('search', () => {
      test.each([
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
      ])('%s is found however it is spelt', async (query, ids) => {
        await store.saveItems([
          item('dash', { title: 'OpenAI releases GPT-5.5' }),
          item('plain', { text: 'They say that GPT 5.5 is better.' }),
          item('glued', { text: 'gpt5.5 was seen in the wild' }),
          item('other', { text: 'GPT-5.4 has 5 modes' }),
          item('llama', { text: 'We compare with Llama-3.1-405B.' }),
          item('gpu', { text: 'A training run on 64 H100s, no: one H100' }),
          item('chinese', { text: '新的模型发布了' }),
        ])
        expect((await found(query)).sort()).toEqual(ids)
      })

      test('what has the word in its title comes first, with an excerpt that shows it', async () => {
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

      test('an old text is found by its rare words, however many newer ones hold the frequent ones', async () => {
        await store.saveItems([item('old', { text: 'a zeppelin model', seenAt: at(1) })])
        const newer = Array.from({ length: 400 }, (_, n) =>
          item(`n${n}`, { text: 'a model of data', seenAt: at(13) }),
        )
        await store.saveItems(newer)
        expect((await found('zeppelin data model')).at(0)).toBe('old')
      })

      test('a filter narrows by time, source and entity; without words it lists, newest first', async () => {
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

      test('a word that no text holds has the closest word of the titles', async () => {
        await store.saveItems([item('a', { title: 'Quantization of models', text: 'attention' })])
        await store.saveItems([item('b', { text: 'multi-token prediction' })])
        expect([...(await store.spellings(['multitoken']))]).toEqual([['multitoken', 'multi-token']])
        const near = await store.spellings(['quantizaton', 'modles', 'Attention', 'submarine', 'gpt5'])
        expect([...near]).toEqual([
          ['quantizaton', 'quantization'],
          ['modles', 'models'],
        ])
      })

      test('what holds all words comes first, then what holds some', async () => {
        await store.saveItems([item('a', { text: 'robots walk' }), item('b', { text: 'planes fly' })])
        expect(await found('robots walk')).toEqual(['a'])
        await store.saveItems([item('c', { text: 'robots robots robots and other robots' })])
        expect(await found('robots walk')).toEqual(['a', 'c'])
        expect((await store.search('robots walk', { limit: 10 })).map(({ holdsAll }) => holdsAll)).toEqual([
          true,
          false,
        ])
        expect((await found('robots fly')).sort()).toEqual(['a', 'b', 'c'])
        expect(await found('submarines')).toEqual([])
      })

      test.each([
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
      ])('the query %j never throws', async (query) => {
        await store.saveItems([item('a', { text: 'a plain text' })])
        await expect(store.search(query, { limit: 10 })).resolves.toBeInstanceOf(Array)
      })
    })

    test('what was learnt of words is kept week by week, and dropped with the judgments', async () => {
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

    describe('acts', () => {
      const act = (id: string, deed: Act['deed'], day = 13): Act => ({ id, at: at(day), deed })

      test('an act is kept once, in the order done, and outlives judgments', async () => {
        const first = act('a1', { kind: 'more', itemId: 'a' })
        const second = act('a2', { kind: 'merge', itemIds: ['a', 'b'] }, 14)
        for (const each of [first, first, second]) await store.saveAct(each)
        await store.dropJudgments()
        expect(await store.acts({})).toEqual([first, second])
        expect(await (await reopen()).acts({ kinds: ['merge'] })).toEqual([second])
        expect(await store.acts({ asOf: at(14, '00:00') })).toEqual([first])
      })

      test('an undone act is out of force, and in again when the undoing is undone', async () => {
        const first = act('a1', { kind: 'star', itemId: 'a' })
        await store.saveAct(first)
        await store.saveAct(act('u1', { kind: 'undo', actId: 'a1' }))
        expect(await store.acts({})).toEqual([])
        await store.saveAct(act('u2', { kind: 'undo', actId: 'u1' }))
        expect(await store.acts({})).toEqual([first])
        expect(await store.acts({ undone: true })).toHaveLength(3)
      })

      test('what moves items waits until a placement obeys it, and waits again once judgments are dropped', async () => {
        const merge = act('a1', { kind: 'merge', itemIds: ['a', 'b'] })
        const undo = act('u1', { kind: 'undo', actId: 'a1' })
        for (const each of [act('a0', { kind: 'star', itemId: 'a' }), merge, undo]) await store.saveAct(each)
        await store.saveAct(merge)
        expect(await store.unobeyed()).toEqual([merge, undo])
        await store.saveJudgments({ ...judged([], []), obeyed: ['a1'] })
        expect(await (await reopen()).unobeyed()).toEqual([undo])
        expect(await store.acts({ kinds: ['merge'], obeyed: true })).toEqual([merge])
        expect(await store.acts({ kinds: ['merge'] })).toEqual([])
        await store.dropJudgments()
        expect(await store.unobeyed()).toEqual([merge, undo])
      })

      test('an act that is not there cannot be undone', async () => {
        await expect(store.saveAct(act('u1', { kind: 'undo', actId: 'never' }))).rejects.toThrow(
          /no act never/,
        )
      })
    })

    describe('sources', () => {
      test('sources and their health are replaced, not doubled', async () => {
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

    describe('judgments', () => {
      test('what nobody has understood waits in the order seen, and only once', async () => {
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

      test('a story is told whole, with its sources, copies and what was understood', async () => {
        await twoTellings()
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

      test('the version of a story changes with its members, their revisions and their places', async () => {
        await twoTellings()
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

      test('a story as of an instant has only the members that it had then', async () => {
        await twoTellings()
        const [early] = await store.dossiers({ storyIds: ['story'], asOf: at(13, '14:00') })
        expect(early?.story.itemIds).toEqual(['a'])
        expect(await store.dossiers({ storyIds: ['story'], asOf: at(13) })).toEqual([])
        expect(await store.dossiers({ storyIds: ['no such story'], asOf: at(20) })).toEqual([])
        expect(await store.dossiers({ seen: NEXT_DAY, asOf: NEXT_DAY.to })).toEqual([])
      })

      test('a closed day looks the same after its items were revised and moved', async () => {
        await twoTellings()
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

      test('forwards are followed to their end, and circles end too', async () => {
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

      test('stories of a stretch of time are found, and those understood since one looked', async () => {
        const start = (await store.storiesSince(null)).cursor
        await twoTellings()
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

      test('saving a judgment again replaces the old one', async () => {
        await twoTellings()
        await store.saveJudgments(
          judged([understanding('a', 1, [mention('google')])], [placement('a', 'new', at(13))]),
        )
        const [moved] = await store.dossiers({ storyIds: ['new'], asOf: at(20) })
        expect(moved?.tellings[0]?.mentions).toEqual([mention('google')])
        expect(await store.entityStories('openai', { limit: 9 })).toEqual([])
        expect(await store.entityStories('google', { limit: 9 })).toEqual(['new'])
      })

      test('a batch with a judgment on nothing is refused whole', async () => {
        await store.saveItems([item('a')])
        const batch = judged([understanding('a'), understanding('ghost')], [placement('a', 's', at(13))])
        await expect(store.saveJudgments(batch)).rejects.toThrow('ghost')
        expect(idsOf(await store.awaiting(9))).toEqual(['a'])
        expect(await all(store.placedSince(at(1)))).toEqual([])
      })

      test('facts and editions outlive judgments, which can be made again', async () => {
        await twoTellings()
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

      test('what was placed since comes in the order seen, at its last place', async () => {
        await twoTellings()
        await store.saveItems([item('a', { contentHash: 'new', text: 'new', seenAt: at(14) })])
        await store.saveJudgments(judged([understanding('a', 2)], [placement('a', 'other', at(14))]))
        const placed = await all(store.placedSince(at(13, '13:00')))
        expect(placed.map((entry) => [entry.item.id, entry.item.text, entry.placement.storyId])).toEqual([
          ['b', 'Text of b', 'story'],
          ['a', 'new', 'other'],
        ])
        expect(placed[0]?.placement.copyOf).toBe('a')
      })

      test('what was placed long ago comes too when it was revised since, as far as it was understood', async () => {
        await twoTellings()
        await store.saveItems([item('a', { contentHash: 'new', text: 'new', seenAt: at(15) })])
        const texts = async () => (await all(store.placedSince(at(14)))).map((entry) => entry.item.text)
        expect(await texts()).toEqual(['Text of a'])
        await store.saveJudgments(judged([understanding('a', 2)], []))
        expect(await texts()).toEqual(['new'])
      })

      test('a forward that leads to its own story takes the earlier one back', async () => {
        await twoTellings()
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

    describe('entities', () => {
      test('a story counts once a week, however often it is told and copied', async () => {
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

      test('a revision names anew only what the item had not named', async () => {
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

      test('stories found to be one count as one from then on', async () => {
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

      test('stories are counted per bin, with when an entity was first told of', async () => {
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

      test('strands are entities that a few stories were about, each at its first telling', async () => {
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

      test('citations are links to works, once for each story, forwards followed', async () => {
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
              ...[
                placement('a', 'one', at(3)),
                placement('b', 'two', at(13)),
                placement('c', 'gone', at(14)),
              ],
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

      test('a source spans from its first item to its last', async () => {
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

    describe('ledger', () => {
      test('a prediction is frozen at birth; a change is a new version that points back', async () => {
        const first = prediction('p1')
        expect(await store.enterPredictions([first, prediction('p2')])).toHaveLength(2)
        expect(await store.enterPredictions([{ ...first, claim: 'Edited' }])).toEqual([])
        const next = { ...first, id: 'p3', claim: 'Narrower', replaces: 'p1', enteredAt: at(14) }
        await store.enterPredictions([next])
        const now = await (await reopen()).predictions({})
        expect(now.map(({ id, claim }) => [id, claim])).toEqual([
          ['p2', 'Claim of p2'],
          ['p3', 'Narrower'],
        ])
        const then = await store.predictions({ asOf: at(14) })
        expect(then.map(({ id }) => id)).toEqual(['p1', 'p2'])
        expect(await store.predictions({ asOf: at(13) })).toEqual([])
        expect(await store.predictions({ ids: ['p1'] })).toEqual([first])
      })

      test('predictions are found by entity and by source', async () => {
        await store.enterPredictions([
          { ...prediction('p1'), entityIds: ['openai'] },
          { ...prediction('p2'), sourceId: 'blog' },
        ])
        expect((await store.predictions({ entityId: 'openai' })).map(({ id }) => id)).toEqual(['p1'])
        expect((await store.predictions({ sourceId: 'blog' })).map(({ id }) => id)).toEqual(['p2'])
        expect((await store.predictions({ saying: ['claim', 'p2'] })).map(({ id }) => id)).toEqual(['p2'])
        expect(await store.predictions({ saying: ['claim', '%'] })).toEqual([])
      })

      test('every resolution is kept, and what nobody foretold cannot be resolved', async () => {
        await store.enterPredictions([prediction('p1')])
        const resolution = {
          ...{ predictionId: 'p1', outcome: 'right' as const, resolvedAt: at(14), by: 'house' as const },
          ...{ because: 'It shipped.', itemIds: ['a'] },
        }
        await store.resolve(resolution)
        await store.resolve({ ...resolution, outcome: 'void', by: 'reader', resolvedAt: at(15) })
        await expect(store.resolve({ ...resolution, predictionId: 'ghost' })).rejects.toThrow('ghost')
        const all = await store.resolutions({ predictionIds: ['p1'] })
        expect(all.map(({ outcome }) => outcome)).toEqual(['right', 'void'])
        expect(await store.resolutions({ asOf: at(15) })).toEqual([resolution])
      })

      test('the ledger outlives judgments', async () => {
        await store.enterPredictions([prediction('p1')])
        await store.dropJudgments()
        expect(await store.predictions({})).toHaveLength(1)
      })
    })

    describe('pages', () => {
      test('a page is the series of its revisions, and its log', async () => {
        await store.savePages([page('entity/a', 1, at(13)), page('entity/b', 1, at(13))])
        await store.savePages([page('entity/a', 2, at(14))])
        await expect(
          store.savePages([page('entity/c', 1, at(15)), page('entity/a', 2, at(15))]),
        ).rejects.toThrow()
        const all = await (await reopen()).pages({})
        expect(all.map(({ id, revision }) => [id, revision])).toEqual([
          ['entity/a', 2],
          ['entity/b', 1],
        ])
        expect(await store.page('entity/a', { asOf: at(14) })).toEqual(page('entity/a', 1, at(13)))
        expect(await store.page('entity/a', { asOf: at(13) })).toBeNull()
        expect((await store.pages({ asOf: at(14) })).map(({ revision }) => revision)).toEqual([1, 1])
        expect(
          (await store.pageLog({ since: at(14) })).map(({ pageId, revision }) => [pageId, revision]),
        ).toEqual([['entity/a', 2]])
        expect(await store.pageLog({})).toHaveLength(3)
        expect(await store.lastPageAt()).toBe(at(14))
        expect(await store.pageRows({})).toEqual(
          all.map(({ id, kind, title, aliases, revision }) => ({ id, kind, title, aliases, revision })),
        )
        expect((await store.pageRows({ asOf: at(14) })).map(({ revision }) => revision)).toEqual([1, 1])
        const [some] = all
        const saying = some?.title.toLowerCase().split(' ') ?? []
        expect((await store.pageRows({ saying })).map(({ id }) => id)).toContain(some?.id)
        expect(await store.pageRows({ saying: [...saying, 'nowhere'] })).toEqual([])
        await store.dropJudgments()
        expect(await store.pages({})).toHaveLength(2)
      })
    })

    describe('links of pages', () => {
      test('the pages that link to one, as known at an instant', async () => {
        const says = (id: string, revision: number, day: number, markdown: string) => ({
          ...page(id, revision, at(day)),
          markdown,
        })
        await store.savePages([
          says('entity/a', 1, 13, 'Led by "[[entity/b|B]]".'),
          says('entity/b', 1, 13, 'Nothing.'),
          says('entity/c', 1, 13, 'See [[entity/bb]] and [[entity/b]].'),
          says('entity/c', 2, 15, 'See [[entity/bb]].'),
        ])
        const leading = async (linkingTo: string, day: number) =>
          (await store.pageRows({ linkingTo, asOf: at(day) })).map(({ id }) => id)
        expect(await leading('entity/b', 14)).toEqual(['entity/a', 'entity/c'])
        expect(await leading('entity/b', 16)).toEqual(['entity/a'])
        expect(await leading('entity/a', 16)).toEqual([])
        expect((await store.pageLog({ pageId: 'entity/c' })).map(({ revision }) => revision)).toEqual([1, 2])
      })
    })

    describe('editions', () => {
      test('a published edition is frozen, and its window closed with it', async () => {
        await store.publish(edition('2026-05-14'))
        await expect(store.publish({ ...edition('2026-05-14'), title: 'Another' })).rejects.toThrow('frozen')
        const again = await reopen()
        expect(await again.edition('digest-2026-05-14')).toEqual(edition('2026-05-14'))
        expect(await again.edition('digest-2026-05-15')).toBeNull()
        expect(await again.windows('digest')).toEqual([
          { kind: 'digest', date: '2026-05-14', interval: DAY, closedAt: at(14, '07:00') },
        ])
        expect(await again.windows('brief')).toEqual([])
        expect((await store.counts()).editions).toBe(1)
      })

      test('no moment is told in two digests; a dive may look at it again', async () => {
        await store.publish(edition('2026-05-14'))
        const overlapping = {
          ...edition('2026-05-15'),
          window: { from: at(14, '05:00'), to: at(15, '05:00') },
        }
        await expect(store.publish(overlapping)).rejects.toThrow('overlaps')
        await store.publish({ ...edition('2026-05-15'), window: NEXT_DAY })
        await store.publish({ ...edition('2026-05-15'), id: 'dive-one', kind: 'dive' })
        await store.publish({ ...edition('2026-05-15'), id: 'dive-two', kind: 'dive' })
        const listed = await store.editions({ kind: 'digest', limit: 9 })
        expect(listed.map(({ id }) => id)).toEqual(['digest-2026-05-15', 'digest-2026-05-14'])
        expect(await store.editions({ limit: 1 })).toHaveLength(1)
      })

      test('what comes too late for a closed window is told in the next one', async () => {
        await store.saveItems([item('a')])
        await store.publish(edition('2026-05-14'))
        const { added } = await store.saveItems([item('late', { seenAt: at(13, '20:00') })])
        expect(added[0]?.seenAt).toBe(DAY.to)
        expect(added[0]?.capturedAt).toBe(item('late').capturedAt)
        await store.saveItems([item('a', { contentHash: 'new', text: 'new' })])
        expect((await store.items({ seen: DAY, asOf: DAY.to })).map(({ text }) => text)).toEqual([
          'Text of a',
        ])
        expect(idsOf(await store.items({ seen: NEXT_DAY }))).toEqual(['late'])
      })

      test('every item is in exactly one window', async () => {
        const times = ['05:59', '06:00', '06:01', '23:59']
        await store.saveItems(
          [12, 13, 14].flatMap((day) =>
            times.map((time) => item(`${day} ${time}`, { seenAt: at(day, time) })),
          ),
        )
        const windows = [12, 13, 14, 15].map((day) => ({ from: at(day - 1, '06:00'), to: at(day, '06:00') }))
        const told = await Promise.all(windows.map((seen) => store.items({ seen, asOf: seen.to })))
        expect(told.map((items) => items.length)).toEqual([1, 4, 4, 3])
        expect(new Set(told.flat().map(({ id }) => id)).size).toBe(12)
      })
    })

    test('two stores on one keep write at once and lose nothing', async () => {
      const other = await reopen()
      const write = async (each: Store, who: string) => {
        for (let batch = 0; batch < 20; batch++) {
          const items = Array.from({ length: 20 }, (_, n) =>
            item(`${who} ${batch} ${n}`, { text: `written by ${who}` }),
          )
          await each.saveItems(items)
          await each.saveJudgments(
            judged(
              items.map(({ id }) => understanding(id)),
              items.map(({ id }) => placement(id, who, at(13))),
            ),
          )
          await each.settle()
        }
      }
      await Promise.all([write(store, 'alpha'), write(other, 'beta')])
      expect(await store.counts()).toMatchObject({ items: 800, revisions: 800, stories: 2 })
      expect(await other.awaiting(9)).toEqual([])
      expect(await other.search('"written by alpha"', { limit: 1000 })).toHaveLength(400)
      expect(await store.search('"written by beta"', { limit: 1000 })).toHaveLength(400)
    })

    test('what one call was told, the next opening knows, settled or not', async () => {
      await store.saveItems([item('a', { text: 'unsettled words' })])
      const other = await reopen()
      expect((await other.search('unsettled', { limit: 9 })).map(({ itemId }) => itemId)).toEqual(['a'])
      await other.settle()
      await other.settle()
      expect(await found('unsettled')).toEqual(['a'])
    })

    test('what is delivered stays delivered, whatever is saved after it', async () => {
      const sending: Sending = {
        ...{ editionId: 'digest-2026-05-14', delivery: 'mail', receiver: 'a@example.org', attempts: 1 },
        ...{ state: 'waiting', triedAt: at(14), nextTryAt: at(14, '07:00'), why: 'timeout' },
      }
      await store.saveSending(sending)
      expect(await store.sendings({ state: 'waiting' })).toEqual([sending])
      await store.saveSending({ ...sending, state: 'delivered', nextTryAt: null, why: null })
      await store.saveSending({ ...sending, attempts: 2 })
      expect(await store.sendings({ editionId: 'digest-2026-05-14' })).toMatchObject([{ state: 'delivered' }])
      expect(await store.sendings({ editionId: 'other' })).toEqual([])
    })

    test('a waiting sending is taken by one asker only, and what is known is not queued again', async () => {
      const sending: Sending = {
        ...{ editionId: 'digest-2026-05-14', delivery: 'mail', receiver: 'a@example.org', attempts: 0 },
        ...{ state: 'waiting', triedAt: at(14), nextTryAt: at(14), why: null },
      }
      const other = { ...sending, receiver: 'b@example.org' }
      await store.queueSendings([sending, other])
      const span = { at: at(15), until: at(16) }
      expect(await store.takeSending(sending, { at: at(13), until: at(16) })).toBe(false)
      expect(await Promise.all([1, 2, 3].map(() => store.takeSending(sending, span)))).toEqual([
        ...[true, false, false],
      ])
      await store.queueSendings([sending])
      expect(await store.sendings({ state: 'waiting' })).toEqual([
        other,
        { ...sending, attempts: 1, triedAt: at(15), nextTryAt: at(16) },
      ])
      // Its asker was not heard of again.
      expect(await store.takeSending(sending, { at: at(16), until: at(17) })).toBe(true)
      expect(await store.takeSending({ ...sending, receiver: 'nobody' }, span)).toBe(false)
    })

    test('subscribers are kept by address, recorded answers by their first words, jobs by their last run', async () => {
      const reader: Subscriber = {
        ...{ address: 'a@example.org', channels: ['brief'], state: 'pending', token: 't', since: at(13) },
      }
      await store.saveSubscriber(reader)
      await store.saveSubscriber({ ...reader, state: 'confirmed' })
      expect(await store.subscribers()).toEqual([{ ...reader, state: 'confirmed' }])
      await store.saveRecording('h', 'first')
      await store.saveRecording('h', 'second')
      expect(await store.recording('h')).toBe('first')
      expect(await store.recording('none')).toBeNull()
      await store.saveJobRun({ job: 'digest', dueAt: at(13), ranAt: at(13) })
      await store.saveJobRun({ job: 'digest', dueAt: at(14), ranAt: at(14) })
      expect(await store.jobRuns()).toEqual([{ job: 'digest', dueAt: at(14), ranAt: at(14) }])
    })

    test('spending is kept by day', async () => {
      const spend = { editionId: 'e', day: '2026-05-14', asks: 2, tokensIn: 900, tokensOut: 80, usd: 0.01 }
      await store.saveSpend(spend)
      await store.saveSpend({ ...spend, day: '2026-05-15' })
      expect(await store.spends('2026-05-14')).toEqual([spend])
      expect(await store.spends()).toHaveLength(2)
    })

    const found = async (query: string, asOf?: string) =>
      (await store.search(query, { limit: 100, ...(asOf ? { asOf } : {}) })).map(({ itemId }) => itemId)

    const tellings = judged(
      [understanding('a', 1, [mention('openai')]), understanding('b')],
      [placement('a', 'story', at(13)), { ...placement('b', 'story', at(13, '14:00')), copyOf: 'a' }],
    )

    /** Item a of a plain source, and b that copies it; told by a source of more weight, but not in its own words. */
    async function twoTellings(): Promise<void> {
      await store.saveSources([source('source'), { ...source('heavy'), weight: 0.9 }])
      await store.saveItems([item('a'), item('b', { sourceId: 'heavy', seenAt: at(13, '14:00') })])
      await store.saveJudgments(tellings)
    }
  })
}

function item(id: string, fields: Partial<Item> = {}): Item {
  return {
    ...{ id, revision: 1, key: `key:${id}`, sourceId: 'source', captureHash: 'capture', kind: 'article' },
    ...{ url: null, title: `Title of ${id}`, authors: [], text: `Text of ${id}`, lang: 'en' },
    ...{ publishedAt: null, dateRepair: null, capturedAt: at(13), seenAt: at(13), ids: {}, links: [] },
    ...{ tags: [], signals: {}, partOf: null, contentHash: `hash of ${id}` },
    ...fields,
  }
}

function capture(hash: string, capturedAt: string) {
  return {
    hash,
    sourceId: 's',
    address: 'https://example.org/feed',
    contentType: null,
    sizeBytes: 9,
    capturedAt,
  }
}

function source(id: string): Source {
  return {
    ...{ id, name: `Name of ${id}`, kind: 'feed', address: `https://${id}.example/feed` },
    ...{ family: `${id}.example`, weight: 0.5, staleAfterHours: 72 },
  }
}

function mention(entityId: string): Mention {
  const name = entityId.charAt(0).toUpperCase() + entityId.slice(1)
  return {
    ...{ start: 0, end: name.length, field: 'text', surface: name, name, entityId },
    ...{ known: true, type: 'company', salience: 2 },
  }
}

function understanding(itemId: string, revision = 1, mentions: readonly Mention[] = []): Understanding {
  return { itemId, revision, mentions, claims: [], forecasts: [] }
}

function placement(itemId: string, storyId: string, joinedAt: string): Placement {
  return { itemId, storyId, eventId: 'event', joinedAt, copyOf: null }
}

function judged(understandings: readonly Understanding[], placements: readonly Placement[] = []): Judgments {
  return { makers: MAKERS, understandings, placements, forwards: [] }
}

function prediction(id: string): Prediction {
  return {
    ...{ id, road: 'source', claim: `Claim of ${id}`, by: 'Ada', madeAt: '2026-05', enteredAt: at(13) },
    ...{ due: '2026-Q3', dueAlso: null, criterion: null, probability: 0.7, scope: ['multimodal'] },
    ...{ entityIds: [], sourceId: null, itemIds: ['a'], faults: [], replaces: null },
  }
}

function page(id: string, revision: number, madeAt: string): Page {
  return {
    ...{ id, kind: 'entity', revision, title: `Title of ${id}`, aliases: [], markdown: '# A\n', madeAt },
    ...{ cited: [{ itemId: 'a', contentHash: 'h' }], storyIds: ['s'], because: 'new' },
  }
}

function edition(date: string): Edition {
  return {
    ...{ id: `digest-${date}`, kind: 'digest', date, window: DAY, title: `Digest of ${date}`, lede: [] },
    ...{ sections: [], evidence: [], gaps: [], silent: [], madeAt: at(14, '07:00'), makers: ['compose@1'] },
    counts: {
      ...{ items: 0, stories: 0, copies: 0, sourcesRead: 0, perSource: [], leftOut: 0 },
      ...{ sentences: 0, withdrawn: 0 },
    },
  }
}

const idsOf = (items: readonly Item[]): string[] => items.map(({ id }) => id)

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = []
  for await (const item of items) found.push(item)
  return found
}
