import { expect, test } from 'vitest'
import { spearman } from './spearman.ts'

test.each([
  ['the same order', [1, 2, 30], [4, 5, 6], 1],
  ['the opposite order', [1, 2, 3], [9, 8, -7], -1],
  ['ties share their rank', [1, 2, 2, 3], [1, 2, 3, 4], 0.9487],
])('%s', (_, a, b, wanted) => expect(spearman(a, b)).toBeCloseTo(wanted, 4))

test('a flat list correlates with nothing', () => expect(spearman([1, 1], [1, 2])).toBeNaN())
