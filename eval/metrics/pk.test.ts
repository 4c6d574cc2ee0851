import { expect, test } from 'vitest'
import { pk } from './pk.ts'

test.each([
  ['the same cuts', [50], [50], 0],
  ['no cuts at all, where there are none', [], [], 0],
])('Pk of %s is %d', (_, found, wanted, value) => expect(pk(found, wanted, 100)).toBe(value))

test('Pk of a missed cut is the share of probes that straddle it', () =>
  expect(pk([], [50], 100)).toBeCloseTo(25 / 75))

test('Pk forgives a near miss more than a far one', () =>
  expect(pk([52], [50], 100)).toBeLessThan(pk([70], [50], 100)))
