import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { EntityType } from '#domain'
import { aClaim, aDossier, aSource, aTelling } from '../score/test-dossiers.ts'
import type { Strand } from './thread-anchors.ts'
import { threadCalled, threadCandidates } from './thread-candidates.ts'
import { threadSignals } from './thread-signals.ts'
import { threadStanding, threadState } from './thread-state.ts'
import { statedThreads } from './thread-stated.ts'

const at = (day: number) => new Date(Date.UTC(2026, 3, day, 12)).toISOString()
const strand = (
  name: string,
  stories: Readonly<Record<string, number>>,
  type: EntityType = 'method',
): Strand => ({
  ...{ entityId: name.toLowerCase(), name, type },
  stories: Object.entries(stories).map(([storyId, day]) => ({ storyId, at: at(day) })),
})

describe('candidates', () => {
  test('are stories that a rare name ties together over days, in order of time', () => {
    const [thread, ...others] = threadCandidates([strand('OPD', { b: 9, a: 1, c: 20 })])
    expect(others).toEqual([])
    expect(thread).toMatchObject({ name: 'OPD', entityIds: ['opd'] })
    expect(thread?.members).toEqual([
      { storyId: 'a', at: at(1), ties: ['OPD'] },
      { storyId: 'b', at: at(9), ties: ['OPD'] },
      { storyId: 'c', at: at(20), ties: ['OPD'] },
    ])
  })

  test.each([
    ['two stories', strand('A', { a: 1, b: 9 })],
    ['three stories of one day', strand('A', { a: 1, b: 1, c: 1 })],
    [
      'the talk of the field',
      strand('A', Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`s${i}`, (i % 20) + 1]))),
    ],
    ['a publication', strand('A', { a: 1, b: 9, c: 12 }, 'publication')],
  ])('%s are none', (_, one) => expect(threadCandidates([one])).toEqual([]))

  test('two names of the same stories are one thread, under the id of the first', () => {
    const stories = { a: 1, b: 9, c: 20 }
    const [alone] = threadCandidates([strand('OPD', stories)])
    const both = threadCandidates([strand('OPD', stories), strand('Zeta', { b: 9, c: 20, d: 22 })])
    expect(both.map(({ id }) => id)).toEqual([alone?.id])
    expect(both[0]?.members.map(({ storyId }) => storyId)).toEqual(['a', 'b', 'c', 'd'])
  })

  test('two common names that come together more often than chance make one', () => {
    const many = (name: string, own: string, count: number, shared: Readonly<Record<string, number>>) =>
      strand(
        name,
        {
          ...Object.fromEntries(Array.from({ length: count }, (_, i) => [`${own}${i}`, (i % 20) + 1])),
          ...shared,
        },
        'company',
      )
    const together = { x: 2, y: 10, z: 18 }
    const found = threadCandidates([
      ...[many('Acme', 'a', 9, together), many('Bolt', 'b', 9, together)],
      ...Array.from({ length: 8 }, (_, i) => many(`Other${i}`, `o${i}-`, 60, {})),
    ])
    expect(found.map(({ name, members }) => [name, members.length])).toEqual([['Acme and Bolt', 3]])
  })

  test('an id leads on: to what it became one with, to what carries on with a name too common, else to its own', () => {
    const opd = strand('OPD', { a: 1, b: 9, c: 20 })
    const [old] = threadCandidates([opd])
    const elder = strand('Elder', { z: 0, a: 1, b: 9, c: 20 })
    const joint = threadCandidates([opd, elder])
    expect(joint.map(({ id }) => id)).not.toContain(old?.id)
    expect(threadCalled([opd, elder], joint, old?.id ?? '')?.id).toBe(joint[0]?.id)
    const common = strand(
      'OPD',
      Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`s${i}`, (i % 20) + 1])),
    )
    const pair = strand(
      'Zeta',
      Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`s${i}`, (i % 20) + 1])),
    )
    const carried = threadCandidates([common, pair])
    expect(threadCalled([common, pair], carried, old?.id ?? '')?.name).toBe('Zeta')
    expect(threadCalled([common], [], old?.id ?? '')?.members).toHaveLength(30)
    expect(threadCalled([pair], [], old?.id ?? '')).toBeNull()
  })

  test('the order of what is given decides nothing, and no story is lost or doubled', () =>
    fc.assert(
      fc.property(
        fc.array(fc.dictionary(fc.constantFrom(...'abcdefgh'), fc.integer({ min: 1, max: 25 })), {
          maxLength: 8,
        }),
        (given) => {
          const strands = given.map((stories, i) => strand(`N${i}`, stories))
          const found = threadCandidates(strands)
          expect(threadCandidates(strands.toReversed())).toEqual(found)
          for (const { members } of found)
            expect(new Set(members.map(({ storyId }) => storyId)).size).toBe(members.length)
        },
      ),
    ))
})

test.each([
  ['growing', [1, 20, 24, 26]],
  ['steady', [1, 12, 14, 20]],
  ['quiet', [1, 5, 9]],
])('a thread is %s with members on days %j, seen on day 28', (state, days) =>
  expect(threadState(days.map(at), at(28))).toBe(state),
)

test('six weeks of silence close a thread', () => expect(threadState([at(1)], at(60))).toBe('closed'))

test.each([
  ['recurrent', [1, 5, 9]],
  ['proposed', [1, 2, 3, 4]],
  ['proposed', [1, 1, 9]],
])('it is %s with members on days %j', (standing, days) =>
  expect(threadStanding(days.map(at))).toBe(standing),
)

describe('a text states threads', () => {
  const options = { published: '2026-05-13', known: ['FocuSFT', 'Many Faces', 'Needle'] }

  test.each([
    [
      'dated names, also of the next day and of two at once',
      'Thread #1: the theory is complete. TIP (04-16) came first, RLRT and G-Zero (05-12) next, The Cliff (lands 05-14) last.',
      [
        ['TIP', '2026-04-16'],
        ['RLRT', '2026-05-12'],
        ['G-Zero', '2026-05-12'],
        ['Cliff', '2026-05-14'],
      ],
    ],
    [
      'deals in a list, and a named work',
      "The wiki tracks the capacity thread (ByteDance $30B 05-08, Anthropic-Colossus 05-08) plus today's Cerebras IPO.",
      [
        ['ByteDance $30B', '2026-05-08'],
        ['Anthropic-Colossus', '2026-05-08'],
        ['Cerebras', null],
      ],
    ],
    [
      'leads that are known, and coined names',
      'Two papers, same diagnosis: FocuSFT shows the sinks, and Probe&Prefill finds them early.',
      [
        ['FocuSFT', null],
        ['Probe&Prefill', null],
      ],
    ],
  ])('with %s', (_, text, members) =>
    expect(statedThreads(text, options)[0]?.members.map(({ name, at }) => [name, at])).toEqual(members),
  )

  test('whose name is its label, or what the text calls it', () => {
    expect(
      statedThreads('Thread #2: sinks everywhere. A-Net (05-01) and B-Net (05-02).', options)[0],
    ).toMatchObject({
      ...{ name: 'sinks everywhere', claim: 'sinks everywhere.' },
    })
    expect(
      statedThreads(
        'The "concentrate the budget" thread runs since A-Net (05-01) and B-Net (05-02).',
        options,
      )[0]?.name,
    ).toBe('concentrate the budget')
  })

  test.each([
    ['a paragraph without a line through it', 'A-Net (05-01) is fast. B-Net (05-02) is slow.'],
    ['one name', 'The thread goes on with A-Net (05-01).'],
    ['a drawing', '│ thread A-Net (05-01) ──► B-Net (05-02) │'],
  ])('%s is none', (_, text) => expect(statedThreads(text, options)).toEqual([]))

  test('a hostile text takes no time and throws nothing', () => {
    const from = performance.now()
    for (const text of [
      `thread ${'A ('.repeat(2000)}`,
      `thread A${'-a'.repeat(3000)}`,
      `thread ${'Ab of the '.repeat(600)}`,
    ])
      statedThreads(text, options)
    expect(performance.now() - from).toBeLessThan(2000)
  })
})

describe('signals', () => {
  const story = (
    id: string,
    day: number,
    text: string,
    authors: readonly string[],
    claims = [] as ReturnType<typeof aClaim>[],
  ) => {
    const telling = aTelling(
      { id, title: `Paper ${id}`, text, kind: 'paper', authors, seenAt: at(day) },
      { source: aSource({ id: `s${id}`, family: `${id}.example` }), claims },
    )
    const dossier = aDossier(telling)
    return {
      ...dossier,
      story: { ...dossier.story, id, title: `Paper ${id}`, itemIds: [id], firstSeenAt: at(day) },
    }
  }
  const kinds = (...stories: ReturnType<typeof story>[]) =>
    threadSignals('sinks', stories, []).map(({ kind }) => kind)

  test('two groups with nobody in common within two weeks confirm', () => {
    expect(kinds(story('a', 1, '', ['Ada']), story('b', 9, '', ['Grace']))).toEqual(['confirmed'])
    expect(kinds(story('a', 1, '', ['Ada']), story('b', 9, '', ['ADA', 'Grace']))).toEqual([])
    expect(kinds(story('a', 1, '', ['Ada']), story('b', 25, '', ['Grace']))).toEqual([])
  })

  test('numbers that cannot both be right contradict, with both sides', () => {
    const claim = (number: number) =>
      aClaim({ subject: 'Sink', metric: 'share', value: String(number), number, unit: '%', kind: 'level' })
    const found = threadSignals(
      'sinks',
      [story('a', 1, '', ['Ada'], [claim(40)]), story('b', 3, '', ['Ada'], [claim(90)])],
      [],
    )
    expect(found).toMatchObject([{ kind: 'contradicted', itemIds: ['a', 'b'] }])
    expect(found[0]?.because).toContain('40 against 90')
  })

  test('a later story takes up an open question', () => {
    const asked = story('a', 1, 'Whether selective eviction beats hybrid quantised caches remains open.', [
      'Ada',
    ])
    const answers = story('b', 9, 'Selective eviction beats hybrid quantised caches.', ['Ada'])
    expect(kinds(asked, answers)).toEqual(['gap-filled'])
    expect(kinds(asked, story('b', 9, 'Robots fold laundry.', ['Ada']))).toEqual([])
  })

  test('the third within a month is told once', () => {
    const same = ['Ada']
    expect(
      kinds(
        story('a', 1, '', same),
        story('b', 9, '', same),
        story('c', 12, '', same),
        story('d', 13, '', same),
      ),
    ).toEqual(['third-of-a-kind'])
  })
})
