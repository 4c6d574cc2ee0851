import { expect, test } from 'vitest'
import type { Score } from '#domain'
import { shortfall } from './shortfall.ts'

const score = (...reasons: [string, number][]): Score => ({
  storyId: 's',
  tier: null,
  topic: null,
  score: reasons.reduce((sum, [, share]) => sum + share, 0),
  reasons: reasons.map(([factor, share]) => ({ factor, share, because: '' })),
})

test('a story that was good enough was short of nothing', () =>
  expect(shortfall(score(['topic', 50]), 50)).toBeNull())

test('what alone would have been enough is named, the most likely first', () =>
  expect(shortfall(score(['kind', 10], ['topic', 16]), 38)).toEqual({
    points: 12,
    ways: ['being about a topic of tier 1', 'being told by more publishers in their own words'],
  }))

test('a muted story would have had to be unmuted, whatever else', () =>
  expect(shortfall(score(['kind', 10], ['mute', -10]), 20)?.ways).toEqual(['not being muted']))

test('where only several things together would do, none is named', () =>
  expect(shortfall(score(['topic', 40]), 95)?.ways).toEqual([]))
