import fc from 'fast-check'
import { expect, test } from 'vitest'
import { phaseOf, type ToldAt } from './phase.ts'

const now = '2026-05-14T18:00:00.000Z'
const at = (hoursAgo: number): string => new Date(Date.parse(now) - hoursAgo * 3_600_000).toISOString()
/** Tellings by their hours before now, each by another family. */
const told = (...hoursAgo: readonly number[]): ToldAt[] =>
  hoursAgo.map((hours, i) => ({ at: at(hours), family: `family ${i}` }))
const each = (from: number, to: number, step: number): number[] =>
  Array.from({ length: Math.floor((from - to) / step) + 1 }, (_, i) => from - i * step)

test.each([
  ['first told this morning', told(9, 6), 'breaking'],
  ['told yesterday by one, taken up today by three', told(30, 4, 3, 2), 'breaking'],
  ['told yesterday by many, today by three more', told(30, 29, 28, 27, 26, 4, 3, 2), 'developing'],
  ['told since yesterday, again today', told(33, 6), 'developing'],
  ['told once, two days ago', told(46), 'fading'],
  ['told once, less than a day ago', told(20), 'developing'],
  ['told for a week, again today', told(177, 120, 60, 17), 'sustained'],
  ['told every second day for a week, last two days ago', told(190, 142, 94, 46), 'sustained'],
  ['told for a week until three days ago', told(177, 140, 89), 'fading'],
  ['told ten times a day for five days, once today', told(...each(120, 25, 2.4), 10), 'fading'],
  ['old, and taken up again today by three', told(240, 200, 5, 4, 3), 'developing'],
  [
    'old, and taken up again today by one family',
    told(240, 200).concat(told(5, 4, 3).map(({ at }) => ({ at, family: 'one' }))),
    'sustained',
  ],
])('a story %s is %3$s', (_, tellings, phase) => expect(phaseOf(tellings, now)).toBe(phase))

test('neither the order of tellings nor those still to come matter', () =>
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 500, noNaN: true }), { minLength: 1 }), (hours) => {
      const tellings = told(...hours)
      const later = { at: at(-5), family: 'later' }
      expect(phaseOf([later, ...[...tellings].reverse()], now)).toBe(phaseOf(tellings, now))
    }),
  ))

test('every story that nobody tells any more fades within two days of its last telling', () =>
  fc.assert(
    fc.property(fc.array(fc.double({ min: 48.1, max: 500, noNaN: true }), { minLength: 1 }), (hours) => {
      expect(phaseOf(told(...hours), now)).toBe('fading')
    }),
  ))
