import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Item } from '#domain'
import { openHouse } from '#wiring'
import { publishBrief } from './brief.ts'
import { correct } from './correct.ts'
import { feedContents } from './feeds.ts'
import type { House } from './house.ts'
import { chaptersJson, podcastOf, transcriptVtt } from './podcast.ts'
import { sitePages } from './site.ts'

const data = mkdtempSync(join(tmpdir(), 'bellwether-outlets-'))
let house: House

// Twelve public stories and one of a private source, in one week.
beforeAll(async () => {
  house = (await openHouse({ config: null, data, now: '2026-05-20T06:00:00.000Z', progress: () => {} })).house
  house = { ...house, privateSources: new Set(['diary']), deliveries: [] }
  const source = { kind: 'feed', weight: 0.5, staleAfterHours: 72 } as const
  for (const id of ['open', 'diary'])
    await house.store.saveSources([
      { ...source, id, name: `The ${id}`, address: `https://${id}.example`, family: id },
    ])
  const towns = [
    'Turku',
    'Bergen',
    'Tartu',
    'Aarhus',
    'Gdynia',
    'Riga',
    'Oulu',
    'Narvik',
    'Kotka',
    'Lund',
    'Vaasa',
    'Secretville',
  ]
  for (const [at, town] of towns.entries()) {
    const sourceId = town === 'Secretville' ? 'diary' : 'open'
    const seenAt = `2026-05-13T${String(at + 7).padStart(2, '0')}:00:00.000Z`
    const item: Item = {
      ...{
        id: `i${at}`,
        revision: 1,
        key: `k${at}`,
        sourceId,
        captureHash: 'c',
        kind: 'article',
        lang: 'en',
      },
      ...{ url: `https://${sourceId}.example/${town}`, title: `${town} opens a data centre`, authors: [] },
      text: `${town} opened a data centre that draws ${100 + at} MW of power at full load. The halls of ${town} hold ${20 + at} thousand accelerators cooled by sea water. Customers will be moved to ${town} over the summer.`,
      ...{ publishedAt: seenAt, dateRepair: null, capturedAt: seenAt, seenAt, ids: {}, links: [], tags: [] },
      ...{ signals: {}, partOf: null, contentHash: `h${at}` },
    }
    await house.store.saveItems([item])
    await house.store.saveJudgments({
      makers: { understanding: 'u', placement: 'p' },
      understandings: [{ itemId: item.id, revision: 1, mentions: [], claims: [], forecasts: [] }],
      placements: [{ itemId: item.id, storyId: `s${at}`, eventId: `e${at}`, joinedAt: seenAt, copyOf: null }],
      forwards: [],
    })
  }
})
afterAll(() => rmSync(data, { recursive: true, force: true }))

test('a brief of the week is published once and composes to the same bytes', async () => {
  const first = await publishBrief(house, '2026-W20')
  expect(JSON.stringify(await publishBrief(house, '2026-W20'))).toBe(JSON.stringify(first))
  expect(JSON.stringify(first)).toContain('Secretville')
})

test('a week in which nothing came in is not published', async () => {
  expect((await publishBrief(house, '2026-W10')).counts.items).toBe(0)
  expect(await house.store.edition('brief-2026-W10')).toBeNull()
})

test('no feed, page or episode that others can have knows the private source', async () => {
  const all: string[] = []
  for (const channel of ['digest', 'brief', 'dive', 'alert'] as const)
    all.push(JSON.stringify(await feedContents(house, { of: 'channel', channel })))
  all.push(JSON.stringify(await feedContents(house, { of: 'topic', id: 'chips-and-compute' })))
  all.push(JSON.stringify(await feedContents(house, { of: 'predictions' })))
  for await (const page of sitePages(house)) all.push(JSON.stringify(page))
  const brief = await house.store.edition('brief-2026-W20')
  if (brief) all.push(JSON.stringify(await podcastOf(house, brief, { length: 'long', speaker: null })))
  expect(all.join()).toContain('Turku')
  expect(all.join()).not.toMatch(/Secretville|The diary|diary\.example/)
})

test('an erratum is news in the feed of its channel, and on the page', async () => {
  const brief = await house.store.edition('brief-2026-W20')
  const words = brief?.lede.at(-1)?.text ?? ''
  await correct(house, { editionId: 'brief-2026-W20', was: words, now: 'It was otherwise.' })
  const feed = await feedContents(house, { of: 'channel', channel: 'brief' })
  expect(feed?.entries[0]?.title).toContain('Corrected: Bellwether Weekly')
  for await (const { id, markdown } of sitePages(house))
    if (id === 'brief-2026-W20') expect(markdown).toContain('It was otherwise.')
})

test('what is held back is not on the site', async () => {
  const ids: string[] = []
  for await (const { id } of sitePages({ ...house, held: ['brief'] })) ids.push(id)
  expect(ids).toEqual([])
})

test('there is no feed of what is not there', async () => {
  expect(await feedContents(house, { of: 'topic', id: 'nothing' })).toBeNull()
  expect(await feedContents(house, { of: 'entity', id: 'nobody-at-all' })).toBeNull()
})

test('chapters and cues lie in the time of the sound', () => {
  const chapters = [
    { title: 'One', text: 'First. Second, longer one.' },
    { title: 'Two', text: 'Third.' },
  ]
  const episode = { format: 'wav' as const, bytes: new Uint8Array(), startsSeconds: [0, 4], seconds: 6 }
  expect(JSON.parse(chaptersJson(chapters, episode)).chapters).toEqual([
    { startTime: 0, title: 'One' },
    { startTime: 4, title: 'Two' },
  ])
  const cues = transcriptVtt(chapters, episode).match(/-->.*/g)
  expect(cues).toHaveLength(3)
  expect(cues?.at(-1)).toBe('--> 00:00:06.000')
})
