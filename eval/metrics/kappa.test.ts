import { expect, test } from 'vitest'
import { quadraticKappa } from './kappa.ts'

test('full agreement is 1, chance is 0, opposite raters are below', () => {
  expect(quadraticKappa([[1, 1], [2, 2], [4, 4]], 4)).toBe(1) // biome-ignore format: pairs read best in a row
  expect(quadraticKappa([[1, 1], [1, 2], [2, 1], [2, 2]], 2)).toBeCloseTo(0) // biome-ignore format: as above
  expect(quadraticKappa([[1, 4], [4, 1]], 4)).toBe(-1) // biome-ignore format: as above
})

test('a far miss costs more than a near one', () =>
  expect(quadraticKappa([[1, 1], [2, 3], [4, 4]], 4)).toBeGreaterThan(quadraticKappa([[1, 1], [2, 4], [4, 4]], 4))) // biome-ignore format: as above
