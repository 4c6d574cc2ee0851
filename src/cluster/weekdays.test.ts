import { expect, test } from 'vitest'
import { sameDay, weekdaysOf } from './weekdays.ts'

test.each([
  ['voted on Tuesday', 'the vote of Tuesday night', 1],
  ['voted on Tuesday', 'votes again Friday', -1],
  ['Monday to Tuesday', 'after Tuesday', 1],
  ['voted on Tuesday', 'voted', 0],
  ['voted', 'voted', 0],
] as const)('%s | %s: %d', (one, other, agreement) =>
  expect(sameDay(weekdaysOf(one), weekdaysOf(other))).toBe(agreement),
)
