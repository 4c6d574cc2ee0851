import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseDate } from './dates.ts'

test.each([
  ['Thu, 14 May 2026 08:00:00 GMT', '2026-05-14T08:00:00.000Z'],
  ['14 May 26 08:00 EST', '2026-05-14T13:00:00.000Z'],
  ['2026-05-14T08:00:00.25+05:30', '2026-05-14T02:30:00.250Z'],
  ['20260514', '2026-05-14'],
  ['2026-05', '2026-05'],
  ['May 2026', '2026-05'],
  ['2026', '2026'],
  ['Q2 2026', '2026-Q2'],
  ['May 14th, 2026', '2026-05-14'],
  ['mar., 12 mai 2026 10:00:00 +0200', '2026-05-12T08:00:00.000Z'],
  ['14. März 2026', '2026-03-14'],
  ['Thu, 14 May 2026 00:00:00 Europe/Berlin', '2026-05-13T22:00:00.000Z'],
  ['1778745600', '2026-05-14T08:00:00.000Z'],
  ['1778745600000', '2026-05-14T08:00:00.000Z'],
  ['2026年5月14日', '2026-05-14'],
  ['5/14/2026 1:05 pm PST', '2026-05-14T21:05:00.000Z'],
  ['Tue, 05 12 2026', '2026-05-12'],
  ['14 Foo 2026', '2026'],
  ['14 Foo 2026 08:00:00 GMT', '2026-01-14T08:00:00.000Z'],
])('parseDate(%s) is %s', (given, wanted) => expect(parseDate(given)?.date).toBe(wanted))

test.each(['', 'soon', '2026-', '2026-02-30', '32 May 2026', '12:30', 'version 5'])(
  'parseDate(%s) is no date',
  (given) => expect(parseDate(given)).toBeNull(),
)

test.each([
  ['2026-05-14 08:00', /no time zone/],
  ['14 May 2026 08:00 XYZ', /XYZ/],
  ['05/04/2026', /month before day/],
  ['14 Foo 2026', /Foo/],
  ['14 Foo 2026 08:00:00 GMT', /read as January/],
])('parseDate(%s) says what it guessed', (given, guess) => expect(parseDate(given)?.guess).toMatch(guess))

test('an instant written out is read back as it was', () =>
  fc.assert(
    fc.property(
      fc.date({ min: new Date('1970-01-01'), max: new Date('2999-12-31'), noInvalidDate: true }),
      (date) => {
        expect(parseDate(date.toISOString())?.date).toBe(date.toISOString())
        expect(parseDate(date.toUTCString())?.date).toBe(
          new Date(Math.floor(date.getTime() / 1000) * 1000).toISOString(),
        )
      },
    ),
  ))

test('no text makes it throw', () => fc.assert(fc.property(fc.string(), (text) => void parseDate(text))))
