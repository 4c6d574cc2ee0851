import { expect, test } from 'vitest'
import { phaseOf } from './phase.ts'

const now = '2026-05-14T18:00:00.000Z'
test.each([
  ['first told this morning', '2026-05-14T09:00:00.000Z', '2026-05-14T12:00:00.000Z', 'breaking'],
  ['told since yesterday, again today', '2026-05-13T09:00:00.000Z', '2026-05-14T12:00:00.000Z', 'developing'],
  ['told the day before yesterday only', '2026-05-12T20:00:00.000Z', '2026-05-12T21:00:00.000Z', 'fading'],
  ['told for a week, again today', '2026-05-07T09:00:00.000Z', '2026-05-14T01:00:00.000Z', 'sustained'],
  ['told for a week until three days ago', '2026-05-07T09:00:00.000Z', '2026-05-11T01:00:00.000Z', 'fading'],
])('a story %s is %4$s', (_, firstSeenAt, lastSeenAt, phase) =>
  expect(phaseOf({ firstSeenAt, lastSeenAt }, now)).toBe(phase),
)
