import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Opened, openHouse } from '#wiring'
import { subscriptions } from './subscriptions.ts'

const data = mkdtempSync(join(tmpdir(), 'bellwether-subscriptions-'))
let opened: Opened
const state = async () => (await opened.house.store.subscribers())[0]?.state
const ask = (path: string, method: string) =>
  subscriptions({ house: () => opened.house }).request(
    path,
    method === 'POST' ? { method, body: 'List-Unsubscribe=One-Click' } : { method },
  )

beforeAll(async () => {
  opened = await openHouse({ config: null, data, now: null, progress: () => {} })
  await opened.house.store.saveSubscriber({
    ...{ address: 'ada@example.org', channels: ['brief'], state: 'pending', token: 'abc' },
    since: '2026-05-14T06:00:00.000Z',
  })
})
afterAll(async () => {
  await opened.close()
  rmSync(data, { recursive: true, force: true })
})

test('a visit changes nothing; the button confirms; one click from a mail program ends it', async () => {
  expect(await (await ask('/abc', 'GET')).text()).toContain('ada@example.org: brief')
  expect(await state()).toBe('pending')
  expect((await ask('/abc/confirm', 'POST')).status).toBe(200)
  expect(await state()).toBe('confirmed')
  expect((await ask('/abc/leave', 'POST')).status).toBe(200)
  expect(await state()).toBe('left')
})
test.each(['GET', 'POST'])('a word that nobody has is not found (%s)', async (method) =>
  expect((await ask(method === 'GET' ? '/guess' : '/guess/leave', method)).status).toBe(404),
)
