import { describe, expect, test } from 'vitest'
import { seenAt } from './seen.ts'

const CAPTURED = '2026-05-14T18:00:00.000Z'
const open = { closedUntil: null }

describe('when a thing counts as seen', () => {
  test.each([
    ['a live capture: when it was captured', { publishedAt: '2026-05-13', notBefore: null, replay: null }, CAPTURED],
    ['an archive: when it was released', { publishedAt: '2026-05-13T10:00:00.000Z', notBefore: null, replay: open }, '2026-05-13T10:00:00.000Z'],
    ['a day only: its first moment', { publishedAt: '2026-05-13', notBefore: null, replay: open }, '2026-05-13T00:00:00.000Z'],
    ['a quarter only: its first moment', { publishedAt: '2026-Q2', notBefore: null, replay: open }, '2026-04-01T00:00:00.000Z'],
    ['not before the posts it links to', { publishedAt: '2026-05-12', notBefore: '2026-05-12T18:30:00.000Z', replay: open }, '2026-05-12T18:30:00.000Z'],
    ['no date: when it was captured', { publishedAt: null, notBefore: null, replay: open }, CAPTURED],
    ['never after the capture', { publishedAt: '2026-05-15T08:00:00.000Z', notBefore: null, replay: open }, CAPTURED],
    ['never in a closed window', { publishedAt: '2026-05-13T10:00:00.000Z', notBefore: null, replay: { closedUntil: '2026-05-14T06:00:00.000Z' } }, CAPTURED],
    ['behind a closed window', { publishedAt: '2026-05-14T07:00:00.000Z', notBefore: null, replay: { closedUntil: '2026-05-14T06:00:00.000Z' } }, '2026-05-14T07:00:00.000Z'],
  ])('%s', (_name, given, instant) => expect(seenAt(CAPTURED, given)).toBe(instant)) // biome-ignore format: a table
})
