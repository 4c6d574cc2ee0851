import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { LESSONS_MIN, type Lesson, relatedPhrases } from './related.ts'
import { phrasesOf } from './related-phrases.ts'
import { createScorer } from './scorer.ts'
import { aDossier, aTelling, reader } from './test-dossiers.ts'

const lesson = (text: string, at: number): Lesson => ({
  passages: [{ title: text, text: '', isPaper: false }],
  day: `2026-05-${String(1 + (at % 20)).padStart(2, '0')}`,
})

/** A corpus of two weeks: one story in ten is about the KV cache, and says what `about` says; the others say `other`. */
function corpus(size: number, about: (at: number) => string, other: (at: number) => string): Lesson[] {
  return Array.from({ length: size }, (_, at) =>
    at % 10 === 0
      ? lesson(`A KV cache for servers, ${about(at / 10)}`, at / 10)
      : lesson(`A company opens an office, ${other(at)}`, at),
  )
}
const learnt = (lessons: readonly Lesson[]) =>
  relatedPhrases(lessons, reader, []).map(({ topic, phrase, together, stories }) => [
    topic,
    phrase,
    together,
    stories,
  ])

describe('words around a topic', () => {
  test('are learnt where stories of the topic say them and hardly any other does', () =>
    expect(
      learnt(
        corpus(
          600,
          (at) => (at % 2 === 0 ? 'with PagePool' : 'and more'),
          (at) => (at % 97 === 0 ? 'with PagePool' : 'in Lyon'),
        ),
      ),
    ).toEqual([['KV cache', 'PagePool', 30, 36]]))

  test.each([
    [
      'too few stories',
      corpus(
        LESSONS_MIN - 10,
        () => 'with PagePool',
        () => 'in Lyon',
      ),
    ],
    [
      'a word of all stories',
      corpus(
        600,
        () => 'with PagePool',
        (at) => (at % 2 === 0 ? 'with PagePool' : ''),
      ),
    ],
    [
      'too few that say it',
      corpus(
        600,
        (at) => (at < 5 ? 'with PagePool' : ''),
        () => 'in Lyon',
      ),
    ],
    [
      'one plain word',
      corpus(
        600,
        () => 'with eviction',
        () => 'in Lyon',
      ),
    ],
    [
      'words of talk',
      corpus(
        600,
        () => 'commenters ask questions',
        () => 'in Lyon',
      ),
    ],
    [
      'the topic’s own words again',
      corpus(
        600,
        () => 'a paged KV cache',
        () => 'in Lyon',
      ),
    ],
    [
      'what one day said',
      corpus(
        600,
        (at) => (at < 20 ? 'with PagePool' : ''),
        () => '',
      ).map((one) => ({ ...one, day: '2026-05-04' })),
    ],
  ])('are not learnt from %s', (_, lessons) => expect(learnt(lessons)).toEqual([]))

  test('are not learnt from chance: words strewn over stories without regard to their topic', () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 30 }), (seed) => {
        let state = seed
        const word = () => {
          state = (Math.imul(state, 1103515245) + 12345) >>> 0
          return `Word${state % 40}`
        }
        const strewn = () => `${word()}, ${word()}, ${word()}`
        expect(learnt(corpus(600, strewn, strewn))).toEqual([])
      }),
      { numRuns: 20 },
    ))

  test('place a headline only with others of their kind, and the reason says so', () => {
    const phrases = ['PagePool', 'slot map'].map((phrase) => ({
      ...{ topic: 'KV cache', phrase, together: 23, stories: 25 },
    }))
    const judge = createScorer(reader, [], { related: phrases })
    const of = (title: string) => judge(aDossier(aTelling({ title, text: '' })), { now: '' })
    expect(of('PagePool is out').tier).toBeNull()
    const placed = of('PagePool gets a slot map')
    expect(placed.tier).toBe(1)
    expect(placed.reasons[0]?.because).toContain('seen with this topic in 23 of 25 stories')
    expect(of('Pagepool gets a roof').tier).toBeNull()
  })
})

test('phrases are found with the texts that say them, the rare ones sifted out', () => {
  const found = phrasesOf([['Slot maps, a DGX box.'], ['A slot map of DGX boxes'], ['dgx']], 2)
  expect([...found].map(([key, { in: texts }]) => [key, texts])).toEqual(
    expect.arrayContaining([
      ['slot map', [0, 1]],
      ['=DGX', [0, 1]],
    ]),
  )
  expect(found.has('dgx')).toBe(false)
})
