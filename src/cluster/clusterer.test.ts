import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createClusterer } from './clusterer.ts'
import type { ClusterDoc, Constraints, Place } from './doc.ts'
import { doc } from './test-docs.ts'
import { liveSince } from './window.ts'

/** The places of a stream by item, where each stands at the end. */
function settled(docs: readonly ClusterDoc[], constraints: Partial<Constraints> = {}): Map<string, Place> {
  const clusterer = createClusterer(constraints)
  const places = new Map<string, Place>()
  for (const one of docs) {
    const { moved, ...place } = clusterer.place(one)
    for (const { itemId, ...there } of moved) places.set(itemId, there)
    places.set(one.id, place)
  }
  return places
}

const oneStory = (docs: readonly ClusterDoc[], constraints?: Partial<Constraints>): boolean =>
  new Set(Array.from(settled(docs, constraints).values(), ({ storyId }) => storyId)).size === 1

test.each([
  [
    'the same release in other words',
    'Mistral releases Large 4 with open weights',
    'Open weights of Large 4 out, says Mistral',
    true,
  ],
  [
    'two happenings of one company',
    'Mistral releases Large 4 with open weights',
    'Mistral sued over office lease in Paris',
    false,
  ],
  [
    'names that differ by the letters that count',
    'ClawBench tests agents on long tasks',
    'ClawMark tests agents on long tasks',
    false,
  ],
  [
    'versions of one model',
    'GPT-5.4 is out with longer context',
    'GPT-5.5 is out with longer context',
    false,
  ],
  ['a version spelt alike', 'GPT-5.5 is out with longer context', 'Longer context: GPT-5.5 is out', true],
])('%s', (_, one, other, same) => {
  expect(oneStory([doc('x', one), doc('y', other)])).toBe(same)
})

describe('one source about two companies', () => {
  const told = (id: string, title: string, heads: string[], sourceId: string | null = 'ledger') =>
    doc(id, title, { sourceId, cast: { heads, actors: heads } })
  const first = told('x', 'OpenAI sends engineers to customers to install its models', ['openai'])

  test.each([
    [
      'tells two happenings, however alike',
      told('y', 'Google sends engineers to customers to install its models', ['google']),
      false,
    ],
    [
      'tells one, where the title names both',
      told('y', 'Google and OpenAI send engineers to customers to install models', ['google', 'openai']),
      true,
    ],
    [
      'is another matter where two sources tell',
      told('y', 'Google sends engineers to customers to install its models', ['google'], 'wire'),
      true,
    ],
  ])('%s', (_, second, same) => {
    expect(oneStory([first, second])).toBe(same)
  })

  test('tells one where one leads to the other', () => {
    const page = { ...first, key: 'url:openai.example/engineers' }
    const bullet = told('y', 'Deployment engineers install its models at customers', ['deployment-co'])
    expect(oneStory([page, bullet])).toBe(false)
    expect(oneStory([page, { ...bullet, links: ['url:openai.example/engineers'] }])).toBe(true)
  })
})

describe('ties', () => {
  const paper = doc('paper', 'Sparse attention at scale', {
    key: 'arxiv:2605.00001',
    ids: { arxiv: '2605.00001' },
  })

  test('paper, code, post and discussion of one thing are one story', () => {
    const code = doc('code', 'lab/sparse-attention: kernels for sparse attention', {
      ...{
        key: 'github:lab/sparse-attention',
        ids: { github: 'lab/sparse-attention' },
        links: ['arxiv:2605.00001'],
      },
    })
    const post = doc('post', 'We scaled sparse attention, code in thread', {
      links: ['arxiv:2605.00001', 'github:lab/sparse-attention'],
    })
    const talk = doc('talk', 'Sparse attention at scale [discussion]', {
      links: ['github:lab/sparse-attention'],
    })
    expect(oneStory([paper, code, post, talk])).toBe(true)
  })

  test('an equal key is one thing, whatever is said of it', () => {
    const reading = doc('reading', 'Why this matters for inference costs', { key: 'arxiv:2605.00001' })
    expect(oneStory([paper, reading])).toBe(true)
  })

  test('two papers are two stories, however alike their titles', () => {
    const other = doc('other', 'Sparse attention at scale', {
      key: 'arxiv:2605.00002',
      ids: { arxiv: '2605.00002' },
    })
    expect(oneStory([paper, other])).toBe(false)
  })

  test('a copy tells the story of its original', () => {
    const copy = doc('copy', 'Reprinted: the week in kernels', { copyOf: 'paper' })
    expect(oneStory([paper, copy])).toBe(true)
  })

  test('a link from a list of links ties nothing', () => {
    const list = doc('list', 'Weekend reading', { links: ['arxiv:2605.00001', 'a:1', 'a:2', 'a:3', 'a:4'] })
    expect(oneStory([paper, list])).toBe(false)
  })
})

describe('people decide', () => {
  const docs = [
    doc('a', 'Mistral releases Large 4 with open weights'),
    doc('b', 'Large 4 with open weights released by Mistral'),
    doc('c', 'Hospital chain picks a voice agent'),
  ]

  test('what must be together is, and what must not is not', () => {
    const places = settled(docs, { together: [['a', 'c']], apart: [['a', 'b']] })
    expect(places.get('c')?.storyId).toBe(places.get('a')?.storyId)
    expect(places.get('b')?.storyId).not.toBe(places.get('a')?.storyId)
  })

  test('apart outranks an equal key', () => {
    const twins = [doc('a', 'One', { key: 'url:x' }), doc('b', 'One', { key: 'url:x' })]
    expect(oneStory(twins)).toBe(true)
    expect(oneStory(twins, { apart: [['a', 'b']] })).toBe(false)
  })

  test('whoever must be with two stories joins them, and the younger leads to the elder', () => {
    const clusterer = createClusterer({ together: [['a', 'c', 'd']] })
    const [first] = docs.filter(({ id }) => id === 'a').map((one) => clusterer.place(one))
    clusterer.restore(doc('c', 'Hospital chain picks a voice agent'), {
      storyId: 'sOther',
      eventId: 'eOther',
    })
    const last = clusterer.place(doc('d', 'Something else altogether'))
    expect(last.storyId).toBe(first?.storyId)
    expect(last.forwards).toEqual([
      { fromStoryId: 'sOther', toStoryId: first?.storyId, at: expect.any(String) },
    ])
    expect(last.moved).toEqual([expect.objectContaining({ itemId: 'c', storyId: first?.storyId })])
  })
})

test('a new revision stays where the item was', () => {
  const clusterer = createClusterer()
  const { storyId } = clusterer.place(doc('a', 'Mistral releases Large 4'))
  clusterer.place(doc('b', 'Mistral releases Large 4 today'))
  expect(clusterer.place(doc('a', 'Correction: quite another title')).storyId).toBe(storyId)
})

test('what is older than the two weeks before this one takes no part any more', () => {
  const clusterer = createClusterer()
  const old = clusterer.place(doc('a', 'Mistral releases Large 4', { seenAt: '2026-05-01T10:00:00.000Z' }))
  const next = clusterer.place(doc('b', 'Mistral releases Large 4', { seenAt: '2026-05-23T10:00:00.000Z' }))
  expect(next.storyId).not.toBe(old.storyId)
})

test('hostile items are placed like any other', () => {
  const odd = [
    doc('', '', { seenAt: 'yesterday' }),
    doc('__proto__', '\u0000\uD800', { links: Array.from({ length: 1000 }, () => '') }),
    doc('long', 'a'.repeat(1e6), { text: 'word '.repeat(1e5), key: '' }),
    doc('same', 'x', { copyOf: 'same', seenAt: '+275760-09-13T00:00:00.000Z' }),
  ]
  for (const { storyId, eventId } of settled([...odd, ...odd]).values()) {
    expect(storyId).toMatch(/^s/)
    expect(eventId).toMatch(/^e/)
  }
})

const WORDS =
  'model agent chip court fund lab paper voice robot cloud policy memory price safety data code'.split(' ')
const stream = fc
  .array(
    fc.record({
      words: fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 6 }),
      hoursLater: fc.integer({ min: 0, max: 30 }),
      key: fc.option(fc.constantFrom('arxiv:1', 'arxiv:2', 'url:a')),
    }),
    { minLength: 2, maxLength: 60 },
  )
  .map((items) => {
    let at = Date.parse('2026-04-01T00:00:00.000Z')
    return items.map(({ words, hoursLater, key }, index) => {
      at += hoursLater * 3_600_000
      const id = `i${String(index).padStart(3, '0')}`
      return doc(id, words.join(' '), { key, seenAt: new Date(at).toISOString() })
    })
  })

test('a clusterer that was restored decides like one that lived through it', () =>
  fc.assert(
    fc.property(stream, fc.nat(), (docs, dice) => {
      const cut = dice % docs.length
      const living = createClusterer()
      const places = new Map<string, Place>()
      const follow = (clusterer: typeof living, from: readonly ClusterDoc[]) =>
        from.map((one) => {
          const placed = clusterer.place(one)
          for (const { itemId, storyId, eventId } of placed.moved) places.set(itemId, { storyId, eventId })
          places.set(one.id, { storyId: placed.storyId, eventId: placed.eventId })
          return placed
        })
      follow(living, docs.slice(0, cut))
      const restored = createClusterer()
      const since = liveSince(docs[cut]?.seenAt ?? '')
      for (const one of docs.slice(0, cut)) {
        const place = places.get(one.id)
        if ((one.seenAt ?? '') >= since && place) restored.restore(one, place)
      }
      expect(follow(restored, docs.slice(cut))).toEqual(follow(living, docs.slice(cut)))
    }),
    { numRuns: 60 },
  ))

test('no forward starts at a story that still has members, and none leads in a circle', () =>
  fc.assert(
    fc.property(stream, (docs) => {
      const clusterer = createClusterer()
      const led = new Map<string, string>()
      const places = new Map<string, string>()
      for (const one of docs) {
        const { storyId, forwards, moved } = clusterer.place(one)
        for (const { fromStoryId, toStoryId } of forwards) led.set(fromStoryId, toStoryId)
        for (const place of moved) places.set(place.itemId, place.storyId)
        places.set(one.id, storyId)
      }
      for (const [from] of led) {
        let steps = 0
        for (let at: string | undefined = from; at !== undefined; at = led.get(at))
          expect(++steps).toBeLessThan(100)
      }
    }),
    { numRuns: 60 },
  ))
