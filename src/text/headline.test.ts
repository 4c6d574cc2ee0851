import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bestHeadline } from './headline.ts'

test.each([
  [
    'what leans on a sentence before',
    ['This matters because it is cheap', 'Harbour cuts its prices by half'],
    1,
  ],
  ['a mere name', ['Mikey', 'Opus no longer says it is done when it is not'], 1],
  ['an account', ['@harbour on the new prices of Tern', 'Harbour makes the prices of Tern permanent'], 1],
  [
    'what was cut',
    ['Harbour announced that its Tern model, the first of…', 'Harbour announced its Tern model'],
    1,
  ],
  ['a fragment', ['stop falsely implying that a task is done', 'Tern stops claiming tasks it did not do'], 1],
  [
    'the one that shares little',
    [
      'Ships wait in Lagos',
      'Harbour opens Tern weights',
      'Tern: Harbour opens its weights',
      'Weights of Tern opened by Harbour',
    ],
    1,
  ],
  ['nothing, of equals', ['vLLM gets a Rust frontend', 'vLLM gets a Rust frontend'], 0],
] as const)('of titles of one story %s gives way', (_, titles, best) =>
  expect(bestHeadline(titles)).toBe(best),
)

test('one of the titles is taken whatever they are', () =>
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' })), (titles) => {
      const best = bestHeadline(titles)
      expect(best).toBeGreaterThanOrEqual(titles.length === 0 ? -1 : 0)
      expect(best).toBeLessThan(Math.max(1, titles.length))
    }),
  ))
