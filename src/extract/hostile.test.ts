import { expect, test } from 'vitest'
import { claims, forecasts, slips, spokenDate } from '#extract'
import { datesIn, listed, quantities } from '#text'

const SIZE = 200_000
// Of the processor, so that a busy machine changes nothing. A quadratic expression needs minutes at this size.
const MOST_MS = 8_000

const SEEDS = [
  '1.',
  '1 ',
  '1+',
  'two ',
  '5% ',
  '$1 ',
  '1 (2 a; ',
  'A for ',
  ' — A ',
  'from 1 to 2, up ',
  'by 2027 ',
  '2 apples: A, B, ',
  'a',
  '(',
]

test.each(SEEDS)(
  '200 KB of %j are read in time',
  (seed) => {
    const text = seed.repeat(Math.ceil(SIZE / seed.length))
    const from = process.cpuUsage()
    claims(text, { published: null })
    forecasts(text, { published: '2026-05-13' })
    slips(text, { published: '2026-05-13' })
    spokenDate(text, '2026-05-13')
    listed(text, quantities(text))
    datesIn(text, '2026-05-13')
    expect(process.cpuUsage(from).user / 1000).toBeLessThan(MOST_MS)
  },
  60_000,
)
