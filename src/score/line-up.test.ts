import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Score } from '#domain'
import { type Judged, lineUp, type Wanted } from './line-up.ts'
import { aDossier, aSource, aTelling } from './test-dossiers.ts'

const NOTHING: Wanted = { pinned: new Set(), starred: new Set(), dropped: new Set() }

function judged(
  id: string,
  score: number,
  part: { event?: string; family?: string; tier?: 1 | null } = {},
): Judged {
  const dossier = aDossier(aTelling({ id: `item-${id}` }, { source: aSource({ family: part.family ?? id }) }))
  const story = { ...dossier.story, id, eventId: part.event ?? `event of ${id}` }
  const tier = part.tier === undefined ? 1 : part.tier
  const reasons: Score['reasons'] = [{ factor: 'topic', share: score, because: 'fits' }]
  return { dossier: { ...dossier, story }, score: { storyId: id, tier, topic: 't', score, reasons } }
}

const ids = (order: readonly Judged[]) => order.map(({ score }) => score.storyId)
const many = (count: number, part: Parameters<typeof judged>[2] = {}) =>
  Array.from({ length: count }, (_, at) => judged(`s${String(at).padStart(2, '0')}`, 90 - at, part))

describe('the order in which an edition takes stories', () => {
  test('is that of their worth when nothing else was asked', () =>
    expect(ids(lineUp(many(5), NOTHING))).toEqual(['s00', 's01', 's02', 's03', 's04']))

  test('lets one affair not fill the page, and says so on the score', () => {
    const order = lineUp(
      [judged('a', 80, { event: 'x' }), judged('b', 79, { event: 'x' }), judged('c', 75)],
      NOTHING,
    )
    expect(ids(order)).toEqual(['a', 'c', 'b'])
    expect(order[2]?.score.score).toBe(73)
    expect(order[2]?.score.reasons.at(-1)).toMatchObject({ factor: 'variety', share: -6 })
  })

  test('lets one publisher not fill the page, unless there are hardly others', () => {
    const one = many(8, { family: 'big.example' })
    const others = [judged('x', 83, { family: 'x' }), judged('y', 82.9, { family: 'y' })]
    expect(ids(lineUp([...one, ...others], NOTHING)).slice(0, 7)).toContain('x')
    expect(ids(lineUp(one, NOTHING))).toEqual(ids(one))
  })

  test('has the pinned first, the starred among the first six, and nothing of the dropped', () => {
    const order = lineUp(many(20), {
      pinned: new Set(['item-s09']),
      starred: new Set(['item-s15']),
      dropped: new Set(['item-s00']),
    })
    expect(ids(order)[0]).toBe('s09')
    expect(ids(order).indexOf('s15')).toBeLessThan(7)
    expect(ids(order)).not.toContain('s00')
    expect(order).toHaveLength(19)
    expect(order[0]?.score.reasons.at(-1)?.because).toBe('you pinned it')
  })

  test('has one story from outside the profile where it is read', () => {
    const order = lineUp(
      [...many(40), judged('far', 12, { tier: null }), judged('farther', 9, { tier: null })],
      NOTHING,
    )
    expect(ids(order).indexOf('far')).toBe(12)
    expect(ids(order).indexOf('farther')).toBe(41)
  })

  test('loses and doubles nothing but the dropped, and shares still add up', () =>
    fc.assert(
      fc.property(
        fc.array(
          fc.record({ score: fc.integer({ min: 0, max: 100 }), event: fc.constantFrom('x', 'y', 'z') }),
        ),
        fc.array(fc.nat({ max: 30 })),
        (stories, starred) => {
          const all = stories.map(({ score, event }, at) => judged(`s${at}`, score, { event }))
          const order = lineUp(all, { ...NOTHING, starred: new Set(starred.map((at) => `item-s${at}`)) })
          expect(ids(order).sort()).toEqual(ids(all).sort())
          for (const { score } of order)
            expect(score.reasons.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(score.score, 6)
        },
      ),
    ))
})
