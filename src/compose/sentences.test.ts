import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shortened } from './shorten.ts'
import { summarise } from './summarise.ts'
import { isProse, standsAlone } from './usable.ts'
import { quoted, toldFromOutside, withoutOpening } from './voice.ts'
import { lastDay } from './watching.ts'
import { dayOf, longDay, wordCount } from './words.ts'

test.each([
  [
    'We introduce SparrowCache, a method that drops old entries.',
    'SparrowCache',
    'A method that drops old entries.',
  ],
  [
    'We introduce SparrowCache, a method that drops old entries.',
    null,
    'The authors introduce SparrowCache, a method that drops old entries.',
  ],
  ['We show that our cache is up to 4x smaller.', 'X', 'The authors’ cache is up to 4x smaller.'],
  ['We show that it is smaller.', 'X', 'The authors show that it is smaller.'],
  ['We argue that labels are scarce.', 'X', 'The authors argue that labels are scarce.'],
  [
    'Our results may not hold when we change the model.',
    'X',
    'The authors’ results may not hold when they change the model.',
  ],
  ['By caching keys, we cut memory.', 'X', 'By caching keys, the authors cut memory.'],
])('told from outside: %s', (given, lead, wanted) => expect(toldFromOutside(given, lead)).toBe(wanted))

test.each(['I built this in a day and we like it.', '“We like it,” we wrote.'])(
  'not told from outside: %s',
  (given) => expect(toldFromOutside(given, 'X')).toBeNull(),
)

test('a quotation inside a quotation is left alone', () =>
  expect(quoted('She said "no" to it.', 'Ann')).toBeNull())

test.each([
  ['Specifically, the cache is halved.', 'The cache is halved.'],
  ['To address these gaps, we propose a cache.', 'We propose a cache.'],
  ['In this view, a cache is a memory.', 'In this view, a cache is a memory.'],
  ['In this paper we propose a cache.', 'We propose a cache.'],
])('without its opening: %s', (given, wanted) => expect(withoutOpening(given)).toBe(wanted))

test.each([
  'However, the cache is halved in every layer.',
  'It halves the cache in every layer of the model.',
  'This paper is about caches and how to halve them.',
])('leans on the sentence before: %s', (text) => expect(standsAlone(text)).toBe(false))

test.each([
  'Subscribe to our newsletter for more stories like this one.',
  'Does the cache halve itself in every single layer?',
  'Read the whole report at https://example.org/report on our site.',
  'THE CACHE IS HALVED IN EVERY LAYER OF IT.',
  'The three parts of the new system are as follows:',
  'Easy to read, quite stable, great configuration, etc.',
  'A Look At The New Cache For Long Prompts',
  'halved in every layer (of the model they use.',
])('is no prose to print: %s', (text) => expect(isProse(text)).toBe(false))

test.each([
  [
    'The firm opened a site in Turku, which is its third in Finland after two years, underscoring its growth in the north.',
    18,
    'The firm opened a site in Turku, which is its third in Finland after two years.',
  ],
  [
    'The method (named after a bird of the garden) drops old entries from the cache of every layer.',
    12,
    'The method drops old entries from the cache of every layer.',
  ],
  ['The method halves memory, but only if the prompt is longer than a page of text.', 6, null],
  ['The method raises throughput, reaching up to 4x at a length of 128K tokens on one card.', 6, null],
])('%s within %i words', (given, most, wanted) => expect(shortened(given, most)).toBe(wanted))

const clause = fc.constantFrom(
  'which may fail',
  'enabling wider use',
  'including 3 of 4 tasks',
  'with no loss',
  'making it simpler',
  'only when it is trained',
  'up to 5x at 128K',
  'as well as two others',
  'thereby helping readers',
)
test('shortening never loses a figure, a hedge or a denial', () => {
  fc.assert(
    fc.property(fc.array(clause, { maxLength: 5 }), fc.integer({ min: 6, max: 30 }), (clauses, most) => {
      const given = `${['The new method reduces the cost of decoding', ...clauses].join(', ')}.`
      const short = shortened(given, most)
      if (short === null) return
      expect(wordCount(short)).toBeLessThanOrEqual(most)
      for (const weighty of given.match(/\d\w*|\b(?:may|no|only|when|up to)\b/g) ?? [])
        expect(short).toContain(weighty)
    }),
  )
})

test('the summary is made of the text’s own sentences, in order, at most so many', () => {
  fc.assert(
    fc.property(
      fc.array(fc.lorem({ mode: 'sentences', maxCount: 1 }), { maxLength: 12 }),
      fc.integer({ min: 1, max: 5 }),
      (sentences, max) => {
        const chosen = summarise({ title: null, sentences, max })
        expect(chosen).toHaveLength(Math.min(max, sentences.length))
        expect(chosen).toEqual([...new Set(chosen)].sort((a, b) => a - b))
        expect(chosen.every((index) => index >= 0 && index < sentences.length)).toBe(true)
      },
    ),
  )
})

test('of an abstract it takes what is proposed', () =>
  expect(
    summarise({
      title: 'A small cache',
      sentences: [
        'Caches have been studied for long.',
        'We propose a small cache that forgets.',
        'Code is available.',
      ],
      max: 1,
    }),
  ).toEqual([1]))

test.each([
  ['2026', '2026-12-31'],
  ['2026-Q3', '2026-09-30'],
  ['2026-02', '2026-02-28'],
  ['2026-05-14', '2026-05-14'],
])('the last day of %s is %s', (given, wanted) => expect(lastDay(given)).toBe(wanted))

test('days are named as a reader says them', () => {
  expect(longDay('2026-05-14')).toBe('Thursday 14 May 2026')
  expect(longDay('2024-02-29')).toBe('Thursday 29 February 2024')
  expect(dayOf('2026-05-02T10:00:00.000Z', '2026-05-14')).toBe('2 May')
  expect(dayOf('2025-12-31T10:00:00.000Z', '2026-05-14')).toBe('31 December 2025')
})

test('a summary of several reports takes each fact once', () => {
  const sentences = [
    'Northwind raised $650 million to build three data centres in Finland.',
    'Northwind has raised $650 million for three data centres in Finland.',
    'The Finnish grid operator can connect only one of them before 2028.',
    'Northwind raises $650 million for data centres in Finland.',
  ]
  expect(summarise({ title: 'Northwind raises $650 million', sentences, max: 2 })).toContain(2)
})
