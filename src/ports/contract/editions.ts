import { describe, expect } from 'vitest'
import type { Sending, Subscriber } from '#domain'
import { at, DAY, edition, idsOf, item, NEXT_DAY } from './samples.ts'
import type { StoreTest } from './store-test.ts'

/** What was published, its windows, and where it went. */
export function editionsContract(test: StoreTest): void {
  describe('editions', () => {
    test('a published edition is frozen, and its window closed with it', async ({ store, reopen }) => {
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

    test('no moment is told in two digests; a dive may look at it again', async ({ store }) => {
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

    test('what comes too late for a closed window is told in the next one', async ({ store }) => {
      await store.saveItems([item('a')])
      await store.publish(edition('2026-05-14'))
      const { added } = await store.saveItems([item('late', { seenAt: at(13, '20:00') })])
      expect(added[0]?.seenAt).toBe(DAY.to)
      expect(added[0]?.capturedAt).toBe(item('late').capturedAt)
      await store.saveItems([item('a', { contentHash: 'new', text: 'new' })])
      expect((await store.items({ seen: DAY, asOf: DAY.to })).map(({ text }) => text)).toEqual(['Text of a'])
      expect(idsOf(await store.items({ seen: NEXT_DAY }))).toEqual(['late'])
    })

    test('every item is in exactly one window', async ({ store }) => {
      const times = ['05:59', '06:00', '06:01', '23:59']
      await store.saveItems(
        [12, 13, 14].flatMap((day) => times.map((time) => item(`${day} ${time}`, { seenAt: at(day, time) }))),
      )
      const windows = [12, 13, 14, 15].map((day) => ({ from: at(day - 1, '06:00'), to: at(day, '06:00') }))
      const told = await Promise.all(windows.map((seen) => store.items({ seen, asOf: seen.to })))
      expect(told.map((items) => items.length)).toEqual([1, 4, 4, 3])
      expect(new Set(told.flat().map(({ id }) => id)).size).toBe(12)
    })
  })

  test('what is delivered stays delivered, whatever is saved after it', async ({ store }) => {
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

  test('a waiting sending is taken by one asker only, and what is known is not queued again', async ({
    store,
  }) => {
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

  test('subscribers are kept by address, recorded answers by their first words, jobs by their last run', async ({
    store,
  }) => {
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

  test('spending is kept by day', async ({ store }) => {
    const spend = { editionId: 'e', day: '2026-05-14', asks: 2, tokensIn: 900, tokensOut: 80, usd: 0.01 }
    await store.saveSpend(spend)
    await store.saveSpend({ ...spend, day: '2026-05-15' })
    expect(await store.spends('2026-05-14')).toEqual([spend])
    expect(await store.spends()).toHaveLength(2)
  })
}
