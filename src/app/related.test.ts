import { expect, test } from 'vitest'
import type { Item, Profile } from '#domain'
import { lastRelated, relatedAt } from './related.ts'
import { testHouses } from './test-houses.ts'
import { itemOf, tellAll } from './test-week.ts'

const houses = testHouses('related')
const NOW = '2026-05-14T18:00:00.000Z'
const STORIES = 500
const PROFILE: Profile = {
  reader: 'somebody',
  tiers: [{ tier: 1, name: 'Core', topics: ['KV cache'], treatment: '' }],
  ...{ mutes: [], boosts: [] },
}

/** Each of its own day of four weeks, one in ten about the topic and saying a word that no other says. */
function lesson(at: number): Item {
  const id = `i${at}`
  const title = at % 10 === 0 ? `PagePool, a KV cache for ${id}` : `A town named ${id} opens a harbour`
  const seenAt = `2026-04-${String(1 + (at % 28)).padStart(2, '0')}T10:00:00.000Z`
  return itemOf(id, title, '', { publishedAt: null, capturedAt: seenAt, seenAt })
}

test('words are learnt once for a week, from the stories before it, and anew for a new topic', async () => {
  const house = { ...(await houses.house(NOW)), profile: PROFILE }
  const items = Array.from({ length: STORIES }, (_, at) => lesson(at))
  await tellAll(house, items.slice(0, 100))
  expect((await relatedAt(house, NOW)).phrases).toEqual([])
  // Too few to learn from: nothing was kept, so that it is looked at again.
  expect(await lastRelated(house, NOW)).toBeNull()

  await tellAll(house, items.slice(100))
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
