import { describe, expect, test } from 'vitest'
import type { RawItem, Source } from '#domain'
import { familyOf } from './family.ts'
import { normalise } from './normalise.ts'
import { plainText } from './plain-text.ts'
import { cleanTitle, titleFrom, titleOfFile } from './title.ts'

const source: Source = { id: 'wire', name: 'The Wire', kind: 'feed', address: 'https://wire.example/feed', family: 'wire.example', weight: 0.5, staleAfterHours: 72 } // biome-ignore format: one line
const nothing: RawItem = { guid: null, title: null, url: null, author: null, published: null, updated: null, html: null, text: null, attachments: [], kind: null, signals: {}, tags: [] } // biome-ignore format: one line

const read = (raw: Partial<RawItem>, address = 'https://wire.example/feed') =>
  normalise(
    { ...nothing, ...raw },
    { source, captureHash: 'h', address, capturedAt: '2026-05-14T18:00:00.000Z', replay: null },
  )

describe('an item', () => {
  test('has a canonical address, key, text, language, and the ids that its links name', () => {
    const { item, problems } = read({
      title: 'Token superposition &amp; you | The Wire',
      url: '/a?utm_source=rss',
      author: 'Ada Lindholm and Bo Ek',
      published: '2026-05-13T10:00:00Z',
      html: '<p>The paper says that <a href="https://arxiv.org/pdf/2605.06546v1">training is faster</a>.</p>',
    })
    expect(problems).toEqual([])
    expect(item).toMatchObject({
      title: 'Token superposition & you',
      url: 'https://wire.example/a',
      key: 'url:wire.example/a',
      authors: ['Ada Lindholm', 'Bo Ek'],
      publishedAt: '2026-05-13T10:00:00.000Z',
      text: 'The paper says that training is faster.',
      lang: 'en',
      ids: { arxiv: '2605.06546' },
      links: [{ url: 'https://arxiv.org/abs/2605.06546', text: 'training is faster', at: 20 }],
      kind: 'article',
    })
  })

  test('whose links name two papers is neither', () => {
    const html =
      '<a href="https://arxiv.org/abs/2605.06546">a</a> <a href="https://arxiv.org/abs/2605.06547">b</a>'
    expect(read({ title: 'T', html }).item?.ids).toEqual({})
  })

  test.each([
    [{ url: 'https://arxiv.org/abs/2605.06546' }, 'paper'],
    [{ url: 'https://x.com/a/status/2029620416546017491' }, 'post'],
    [{ url: 'https://github.com/a/b' }, 'repository'],
    [{ url: 'https://huggingface.co/a/b' }, 'model'],
    [{ url: 'https://news.ycombinator.com/item?id=1' }, 'discussion'],
    [{ url: 'https://a.example/b' }, 'article'],
    [{ url: 'https://a.example/b', kind: 'transcript' as const }, 'transcript'],
  ])('%j is a %s', (raw, kind) => expect(read({ title: 'T', ...raw }).item?.kind).toBe(kind))

  test('with neither title nor text nor address is none', () => expect(read({}).item).toBeNull())

  test('without an address is known by its guid inside its source, or by its file', () => {
    const key = (raw: Partial<RawItem>, address?: string) => read({ title: 'T', ...raw }, address).item?.key
    expect(key({ guid: '7' })).toBe(key({ guid: '7', text: 'changed' }))
    expect(key({ guid: '7' })).not.toBe(key({ guid: '8' }))
    expect(key({ guid: '7' }, '/notes/a.md')).not.toBe(key({ guid: '7' }, '/notes/b.md'))
    expect(key({ guid: 'https://a.example/x' })).toBe('url:a.example/x')
  })

  test('with a repaired date says why, in the item and as a problem', () => {
    const { item, problems } = read({
      title: 'T',
      url: 'https://a.example/2026/05/12/x',
      published: '2062-05-13',
    })
    expect(item).toMatchObject({ publishedAt: '2026-05-12', dateRepair: expect.stringContaining('2062') })
    expect(problems).toEqual([expect.objectContaining({ severity: 'repaired', where: 'T' })])
  })

  test('that is too long is cut, and says so', () => {
    const { item, problems } = read({ title: 'T', text: 'word '.repeat(250_000) })
    expect(item?.text.length).toBeLessThanOrEqual(1_000_000)
    expect(problems).toEqual([expect.objectContaining({ severity: 'lost' })])
  })
})

describe('a title', () => {
  test.each([
    ['R&amp;amp;D\n spending', 'Wire', 'R&D spending'],
    ['A launch – The Wire', 'The Wire', 'A launch'],
    ['The Wire', 'The Wire', 'The Wire'],
    ['On the wire', 'The Wire', 'On the wire'],
  ])('%j', (given, site, wanted) => expect(cleanTitle(given, site)).toBe(wanted))

  test('is made of the first sentence where there is none', () =>
    expect(titleFrom('## https://a.example/1 It works. More.')).toBe('It works.'))

  test.each([
    ['2026-05-07-decode-is-a-memory-problem.vtt', 'Decode is a memory problem'],
    ['20260507 On kernels.srt', 'On kernels'],
    ['episode_12.txt', ''],
    ['2026-05-07.vtt', ''],
  ])('of the file %s', (name, wanted) => expect(titleOfFile(name)).toBe(wanted))
})

describe('a plain text', () => {
  test.each([
    ['runs of blanks and empty lines', 'a \t b\n\n\n\nc  \n', 'a b\n\nc'],
    ['bullets', '• a\n  * b\n— c', '- a\n  - b\n- c'],
    ['Windows line ends', 'a\r\nb', 'a\nb'],
  ])('loses %s', (_name, given, wanted) => expect(plainText(given, 1_000).text).toBe(wanted))

  test('gives the links in it, where they stand', () => {
    const { text, links } = plainText(
      'See [the paper](https://a.example/1) and (https://b.example/c_(d)).',
      1_000,
    )
    expect(text).toBe('See the paper and (https://b.example/c_(d)).')
    expect(links).toEqual([
      { url: 'https://a.example/1', text: 'the paper', at: 4 },
      { url: 'https://b.example/c_(d)', text: 'https://b.example/c_(d)', at: 19 },
    ])
  })
})

describe('a family is who answers', () => {
  test.each([
    ['https://news.bbc.co.uk/a', 'bbc.co.uk'],
    ['https://stratechery.substack.com/p/a', 'stratechery.substack.com'],
    ['https://medium.com/@Ada/a', 'medium.com/@ada'],
    ['https://lab.github.io/a', 'lab.github.io'],
    ['https://www.substack.com/', 'substack.com'],
    ['http://127.0.0.1/a', '127.0.0.1'],
    ['mailto:a@b.example', ''],
    ['nothing', ''],
  ])('%s', (url, family) => expect(familyOf(url)).toBe(family))
})
