import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Claim } from '#domain'
import { claims } from '#extract'

const read = (text: string) => claims(text, { published: null })
const only = (text: string): Partial<Claim> => {
  const found = read(text)
  expect(found).toHaveLength(1)
  return found[0] ?? {}
}

describe('one claim', () => {
  test.each<[string, Partial<Claim>]>([
    [
      'Orbit-2 scores 78.5 on SWE-bench Verified, up from 75.4.',
      { subject: 'Orbit-2', metric: 'SWE-bench Verified', number: 78.5, baseline: '75.4', change: 'up' },
    ],
    [
      'On AIME 2025, Heron goes from 62.5 to 78.1.',
      { subject: 'Heron', metric: 'AIME', number: 78.1, low: 62.5, kind: 'improvement' },
    ],
    [
      'Kestrel beats Gemini 3 by 2.8 points on GPQA Diamond.',
      {
        subject: 'Kestrel',
        metric: 'GPQA Diamond',
        baseline: 'Gemini 3',
        number: 2.8,
        unit: 'point',
        kind: 'comparison',
      },
    ],
    [
      'Wren uses 5x fewer tokens than Robin-2.',
      { subject: 'Wren', metric: 'tokens', number: 5, unit: 'x', change: 'down', baseline: 'Robin-2' },
    ],
    [
      'Falcon-H2 trains twice as fast as Falcon-H1.',
      { subject: 'Falcon-H2', metric: 'speed', number: 2, unit: 'x', baseline: 'Falcon-H1' },
    ],
    [
      'Heron cuts memory use by 30-45% without retraining.',
      { subject: 'Heron', metric: 'memory use', low: 30, high: 45, change: 'down' },
    ],
    ['Petrel’s error rate fell 3 percentage points.', { number: 3, unit: 'pp', change: 'down' }],
    ['Norlab signed for 750MW of power.', { subject: 'Norlab', number: 7.5e8, unit: 'W' }],
    [
      'Vireo improved throughput 2.3x over vLLM at 32K context.',
      { number: 2.3, baseline: 'vLLM', condition: 'at 32K context' },
    ],
  ])('%s', (text, wanted) => expect(only(text)).toMatchObject(wanted))
})

test('money says what it is', () =>
  expect(
    read('Norlab raised $650M at a $6.5 billion valuation.').map(({ metric, number }) => [metric, number]),
  ).toEqual([
    ['funding', 6.5e8],
    ['valuation', 6.5e9],
  ]))

test('a benchmark named once holds for both', () =>
  expect(
    read('Alpha reaches 81.2% and Beta 76.4% on AIME 2025.').map(({ subject, metric }) => [subject, metric]),
  ).toEqual([
    ['Alpha', 'AIME 2025'],
    ['Beta', 'AIME 2025'],
  ]))

test('a number in brackets is said of what stands before them', () =>
  expect(
    read('Avocet (64.1%) trails Curlew (71.9%) on long documents.').map(({ subject }) => subject),
  ).toEqual(['Avocet', 'Curlew']))

test('behind "vs" stands the other side', () => {
  expect(read('Nightjar scores 72.5% vs 48.5% best RAG baseline.').map(({ subject }) => subject)).toEqual([
    'Nightjar',
    'best RAG baseline',
  ])
  const bullet = '- Xenops overtakes Yaffle in sales (The Letter). 34.4% vs 32.3% on the index.'
  expect(read(bullet).map(({ subject }) => subject)).toEqual(['Xenops', 'Yaffle'])
})

test('what a sentence counts first is what it is about', () =>
  expect(only('Four capacity deals in two weeks have closed.')).toMatchObject({
    subject: 'capacity deal',
    metric: 'count',
    number: 4,
  }))

test.each([
  ['Net income at Orbit Labs slid to $95 million.', ['Orbit Labs']],
  ['With only 0.8% of the weights updated, Thimble matches full tuning.', ['Thimble']],
  ['Between 30% and 45% of requests at Dovetail are written by agents.', ['Dovetail']],
  ['Orbit raised $3 million. The company now has 40 people.', ['Orbit', 'Orbit']],
  ['Thimble was trained on 2,048 H100 GPUs over 71 days.', ['Thimble', 'Thimble']],
  ['With SlotCache, time to first token falls to 210 ms.', ['SlotCache']],
  ['Grasp success of TactNet is 91.5%.', ['TactNet']],
  ['Input tokens for Lanhai-3 cost 0.8 yuan per million.', ['Lanhai-3']],
  ["GeneCast's Pearson correlation improves to .72.", ['GeneCast']],
  ['Sixty percent of respondents have paused.', ['respondents']],
])('whose number it is: %s', (text, subjects) =>
  expect(read(text).map((one) => one.subject)).toEqual(subjects),
)

test('a part of a whole is one number', () =>
  expect(read('Thimble wins on 11 of 14 tasks.')).toMatchObject([
    { number: 11, unit: 'task', value: '11 of 14', subject: 'Thimble' },
  ]))

test('an address names nobody', () =>
  expect(
    only('Heron-2, [as told](https://x.example/RedHat_AI/status/20437), runs at **99%** accuracy.').subject,
  ).toBe('Heron-2'))

test('a drawing repeats, it does not claim', () => {
  const text = 'Heron is 1.31x faster on long inputs.\n\n┌────────┐\n│ 1.31x  │\n└────────┘\n'
  expect(read(text).filter(({ number }) => number === 1.31)).toHaveLength(1)
})

test.each([
  'What would 10 GW cost?',
  'Suppose a lab trains on 30,000 cards.',
  'You hear within minutes of, say, a $2B raise.',
  'Example alert: Orbit cuts prices by 40%.',
  'It watches for things like a 10x price drop.',
  '“Will it cost $10 million?” she asked.',
  'Orbit did not raise $50 million.',
  'GPT-5.5 came out on May 12, 2026.',
  'See Table 3 and Section 4.2.',
])('no claim: %s', (text) => expect(read(text)).toEqual([]))

test('the sentence of a claim holds its span, and is never a page', () =>
  fc.assert(
    fc.property(
      fc.array(
        fc.constantFrom(
          'Orbit-2 ',
          'scores 5% ',
          'and ',
          '(7 GW) ',
          'vs 3x ',
          '. ',
          '\n',
          '- ',
          'from 1 to 2 ',
          '│ 4 │\n',
        ),
        { maxLength: 400 },
      ),
      (pieces) => {
        const text = pieces.join('')
        for (const claim of read(text)) {
          expect(claim.sentence.length).toBeLessThanOrEqual(1500)
          expect(claim.sentence).toContain(text.slice(claim.start, claim.end))
        }
      },
    ),
    { numRuns: 60 },
  ))
