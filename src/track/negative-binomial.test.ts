import fc from 'fast-check'
import { expect, test } from 'vitest'
import { believedUpTo } from './false-discovery.ts'
import { chanceOfAtLeast, chanceOfAtMost } from './negative-binomial.ts'

test.each([
  // size 1 is the geometric distribution: P(X >= k) = (mean / (1 + mean))^k
  [1, 1, 2, 0.5],
  [3, 1, 2, 0.125],
  [40, 1, 2, 2 ** -40],
  [5, 3, 12, 0.75 ** 5],
  [0, 7, 9, 1],
])('a count of at least %d with mean %d and variance %d has chance %d', (count, mean, variance, wanted) =>
  expect(chanceOfAtLeast(count, mean, variance) / wanted).toBeCloseTo(1, 9),
)

test('with little more variance than mean it is the Poisson distribution', () =>
  expect(chanceOfAtMost(2, 3, 3.000001)).toBeCloseTo(Math.exp(-3) * (1 + 3 + 4.5), 5))

test('both tails share out all chance', () =>
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 300 }),
      fc.double({ min: 0.01, max: 200, noNaN: true }),
      fc.double({ min: 1.01, max: 20, noNaN: true }),
      (count, mean, spread) => {
        const variance = mean * spread
        const both = chanceOfAtMost(count, mean, variance) + chanceOfAtLeast(count + 1, mean, variance)
        expect(both).toBeCloseTo(1, 8)
      },
    ),
  ))

test('Benjamini and Hochberg believe by step-up: a later finding can carry an earlier one', () => {
  expect(believedUpTo([0.04, 0.03, 0.9], { tests: 3, share: 0.1 })).toBe(0.04)
  expect(believedUpTo([0.04], { tests: 9, share: 0.1 })).toBe(0)
  expect(believedUpTo([0.2, 0.3], { tests: 2, share: 0.1 })).toBe(0)
  expect(believedUpTo([], { tests: 0, share: 0.1 })).toBe(0)
})
