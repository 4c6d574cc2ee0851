import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { listed, quantities } from '#text'

const read = (text: string) => quantities(text).map(({ number, unit }) => [number, unit])

describe('one number', () => {
  test.each([
    ['5 GW of power', 5e9, 'W'],
    ['a 70B model', 7e10, 'parameter'],
    ['$1.25bn', 1.25e9, 'usd'],
    ['1,200 requests per second', 1200, 'request/s'],
    ['$0.40 per hour', 0.4, 'usd/hour'],
    ['6.8/10.', 6.8, '/10'],
    ['7.2 km s−1', 7.2, 'kilometre/s'],
    ['1280 cm−1', 1280, '1/centimetre'],
    ['20 mm2', 20, 'millimetre^2'],
    ['60 × 10 × 3 mm3', 60, 'millimetre^3'],
    ['46.8% ± 1.6%', 46.8, '%'],
    ['32 GPUs.', 32, 'GPU'],
    ['a ratio of 1:1000.', 0.001, ''],
    ['7.85 kR', 7.85, ''],
    ['88kR', 88, 'kR'],
    ['95 tps', 95, 'token/s'],
    ['40°N', 40, 'degree'],
    ['27 keV', 27_000, 'eV'],
    ['four hundred million people', 4e8, 'people'],
    ['it grew sixfold', 6, 'x'],
    ['two orders of magnitude faster', 100, 'x'],
    ['nine in ten firms', 0.9, 'firm'],
    ['it cut relapse by a third', 1 / 3, ''],
  ])('%s', (text, number, unit) => expect(read(text)).toEqual([[number, unit]]))
})

describe('no quantity', () => {
  test.each([
    'GPT-5.5 and H100',
    'phases 3, 5, and 7',
    'Figures 4Q and 4R',
    '13C/12C and 206Pb',
    'within 2σ',
    'borehole 22/10a-4',
    '57°44’8.47”N',
    'a two-dimensional grid',
    'May 5, 2026 at 14:30',
    'RFC 9110',
    'a 5070Ti and a 9950X',
    'Linnet 4 costs less',
    'the upper half of the page',
    'a tenth of the page',
    'it fixes bug 1187',
  ])('%s', (text) => expect(read(text)).toEqual([]))
})

describe('lists', () => {
  test('the bare numbers of a list share the unit behind its last, scale included', () => {
    expect(read('4.5, 6 and 13 kg')).toEqual([
      [4.5, 'kilogram'],
      [6, 'kilogram'],
      [13, 'kilogram'],
    ])
    expect(read('100, 200 and 750 MW')).toEqual([
      [1e8, 'W'],
      [2e8, 'W'],
      [7.5e8, 'W'],
    ])
    expect(read('8, 16 and 32 GPUs')).toEqual([
      [8, 'GPU'],
      [16, 'GPU'],
      [32, 'GPU'],
    ])
  })

  test('money shares nothing', () =>
    expect(read('2, 3 and $4').map(([, unit]) => unit)).toEqual(['', '', 'usd']))

  const joined = (text: string) =>
    listed(text, quantities(text)).map(({ text: one, values }) => [one, values])

  test('a list with one unit is one; what stands apart, respectively, is not', () => {
    expect(joined('at 1, 5 and 10 kg each')).toEqual([['1, 5 and 10 kg', [1, 5, 10]]])
    expect(joined('80% and 81%, respectively')).toEqual([
      ['80%', null],
      ['81%', null],
    ])
    expect(joined('3 kg, 4 kg and 5 kg')).toEqual([['3 kg, 4 kg and 5 kg', [3, 4, 5]]])
    expect(joined('$3 and $5')).toEqual([
      ['$3', null],
      ['$5', null],
    ])
  })
})

test.each([
  ['from 75.4 to 78.5', 75.4, 78.5],
  ['from 50% to around 80%', 50, 80],
  ['27 keV to 21 MeV', 27e3, 21e6],
  ['between 3 and 5 minutes', 3, 5],
])('%s is a range', (text, low, high) => expect(quantities(text)).toMatchObject([{ low, high }]))

test('each quantity is the text at its place, in order and apart', () =>
  fc.assert(
    fc.property(
      fc.array(
        fc.constantFrom(
          '3',
          '4.5 kg',
          ' and ',
          ', ',
          '$7',
          '%',
          ' to ',
          'from ',
          'GPUs',
          ' × ',
          '−1',
          'x',
          '1:3',
          '.',
          ' two ',
          'B',
        ),
      ),
      (pieces) => {
        const text = pieces.join('')
        let end = 0
        for (const one of quantities(text)) {
          expect(one.text).toBe(text.slice(one.start, one.end))
          expect(one.start).toBeGreaterThanOrEqual(end)
          expect(Number.isNaN(one.number)).toBe(false)
          end = one.end
        }
      },
    ),
  ))
