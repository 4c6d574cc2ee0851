import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { poisson, randoms } from '../../eval/metrics/chance.ts'
import { movers } from './movers.ts'

const entity = (entityId: string, weeks: readonly number[]) => ({
  entityId,
  name: entityId,
  type: 'company' as const,
  weeks,
})
const steady = entity('steady', [2, 2, 1, 2, 3, 2, 1, 2, 2])

describe('one entity', () => {
  test('up 4 from 1 after quiet weeks is a rise, with its counts', () =>
    expect(movers([entity('a', [4, 1, 0, 1, 0, 0, 1, 0, 0]), steady])).toMatchObject([
      { direction: 'up', now: 4, before: 1, usual: 3 / 8, weeks: 8 },
    ]))

  test('a name never seen before is new', () =>
    expect(movers([entity('a', [5, 0, 0, 0, 0]), entity('b', [1, 1, 1, 1, 1])])).toMatchObject([
      { entityId: 'a', direction: 'new', now: 5, before: 0 },
    ]))

  test('a name that falls silent is a fall', () =>
    expect(movers([entity('a', [0, 9, 8, 10, 9, 8])])).toMatchObject([
      { direction: 'down', now: 0, before: 9 },
    ]))

  test.each([
    ['an ordinary week', [3, 2, 2, 1, 3, 2]],
    ['two stories', [2, 0, 0, 0, 0, 0, 0, 0, 0]],
    ['a week as bursty as its history', [9, 0, 12, 0, 0, 14, 0, 1, 0]],
    ['a high week below the week before', [6, 7, 0, 0, 0, 0, 0, 0, 0]],
    ['two weeks of history', [9, 1, 1]],
    ['no weeks at all', []],
  ])('%s is none', (_, weeks) => expect(movers([entity('a', weeks)])).toEqual([]))
})

test('weeks before the records begin are no history, and the week in which they begin is partial', () => {
  const young = [entity('a', [6, 5, 6, 5, 2, 0, 0, 0, 0]), entity('b', [5, 6, 5, 6, 1, 0, 0, 0, 0])]
  expect(movers(young)).toEqual([])
})

test('the surest mover comes first', () => {
  const found = movers([
    steady,
    entity('some', [8, 1, 1, 0, 1, 1, 1, 1, 1]),
    entity('much', [20, 1, 1, 0, 1, 1, 1, 1, 1]),
  ])
  expect(found.map((mover) => mover.entityId)).toEqual(['much', 'some'])
})

test('when nothing happens, alarms are as rare as promised', () => {
  const random = randoms(7)
  let weeksWithAlarm = 0
  const trials = 400
  for (let trial = 0; trial < trials; trial++) {
    const names = Array.from({ length: 60 }, (_, i) => {
      const rate = 0.2 + (i % 12)
      return entity(
        `n${i}`,
        Array.from({ length: 9 }, () => poisson(rate, random)),
      )
    })
    if (movers(names).length > 0) weeksWithAlarm++
  }
  expect(weeksWithAlarm / trials).toBeLessThanOrEqual(0.1)
})

test('when all news comes in pairs, alarms are as rare as promised', () => {
  const random = randoms(3)
  let weeksWithAlarm = 0
  const trials = 300
  for (let trial = 0; trial < trials; trial++) {
    const names = Array.from({ length: 60 }, (_, i) =>
      entity(
        `n${i}`,
        Array.from({ length: 9 }, () => 2 * poisson((0.4 + (i % 12)) / 2, random)),
      ),
    )
    if (movers(names).length > 0) weeksWithAlarm++
  }
  expect(weeksWithAlarm / trials).toBeLessThanOrEqual(0.12)
})

test('when names without a story this week are not handed in, the promise still holds', () => {
  const random = randoms(11)
  let weeksWithAlarm = 0
  const trials = 300
  for (let trial = 0; trial < trials; trial++) {
    const names = Array.from({ length: 400 }, (_, i) =>
      entity(
        `n${i}`,
        Array.from({ length: 9 }, () => poisson(0.05 + (i % 8) / 10, random)),
      ),
    )
    if (movers(names.filter(({ weeks }) => (weeks[0] ?? 0) > 0)).length > 0) weeksWithAlarm++
  }
  expect(weeksWithAlarm / trials).toBeLessThanOrEqual(0.1)
})

test('any counts give movers whose direction agrees with their numbers', () =>
  fc.assert(
    fc.property(
      fc.array(fc.array(fc.nat({ max: 500 }), { maxLength: 12 }), { maxLength: 20 }),
      (histories) => {
        for (const mover of movers(histories.map((weeks, i) => entity(`n${i}`, weeks)))) {
          if (mover.direction === 'down') expect(mover.now).toBeLessThan(mover.before)
          else expect(mover.now).toBeGreaterThan(mover.before)
          if (mover.direction === 'new') expect(mover.usual).toBe(0)
          expect(mover.chance).toBeGreaterThanOrEqual(0)
          expect(mover.chance).toBeLessThanOrEqual(1)
        }
      },
    ),
  ))
