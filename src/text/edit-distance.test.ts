import fc from 'fast-check'
import { expect, test } from 'vitest'
import { editDistance } from './edit-distance.ts'

test.each([
  ['quantization', 'quantization', 2, 0],
  ['quantizaton', 'quantization', 2, 1],
  ['qunatization', 'quantization', 2, 1],
  ['attention', 'retention', 2, 2],
  ['router', 'roundup', 2, 3],
  ['', 'ab', 2, 2],
  ['a', 'abcdef', 2, 3],
])('from %s to %s, looking no further than %i, it is %i', (a, b, most, wanted) =>
  expect(editDistance(a, b, most)).toBe(wanted),
)

test('is the same from either side, and nothing only between equals', () =>
  fc.assert(
    fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (a, b) => {
      expect(editDistance(a, b, 12)).toBe(editDistance(b, a, 12))
      expect(editDistance(a, b, 12) === 0).toBe(a === b)
    }),
  ))
