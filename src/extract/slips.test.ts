import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Slip } from '#domain'
import { slips } from '#extract'

const read = (text: string) => slips(text, { published: '2026-05-13' })

describe('slips', () => {
  test.each<[string, Partial<Slip>]>([
    ['10 + 30 = 50 billion dollars', { kind: 'sum', said: '50 billion', computed: '40' }],
    ['1605/0.71 = 2360 TFLOPs/s', { kind: 'sum', computed: '2,260.56' }],
    ['from 75.4 to 78.5, a gain of 2.8 points', { kind: 'move', computed: '3.1 points' }],
    ['Revenue doubled from $10M to $35M.', { kind: 'move', computed: '3.5x' }],
    ['The mix splits 40% code, 35% web and 30% books.', { kind: 'parts', computed: '105%' }],
    ['12 of 40 models (25%) failed.', { kind: 'parts', computed: '30%' }],
    ['4 summaries: Alpha, Beta, Gamma, Delta, Epsilon, Zeta', { kind: 'list', said: '4', computed: '6' }],
    ['Pages updated: 11 (5 summaries; 2 notes; 7 lists).', { kind: 'list', computed: '14' }],
    ['From May 5 to May 13, seven days.', { kind: 'days', said: 'seven days', computed: '8 days' }],
    ['Released on Friday, May 13, 2026.', { kind: 'weekday', computed: 'Wednesday' }],
    [
      'They signed for 5 gigabytes of data center power.',
      { kind: 'unit', computed: '5 gigawatts', quote: '5 gigabytes' },
    ],
    ['Grants of $3M, $2.5M and $1M, $7.5M in all.', { kind: 'sum', computed: '6.5' }],
    ['It costs $1,300: $700 for the board and $500 for the arm.', { kind: 'sum', computed: '1,200' }],
    [
      'Six of its eight labs are here; the other three are not.',
      { kind: 'sum', said: 'three', computed: '2' },
    ],
    ['It does 1,200 parcels an hour, up from 800, a 40% gain.', { kind: 'move', computed: '50%' }],
    ['Latency was cut in half, from 64 ms to 48 ms.', { kind: 'move', computed: '0.75x' }],
    ['Of 60 grasps, 51 succeeded, a rate of 75 percent.', { kind: 'parts', computed: '85%' }],
    ['The draw is 60% compute, 25% cooling and 25% networking.', { kind: 'parts', computed: '110%' }],
    ['Three of the four are Chinese: Lumen, Pavo, Orro and Hexin.', { kind: 'list', computed: '4' }],
    ['The two firms, Orro, Pavo and Lumen, signed.', { kind: 'list', computed: '3' }],
    ['The board has five members: Abe, Brandt, Castro and Duarte.', { kind: 'list', computed: '4' }],
    ['It came on April 2, 2026 and left on April 5, 2026, two weeks later.', { kind: 'days' }],
    ['On 31 May 2026, a Saturday, it lapsed.', { kind: 'weekday', computed: 'Sunday' }],
    ['They saw a 99.8 drop in cost.', { kind: 'unit', computed: '99.8%' }],
    [
      '1.1 billion against 1.03 billion. And by narrowly, I mean 70 billion.',
      { kind: 'unit', computed: '70,000,000' },
    ],
  ])('%s', (text, wanted) => expect(read(text)).toMatchObject([wanted]))
})

test.each([
  '10 + 30 = 40 billion dollars',
  '1605/0.71 = 2260',
  '3.2 + 4.9 ≈ 8',
  'from 8% to 5%, down 3%',
  'Sales grew from 100 to 150, up about 45%.',
  'Users: 40% at home, 35% at work and 45% on the road, among others.',
  'Five labs, including Alpha, Beta and Gamma, signed.',
  'It needs 80 gigabytes of GPU memory.',
  'Rounds of $3M, $2M and others, $12M in all.',
  'It is 40% faster, 30% cheaper and 20% smaller.',
  'The two founders, Ann Lee, CEO, and Bob Ray, CTO, left.',
  'Five firms: Orro, Pavo and more.',
  'Three of the four came from Asia: Lumen and Pavo.',
  'On Tuesday, May 12, it was gone.',
  'Two deals in two weeks (May 8 and May 11).',
])('sound: %s', (text) => expect(read(text)).toEqual([]))

test('no sound sum is ever flagged, and every wrong one is', () =>
  fc.assert(
    fc.property(
      fc.array(fc.nat(9999), { minLength: 2, maxLength: 6 }),
      fc.integer({ min: 1, max: 500 }),
      (terms, off) => {
        const sum = terms.reduce((a, b) => a + b, 0)
        const left = terms.join(' + ')
        expect(read(`${left} = ${sum}`)).toEqual([])
        expect(read(`${left} = ${sum + off}`)).toHaveLength(1)
      },
    ),
  ))

test('a slip quotes the text at its place', () => {
  const text = 'Of late, 12 × 4 = 46 cards. Then from 100 to 150, up 40%.'
  for (const slip of read(text)) expect(text.slice(slip.start, slip.end)).toBe(slip.quote)
  expect(read(text)).toHaveLength(2)
})
