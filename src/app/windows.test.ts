import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dateOf, lastClosedDate, windowOf } from './windows.ts'

const instants = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString())
const times = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'))

test('a window ends at its hour and lasts a day', () =>
  expect(windowOf('2026-05-14', '06:00')).toEqual({
    from: '2026-05-13T06:00:00.000Z',
    to: '2026-05-14T06:00:00.000Z',
  }))

test('every instant is in the window of its date, and in no other', () => {
  fc.assert(
    fc.property(instants, times, (instant, at) => {
      const { from, to } = windowOf(dateOf(instant, at), at)
      expect(from <= instant && instant < to).toBe(true)
    }),
  )
})

test('the last closed window is over and the next is not', () => {
  fc.assert(
    fc.property(instants, times, (now, at) => {
      const { to } = windowOf(lastClosedDate(now, at), at)
      expect(to <= now).toBe(true)
      expect(Date.parse(now) - Date.parse(to)).toBeLessThan(86_400_000)
    }),
  )
})

test('a date that is none is refused with an example', () =>
  expect(() => windowOf('14.5.2026', '06:00')).toThrow('write it as 2026-05-14'))

test.each(['2026-02-30', '2026-13-01', 'soon'])('%s has no window: no calendar has that day', (date) =>
  expect(() => windowOf(date, '06:00')).toThrow(`"${date}" is no date; write it as 2026-05-14`),
)
