import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Agent, request } from 'undici'
import { importFiles, lastClosedDate, publish, takeIn, understand } from '../src/app/index.ts'
import type { Source } from '../src/domain/index.ts'
import { type Opened, openHouse } from '../src/wiring.ts'
import { jsonFeed, manyItems } from './day.ts'
import type { Words } from './floor.ts'

// `node bench/pages.ts [items] [seconds] [folder]`: p50 and p95 of every page at 50 requests a second over a store of
// 100,000 items while files keep coming in, and the memory of the whole house. JSON lines {name, value, unit}.

const [items = '100000', seconds = '60', kept] = process.argv.slice(2)
const REQUESTS_PER_SECOND = 50
const ITEMS_PER_DAY = 1000
const FIRST_DAY = Date.parse('2025-01-01T00:00:00Z')
const DAY_MS = 86_400_000
const ARRIVAL_MS = 2000
const MOST_TRIES = 300
const home = join(dirname(fileURLToPath(import.meta.url)), '..')
const agent = new Agent({ connections: 64 })
const say = (name: string, value: number, unit: string) =>
  console.log(JSON.stringify({ name, value: Number(value.toPrecision(4)), unit }))

const scratch = kept ?? (await mkdtemp(join(tmpdir(), 'bellwether-bench-pages-')))
const folder = join(scratch, 'letters')
const now = new Date(FIRST_DAY + (Number(items) / ITEMS_PER_DAY) * DAY_MS).toISOString()
const source: Source = {
  ...{ id: 'letters', name: 'Letters', kind: 'folder', address: folder, family: 'letters', weight: 0.5 },
  staleAfterHours: 72,
}
const config = join(scratch, 'bellwether.yaml')
mkdirSync(folder, { recursive: true })
writeFileSync(
  config,
  `data: data\nsources:\n  - { id: letters, name: Letters, kind: folder, address: letters }\n`,
)

const wordsFile = join(scratch, 'words.json')
const originals = existsSync(wordsFile)
  ? (JSON.parse(readFileSync(wordsFile, 'utf8')) as Words[])
  : await realWords()
writeFileSync(wordsFile, JSON.stringify(originals))
if (!existsSync(join(scratch, 'data', 'ready'))) await fill()
const house = spawn(process.execPath, [
  join(home, 'bin', 'bellwether'),
  'serve',
  '--config',
  config,
  '--as-of',
  now,
  '--port',
  '0',
])
try {
  const address = await addressOf(house)
  const paths = await pathsOf(address)
  for (const path of paths) await counted(address, path)
  const times = await load(address, paths)
  report(times)
  say('pages.memory', residentMB(house.pid ?? 0), 'MB')
} finally {
  house.kill('SIGTERM')
  if (!kept) await rm(scratch, { recursive: true, force: true })
}

/** Texts that were really published where they are at hand, else those of the sample stream. */
async function realWords(): Promise<Words[]> {
  const corpus = join(home, '..', 'shared', 'corpus', 'ainews')
  const from = existsSync(corpus) ? corpus : join(home, 'examples', 'stream')
  const opened = await open(await mkdtemp(join(tmpdir(), 'bellwether-bench-words-')))
  const paths = (await readdir(from)).sort().map((name) => join(from, name))
  await importFiles(opened.house, [{ source, paths }])
  const all = await opened.house.store.items({})
  await opened.close()
  return all
    .filter(({ kind }) => kind !== 'issue' && kind !== 'transcript')
    .map(({ title, text, url }) => ({ title, text, url }))
}

async function fill(): Promise<void> {
  const opened = await open(join(scratch, 'data'))
  const all = manyItems(originals, Number(items))
  const from = performance.now()
  await opened.house.store.saveSources([source])
  for (let at = 0; at < all.length; at += 5000) {
    await takeIn(opened.house, captures(all.slice(at, at + 5000), at))
    await understand(opened.house)
    console.error(`${at + 5000} items after ${Math.round((performance.now() - from) / 1000)} s`)
  }
  await publish(opened.house, lastClosedDate(now, opened.house.digestAt))
  await opened.close()
  writeFileSync(join(scratch, 'data', 'ready'), '')
}

async function* captures(all: readonly Words[], first: number) {
  const body = jsonFeed(all, { first, perDay: ITEMS_PER_DAY })
  const capture = {
    hash: `bench-${first}`,
    sourceId: source.id,
    address: 'bench.json',
    contentType: 'application/feed+json',
  }
  yield { source, capture: { ...capture, sizeBytes: body.length, capturedAt: now }, body, replay: true }
}

function open(data: string): Promise<Opened> {
  return openHouse({ config: null, data, now, progress: () => {} })
}

function addressOf(child: ChildProcess): Promise<string> {
  let said = ''
  return new Promise((resolve, reject) => {
    // Listened to until the end: a house whose last line nobody takes would die of it.
    child.stderr?.on('data', (chunk) => {
      said += chunk
      const found = /http:\/\/\S+:\d+/.exec(said)
      if (found) resolve(found[0])
    })
    child.once('exit', () => reject(new Error(`the house did not open: ${said}`)))
  })
}

/** Every page, and of stories, names and items those that the River leads to. */
async function pathsOf(address: string): Promise<string[]> {
  const river = (await get(address, '/river')).text
  const found = (pattern: RegExp, most: number) => [...new Set(river.match(pattern) ?? [])].slice(0, most)
  const plain =
    '/ /?length=minute /river /river?tier=1&by=time /river?page=3 /editions /movers /trends /atlas /threads /alerts /predictions /wiki /acts /sources /profile /settings /lab /keys /why /without /search /ask?q=what+do+we+know+about+agents'
  const asked = ['kv+cache', 'inference+chips', 'entity:openai+agents', 'after:2025-02+benchmark', 'gpt+5.5']
  return [
    ...plain.split(' '),
    ...asked.map((query) => `/search?q=${query}`),
    ...found(/\/stories\/[a-z0-9]+/g, 20),
    ...found(/\/entities\/[a-z0-9.-]+/g, 20),
  ]
}

/** Asks at an even rate whatever the answers take, so that a slow page cannot hide behind a slow asker. */
async function load(address: string, paths: readonly string[]): Promise<Map<string, number[]>> {
  const times = new Map<string, number[]>()
  const asked: Promise<void>[] = []
  const total = Number(seconds) * REQUESTS_PER_SECOND
  const from = performance.now()
  let arrivals = 0
  let failed = 0
  const arrival = setInterval(() => {
    const words = originals[arrivals % originals.length]
    writeFileSync(
      join(folder, `arrival-${arrivals++}.md`),
      `# ${words?.title} again\n\n${words?.text.slice(0, 2000)}\n`,
    )
  }, ARRIVAL_MS)
  for (let n = 0; n < total; n++) {
    const wait = from + (n * 1000) / REQUESTS_PER_SECOND - performance.now()
    if (wait > 0) await new Promise((resume) => setTimeout(resume, wait))
    const path = paths[n % paths.length] ?? '/'
    const started = performance.now()
    asked.push(
      get(address, path).then(({ status }) => {
        if (status >= 400) failed += 1
        const kind = path.replace(/\?.*$/, '').replace(/^(\/(?:stories|entities))\/.*/, '$1/:id')
        times.set(kind, [...(times.get(kind) ?? []), performance.now() - started])
      }),
    )
  }
  await Promise.all(asked)
  clearInterval(arrival)
  say('pages.failed', failed, 'requests')
  say('pages.arrivals', arrivals, 'files')
  return times
}

function report(times: ReadonlyMap<string, number[]>): void {
  const at = (sorted: readonly number[], share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
  for (const [kind, all] of [...times, ['all', [...times.values()].flat()] as const]) {
    const sorted = [...all].sort((a, b) => a - b)
    say(`pages.${kind}.p50`, at(sorted, 0.5), 'ms')
    say(`pages.${kind}.p95`, at(sorted, 0.95), 'ms')
  }
}

/** Asks for a page until it is no longer being counted. */
async function counted(address: string, path: string): Promise<void> {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    if (!(await get(address, path)).counting) return
    await new Promise((resume) => setTimeout(resume, ARRIVAL_MS))
  }
  throw new Error(`${path} is still being counted`)
}

async function get(
  address: string,
  path: string,
): Promise<{ status: number; text: string; counting: boolean }> {
  const { statusCode, headers, body } = await request(`${address}${path}`, { dispatcher: agent })
  return { status: statusCode, text: await body.text(), counting: headers.refresh !== undefined }
}

function residentMB(pid: number): number {
  return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? Number.NaN) / 1000
}
