import fc from 'fast-check'
import { expect, test } from 'vitest'
import { learnTaste, NO_TASTE, type Preference, tasteFor } from './taste.ts'

const traits = (...names: string[]) => new Map(names.map((name) => [name, `about ${name}`]))

test('who never said anything has no taste', () => {
  expect(learnTaste([])).toEqual(NO_TASTE)
  expect(tasteFor(traits('a'), NO_TASTE)).toBeNull()
})

test('more of something lifts it, less of something lowers it, and the reason says which', () => {
  const taste = learnTaste([
    { liked: traits('qwen', 'paper'), over: null },
    { liked: traits('qwen', 'post'), over: null },
    { liked: null, over: traits('gossip', 'post') },
  ])
  expect(tasteFor(traits('qwen'), taste)?.share).toBeGreaterThan(1)
  expect(tasteFor(traits('gossip'), taste)?.share).toBeLessThan(-0.5)
  expect(tasteFor(traits('qwen'), taste)?.because).toBe('you asked for more of about qwen')
  expect(tasteFor(traits('unheard of'), taste)).toBeNull()
})

test('of two stories, what they share says nothing', () => {
  const taste = learnTaste([{ liked: traits('paper', 'kernels'), over: traits('paper', 'funding') }])
  expect(taste.get('paper')).toBeUndefined()
  expect(taste.get('kernels')?.points).toBeGreaterThan(0)
  expect(taste.get('funding')?.points).toBeLessThan(0)
})

test('saying it again makes it stronger, but never more than the cap', () => {
  const once: Preference = { liked: traits('qwen'), over: null }
  const share = (times: number) =>
    tasteFor(traits('qwen'), learnTaste(Array.from({ length: times }, () => once)))?.share ?? 0
  expect(share(3)).toBeGreaterThan(share(1))
  expect(share(500)).toBeLessThanOrEqual(12)
})

test('the order in which things were said does not matter, and a preference is never turned round', () =>
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { minLength: 2, maxLength: 5 }),
      (names) => {
        const [best, worst] = [traits(names[0] ?? ''), traits(names[1] ?? '')]
        const said: Preference[] = [
          { liked: best, over: worst },
          ...names.slice(2).map((name) => ({ liked: traits(name), over: null })),
        ]
        const taste = learnTaste(said)
        const again = learnTaste([...said].reverse())
        for (const [trait, { points }] of taste) expect(again.get(trait)?.points).toBeCloseTo(points, 6)
        expect(tasteFor(best, taste)?.share ?? 0).toBeGreaterThan(tasteFor(worst, taste)?.share ?? 0)
      },
    ),
  ))
