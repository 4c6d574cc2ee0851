import { expect, test } from 'vitest'
import { spokenDate } from '#extract'

const day = (text: string) => spokenDate(text, '2026-05-03')?.day ?? null

test.each([
  ['So April 29th, Wednesday, April 29th, if you’re listening, it started yesterday.', '2026-04-29'],
  ['We’re recording this on May the first, so things may have changed.', '2026-05-01'],
  ['Today is the twenty-ninth of April.', '2026-04-29'],
  ['Welcome back. It is May 2nd.', '2026-05-02'],
])('%s', (text, wanted) => expect(day(text)).toBe(wanted))

test.each([
  'Norlab launched it on April 29th.',
  'Monday, April 27th, Norlab shipped.',
  'Today is May 9th.',
  'Today is January 5th.',
  'Nothing is said here.',
])('no recording date: %s', (text) => expect(day(text)).toBeNull())

test('without a day of publication nothing is taken for the recording', () =>
  expect(spokenDate('Today is April 29th.', null)).toBeNull())
