import fc from 'fast-check'
import { expect, test } from 'vitest'
import { retryAt } from './retry.ts'

const NOW = '2026-05-14T18:00:00.000Z'

test.each([
  [0, null, '2026-05-14T18:05:00.000Z'],
  [1, null, '2026-05-14T18:10:00.000Z'],
  [3, null, '2026-05-14T18:40:00.000Z'],
  [30, null, '2026-05-15T18:00:00.000Z'],
  [0, '3600', '2026-05-14T19:00:00.000Z'],
  [0, '1', '2026-05-14T18:05:00.000Z'],
  [0, 'Fri, 15 May 2026 18:00:00 GMT', '2026-05-15T18:00:00.000Z'],
  [0, '999999999', '2026-05-21T18:00:00.000Z'],
  [0, 'soon', '2026-05-14T18:05:00.000Z'],
])('after %i failures before, told %j, we ask again at %s', (failuresBefore, retryAfter, wanted) =>
  expect(retryAt(NOW, { failuresBefore, retryAfter })).toBe(wanted),
)

test('each failure more waits at least as long, whatever the server says', () =>
  fc.assert(
    fc.property(fc.nat(2000), fc.option(fc.string()), (failuresBefore, retryAfter) => {
      const wait = (failures: number) => retryAt(NOW, { failuresBefore: failures, retryAfter })
      expect(wait(failuresBefore) > NOW).toBe(true)
      expect(wait(failuresBefore + 1) >= wait(failuresBefore)).toBe(true)
    }),
  ))
