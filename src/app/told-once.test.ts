import { expect, test } from 'vitest'
import type { Problem } from '#domain'
import { toldOnce } from './told-once.ts'

const repaired = (at: number): Problem => ({
  severity: 'repaired',
  what: `Its date was repaired: 0${at} of 60 posts are younger.`,
  where: `/letters/${at}.md`,
})
const lost = (at: number): Problem => ({
  severity: 'lost',
  what: `Line ${at} breaks off.`,
  where: `/letters/${at}.md`,
})

test('what a source does in item after item is told once, at its first place, with how often', () => {
  expect(toldOnce([1, 2, 3, 4, 5].map(repaired))).toEqual([
    {
      severity: 'repaired',
      what: 'Its date was repaired: 01 of 60 posts are younger. The same, with other numbers, in 4 more.',
      where: '/letters/1.md',
    },
  ])
})

test('what happened a few times, or was lost, is named each time', () => {
  const few = [1, 2, 3].map(repaired)
  const all = [1, 2, 3, 4, 5].map(lost)
  expect(toldOnce([...few, ...all])).toEqual([...few, ...all])
})
