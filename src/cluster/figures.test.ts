import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { contradict, figuresOf } from './figures.ts'

const of = (title: string, text = '') =>
  figuresOf({ title, text }).map(({ measure, value }) => [measure, value])

describe('the figures of a happening', () => {
  test.each([
    ['Lumen raises $300 million for arms', [['raised', 3e8]]],
    ['Dune secures 80 million euros', [['raised', 8e7]]],
    ['Virtu plans to raise up to $100 mln', [['raised', 1e8]]],
    [
      'Comfy raised $30M at a $500M valuation',
      [
        ['raised', 3e7],
        ['valued', 5e8],
      ],
    ],
    ['Meridian fined $75m over training data', [['fined', 7.5e7]]],
    ['Cobalt to buy Greywater for $2.4 billion', [['bought', 2.4e9]]],
    ['Orbiton opens a 7B model', [['parameters', 7e9]]],
    ['Kestrel scores 87.1 on SWE-bench', [['on swe-bench', 87.1]]],
    ['Ferry tops Terminal-Bench with 52.3%', [['on terminal-bench', 52.3]]],
    ['Anvil is at $47B run-rate revenue', []],
    ['A pro plan for $20 a month raises eyebrows', []],
    ['Trained on 30B tokens', []],
    ['Raised: A $1M, B $7M, C $90M', []],
    ['The 70 people of $PLTR raised hands', []],
  ] as const)('%s', (title, figures) => expect(of(title)).toEqual(figures))

  test('are read in bounded time from anything', () =>
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => of(text, text).length <= 8)))
})

test.each([
  ['another sum', 'X raises $300M', 'X raises $650M', true],
  ['a rounded sum', 'X raises $1.62 billion', 'X raises $1.6 billion', false],
  ['another currency', 'X raises $100 million', 'X raises €92 million', false],
  ['another size', 'X opens a 7B model', 'X opens a 70B model', true],
  ['one size of two', 'X opens models of 7B and 70B', 'X opens a 70B model', false],
  ['another score', 'X: 87.1% on MMLU', 'X: 64.0% on MMLU', true],
  ['a rounded score', 'X: 87.1% on MMLU', 'X: 87% on MMLU', false],
  ['another measure', 'X raises $300M', 'X is valued at $4 billion', false],
  [
    'a sum that agrees beside one that does not',
    'X raises $300M at a $4B valuation',
    'X raises $300M, valued at $9B',
    false,
  ],
])('%s tells another happening: %s', (_, one, other, apart) =>
  expect(contradict(figuresOf({ title: one, text: '' }), figuresOf({ title: other, text: '' }))).toBe(apart),
)
