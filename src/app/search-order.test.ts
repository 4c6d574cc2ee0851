import { describe, expect, test } from 'vitest'
import type { Item, Story } from '#domain'
import type { SearchHit } from '#ports'
import { inReadersOrder } from './search-order.ts'

const AS_OF = '2026-05-14T18:00:00.000Z'

type Given = { id: string; score?: number; day?: string; text?: string; holdsAll?: boolean; story?: string }

function ranked(given: readonly Given[], words = 'cache'): { id: string; more: number }[] {
  const items = new Map(
    given.map(({ id, day = '2026-05-13', text = 'x'.repeat(500) }) => [
      id,
      { id, text, seenAt: `${day}T10:00:00.000Z` } as Item,
    ]),
  )
  const byStory = Map.groupBy(given, ({ id, story = id }) => story)
  const stories: Story[] = Array.from(byStory, ([id, members]) => ({
    ...{ id, eventId: id, title: id, firstSeenAt: AS_OF, lastSeenAt: AS_OF },
    itemIds: members.map((one) => one.id),
  }))
  const hits = given.map(
    ({ id, score = 5, holdsAll = true }): SearchHit => ({
      itemId: id,
      score,
      holdsAll,
      excerpt: '',
      marks: [],
    }),
  )
  return inReadersOrder(hits, { items, stories, asOf: AS_OF, words }).map(({ item, more }) => ({
    id: item.id,
    more,
  }))
}
const order = (given: readonly Given[], words?: string) => ranked(given, words).map(({ id }) => id)

describe('of what words find alike, first comes', () => {
  test('the newer', () =>
    expect(order([{ id: 'old', day: '2026-01-10' }, { id: 'new' }])).toEqual(['new', 'old']))
  test('what has something to say', () =>
    expect(order([{ id: 'headline', text: 'cache' }, { id: 'report' }])).toEqual(['report', 'headline']))
  test('the story that many tell, told once', () =>
    expect(
      ranked([
        { id: 'lone' },
        { id: 'a', story: 's' },
        { id: 'b', story: 's', score: 4 },
        { id: 'c', story: 's', score: 3 },
      ]),
    ).toEqual([
      { id: 'a', more: 2 },
      { id: 'lone', more: 0 },
    ]))
  test('what holds all words, however old', () =>
    expect(
      order([
        { id: 'part', holdsAll: false },
        { id: 'all', day: '2024-01-01' },
      ]),
    ).toEqual(['all', 'part']))
  test('what was called by its id', () =>
    expect(order([{ id: 'words' }, { id: 'called', score: 0 }])).toEqual(['called', 'words']))
})

test('a far better match outweighs its age', () =>
  expect(order([{ id: 'old', day: '2025-01-10', score: 12 }, { id: 'new' }])).toEqual(['old', 'new']))

test('without words the order of time stays', () =>
  expect(
    order(
      [
        { id: 'b', score: 0 },
        { id: 'a', score: 0, day: '2026-05-14' },
      ],
      '',
    ),
  ).toEqual(['b', 'a']))
