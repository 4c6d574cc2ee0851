import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { afterAll, describe, expect, test } from 'vitest'

const launcher = join(dirname(fileURLToPath(import.meta.url)), '..', 'bin', 'bellwether')
const yard = mkdtempSync(join(tmpdir(), 'bellwether-import-'))
afterAll(() => rmSync(yard, { recursive: true, force: true }))

type Told = { readonly severity: string; readonly what: string; readonly where: string | null }

function imported(...paths: readonly string[]) {
  const words = ['import', ...paths, '--data', join(yard, 'store'), '--json']
  const done = spawnSync(process.execPath, [launcher, ...words], { cwd: yard, encoding: 'utf8' })
  const { data } = JSON.parse(done.stdout)
  const problems: readonly Told[] = data?.problems ?? []
  return { code: done.status, added: Number(data?.added), problems, err: done.stderr }
}

let folders = 0
/** A folder with these files in it. */
function folder(files: Readonly<Record<string, string | Uint8Array>>): string {
  folders += 1
  const path = join(yard, `in-${folders}`)
  mkdirSync(path)
  for (const [name, content] of Object.entries(files)) writeFileSync(join(path, name), content)
  return path
}

let stories = 0
/** A feed of stories that no other test tells. */
function feed(count: number, words = 'Words'): string {
  const items = Array.from({ length: count }, () => {
    stories += 1
    return `<item><title>Story ${stories} of chips</title><link>https://example.org/${stories}</link><pubDate>Tue, 12 May 2026 10:00:00 GMT</pubDate><description>${words} about thing ${stories}.</description></item>\n`
  })
  return `<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0"><channel><title>F</title>\n${items.join('')}</channel></rss>`
}

const noise = Uint8Array.from({ length: 5_000 }, (_, at) => (at * 7_919 + (at >> 3)) % 256)

const UNREADABLE: readonly (readonly [string, string | Uint8Array, RegExp])[] = [
  ['empty.json', '', /empty/],
  ['blanks.txt', ' \n\n ', /nothing but blanks/],
  ['noise.xml', noise, /no text/],
  ['noise.eml', noise, /no mail/],
  ['noise.mbox', noise, /no mailbox/],
  ['feed.xml.gz', gzipSync('<rss/>'), /packed \(gzip\)\. Unpack it/],
  ['letters.zip.md', Buffer.from('PK\x03\x04rest'), /packed \(ZIP\)/],
  ['list.json', '{"a": 1}', /no list of papers, posts or ranks/],
  ['deep.json', `${'['.repeat(100_000)}${']'.repeat(100_000)}`, /could not be read/],
  ['script.html', '<html><body><script>render()</script></body></html>', /no text to read/],
  ['notes.yaml', 'a: [\n', /could not be told/],
  ['large.txt', new Uint8Array(50_500_001).fill(97), /50\.5 MB, and the limit is 50 MB/],
]

describe('a file that cannot be read is named, with what to do, and the rest goes on', () => {
  const files = UNREADABLE.map(([name, content]) => [name, content] as const)
  const path = folder({ ...Object.fromEntries(files), 'zz-good.xml': feed(2) })
  const { code, added, problems } = imported(path)
  const told = problems.map(({ severity, what, where }) => `${severity}: ${where} ${what}`)

  test('with exit code 1, and nothing that could be read is lost', () =>
    expect([code, added]).toEqual([1, 2]))
  test('once for each', () => expect(problems).toHaveLength(UNREADABLE.length))
  test.each(UNREADABLE)('%s', (name, _content, why) => {
    const mine = told.filter((line) => line.includes(join(path, name)))
    expect(mine).toEqual([expect.stringMatching(/^lost: /)])
    expect(mine[0]).toMatch(why)
  })

  test('links into nowhere and in circles', () => {
    const path = folder({ 'good.xml': feed(1) })
    symlinkSync('/nowhere/at/all', join(path, 'dangling.xml'))
    symlinkSync(path, join(path, 'circle'))
    const { code, added, problems } = imported(path)
    expect([code, added]).toEqual([1, 1])
    expect(problems.map(({ what }) => what)).toEqual([expect.stringMatching(/dangling\.xml is not there/)])
  })
})

describe('what can be saved of a damaged file is', () => {
  test('the entries before the place where a feed breaks off, with the line', () => {
    const path = folder({ 'broken.xml': feed(5).slice(0, -190) })
    const { code, added, problems } = imported(path)
    expect(code).toBe(1)
    expect(added).toBeGreaterThanOrEqual(4)
    expect(problems).toEqual([expect.objectContaining({ severity: 'lost', where: expect.stringMatching(/broken\.xml: line \d/) })])
  })

  test('the posts before the place where JSON breaks off', () => {
    const posts = [1, 2, 3].map((id) => ({ tweet: { id_str: `203202660405084160${id}`, full_text: `Post number ${id} of three` } }))
    const path = folder({ 'tweets.js': `window.YTD.tweets.part0 = ${JSON.stringify(posts).slice(0, -30)}` })
    const { code, added } = imported(path)
    expect([code, added]).toEqual([1, 2])
  })

  test('a text in another encoding than it says, as a guess', () => {
    const { code, added, problems } = imported(folder({ 'latin.xml': Buffer.from(feed(1, 'Caf\xe9 words'), 'latin1') }))
    expect([code, added]).toEqual([0, 1])
    expect(problems).toEqual([expect.objectContaining({ severity: 'repaired', what: expect.stringContaining('Windows-1252') })])
  })

  test('UTF-16, with nothing to say about it', () => {
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(feed(1).replace('UTF-8', 'UTF-16'), 'utf16le')])
    expect(imported(folder({ 'wide.xml': utf16 }))).toMatchObject({ code: 0, added: 1, problems: [] })
  })

  test('a note whose front matter has a typo, with the line of the typo', () => {
    const note = '---\ntitle: A note on routers\ndate: 2026-05-12\ntags: [a, b\n---\n\nA short text about routers and what they cost.\n'
    const { code, added, problems } = imported(folder({ 'note.md': note }))
    expect([code, added]).toEqual([1, 1])
    expect(problems).toEqual([expect.objectContaining({ where: expect.stringMatching(/note\.md: line [45]$/) })])
  })
}) // biome-ignore format: calls on one line each

test('a habit of a source is told once, not once for each file', () => {
  const page = (day: number) =>
    `<html><head><title>Page ${day} of the diary</title><meta property="article:published_time" content="20${70 + day}-05-01"></head><body><article><p>The words of day ${day}, of which there are a few more than ten here.</p></article></body></html>`
  const path = folder(Object.fromEntries([1, 2, 3, 4, 5].map((day) => [`page-${day}.html`, page(day)])))
  const { code, added, problems } = imported(path)
  expect([code, added]).toEqual([0, 5])
  expect(problems).toEqual([
    expect.objectContaining({
      severity: 'repaired',
      what: expect.stringMatching(/2071-05-01.*in 4 more\.$/),
    }),
  ])
})

test('all of it on a terminal is a line for each problem, and no stack', () => {
  const path = folder({ 'empty.md': '', 'good.xml': feed(1) })
  const done = spawnSync(process.execPath, [launcher, 'import', path, '--data', join(yard, 'other')], {
    cwd: yard,
    encoding: 'utf8',
  })
  expect(done.status).toBe(1)
  expect(done.stdout).toContain('1 new items')
  expect(done.stderr).toContain(`lost: ${join(path, 'empty.md')}: The document is empty.`)
  expect(done.stderr).not.toContain('    at ')
})
