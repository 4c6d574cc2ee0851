import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse } from './parse.ts'

const read = (content: string | Uint8Array, url: string | null = null, contentType: string | null = null) =>
  parse({
    bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content,
    contentType,
    url,
  })

const entry = (at: number) =>
  `<item><title>Lab ${at} ships a model</title><link>https://lab.example/${at}</link><guid>g${at}</guid>` +
  `<pubDate>Thu, 14 May 2026 08:00:00 GMT</pubDate><description>&lt;p&gt;It is open.&lt;/p&gt;</description></item>\n`
const feed = (count: number) =>
  `<?xml version="1.0"?>\n<rss version="2.0"><channel><title>News</title><link>https://lab.example/</link>\n` +
  `${Array.from({ length: count }, (_, at) => entry(at)).join('')}</channel></rss>`

describe('every format is told by its content', () => {
  test.each([
    ['RSS', feed(1), null, 'feed'],
    ['Atom', '<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>a</id><title>T</title></entry></feed>', null, 'feed'],
    [
      'arXiv Atom',
      '<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>http://arxiv.org/abs/2605.00001v1</id><title>T</title></entry></feed>',
      null,
      'papers',
    ],
    ['RDF', '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><item rdf:about="https://a.example/1"><title>T</title></item></rdf:RDF>', null, 'feed'],
    ['JSON Feed', '{"version":"https://jsonfeed.org/version/1.1","title":"N","items":[{"id":"1","content_text":"x"}]}', null, 'feed'],
    ['daily papers', '[{"paper":{"id":"2605.00001","title":"T","upvotes":7},"numComments":2}]', null, 'papers'],
    ['a Reddit listing', '{"kind":"Listing","data":{"children":[{"data":{"title":"T","permalink":"/r/a/comments/b/"}}]}}', null, 'posts'],
    ['Hacker News by Algolia', '{"hits":[{"objectID":"1","title":"T"}]}', null, 'posts'],
    ['Hacker News by Firebase', '{"by":"u","id":1,"time":1778745600,"title":"T","type":"story"}', null, 'posts'],
    ['an X archive', 'window.YTD.tweets.part0 = [{"tweet":{"id_str":"1","full_text":"x"}}]', null, 'posts'],
    ['JSON lines', '{"id":"1","text":"a"}\n{"id":"2","text":"b"}\n', null, 'posts'],
    ['a leaderboard', '{"category":"cs.AI","entries":[{"rank":1,"title":"T"}]}', null, 'ranking'],
    ['Markdown', '---\ntitle: T\n---\nBody', null, 'markdown'],
    ['WebVTT', 'WEBVTT\n\n00:00.000 --> 00:02.000\nHello\n', null, 'transcript'],
    ['a transcript', '# T\n\n**Podcast:** P **Published:** 2026-05-03\n\n## Transcript\n\nHello.\n', 'a.txt', 'transcript'],
    ['a page', '<!doctype html><html><body><p>A page with a sentence or two in it.</p></body></html>', null, 'page'],
    ['a mail', 'From: A <a@b.example>\nSubject: S\nDate: Thu, 14 May 2026 08:00:00 +0000\n\nBody\n', null, 'mail'],
    ['a mailbox', 'From a@b Thu May 14 08:00:00 2026\nFrom: A <a@b.example>\nSubject: S\n\nBody\n', null, 'mail'],
  ])('%s', async (_name, content, url, kind) => {
    const parsed = await read(content, url)
    expect(parsed.kind).toBe(kind)
    expect(parsed.items.length).toBeGreaterThan(0)
  }) // biome-ignore format: a table
})

describe('what cannot be read is said and never thrown', () => {
  test.each([
    ['an empty document', new Uint8Array(), null, /empty/],
    ['binary noise', new Uint8Array(5000).map((_, at) => (at * 7919) % 31), null, /no text/],
    ['a list of feeds', '<opml version="2.0"><body/></opml>', null, /OPML/],
    ['broken JSON', '{"a": nope', null, /no valid JSON/],
    ['a page without text', '<html><body><script>x</script></body></html>', null, /no text to read/],
  ])('%s', async (_name, content, url, why) => {
    const { items, problems } = await read(content, url)
    expect(items).toEqual([])
    expect(problems[0]?.what).toMatch(why)
  })

  test('any bytes under any name give an answer', () =>
    fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 300 }),
        fc.constantFrom(null, 'a.md', 'a.eml', 'a.mbox', 'a.jsonl', 'a.html', 'a.txt', 'a.vtt', 'a.xml'),
        async (bytes, url) => {
          expect((await read(bytes, url)).kind).toBeTypeOf('string')
        },
      ),
      { numRuns: 200 },
    ))
})

describe('a damaged feed', () => {
  test('gives, wherever it breaks off, every entry that came before', () =>
    fc.assert(
      fc.asyncProperty(fc.integer({ min: 60, max: feed(6).length - 10 }), async (length) => {
        const source = feed(6).slice(0, length)
        const whole = source.split('</item>').length - 1
        const { items } = await read(source, 'feed.xml')
        expect(items.slice(0, whole).map((item) => item.guid)).toEqual(
          Array.from({ length: whole }, (_, at) => `g${at}`),
        )
        expect(items.length).toBeLessThanOrEqual(whole + 1)
      }),
      { numRuns: 60 },
    ))

  test('says where it breaks off', async () => {
    const { problems } = await read(feed(6).slice(0, 900))
    expect(problems).toEqual([expect.objectContaining({ severity: 'lost', where: 'line 6' })])
    expect(problems[0]?.what).toContain('breaks off')
  })

  test.each([
    ['an entry that is never closed', (text: string) => text.replace('</item>', '')],
    ['a bare less-than sign', (text: string) => text.replace('ships a', '< 5 B ships a')],
    [
      'a section that is never closed',
      (text: string) => text.replace('<title>Lab 0', '<title><![CDATA[Lab 0'),
    ],
    ['a stray end tag', (text: string) => text.replace('<link>', '</b><link>')],
  ])('with %s keeps all entries', async (_name, damage) => {
    expect((await read(damage(feed(5)))).items).toHaveLength(5)
  })

  test('does not expand entities that it declares itself', async () => {
    const bomb = `<!DOCTYPE x [<!ENTITY a "${'b'.repeat(50)}"><!ENTITY c "&a;&a;">]>`
    const { items } = await read(
      `<?xml version="1.0"?>${bomb}<rss><channel><item><title>&c;</title></item></channel></rss>`,
    )
    expect(items[0]?.title).toBe('&c;')
  })
})

test('an entry keeps what the feed says of it', async () => {
  const source = `<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:slash="http://purl.org/rss/1.0/modules/slash/">
    <channel><title>News &amp; more</title><link>https://lab.example/</link><language>en</language>
    <item><title>A &lt;b&gt;fast&lt;/b&gt; &lt;think&gt; tag</title><link>/post/1</link><guid isPermaLink="false">p1</guid>
      <dc:creator>Ada</dc:creator><dc:creator>Bo</dc:creator><category>models</category>
      <pubDate>Thu, 14 May 2026 10:00:00 +0200</pubDate><slash:comments>4</slash:comments>
      <enclosure url="https://cdn.example/1.mp3" length="10" type="audio/mpeg"/>
      <description><![CDATA[<p onclick="x()">See <a href="/x">this</a>.</p><script>bad()</script>]]></description></item></channel></rss>`
  const { feed: about, items, problems } = await read(source, 'https://lab.example/feed.xml')
  expect(about).toMatchObject({
    format: 'rss',
    title: 'News & more',
    url: 'https://lab.example/',
    language: 'en',
  })
  expect(items).toEqual([
    {
      guid: 'p1',
      title: 'A fast <think> tag',
      url: 'https://lab.example/post/1',
      author: 'Ada, Bo',
      published: '2026-05-14T08:00:00.000Z',
      updated: null,
      html: '<p>See <a href="https://lab.example/x">this</a>.</p>',
      text: null,
      attachments: [{ url: 'https://cdn.example/1.mp3', type: 'audio/mpeg', sizeBytes: 10 }],
      kind: null,
      signals: { comments: 4 },
      tags: ['models'],
    },
  ])
  expect(problems).toEqual([])
})

describe('front matter', () => {
  test('gives title, date as partial as it is, address, author and tags; links of the body stay', async () => {
    const source =
      '---\ntitle: A week\ndate: 2026-05\nurl: https://a.example/w\nauthor: Ada\ntags: [x, y]\n---\nSee [it](/b).\n'
    expect((await read(source, 'w.md')).items[0]).toMatchObject({
      ...{
        title: 'A week',
        published: '2026-05',
        url: 'https://a.example/w',
        author: 'Ada',
        tags: ['x', 'y'],
      },
      html: '<p>See <a href="https://a.example/b">it</a>.</p>',
    })
  })

  test('with a typo loses only what the typo spoils, and says at which line', async () => {
    const { items, problems } = await read('---\ntitle: "A week\ndate: 2026-05-14\n---\n\nBody.\n', 'w.md')
    expect(items[0]).toMatchObject({ title: 'A week', published: '2026-05-14', html: '<p>Body.</p>' })
    expect(problems[0]).toMatchObject({ severity: 'lost', where: expect.stringMatching(/^line [2-4]$/) })
  })
})

describe('lists in JSON', () => {
  test('that break off are read as far as they go', async () => {
    const { items, problems } = await read('[{"title":"One","text":"a"},{"title":"Two","te')
    expect(items.map((item) => item.title)).toEqual(['One'])
    expect(problems[0]?.severity).toBe('lost')
  })

  test('a line that is no JSON is named, the others are read', async () => {
    const { items, problems } = await read('{"id":"1","text":"a"}\n{oops\n{"id":"3","text":"c"}\n', 'a.jsonl')
    expect(items.map((item) => item.guid)).toEqual(['1', '3'])
    expect(problems[0]?.where).toBe('line 2')
  })

  test('daily papers carry authors, votes and comments', async () => {
    const paper = {
      id: '2605.00001',
      title: 'T',
      summary: 'S',
      authors: [{ name: 'Ada' }, { name: 'Bo' }],
      upvotes: 7,
    }
    const list = [{ paper: { ...paper, publishedAt: '2026-05-13T00:00:00.000Z' }, numComments: 2 }]
    expect((await read(JSON.stringify(list))).items[0]).toMatchObject({
      ...{
        guid: '2605.00001',
        author: 'Ada, Bo',
        text: 'S',
        kind: 'paper',
        signals: { upvotes: 7, comments: 2 },
      },
      url: 'https://huggingface.co/papers/2605.00001',
    })
  })

  test('ranks carry their place and marks as signals, the board as tags', async () => {
    const board = {
      category: 'cs.LG',
      period: '2026-W20',
      entries: [{ rank: 9, ai_rating: 6.8, title: 'T', arxiv: '2605.00002' }],
    }
    expect((await read(JSON.stringify(board))).items[0]).toMatchObject({
      ...{ kind: 'ranking', url: 'https://arxiv.org/abs/2605.00002', tags: ['cs.LG', '2026-W20'] },
      signals: { rank: 9, ai_rating: 6.8 },
    })
  })
})

test('captions lose their times and what rolls on is told once', async () => {
  const source =
    'WEBVTT\n\n00:00.000 --> 00:01.000\n<v Ada>Hello\n\n00:01.000 --> 00:02.000\n<v Ada>Hello\n\n00:02.000 --> 00:03.000\nthere\n'
  expect((await read(source, 'a.vtt')).items[0]?.text).toBe('Ada: Hello\nthere')
})

test('attribution lines of a transcript become its show and date', async () => {
  const source =
    '# Episode 12\n\n**Podcast:** The Show **Published:** 2026-05-03\n\n## Transcript\n\nHi there.\nWe talk.\n'
  expect((await read(source, 'a.txt')).items[0]).toMatchObject({
    ...{
      title: 'Episode 12',
      author: 'The Show',
      published: '2026-05-03',
      kind: 'transcript',
      text: 'Hi there.\nWe talk.',
    },
  })
})

test('a mailbox is split at its From lines and a newsletter is an issue', async () => {
  const mails =
    'From a@b Thu May 14 08:00:00 2026\nFrom: Ada <a@b.example>\nSubject: =?utf-8?q?Caf=C3=A9?=\nList-Id: <n.b.example>\nDate: Thu, 14 May 2026 08:00:00 +0200\n\n>From here on.\n\n' +
    'From a@b Thu May 14 09:00:00 2026\nFrom: Bo <b@b.example>\nSubject: Two\n\nSecond.\n'
  const { items } = await read(mails, 'in.mbox')
  expect(items.map((item) => item.title)).toEqual(['Café', 'Two'])
  expect(items[0]).toMatchObject({ author: 'Ada', published: '2026-05-14T06:00:00.000Z', kind: 'issue' })
})

test('a page that was saved to a file knows where it came from', async () => {
  const page =
    '<html><head><link rel="canonical" href="https://lab.example/a"><title>T</title></head><body><article><p>A page with a sentence or two in it.</p></article></body></html>'
  expect((await read(page, 'saved.html')).items[0]?.url).toBe('https://lab.example/a')
  expect((await read(page, 'https://mirror.example/b')).items[0]?.url).toBe('https://mirror.example/b')
})
