import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, test } from 'vitest'
import type { Item, Mention } from '#domain'
import { openHouse } from '#wiring'
import { alertRound, regretsAt } from './alerts.ts'
import { unsupportedIn } from './held.ts'
import type { House } from './house.ts'

const folders: string[] = []
afterAll(() => folders.forEach((folder) => void rmSync(folder, { recursive: true, force: true })))

let house: House
beforeEach(async () => {
  const data = mkdtempSync(join(tmpdir(), 'bellwether-alerts-'))
  folders.push(data)
  house = (await openHouse({ config: null, data, now: null, progress: () => {} })).house
  const source = { kind: 'feed', weight: 0.5, staleAfterHours: 72 } as const
  await house.store.saveSources(
    ['one', 'two', 'three'].map((id) => ({
      ...source,
      id,
      name: `The ${id}`,
      address: `https://${id}.example`,
      family: id,
    })),
  )
})

const ATTACK = 'Supply-chain attack hits the packages of Harbour'

/** A telling of a story at an hour of 14 May 2026. */
async function tell(story: string, sourceId: string, hour: number, title = ATTACK, text = ''): Promise<void> {
  const seenAt = `2026-05-14T${String(hour).padStart(2, '0')}:00:00.000Z`
  const id = `${story}-${sourceId}-${hour}`
  const body = text || `${title}, and ${hour + 3} packages were taken down within hours of the report.`
  const item: Item = {
    ...{
      id,
      revision: 1,
      key: id,
      sourceId,
      captureHash: 'c',
      kind: 'article',
      url: `https://${sourceId}.example/${id}`,
    },
    ...{
      title,
      authors: [],
      text: body,
      lang: 'en',
      publishedAt: seenAt,
      dateRepair: null,
      capturedAt: seenAt,
      seenAt,
    },
    ...{ ids: {}, links: [], tags: [], signals: {}, partOf: null, contentHash: id },
  }
  const name: Mention = {
    ...{ start: 0, end: 3, field: 'title', surface: 'Harbour', name: 'Harbour', entityId: 'harbour' },
    ...{ known: false, type: 'company', salience: 3 },
  }
  const { claims } = await import('#extract')
  await house.store.saveItems([item])
  await house.store.saveJudgments({
    makers: { understanding: 'u', placement: 'p' },
    understandings: [
      { itemId: id, revision: 1, mentions: [name], claims: claims(body, { published: null }), forecasts: [] },
    ],
    placements: [{ itemId: id, storyId: story, eventId: `e-${story}`, joinedAt: seenAt, copyOf: null }],
    forwards: [],
  })
}

const at = (hour: number) => `2026-05-14T${String(hour).padStart(2, '0')}:30:00.000Z`
const verdicts = async (hour: number) =>
  (await alertRound(house, { now: at(hour) })).map(({ verdict }) => verdict)

test('one place alone wakes nobody; a second does, once; a new figure gives a follow-up', async () => {
  await tell('s1', 'one', 8)
  expect(await verdicts(8)).toEqual([])
  await tell(
    's1',
    'two',
    9,
    ATTACK,
    'Supply-chain attack hits the packages of Harbour. About 40 packages were hit.',
  )
  expect(await verdicts(9)).toEqual(['sent'])
  expect(await verdicts(10)).toEqual(['nothing new'])
  await tell(
    's1',
    'three',
    11,
    ATTACK,
    'Supply-chain attack hits Harbour. The thieves took $3 million from Harbour in a night.',
  )
  expect(await verdicts(11)).toEqual(['sent'])
  const editions = await house.store.editions({ kind: 'alert', limit: 9 })
  expect(editions.map(({ title }) => title.split(' | ')[0]).sort()).toEqual(['Alert', 'Follow-up'])
  for (const { id } of editions) {
    const edition = await house.store.edition(id)
    expect(edition && (await unsupportedIn(house, edition))).toEqual([])
  }
})

test('two a day at most', async () => {
  for (const story of ['s1', 's2', 's3'])
    for (const source of ['one', 'two'])
      await tell(story, source, 8, `Supply-chain attack number ${story} hits the packages of Harbour`)
  expect((await verdicts(9)).sort()).toEqual(['budget spent', 'sent', 'sent'])
})

test('nobody is woken at night; it is told when the night is over', async () => {
  house = { ...house, alerts: { perDay: 2, quiet: '22:00-10:00', zone: 'Europe/Berlin' } }
  for (const source of ['one', 'two']) await tell('s1', source, 6)
  expect(await verdicts(7)).toEqual(['quiet hours'])
  expect(await verdicts(8)).toEqual(['sent'])
})

test('a dry run publishes nothing', async () => {
  for (const source of ['one', 'two']) await tell('s1', source, 6)
  expect(await alertRound(house, { now: at(7), dry: true })).toMatchObject([{ verdict: 'sent' }])
  expect(await house.store.editions({ kind: 'alert', limit: 9 })).toEqual([])
})

test('a week later the regret log says what nobody took up', async () => {
  for (const source of ['one', 'two']) await tell('s1', source, 6)
  await alertRound(house, { now: at(7) })
  const log = await regretsAt(house, '2026-05-23T06:00:00.000Z')
  expect(log).toMatchObject({ noise: [{ origins: 2 }], kept: [], missed: [] })
})
