import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Item, Placement, Profile } from '#domain'
import { openHouse } from '#wiring'
import type { House } from './house.ts'
import { lastRelated, relatedAt } from './related.ts'

const NOW = '2026-05-14T18:00:00.000Z'
const STORIES = 500
const PROFILE: Profile = {
  reader: 'somebody',
  tiers: [{ tier: 1, name: 'Core', topics: ['KV cache'], treatment: '' }],
  ...{ mutes: [], boosts: [] },
}

let folder = ''
let close = async () => {}
let house: House

/** Each of its own day of four weeks, one in ten about the topic and saying a word that no other says. */
const itemOf = (at: number): Item => {
  const id = `i${at}`
  const title = at % 10 === 0 ? `PagePool, a KV cache for ${id}` : `A town named ${id} opens a harbour`
  const seenAt = `2026-04-${String(1 + (at % 28)).padStart(2, '0')}T10:00:00.000Z`
  return {
    ...{
      id,
      revision: 1,
      key: id,
      sourceId: 's',
      captureHash: 'c',
      kind: 'article',
      url: null,
      title,
      text: '',
    },
    ...{ authors: [], lang: 'en', publishedAt: null, dateRepair: null, capturedAt: seenAt, seenAt, ids: {} },
    ...{ links: [], tags: [], signals: {}, partOf: null, contentHash: id },
  }
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bellwether-related-'))
  const opened = await openHouse({ config: null, data: join(folder, 'data'), now: NOW, progress: () => {} })
  house = { ...opened.house, profile: PROFILE }
  close = opened.close
})
afterAll(async () => {
  await close()
  await rm(folder, { recursive: true, force: true })
})

async function keep(items: readonly Item[]): Promise<void> {
  await house.store.saveItems(items)
  const placements = items.map(
    ({ id, seenAt }): Placement => ({
      itemId: id,
      storyId: `s${id}`,
      eventId: `e${id}`,
      joinedAt: seenAt,
      copyOf: null,
    }),
  )
  await house.store.saveJudgments({
    makers: { understanding: 'test@1', placement: 'test@1' },
    understandings: items.map(({ id }) => ({
      itemId: id,
      revision: 1,
      mentions: [],
      claims: [],
      forecasts: [],
    })),
    ...{ placements, forwards: [] },
  })
}

test('words are learnt once for a week, from the stories before it, and anew for a new topic', async () => {
  const items = Array.from({ length: STORIES }, (_, at) => itemOf(at))
  await keep(items.slice(0, 100))
  expect((await relatedAt(house, NOW)).phrases).toEqual([])
  // Too few to learn from: nothing was kept, so that it is looked at again.
  expect(await lastRelated(house, NOW)).toBeNull()

  await keep(items.slice(100))
  const learnt = await relatedAt(house, NOW)
  expect(learnt.phrases).toEqual([{ topic: 'KV cache', phrase: 'PagePool', together: 50, stories: 50 }])
  expect(learnt.week <= NOW).toBe(true)
  expect(await lastRelated(house, NOW)).toEqual(learnt)
  expect(await relatedAt(house, '2026-04-15T00:00:00.000Z')).toMatchObject({ phrases: [] })

  const { profile } = house
  const topics = ['KV cache', 'robotics hardware']
  const other = {
    ...house,
    profile: { ...profile, tiers: [{ tier: 1 as const, name: '', topics, treatment: '' }] },
  }
  expect((await relatedAt(other, NOW)).topics).toEqual(topics)
})
