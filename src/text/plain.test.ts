import fc from 'fast-check'
import { expect, test } from 'vitest'
import { plain } from './plain.ts'

test.each([
  ['**Fast decoding**: [vLLM](https://x.org/a) is *quick*.', 'Fast decoding: vLLM is quick.'],
  ['lifts MATH from 75.4\\% to 78.5\\%', 'lifts MATH from 75.4% to 78.5%'],
  ['a $2.5\\times$ gain at pre-Stage~3', 'a 2.5× gain at pre-Stage 3'],
  ['costs $5 and then $7 more', 'costs $5 and then $7 more'],
  ['snake_case_name and 2 * 3 * 4 stay', 'snake_case_name and 2 * 3 * 4 stay'],
  ['about ~8 GB', 'about ~8 GB'],
  ['\\textbf{Bold} and `code`', 'Bold and code'],
  ['Q&amp;A', 'Q&A'],
])('plain(%s) is %s', (given, wanted) => expect(plain(given)).toBe(wanted))

test('words without marks are left as they are', () =>
  fc.assert(
    fc.property(fc.array(fc.stringMatching(/^[A-Za-z0-9.,]{1,12}$/)), (words) => {
      const text = words.join(' ').replace(/ +([,.;:!?])/g, '$1')
      expect(plain(text)).toBe(text.trim())
    }),
  ))
