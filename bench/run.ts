import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readRegistry } from '../src/adapters/index.ts'
import { composeAgain, importFiles, rebuild, takeIn, understand } from '../src/app/index.ts'
import { createClusterer, NO_TIES } from '../src/cluster/index.ts'
import type { Source } from '../src/domain/index.ts'
import { claims, createMentionFinder, forecasts } from '../src/extract/index.ts'
import { type Opened, openHouse } from '../src/wiring.ts'
import { jsonFeed, manyItems } from './day.ts'
import { floorSeconds, type Words } from './floor.ts'
import { groundRate } from './ground.ts'
import { measureMemory } from './memory.ts'

// `npm run bench`: JSON lines {name, value, unit}. Machines are noisy: compare ratios, not seconds.

const home = join(dirname(fileURLToPath(import.meta.url)), '..')
const source: Source = {
  ...{ id: 'bench', name: 'bench', kind: 'folder', address: 'bench', family: 'bench', weight: 0.5 },
  staleAfterHours: 1e9,
}
const say = (name: string, value: number, unit: string) =>
  console.log(JSON.stringify({ name, value: Number(value.toPrecision(4)), unit }))
const corpusFolder = () => {
  const corpus = join(home, '..', 'shared', 'corpus', 'ainews')
  return existsSync(corpus) ? corpus : join(home, 'examples', 'stream')
}
const residentMB = () => process.memoryUsage.rss() / 1e6

const scratch = await mkdtemp(join(tmpdir(), 'bellwether-bench-'))
try {
  const originals = await flowOverCorpus()
  await growth(originals, Number(process.argv[2] ?? 100_000))
  await bigDay(originals)
  await memory()
  storyRate(originals, Number(process.argv[2] ?? 100_000))
  await extraction()
  say('ground.rate', groundRate(originals), 'sentences/s')
  doors()
} finally {
  await rm(scratch, { recursive: true, force: true })
}

/** The whole flow over real newsletters (else the sample stream), against the floor for the same items. */
async function flowOverCorpus(): Promise<Words[]> {
  const folder = corpusFolder()
  const paths = (await readdir(folder)).sort().map((name) => join(folder, name))
  const opened = await house('corpus')
  const from = performance.now()
  const intake = await importFiles(opened.house, [{ source, paths }])
  const seconds = (performance.now() - from) / 1000
  const items = await opened.house.store.items({})
  await opened.close()

  const words = items.map(({ title, text, url }) => ({ title, text, url }))
  const fromFloor = performance.now()
  for (const path of paths)
    createHash('sha256')
      .update(await readFile(path).catch(() => ''))
      .digest()
  const floor = (performance.now() - fromFloor) / 1000 + floorSeconds(join(scratch, 'floor.db'), words)
  say('flow.corpus.items', intake.added, 'items')
  say('flow.corpus.rate', intake.added / seconds, 'items/s')
  say('flow.corpus.to-floor', seconds / floor, 'ratio')
  // Whole issues are for reading, not for growing: only what tells one story stands in for an item.
  return items
    .filter(({ kind }) => kind !== 'issue' && kind !== 'transcript')
    .map(({ title, text, url }) => ({ title, text, url }))
}

/** What an item costs when the store is small and when it is large, and the memory it takes. */
async function growth(originals: readonly Words[], count: number): Promise<void> {
  const opened = await house('growth')
  const step = 10_000
  let first = 0
  for (let from = 0; from + step <= count; from += step) {
    const items = manyItems(originals, step, from)
    const started = performance.now()
    await takeIn(opened.house, captures(items, from))
    await understand(opened.house)
    const microseconds = ((performance.now() - started) * 1000) / step
    if (from === 0) {
      first = microseconds
      say('flow.at-10k.cost', microseconds, 'us/item')
      say(
        'flow.at-10k.to-floor',
        (microseconds * step) / 1e6 / floorSeconds(join(scratch, 'floor-10k.db'), items),
        'ratio',
      )
    }
    if (from + step === count) {
      say(`flow.at-${count / 1000}k.cost`, microseconds, 'us/item')
      say(`flow.at-${count / 1000}k.to-10k`, microseconds / first, 'ratio')
    }
  }
  say(`flow.at-${count / 1000}k.resident`, residentMB(), 'MB')
  const started = performance.now()
  await rebuild(opened.house)
  say(`rebuild.at-${count / 1000}k`, (performance.now() - started) / 1000, 's')
  await opened.close()
}

/** Movers, trend lines, pages and threads over a million mentions. */
async function memory(): Promise<void> {
  const opened = await house('memory')
  await measureMemory(opened.house, say)
  await opened.close()
}

/** The digest of a day on which 2,000 items came in; made ones only, since originals may share an address. */
async function bigDay(originals: readonly Words[]): Promise<void> {
  const opened = await house('day')
  await takeIn(opened.house, captures(manyItems(originals, 4000, originals.length), 0, 2000))
  await understand(opened.house)
  const from = performance.now()
  const edition = await composeAgain(opened.house, '2025-01-02')
  say('digest.2000-item-day', (performance.now() - from) / 1000, 's')
  say('digest.2000-item-day.items', edition.counts.items, 'items')
  await opened.close()
}

/** Text read for names, claims and forecasts on one core: real newsletters, else the sample stream. */
async function extraction(): Promise<void> {
  const folder = corpusFolder()
  const texts = await Promise.all(
    (await readdir(folder)).sort().map((name) => readFile(join(folder, name), 'utf8').catch(() => '')),
  )
  const { entities } = await readRegistry(join(home, 'registry'))
  const findMentions = createMentionFinder(entities)
  const from = process.cpuUsage()
  for (const text of texts) {
    findMentions({ title: '', text })
    claims(text, { published: null })
    forecasts(text, { published: null })
  }
  const { user, system } = process.cpuUsage(from)
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0)
  say('extract.rate', bytes / (user + system), 'MB/s')
}

/** How fast stories and events are decided, alone on one core, while the window fills. */
function storyRate(originals: readonly Words[], count: number): void {
  const clusterer = createClusterer()
  const step = Math.min(10_000, count)
  let first = 0
  for (let from = 0; from + step <= count; from += step) {
    const items = manyItems(originals, step, from)
    const started = process.cpuUsage().user
    for (const [at, { title, text }] of items.entries())
      clusterer.place({ id: `${from + at}`, title, text, ...NO_TIES })
    const microseconds = (process.cpuUsage().user - started) / step
    if (from === 0) first = microseconds
    if (from + step < count) continue
    say(`cluster.rate-at-${count / 1000}k`, 1e6 / microseconds, 'items/s')
    say(`cluster.at-${count / 1000}k.to-10k`, microseconds / first, 'ratio')
  }
}

/** How long a person waits for the commands they use most, cold. */
function doors(): void {
  const time = (...words: string[]) => {
    const runs = Array.from({ length: 5 }, () => {
      const from = performance.now()
      spawnSync(process.execPath, [join(home, 'bin', 'bellwether'), ...words], { cwd: scratch })
      return (performance.now() - from) / 1000
    })
    return runs.sort((a, b) => a - b)[2] ?? Number.NaN
  }
  say('cli.help', time('--help'), 's')
  say('cli.today-at-10k', time('today', '--data', join(scratch, 'growth')), 's')
}

async function* captures(items: readonly Words[], first: number, perDay = 500) {
  for (let at = 0; at < items.length; at += 500) {
    const body = jsonFeed(items.slice(at, at + 500), { first: first + at, perDay })
    const hash = createHash('sha256').update(body).digest('hex')
    const capturedAt = '2026-05-14T18:00:00.000Z'
    const capture = {
      hash,
      sourceId: source.id,
      address: 'bench.json',
      contentType: 'application/feed+json',
      sizeBytes: body.length,
      capturedAt,
    }
    yield { source, capture, body, replay: true }
  }
}

function house(name: string): Promise<Opened> {
  return openHouse({
    config: null,
    data: join(scratch, name),
    now: '2026-05-14T18:00:00.000Z',
    progress: () => {},
  })
}
