import { expect, test } from 'vitest'
import { fixedClock, systemClock } from './index.ts'

test('a fixed clock stands still, and writes its instant in full', () => {
  const clock = fixedClock('2026-05-14T18:00Z')
  expect([clock.now(), clock.now()]).toEqual(['2026-05-14T18:00:00.000Z', '2026-05-14T18:00:00.000Z'])
  expect(() => fixedClock('teatime')).toThrow('teatime')
})

test('the system clock gives instants that sort', () => {
  const first = systemClock.now()
  expect(first).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
  expect(systemClock.now() >= first).toBe(true)
})
