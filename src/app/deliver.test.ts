import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, test } from 'vitest'
import type { Edition, Instant } from '#domain'
import type { Delivery, Outcome, Parcel } from '#ports'
import { openHouse } from '#wiring'
import { approve } from './approval.ts'
import { correct } from './correct.ts'
import { deliver, deliverDue } from './deliver.ts'
import type { House } from './house.ts'
import { confirmSubscription, leave, noteBounced, subscribe } from './subscriptions.ts'

const folders: string[] = []
afterAll(() => folders.forEach((folder) => void rmSync(folder, { recursive: true, force: true })))

let house: House
let now: Instant
let outcomes: Outcome[]
let sent: { parcel: Parcel; receiver: string }[]

const delivered: Outcome = { kind: 'delivered', places: ['there'] }
const failed: Outcome = { kind: 'failed', why: 'busy', next: 'again' }

beforeEach(async () => {
  const data = mkdtempSync(join(tmpdir(), 'bellwether-deliver-'))
  folders.push(data)
  now = '2026-05-14T06:00:00.000Z'
  outcomes = []
  sent = []
  const opened = await openHouse({ config: null, data, now: null, progress: () => {} })
  house = { ...opened.house, clock: { now: () => now }, deliveries: [chat] }
  await house.store.publish(edition)
})

const chat: Delivery = {
  ...{ name: 'chat', audience: 'public', kinds: ['digest'], repeats: false },
  receivers: async () => ['one', 'two'],
  async deliver(parcel, receiver) {
    sent.push({ parcel, receiver })
    return outcomes.shift() ?? delivered
  },
}

test('each receiver gets an edition once, however often it is delivered', async () => {
  for (let time = 0; time < 3; time++) await deliver(house, edition)
  expect(sent.map(({ receiver }) => receiver)).toEqual(['one', 'two'])
})

test('what failed is tried again when its pause is over, and not before', async () => {
  outcomes = [failed, delivered, failed, delivered]
  await deliver(house, edition)
  await deliver(house, edition)
  expect(sent).toHaveLength(2)
  now = '2026-05-14T06:01:00.000Z'
  await deliverDue(house)
  expect(await house.store.sendings({ state: 'waiting' })).toMatchObject([
    { receiver: 'one', attempts: 2, nextTryAt: '2026-05-14T06:06:00.000Z', why: 'busy' },
  ])
  now = '2026-05-14T06:06:00.000Z'
  await deliverDue(house)
  expect(await house.store.sendings({ state: 'waiting' })).toEqual([])
  expect(sent.map(({ receiver }) => receiver)).toEqual(['one', 'two', 'one', 'one'])
})

test('after seven attempts it is given up, and says why', async () => {
  const one = { ...chat, receivers: async () => ['one'] }
  outcomes = Array.from({ length: 9 }, () => failed)
  await deliver({ ...house, deliveries: [one] }, edition)
  for (let hour = 0; hour < 60; hour++) {
    now = new Date(Date.parse(now) + 3_600_000).toISOString()
    await deliverDue({ ...house, deliveries: [one] })
  }
  expect(await house.store.sendings()).toMatchObject([{ state: 'given-up', attempts: 7, why: 'busy' }])
})

test('a delivery that throws is that sending’s failure alone', async () => {
  const broken = { ...chat, name: 'broken', deliver: () => Promise.reject(new Error('boom')) }
  await deliver({ ...house, deliveries: [broken, chat] }, edition)
  expect(sent).toHaveLength(2)
  expect(await house.store.sendings({ state: 'waiting' })).toMatchObject([{ why: 'boom' }, { why: 'boom' }])
})

test('what is held back goes out when somebody approves it', async () => {
  const held = { ...house, held: ['digest'] as const }
  await deliver(held, edition)
  expect(sent).toEqual([])
  expect(await approve(held, edition.id)).toMatchObject({ waiting: 2 })
  expect(sent).toEqual([])
  await deliverDue(held)
  expect(sent.map(({ receiver }) => receiver)).toEqual(['one', 'two'])
})

test('however many send at once, each receiver gets it once', async () => {
  await Promise.all([deliver(house, edition), deliver(house, edition), deliverDue(house)])
  expect(sent.map(({ receiver }) => receiver).sort()).toEqual(['one', 'two'])
})

test('an approval that is undone while it goes out stops what has not left', async () => {
  const held = { ...house, held: ['digest'] as const }
  const approved = await approve(held, edition.id)
  const undoing: Delivery = {
    ...chat,
    async deliver(parcel, receiver) {
      const undo = { kind: 'undo', actId: approved?.act.id ?? '' } as const
      await house.store.saveAct({ id: 'u1', at: now, deed: undo })
      return chat.deliver(parcel, receiver)
    },
  }
  await deliver({ ...held, deliveries: [undoing] }, edition)
  expect(sent.map(({ receiver }) => receiver)).toEqual(['one'])
  expect(await house.store.sendings({ state: 'waiting' })).toMatchObject([{ receiver: 'two' }])
})

test('an approval that is undone holds back what did not arrive, and may be given again', async () => {
  const held = { ...house, held: ['digest'] as const }
  outcomes = [failed, delivered]
  const first = await approve(held, edition.id)
  await deliver(held, edition)
  const undo = { kind: 'undo', actId: first?.act.id ?? '' } as const
  await house.store.saveAct({ id: 'u1', at: now, deed: undo })
  now = '2026-05-14T06:10:00.000Z'
  await deliverDue(held)
  expect(sent).toHaveLength(2)
  const second = await approve(held, edition.id)
  await deliver(held, edition)
  expect(second?.act.id).not.toBe(first?.act.id)
  expect(sent.map(({ receiver }) => receiver)).toEqual(['one', 'two', 'one'])
})

test('a correction needs words that were printed, and shows on the edition from then on', async () => {
  await expect(correct(house, { editionId: edition.id, was: 'never said', now: '' })).rejects.toThrow(
    'does not print',
  )
  await correct(house, { editionId: edition.id, was: 'draws 90 MW', now: 'It draws 100 MW.' })
  await deliver(house, edition)
  expect(sent[0]?.parcel.markdown).toContain('printed “It draws 90 MW.”; it should read “It draws 100 MW.”')
  expect(JSON.stringify(await house.store.edition(edition.id))).toBe(JSON.stringify(edition))
})

test('nobody is mailed who did not confirm; who left or bounced is mailed no more', async () => {
  const { subscriber } = await subscribe(house, 'Ada@Example.org', ['brief'])
  expect(subscriber).toMatchObject({ address: 'ada@example.org', state: 'pending' })
  expect(await confirmSubscription(house, 'guessed')).toBeNull()
  expect(await confirmSubscription(house, subscriber.token)).toMatchObject({ state: 'confirmed' })
  expect(await leave(house, subscriber.token)).toMatchObject({ state: 'left' })
  expect(await noteBounced(house, 'ADA@example.org')).toBe(true)
  expect(await house.store.subscribers()).toMatchObject([{ state: 'bounced' }])
  await expect(subscribe(house, 'no address', ['brief'])).rejects.toThrow('no mail address')
})

const edition: Edition = {
  ...{ id: 'digest-2026-05-14', kind: 'digest', date: '2026-05-14', title: 'Bellwether | Thursday' },
  window: { from: '2026-05-13T06:00:00.000Z', to: '2026-05-14T06:00:00.000Z' },
  lede: [{ text: 'It draws 90 MW.', origin: 'chosen', evidence: [], tallies: [] }],
  ...{ sections: [], evidence: [], gaps: [], silent: [], madeAt: '2026-05-14T06:00:00.000Z', makers: [] },
  counts: {
    ...{ items: 0, stories: 0, copies: 0, sourcesRead: 0, perSource: [], leftOut: 0 },
    ...{ sentences: 1, withdrawn: 0 },
  },
}
