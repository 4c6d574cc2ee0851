import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { runDay } from '#app'
import type { Delivery } from '#ports'
import { EXAMPLE_SETTINGS, type Opened, openHouse } from '#wiring'
import { type Serving, serve } from './index.ts'

// An editor lets the sample day's digest out, and holds it back again.

const data = mkdtempSync(join(tmpdir(), 'bellwether-approving-'))
const sent: string[] = []
// The neighbour takes its time, and one of its rooms is full.
let arrive: () => void = () => {}
const slow = new Promise<void>((resume) => {
  arrive = resume
})
const chat: Delivery = {
  ...{ name: 'chat', audience: 'public', kinds: ['digest'], repeats: false },
  receivers: async () => ['one', 'full'],
  async deliver(_, receiver) {
    await slow
    if (receiver === 'full') return { kind: 'failed', why: 'room is full', next: 'again' }
    sent.push(receiver)
    return { kind: 'delivered', places: ['there'] }
  },
}
let opened: Opened
let serving: Serving

beforeAll(async () => {
  const now = '2026-05-14T18:00:00.000Z'
  opened = await openHouse({ config: EXAMPLE_SETTINGS, data, now, progress: () => {} })
  const house = { ...opened.house, held: ['digest'] as const, deliveries: [chat] }
  await runDay(house, '2026-05-14')
  serving = await serve(house, { host: '127.0.0.1', port: 0, stands: now })
}, 60_000)
afterAll(async () => {
  await serving.close()
  await opened.close()
  rmSync(data, { recursive: true, force: true })
})

const text = async (path: string) => (await fetch(`${serving.address}${path}`)).text()
const act = async (deed: string, token: string | null = null) => {
  const given = token ?? /name="token" value="([^"]+)"/.exec(await text('/river'))?.[1] ?? ''
  const body = new URLSearchParams({ token: given, do: deed })
  return fetch(`${serving.address}/acts`, { method: 'POST', body, headers: { accept: 'application/json' } })
}
const entries = async () => (await text('/feeds/digest.atom')).split('<entry>').length - 1

test('an edition that is held back says so, waits in the list, and is in no feed', async () => {
  expect(sent).toEqual([])
  expect(await text('/')).toContain('This edition is held back.')
  expect(await text('/editions')).toContain('value="approve digest-2026-05-14"')
  expect(await entries()).toBe(0)
})

test('nobody approves without a token of the house', async () => {
  expect((await act('approve digest-2026-05-14', 'x')).status).toBe(409)
  expect(sent).toEqual([])
})

test('an approval is answered at once; what follows goes out once, and the page says what arrived', async () => {
  const { said, undo } = (await (await act('approve digest-2026-05-14')).json()) as {
    said: string
    undo: string
  }
  expect(said).toBe('Approved. It is on its way to 2 receivers; its page says what arrives.')
  expect(sent).toEqual([])
  expect(await text('/')).toContain('chat: 1 under way since 18:00, 1 waiting')
  expect(await (await act('approve digest-2026-05-14')).json()).toMatchObject({ undo })
  arrive()
  await vi.waitFor(async () => expect(await text('/')).toContain('chat: 1 arrived, 1 waiting'))
  expect(await text('/')).toContain('chat: 1 tried again from 18:01. It says: room is full.')
  expect(sent).toEqual(['one'])
  expect(await text('/')).toContain('Approved <time')
  expect(await text('/acts')).toContain(`value="undo ${undo}"`)
  expect(await entries()).toBe(1)
})

test('undone it is held back again, and what went out is owned up to', async () => {
  const { said } = (await (await act('undo digest-2026-05-14-approved')).json()) as { said: string }
  expect(said).toBe('Undone: it is held back again. What 1 receiver had already cannot be called back.')
  expect(await text('/')).toContain('This edition is held back.')
  expect(await (await act('approve digest-2026-05-14')).json()).toMatchObject({ said: expect.any(String) })
  expect(sent).toEqual(['one'])
  expect(await text('/')).toContain('Approved <time')
})

test('an edition that is not there is not approved', async () =>
  expect((await act('approve digest-1999-01-01')).status).toBe(409))
