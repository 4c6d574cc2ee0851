import fc from 'fast-check'
import { expect, test } from 'vitest'
import { searchable } from './searchable.ts'

test.each([
  ['GPT5.5', 'GPT 5.5'],
  ['GPT-5.5', 'GPT-5.5'],
  ['an H100 and Qwen3-30B', 'an H 100 and Qwen 3-30 B'],
  ['no digits', 'no digits'],
  ['模型v3', ' 模 型 v 3'],
  ['', ''],
])('%j reads as %j', (text, wanted) => expect(searchable(text)).toBe(wanted))

test('reading it twice changes nothing', () =>
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', '5', ' ', '模', '-', 'é', '٣') }), (text) => {
      expect(searchable(searchable(text))).toBe(searchable(text))
    }),
  ))
