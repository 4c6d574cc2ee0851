import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { composeDive, type DiveInput } from './dive.ts'
import { createTopicMatch, PLACED } from './dive-match.ts'
import { readingOrder } from './reading-order.ts'
import { taleOf } from './tale.ts'
import { itemOf, mentionOf, storyOf, tellingOf } from './test-stories.ts'
import { someStories, weekOf } from './test-weeks.ts'

const { window } = weekOf([])
const corpus = { from: '2026-02-23T06:00:00.000Z', to: window.to }
const input: DiveInput = {
  ...{ topic: { id: 'caching', name: 'Caching' }, week: '2026-W20', issue: 2, window, corpus },
  placed: someStories(6, 3).map(({ dossier: { story } }) => ({
    storyId: story.id,
    lastSeenAt: story.lastSeenAt,
  })),
  ...{ stories: someStories(6, 3), registry: [], gaps: [], sourcesRead: 2, items: 9 },
  ...{ madeAt: window.to, makers: [] },
}
const dive = composeDive(input, () => true)

describe('a deep dive', () => {
  test('has its sections in order, its issue and its week', () => {
    expect(dive.sections.map(({ kind }) => kind)).toEqual([
      ...['new', 'state', 'figures', 'reading-order', 'open'],
    ])
    expect(dive).toMatchObject({ id: 'dive-caching-2026-W20', kind: 'dive', issue: 2 })
  })
  test('counts the week and the corpus in its first sentence', () =>
    expect(dive.lede[0]?.text).toBe('Caching: 9 stories in the week to 18 May, 9 in 12 weeks.'))
  test('gives the same bytes twice', () =>
    expect(JSON.stringify(composeDive(input, () => true))).toBe(JSON.stringify(dive)))
})

describe('a story belongs to a topic', () => {
  const match = createTopicMatch(['KV cache', 'data centre'])
  const strength = (title: string, text: string) =>
    match(storyOf('s', [tellingOf(itemOf('i', title, text))]).dossier)
  test.each([
    ['Smaller KV caches', 'Nothing else.', true],
    ['A note', 'Data centres grow. A data centre in Turku. One KV cache.', true],
    ['A note', 'A data centre is named once.', false],
    ['Data about a centre', 'The centre holds data.', false],
  ])('%s / %s: %s', (title, text, wanted) => expect(strength(title, text) >= PLACED).toBe(wanted))
})

describe('reading order', () => {
  const tale = (id: string, title: string, about: string, uses: readonly string[]) => {
    const mentions = [mentionOf(about, 3, 'method'), ...uses.map((name) => mentionOf(name, 1, 'method'))]
    const text = `${about} is described here in a few plain words that stand alone.`
    return taleOf(storyOf(id, [tellingOf(itemOf(id, title, text), { mentions })]), window)
  }
  test('what is used comes before what uses it, and says so', () => {
    const tales = [
      tale('c', 'Drafting with shared caches', 'drafting', ['cache sharing']),
      tale('b', 'Sharing one cache', 'cache sharing', ['attention']),
      tale('a', 'Attention', 'attention', []),
    ].filter((one) => one !== null)
    const order = readingOrder(tales)
    expect(order.map((step) => step.tale.id)).toEqual(['a', 'b', 'c'])
    expect(order[0]).toMatchObject({ level: 'prerequisite', gives: 'attention' })
    expect(order.at(-1)?.level).toBe('advanced')
  })
  test('whatever leans on whatever, each text is read once', () => {
    const names = fc.constantFrom('a', 'b', 'c', 'd', 'e')
    fc.assert(
      fc.property(fc.array(fc.tuple(names, fc.array(names, { maxLength: 3 })), { maxLength: 8 }), (drawn) => {
        const tales = drawn
          .map(([about, uses], at) => tale(`t${at}`, `On ${about}`, about, uses))
          .filter((one) => one !== null)
        expect(new Set(readingOrder(tales).map((step) => step.tale)).size).toBe(tales.length)
      }),
    )
  })
})
