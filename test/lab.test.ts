import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'

// Every room run alone, through the command that anyone would use: the shapes that the outside relies on.
const home = join(dirname(fileURLToPath(import.meta.url)), '..')
const yard = mkdtempSync(join(tmpdir(), 'bellwether-lab-'))
afterAll(() => rmSync(yard, { recursive: true, force: true }))

type Answer = Readonly<Record<string, unknown>>
type Span = { readonly start: number; readonly end: number }

function lab(words: readonly string[], lines: readonly unknown[]): Answer[] {
  const input = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n')
  const done = spawnSync(process.execPath, [join(home, 'bin', 'bellwether'), 'lab', ...words], {
    input,
    encoding: 'utf8',
  })
  expect(done.status, done.stderr).toBe(0)
  return done.stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
}

const write = (name: string, text: string): string => {
  writeFileSync(join(yard, name), text)
  return join(yard, name)
}

const FEED = `<rss version="2.0"><channel><title>F</title><item><title>A title</title><guid>g1</guid>
<link>https://example.org/a</link><pubDate>Tue, 12 May 2026 10:00:00 GMT</pubDate>
<description>&lt;p onclick="x()"&gt;Words&lt;script&gt;bad()&lt;/script&gt;&lt;/p&gt;</description></item></channel></rss>`
const PAGE = `<html lang="en"><head><title>On caches</title></head><body><nav>Home About</nav><article><h1>On caches</h1>
${'<p>A cache keeps what was computed before, so that it need not be computed again, which saves time.</p>'.repeat(8)}</article></body></html>`
const NEWS =
  'OpenAI released GPT-5.5 on Tuesday. It lifts MATH accuracy from 75.4% to 78.5% at equal cost, and by Q3 2026 it will be free.'
const TALK = `Welcome to the show, I am your host.
This episode is brought to you by Acme Cloud. Visit acme.example to get ten percent off.
First up, a lab released a model that reads a million tokens. It was trained on 64 chips.
Next up, a regulator opened a case against a maker of chips. The case may take a year.
That is all for this week. Thanks for listening, and see you next time.`
const PROFILE = JSON.stringify({
  reader: 'a reader',
  tiers: [{ tier: 1, name: 'Core', topics: ['KV cache'], treatment: '' }],
})

const spansIn = (answer: Answer | undefined, field: string): (Span & Answer)[] =>
  (answer?.[field] ?? []) as (Span & Answer)[]

/** Spans lie in the text, and one does not end before it starts. */
function areIn(text: string, spans: readonly Span[]): void {
  for (const { start, end } of spans) {
    expect(start).toBeGreaterThanOrEqual(0)
    expect(end).toBeGreaterThan(start)
    expect(end).toBeLessThanOrEqual(text.length)
  }
}

describe('a room answers each line in order, in the shape that others rely on:', () => {
  test('parse', () => {
    const [read, coded] = lab(
      ['parse'],
      [
        { id: 'f', content: FEED, contentType: 'application/rss+xml', url: 'https://example.org/feed' },
        { id: 'b', base64: Buffer.from(FEED).toString('base64') },
      ],
    )
    expect(read).toMatchObject({
      id: 'f',
      items: [{ guid: 'g1', title: 'A title', url: 'https://example.org/a' }],
    })
    expect(read).toHaveProperty('kind')
    expect(JSON.stringify(read)).not.toMatch(/onclick|bad\(\)/)
    expect(coded).toMatchObject({ id: 'b', items: [{ guid: 'g1' }], problems: [] })
  })

  test('canonical', () =>
    expect(
      lab(['canonical'], [{ id: 1, url: 'https://huggingface.co/papers/2605.12483?utm_source=x' }]),
    ).toEqual([{ id: 1, url: 'https://huggingface.co/papers/2605.12483', key: 'arxiv:2605.12483' }]))

  test('extract-page', () => {
    const [page] = lab(['extract-page'], [{ id: 1, html: PAGE, url: 'https://example.org/a' }])
    expect(page).toMatchObject({ id: 1, title: 'On caches', lang: 'en' })
    for (const field of ['byline', 'published', 'text']) expect(page).toHaveProperty(field)
    expect(page?.text).not.toContain('About')
  })

  test('robots', () => {
    const line = { robotstxt: 'User-agent: *\nDisallow: /private', userAgent: 'x' }
    const verdicts = lab(
      ['robots'],
      [
        { id: 1, ...line, url: 'https://example.org/private/a' },
        { id: 2, ...line, url: 'https://example.org/a' },
      ],
    )
    expect(verdicts).toEqual([
      { id: 1, allowed: false },
      { id: 2, allowed: true },
    ])
  })

  test('dates', () => {
    const text = 'It comes out on May 20, and the next one in June.'
    const [found] = lab(['dates'], [{ id: 1, text, reference: '2026-05-14' }])
    areIn(text, spansIn(found, 'dates'))
    expect(found).toMatchObject({
      dates: [{ text: expect.stringContaining('May 20'), kind: expect.anything() }, {}],
    })
  })

  test('quantities', () => {
    const text = 'It raised $650M, up to 5x faster, between 3 and 4 GW.'
    const [found] = lab(['quantities'], [{ id: 1, text }])
    areIn(text, spansIn(found, 'quantities'))
    expect(found).toMatchObject({
      quantities: [
        { number: 650_000_000 },
        { number: 5 },
        { low: expect.any(Number), high: expect.any(Number) },
      ],
    })
    for (const each of spansIn(found, 'quantities')) expect('=~<>updown').toContain(each.change)
  })

  test('mentions', () => {
    const [found] = lab(
      ['mentions'],
      [{ id: 1, title: 'GPT-5.5 is out', text: NEWS, published: '2026-05-14' }],
    )
    const mentions = spansIn(found, 'mentions')
    areIn(NEWS, mentions)
    for (const { start, end, surface } of mentions) expect(NEWS.slice(start, end)).toBe(surface)
    expect(mentions).toContainEqual(expect.objectContaining({ name: 'OpenAI', type: 'company' }))
    for (const { salience } of mentions) expect([1, 2, 3]).toContain(salience)
  })

  test('claims', () => {
    const [found] = lab(['claims'], [{ id: 1, text: NEWS, published: '2026-05-14' }])
    const claims = spansIn(found, 'claims')
    areIn(NEWS, claims)
    expect(claims).toContainEqual(expect.objectContaining({ number: 78.5 }))
    for (const field of 'sentence subject metric value number unit baseline condition kind'.split(' '))
      for (const claim of claims) expect(claim).toHaveProperty(field)
  })

  test('predictions', () => {
    const [found] = lab(['predictions'], [{ id: 1, text: NEWS, published: '2026-05-14' }])
    areIn(NEWS, spansIn(found, 'predictions'))
    expect(found).toMatchObject({ predictions: [{ due: '2026-09-30', explicit: expect.any(Boolean) }] })
    for (const field of ['text', 'by', 'horizonDays', 'criterion'])
      for (const one of spansIn(found, 'predictions')) expect(one).toHaveProperty(field)
  })

  test('segment: the segments part the whole text', () => {
    const [found] = lab(['segment'], [{ id: 1, text: TALK }])
    const segments = spansIn(found, 'segments')
    expect(segments[0]?.start).toBe(0)
    expect(segments.at(-1)?.end).toBe(TALK.length)
    for (const [at, { end }] of segments.slice(0, -1).entries()) expect(segments[at + 1]?.start).toBe(end)
    for (const { kind } of segments) expect(['intro', 'sponsor', 'story', 'outro']).toContain(kind)
  })

  test('dedupe', () => {
    const text =
      'A lab has released a model that reads a million tokens at once, trained on sixty-four chips for a month.'
    const found = lab(
      ['dedupe'],
      [
        { id: 'a', title: 'A model', text },
        { id: 'b', title: 'A model', text },
        {
          id: 'c',
          title: 'Else',
          text: 'A regulator opened a case against a maker of chips, which may take a year.',
        },
      ],
    )
    expect(found.map(({ id, copyOf }) => [id, copyOf])).toEqual([
      ['a', null],
      ['b', 'a'],
      ['c', null],
    ])
    expect(found[1]?.similarity).toBeGreaterThan(0.9)
  })

  test('cluster, at arrival and settled', () => {
    const lines = [
      {
        id: 1,
        title: 'Qwen 4 is released with open weights',
        text: 'Alibaba released Qwen 4 with open weights today.',
      },
      {
        id: 2,
        title: 'Alibaba releases Qwen 4 open weights',
        text: 'The open weights of Qwen 4 are out, says Alibaba.',
      },
      {
        id: 3,
        title: 'A court hears a case on training data',
        text: 'Judges heard a copyright case in London.',
      },
    ]
    for (const words of [['cluster'], ['cluster', '--final']]) {
      const found = lab(words, lines)
      expect(found.map(({ id }) => id)).toEqual([1, 2, 3])
      expect(found[0]?.story).toBe(found[1]?.story)
      expect(found[2]?.story).not.toBe(found[0]?.story)
      for (const { event } of found) expect(event).toBeTruthy()
    }
  })

  test('tier', () => {
    const profile = write('profile.json', PROFILE)
    const [core, other] = lab(
      ['tier', '--profile', profile],
      [
        { id: 1, title: 'KV cache eviction', text: 'A way to evict from the KV cache.' },
        { id: 2, title: 'A walk in the park', text: 'It was a sunny day.' },
      ],
    )
    expect(core).toMatchObject({
      id: 1,
      tier: 1,
      reasons: expect.arrayContaining([
        expect.objectContaining({ factor: 'topic', share: expect.any(Number) }),
      ]),
    })
    expect(other).toMatchObject({ id: 2, tier: null })
    expect(core?.score).toBeGreaterThan(Number(other?.score))
  })

  test('summarise, a text and a list of sentences', () => {
    const sentences = [
      'Caches are often full.',
      'We propose an eviction rule that halves memory.',
      'It was cold.',
    ]
    const [ofText, ofList] = lab(
      ['summarise'],
      [
        { id: 1, title: 'Eviction', text: sentences.join(' '), max: 1 },
        { id: 2, sentences, max: 1 },
      ],
    )
    expect(ofText).toMatchObject({ id: 1, summary: sentences[1], sentences: [1] })
    expect(ofList).toMatchObject({ id: 2, summary: sentences[1], sentences: [1] })
  })

  test('search', () => {
    const docs = write(
      'docs.jsonl',
      [
        { id: 'd1', title: 'KV cache eviction', text: 'which entries to drop' },
        { id: 7, title: 'Robots', text: 'walk' },
      ]
        .map((doc) => JSON.stringify(doc))
        .join('\n'),
    )
    const found = lab(
      ['search', '--docs', docs],
      [
        { id: 1, query: 'evict cache' },
        { id: 2, query: 'robot' },
      ],
    )
    expect(found).toMatchObject([
      { id: 1, hits: [{ id: 'd1', score: expect.any(Number) }] },
      { id: 2, hits: [{ id: 7 }] },
    ])
  })

  test('ground', () => {
    const text = 'Accuracy rose to 78.5%. It costs $9.'
    const evidence = [{ id: 'e', text: 'Accuracy rose from 75.4% to 78.5%.' }]
    const [found] = lab(['ground'], [{ id: 1, text, evidence }])
    areIn(text, spansIn(found, 'sentences'))
    expect(found).toMatchObject({ sentences: [{ supported: true, missing: [] }, { supported: false }] })
  })
})

const ROOMS =
  'parse canonical extract-page robots dates quantities mentions claims predictions segment dedupe cluster tier summarise search ground'.split(
    ' ',
  )
const NEEDS: Readonly<Record<string, () => string[]>> = {
  tier: () => ['--profile', write('p.json', PROFILE)],
  search: () => ['--docs', write('d.jsonl', '{"id":1,"title":"a","text":"b"}')],
}

test.each(ROOMS)('%s answers what it cannot read with its problem, and goes on', (room) => {
  const answers = lab(
    [room, ...(NEEDS[room]?.() ?? [])],
    ['{', { id: 'x' }, '[]', { id: 'y', text: 5, url: {}, html: [] }],
  )
  expect(answers.map(({ id }) => id)).toEqual([null, 'x', null, 'y'])
  for (const { problems } of answers) expect(problems).toMatchObject([{ what: expect.any(String) }])
})
