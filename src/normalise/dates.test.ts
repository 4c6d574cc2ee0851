import { describe, expect, test } from 'vitest'
import { type DateEvidence, dated } from './dates.ts'

const CAPTURED = '2026-05-14T18:00:00.000Z'
const date = (given: Partial<DateEvidence>) =>
  dated({
    published: null,
    updated: null,
    capturedAt: CAPTURED,
    ids: {},
    url: null,
    fileName: null,
    links: [],
    ...given,
  })

describe('a printed date stands as partial as it is', () => {
  test.each(['2026-05-13T10:00:00.000Z', '2026-05-13', '2026-05', '2026-Q2', '2026'])('%s', (published) => {
    expect(date({ published })).toEqual({ publishedAt: published, dateRepair: null, notBefore: null })
  })

  test('also a few hours ahead of us, as time zones are', () => {
    expect(date({ published: '2026-05-15T09:00:00.000Z' }).dateRepair).toBeNull()
  })
})

describe('an impossible or missing date is replaced by the best witness, which is named', () => {
  test.each([
    ['the future, address', { published: '2062-05-13', url: 'https://a.example/2026/05/12/x' }, '2026-05-12', /2062-05-13, which is after we saw it.*address/],
    ['an unset clock, file', { published: '1970-01-01', fileName: '2026-05-07-talk.vtt' }, '2026-05-07', /clock that was never set.*name of its file/],
    ['no date, X status id', { ids: { xStatus: '2029620619743219811' } }, '2026-03-05T18:10:38.931Z', /no date.*status id/],
    ['no date, arXiv id', { ids: { arxiv: '2605.12483' } }, '2026-05', /no date.*arXiv id/],
    ['no date, old arXiv id', { ids: { arxiv: 'cs/9901002' } }, '1999-01', /arXiv id/],
    ['no date, update', { updated: '2026-05-01T00:00:00.000Z' }, '2026-05-01T00:00:00.000Z', /last changed/],
    ['a witness that is impossible too', { published: '2062-05-13', updated: '2063-01-01' }, null, /nothing else tells/],
    ['nothing at all', {}, null, null],
  ] as const)('%s', (_name, given, publishedAt, why) => {
    const found = date(given)
    expect(found.publishedAt).toBe(publishedAt)
    if (why === null) expect(found.dateRepair).toBeNull()
    else expect(found.dateRepair).toMatch(why)
  }) // biome-ignore format: a table
})

/** X status ids hold their instant: milliseconds since the epoch of X above 22 bits. */
const post = (instant: string) => ({
  url: `https://x.com/a/status/${(BigInt(Date.parse(instant)) - 1_288_834_974_657n) << 22n}`,
  text: 'a',
})

describe('a text is no older than the posts that it links to', () => {
  const posts = ['09:00', '12:00', '15:00', '18:30'].map((time) => post(`2026-05-12T${time}:00.000Z`))

  test('its printed day is kept where the posts fit it', () => {
    const found = date({ published: '2026-05-12T05:44:39.731Z', links: posts })
    expect(found.publishedAt).toBe('2026-05-12')
    expect(found.dateRepair).toMatch(/4 of the 4 posts.*only its day is kept/)
    expect(found.notBefore).toBe('2026-05-12T18:30:00.000Z')
  })

  test('else the day of the latest of them', () => {
    expect(date({ published: '2026-05-09T05:44:39.731Z', links: posts })).toMatchObject({
      publishedAt: '2026-05-12',
      dateRepair: expect.stringMatching(/day of the latest/),
    })
  })

  test('two late posts prove nothing', () => {
    expect(date({ published: '2026-05-12T05:44:39.731Z', links: posts.slice(0, 2) }).dateRepair).toBeNull()
  })

  test('posts from after the capture prove nothing', () => {
    const later = ['09:00', '12:00', '15:00'].map((time) => post(`2026-06-12T${time}:00.000Z`))
    expect(date({ published: '2026-05-12T05:44:39.731Z', links: later }).dateRepair).toBeNull()
  })
})
