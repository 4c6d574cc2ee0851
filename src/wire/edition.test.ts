import { expect, test } from 'vitest'
import { namesOf } from './edition.ts'

test.each([
  ['digest', 'Bellwether | Thursday 14 May 2026', 'Thursday 14 May 2026', null],
  [
    'brief',
    'Bellwether Weekly | No. 2, week 19: 4 to 10 May 2026',
    'No. 2, week 19: 4 to 10 May 2026',
    'Bellwether Weekly',
  ],
  ['dive', 'Security | Deep dive No. 1, week 19 of 2026', 'Security', 'Deep dive No. 1, week 19 of 2026'],
  ['alert', 'Alert | A | B', 'A | B', 'Alert'],
  ['alert', 'Without a stroke', 'Without a stroke', null],
] as const)('a %s of the title “%s” goes by the name of “%s”', (kind, title, name, issue) =>
  expect(namesOf({ kind, title })).toEqual({ name, issue }),
)
