import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { poisson, randoms } from '../../eval/metrics/chance.ts'
import { trendLines } from './trends.ts'

const WEEKS = 12
const bins = Array.from({ length: WEEKS }, (_, at) => ({
  from: new Date(Date.UTC(2026, 0, 1 + 7 * at)).toISOString(),
  to: new Date(Date.UTC(2026, 0, 8 + 7 * at)).toISOString(),
}))
const line = (entityId: string, stories: readonly number[]) => ({
  entityId,
  name: entityId,
  type: 'topic' as const,
  stories,
})
const even = Array.from({ length: WEEKS }, () => 100)
const lines = (stories: readonly number[], told: readonly number[] = even) =>
  trendLines([line('a', stories)], { bin: 'week', bins, told })

describe('a line of twelve weeks', () => {
  test.each([
    ['rising', [1, 0, 2, 1, 0, 1, 1, 2, 6, 7, 9, 8]],
    ['falling', [6, 7, 9, 8, 7, 6, 8, 7, 1, 0, 2, 1]],
    ['steady', [3, 2, 4, 3, 3, 2, 3, 4, 3, 2, 4, 3]],
    ['steady', [0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0]],
    ['dormant', [4, 5, 3, 4, 2, 3, 1, 2, 0, 0, 0, 0]],
    ['returned', [2, 3, 2, 0, 0, 0, 0, 0, 0, 1, 2, 1]],
    ['silent', [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]],
  ])('is %s: %j', (state, stories) => expect(lines(stories)[0]?.state).toBe(state))

  test('says why in counts', () =>
    expect(lines([1, 0, 2, 1, 0, 1, 1, 2, 6, 7, 9, 8])[0]?.because).toBe(
      '30 stories in the last 4 weeks, 8 in the 8 weeks before',
    ))

  test('where nothing at all was told says so', () => {
    const none = bins.map(() => 0)
    expect(lines(none, none)[0]).toMatchObject({
      ...{ state: 'silent', because: 'nothing at all was told in these weeks' },
    })
  })

  test('of a week in which more was read is no rise', () => {
    const told = [50, 50, 50, 50, 50, 50, 50, 50, 500, 500, 500, 500]
    expect(lines([2, 2, 2, 2, 2, 2, 2, 2, 20, 20, 20, 20], told)[0]?.state).toBe('steady')
  })

  test('has a gap where nothing was told, and the gap is no silence', () => {
    const told = [100, 100, 100, 100, 100, 100, 100, 0, 0, 0, 0, 100]
    const [found] = lines([3, 2, 4, 3, 3, 2, 3, 0, 0, 0, 0, 3], told)
    expect(found?.points[8]?.share).toBeNull()
    expect(found?.state).toBe('steady')
  })
})

test('when nothing happens, states are as rarely wrong as promised', () => {
  const random = randoms(5)
  let wrong = 0
  const trials = 200
  for (let trial = 0; trial < trials; trial++) {
    const told = bins.map(() => 100 + Math.floor(random() * 100))
    const series = Array.from({ length: 113 }, (_, i) =>
      line(
        `n${i}`,
        told.map((volume) => poisson((volume * (0.1 + (i % 10))) / 100, random)),
      ),
    )
    const found = trendLines(series, { bin: 'week', bins, told })
    if (found.some(({ state }) => state === 'rising' || state === 'falling')) wrong++
  }
  expect(wrong / trials).toBeLessThanOrEqual(0.12)
})

test('a share lies within its band, and the band within 0 and 100', () =>
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 100 }), { minLength: WEEKS, maxLength: WEEKS }), (stories) => {
      for (const { share } of lines(stories)[0]?.points ?? []) {
        if (!share) continue
        expect(share.low).toBeGreaterThanOrEqual(0)
        expect(share.low).toBeLessThanOrEqual(share.value + 1e-9)
        expect(share.high).toBeGreaterThanOrEqual(share.value - 1e-9)
        expect(share.high).toBeLessThanOrEqual(100)
      }
    }),
  ))
