import fc from 'fast-check'
import { expect, test } from 'vitest'
import { standingOf } from './standing.ts'

const value = (points: number, known: readonly number[]) =>
  standingOf(points, { points: known, weeks: 8 }).value

test('with a long history it is the share of stories below', () => {
  const thousand = Array.from({ length: 1000 }, (_, at) => at / 20)
  expect(Math.abs(value(40, thousand) - 80)).toBeLessThan(1)
  expect(Math.abs(value(25, thousand) - 50)).toBeLessThan(1)
})

test('the same place in a rich and in a poor stream means the same', () => {
  const poor = Array.from({ length: 400 }, (_, at) => at / 10)
  const rich = poor.map((points) => points * 2)
  expect(Math.abs(value(36, poor) - value(72, rich))).toBeLessThan(3)
})

test('without history it is what is usual, and a few stories hardly change it', () => {
  expect(value(50, [])).toBe(71.5)
  expect(Math.abs(value(50, [90, 95]) - 71.5)).toBeLessThan(8)
  expect(standingOf(50, { points: [], weeks: 8 }).because).toContain('nothing was read')
})

test('it stays on its scale and never falls when points rise', () =>
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0, max: 100, noNaN: true })),
      fc.double({ min: 0, max: 100, noNaN: true }),
      fc.double({ min: 0, max: 100, noNaN: true }),
      (points, one, other) => {
        const known = [...points].sort((a, b) => a - b)
        const [low, high] = [value(Math.min(one, other), known), value(Math.max(one, other), known)]
        expect(low).toBeGreaterThanOrEqual(0)
        expect(high).toBeGreaterThanOrEqual(low)
        expect(high).toBeLessThanOrEqual(100)
      },
    ),
  ))
