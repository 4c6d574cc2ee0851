import { expect, test } from 'vitest'
import { sourceBreaks } from './breaks.ts'

const day = (date: string) => `${date}T00:00:00.000Z`
const quarter = { from: day('2026-02-01'), to: day('2026-05-01') }
const span = (sourceId: string, from: string, to: string, items = 50) => ({
  sourceId,
  firstSeenAt: day(from),
  lastSeenAt: day(to),
  items,
})

test.each([
  ['one that was there throughout breaks nothing', span('a', '2026-01-01', '2026-04-29'), []],
  ['one that began within is added', span('a', '2026-03-01', '2026-04-29'), ['added']],
  ['one that fell silent is lost', span('a', '2026-01-20', '2026-03-01'), ['lost']],
  ['one that came and went is both', span('a', '2026-02-10', '2026-03-01'), ['added', 'lost']],
  ['one of a few items bends no line', span('a', '2026-02-10', '2026-03-01', 3), []],
  ['one that ended before is no break of these weeks', span('a', '2026-01-01', '2026-01-20'), []],
])('%s', (_, one, kinds) => {
  const records = span('old', '2026-01-01', '2026-04-30')
  expect(sourceBreaks([records, one], new Map(), quarter).map(({ kind }) => kind)).toEqual(kinds)
})

test('what begins with the records did not begin then', () =>
  expect(sourceBreaks([span('a', '2026-03-01', '2026-04-30')], new Map(), quarter)).toEqual([]))
