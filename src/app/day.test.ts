import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse } from '#wiring'
import { publish, runDay } from './day.ts'
import type { House } from './house.ts'

const data = mkdtempSync(join(tmpdir(), 'bellwether-day-'))
const seenAt = '2026-05-14T05:00:00.000Z'
let house: House

beforeAll(async () => {
  const at = { config: null, data, now: '2026-05-14T18:00:00.000Z', progress: () => {} }
  house = { ...(await openHouse(at)).house, deliveries: [] }
  const source = { kind: 'feed', weight: 0.5, staleAfterHours: 72, family: 'a.example' } as const
  house = { ...house, sources: [{ ...source, id: 'a', name: 'A', address: 'https://a.example' }] }
})
afterAll(() => rmSync(data, { recursive: true, force: true }))

test('a digest asked for before any source was is a draft that says what to do', async () => {
  const draft = await publish(house, '2026-05-14')
  expect(draft.lede.map(({ text }) => text).join()).toContain('Nothing was gathered for this day yet')
  expect(draft.gaps).toEqual([{ sourceName: 'A', why: 'was not asked yet' }])
  expect(draft.silent).toEqual([])
  expect(await house.store.edition('digest-2026-05-14')).toBeNull()
})

test('once its source has answered, an empty day is a quiet day and is frozen', async () => {
  const gatherer = { handles: () => true, gather: async () => ({ kind: 'unchanged' }) as const }
  const { edition } = await runDay({ ...house, gatherers: [gatherer] }, '2026-05-14')
  expect(edition.lede.map(({ text }) => text).join(' ')).toBe(
    'A quiet day: 0 items in 0 stories. 1 source answered; what is missing is named at the end.',
  )
  expect((await house.store.edition('digest-2026-05-14'))?.silent).toEqual(['A'])
})

test('a day that is not over gives a draft', async () => {
  expect((await publish(house, '2026-05-15')).window.to > seenAt).toBe(true)
  expect(await house.store.edition('digest-2026-05-15')).toBeNull()
})
