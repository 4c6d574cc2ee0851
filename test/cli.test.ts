import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'

const home = join(dirname(fileURLToPath(import.meta.url)), '..')
const launcher = join(home, 'bin', 'bellwether')
const yard = mkdtempSync(join(tmpdir(), 'bellwether-cli-'))
afterAll(() => rmSync(yard, { recursive: true, force: true }))

function bellwether(words: readonly string[], { input = '', node = process.execPath } = {}) {
  const done = spawnSync(node, [launcher, ...words], {
    cwd: yard,
    input,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
  })
  return { code: done.status, out: done.stdout, err: done.stderr }
}

/** A Node before 24 on this machine, if it has one beside the pinned one. */
function olderNode(): string | null {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const candidate = join(folder, 'node')
    const version = spawnSync(candidate, ['--version'], { encoding: 'utf8' }).stdout ?? ''
    if (/^v(20|21|22|23)\./.test(version)) return candidate
  }
  return null
}

describe('the launcher', () => {
  test('starts from any folder', () => expect(bellwether(['--help']).out).toContain('Usage: bellwether'))

  const older = olderNode()
  test.skipIf(older === null)(
    'starts on an older Node and passes words, input and exit code on (skipped: this machine has none)',
    () => {
      const run = { input: '{"id":1}\n', node: older ?? '' }
      expect(bellwether(['lab', 'canonical'], run).out).toContain('"url\\" must be a text; it is missing')
      expect(bellwether(['frobnicate'], run).code).toBe(2)
    },
  )
})

describe('exit codes', () => {
  test.each([
    [['--help'], 0],
    [['frobnicate'], 2],
    [['digest', '--date', '14.5.2026', '--data', 'd'], 2],
    [['digest', '--date', '2026-02-30', '--data', 'd'], 2],
    [['brief', '--week', '2025-W53', '--data', 'd'], 2],
    [['predict', 'settle', 'nosuch', 'right', '--data', 'd'], 2],
    [['today', '--data', 'not-a-folder'], 1],
    [['digest', '--format', 'pdf', '--data', 'd'], 2],
    [['import', 'not-there.xml', '--data', 'd'], 2],
    [['lab', 'kitchen'], 2],
    [['search', 'x', '--limit', 'many', '--data', 'd'], 2],
    [['search', 'x', '--as-of', 'soon', '--data', 'd'], 2],
    [['config', '--config', 'not-there.yaml'], 1],
    [['doctor', '--data', 'd'], 0],
  ])('%j ends with %i', (words, code) => {
    writeFileSync(join(yard, 'not-a-folder'), '')
    const ended = bellwether(words)
    expect(ended.code, ended.err).toBe(code)
    if (code !== 0) expect(ended.err).not.toContain('    at ')
  })

  test('--json answers a failure as data', () => {
    const { code, out } = bellwether(['config', '--config', 'not-there.yaml', '--json'])
    expect(code).toBe(1)
    expect(JSON.parse(out)).toMatchObject({
      ok: false,
      data: null,
      error: expect.stringContaining('not-there.yaml'),
    })
  })
})

describe('settings with a typo', () => {
  test('are refused with file, line and column', () => {
    const file = join(yard, 'typo.yaml')
    writeFileSync(file, 'server:\n  prot: 80\n')
    const { code, err } = bellwether(['today', '--config', file])
    expect(code).toBe(1)
    expect(err).toContain(`${file}:2:3`)
    expect(err).toContain('prot')
  })
})

describe('the lab', () => {
  test('answers every line in order, a bad one with its problem', () => {
    const { code, out } = bellwether(['lab', 'canonical'], {
      input: '{"id":1,"url":"https://arxiv.org/abs/2605.12483v2"}\nnot json\n{"id":"c"}\n',
    })
    const lines = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(code).toBe(0)
    expect(lines[0]).toMatchObject({ id: 1, key: 'arxiv:2605.12483' })
    expect(lines[1]).toMatchObject({ id: null, problems: [{ severity: 'lost' }] })
    expect(lines[2]).toMatchObject({ id: 'c', problems: [{ what: '"url" must be a text; it is missing' }] })
  })
})

test('a reader that closes its end early, as head does, is no failure and hears nothing', async () => {
  const child = spawn(process.execPath, [launcher, 'lab', 'canonical'], { cwd: yard })
  child.stdin.on('error', () => {})
  child.stdin.end('{"id":1,"url":"https://arxiv.org/abs/2605.12483v2"}\n'.repeat(20_000))
  child.stdout.once('data', () => child.stdout.destroy())
  let said = ''
  child.stderr.on('data', (chunk) => {
    said += String(chunk)
  })
  const [code] = await once(child, 'close')
  expect({ code, said }).toEqual({ code: 0, said: '' })
})

describe('import', () => {
  const data = join(yard, 'store')
  const write = (name: string, content: string | Uint8Array) => {
    const path = join(yard, name)
    writeFileSync(path, content)
    return path
  }
  const entry = (index: number) =>
    `<item><title>Story number ${index}</title><link>https://example.org/${index}</link><pubDate>Tue, 12 May 2026 10:0${index}:00 GMT</pubDate><description>Words about thing ${index}, which did 4${index} percent better.</description></item>`
  const feed = write(
    'good.xml',
    `<?xml version="1.0"?><rss version="2.0"><channel><title>F</title>${[1, 2, 3].map(entry).join('')}</channel></rss>`,
  )

  test('reads what can be read, names what cannot, and loses nothing', () => {
    const empty = write('empty.xml', '')
    const noise = write(
      'noise.xml',
      Uint8Array.from({ length: 5000 }, (_, index) => (index * 7919) % 256),
    )
    const truncated = write(
      'truncated.xml',
      `<rss version="2.0"><channel><title>T</title>${entry(4)}${entry(5)}<item><title>Broken off in the mid`,
    )
    const latin = write(
      'latin.xml',
      Buffer.from(
        `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>L</title>${entry(6).replace('Words', 'Caf\xe9 words')}</channel></rss>`,
        'latin1',
      ),
    )
    const { code, out, err } = bellwether([
      'import',
      empty,
      noise,
      feed,
      truncated,
      latin,
      '--data',
      data,
      '--json',
    ])
    const answer = JSON.parse(out)
    expect(code, err).toBe(1)
    const where = answer.data.problems.map((problem: { where: string }) => problem.where).join('\n')
    for (const file of [empty, noise, truncated]) expect(where).toContain(file)
    expect(answer.data.added).toBeGreaterThanOrEqual(6)
  })

  test('a second time adds nothing', () => {
    expect(JSON.parse(bellwether(['import', feed, '--data', data, '--json']).out).data).toMatchObject({
      added: 0,
      revised: 0,
      unchanged: 3,
    })
  })

  test('a file of 50 MB is refused by name and the rest goes on', () => {
    const huge = write('huge.txt', new Uint8Array(52_500_000).fill(97))
    const { code, err } = bellwether(['import', huge, feed, '--data', data])
    expect(code).toBe(1)
    expect(err).toContain(huge)
  })

  test('two at once lose nothing', async () => {
    const both = join(yard, 'both')
    const many = (name: string, from: number) =>
      write(
        name,
        `<rss version="2.0"><channel><title>${name}</title>${Array.from({ length: 300 }, (_, index) =>
          entry(1)
            .replaceAll('Story number 1', `Story ${from + index}`)
            .replace('org/1', `org/${from + index}`),
        ).join('')}</channel></rss>`,
      )
    const files = [many('one.xml', 1000), many('two.xml', 5000)]
    const { spawn } = await import('node:child_process')
    const ended = await Promise.all(
      files.map(
        (file) =>
          new Promise((done) =>
            spawn(process.execPath, [launcher, 'import', file, '--data', both], { cwd: yard }).on(
              'exit',
              done,
            ),
          ),
      ),
    )
    expect(ended).toEqual([0, 0])
    expect(bellwether(['doctor', '--data', both]).out).toContain('600 items')
  })
})

describe('the demo', () => {
  test('gives the golden digest', async () => {
    const data = join(yard, 'demo')
    const { code, out, err } = bellwether(['demo', '--no-serve', '--data', data])
    expect(code, err).toBe(0)
    expect(out).toContain('digest-2026-05-14.md')
    const digest = readFileSync(join(data, 'editions', 'digest-2026-05-14.md'), 'utf8')
    await expect(digest).toMatchFileSnapshot(join(home, 'test', 'golden', 'digest-2026-05-14.md'))
  })

  test('run again it reads nothing new and its closed day composes to the same bytes, also after a rebuild', () => {
    const words = ['--data', join(yard, 'demo'), '--config', join(home, 'examples', 'bellwether.yaml')]
    expect(JSON.parse(bellwether(['demo', '--no-serve', '--json', ...words.slice(0, 2)]).out).ok).toBe(true)
    expect(bellwether(['digest', '--date', '2026-05-14', '--again', ...words]).out).toContain('same bytes')
    expect(bellwether(['rebuild', ...words]).code).toBe(0)
    expect(bellwether(['digest', '--date', '2026-05-14', '--again', ...words]).out).toContain('same bytes')
  })
})
