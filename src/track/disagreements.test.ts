import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Claim } from '#domain'
import { aClaim, aDossier, aMention, aSource, aTelling } from '../score/test-dossiers.ts'
import { disagreements } from './disagreements.ts'

const money = (value: string, number: number, part: Partial<Claim> = {}) =>
  aClaim({ subject: 'Acme', metric: 'funding', value, number, unit: 'usd', kind: 'money', ...part })

const between = (...claims: readonly Claim[]) =>
  disagreements(
    aDossier(
      ...claims.map((claim, i) =>
        aTelling({ id: `i${i}` }, { source: aSource({ id: `s${i}`, family: `f${i}` }), claims: [claim] }),
      ),
    ),
  )

describe('two sources', () => {
  test.each([
    ['$650M against $500M', money('$650M', 6.5e8), money('$500M', 5e8)],
    ['1.6T against 1.7T', money('1.6T', 1.6e12), money('1.7T', 1.7e12)],
    ['under 40 against 45', money('40', 40, { change: '<' }), money('45', 45)],
    ['3 to 4 against 5', money('3-4', 3, { low: 3, high: 4 }), money('5', 5)],
    ['up 5 against down 5', money('5', 5, { change: 'up' }), money('5', 5, { change: 'down' })],
  ])('%s disagree', (_, one, other) => {
    const [found] = between(one, other)
    expect(found).toMatchObject({ storyId: 's1', subject: 'Acme', metric: 'funding' })
    expect(found?.sides.map((side) => side.itemId)).toEqual(['i0', 'i1'])
  })

  test.each([
    ['the same number', money('$650M', 6.5e8), money('650 million dollars', 6.5e8)],
    ['a rounded number', money('1.6T', 1.6e12), money('1.63T', 1.63e12)],
    ['a number rounded to tens', money('$650M', 6.5e8), money('$648M', 6.48e8)],
    ['about the number', money('600', 600, { change: '~' }), money('650', 650)],
    ['a bound and a number within', money('30', 30, { change: '>' }), money('45', 45)],
    ['another unit', money('40', 40, { unit: '%' }), money('45', 45, { unit: 'pp' })],
    [
      'another condition',
      money('40', 40, { condition: 'on MATH' }),
      money('45', 45, { condition: 'on AIME' }),
    ],
    ['another metric', money('40', 40), money('45', 45, { metric: 'valuation' })],
    ['no subject', money('40', 40, { subject: null }), money('45', 45, { subject: null })],
    ['a level and a rise', money('40', 40), money('5', 5, { change: 'up' })],
    ['dates', money('2025', 2025, { kind: 'date' }), money('2026', 2026, { kind: 'date' })],
  ])('%s do not', (_, one, other) => expect(between(one, other)).toEqual([]))
})

test('feeds of one family, and copies, contradict nobody', () => {
  const one = aTelling({ id: 'a' }, { claims: [money('40', 40)] })
  const sister = aTelling(
    { id: 'b' },
    { source: aSource({ id: 'two', family: 'one.example' }), claims: [money('50', 50)] },
  )
  const copy = aTelling({ id: 'c' }, { source: aSource({ id: 'x' }), claims: [money('50', 50)], copyOf: 'a' })
  expect(disagreements(aDossier(one, sister, copy))).toEqual([])
})

test('a source that prints two numbers for what we take for one thing takes no side', () => {
  const two = aTelling({ id: 'a' }, { claims: [money('40', 40), money('90', 90)] })
  const one = aTelling({ id: 'b' }, { source: aSource({ id: 'x' }), claims: [money('60', 60)] })
  expect(disagreements(aDossier(two, one))).toEqual([])
})

test('two spellings of one entity are one subject', () => {
  const full = aTelling(
    { id: 'a' },
    {
      claims: [money('40', 40, { subject: 'Acme Corporation' })],
      mentions: [aMention({ surface: 'Acme Corporation', entityId: 'acme' })],
    },
  )
  const short = aTelling(
    { id: 'b' },
    {
      source: aSource({ id: 'x' }),
      claims: [money('60', 60)],
      mentions: [aMention({ surface: 'Acme', entityId: 'acme' })],
    },
  )
  expect(disagreements(aDossier(full, short))).toHaveLength(1)
})

test('every side named excludes another one, and order decides nothing', () =>
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 6 }), (numbers) => {
      const claims = numbers.map((number) => money(String(number * 10 + 1), number * 10 + 1))
      const found = between(...claims)
      expect(found.length > 0).toBe(new Set(numbers).size > 1)
      expect(between(...claims.toReversed()).length).toBe(found.length)
    }),
  ))
