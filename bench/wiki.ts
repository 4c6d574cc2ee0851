import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildWiki, type House, wikiFaults } from '../src/app/index.ts'
import type { Item, Mention } from '../src/domain/index.ts'
import { openHouse } from '../src/wiring.ts'
import { plainItem } from './day.ts'

// A wiki of 10,000 pages: a build of all, one story more, and a reading for faults; JSON lines {name, value, unit}.
// `node bench/wiki.ts [pages]`.

const PAGES = Number(process.argv[2] ?? 10_000)
const STORIES = PAGES * 2
const BATCH = 2_000
const FROM = Date.parse('2026-02-01T00:00:00.000Z')
const UNTIL = Date.parse('2026-05-14T00:00:00.000Z')

const say = (name: string, value: number, unit: string) =>
  console.log(JSON.stringify({ name, value: Number(value.toPrecision(4)), unit }))

const data = await mkdtemp(join(tmpdir(), 'bellwether-bench-wiki-'))
try {
  await at('2026-05-14T00:00:00.000Z', async (house) => {
    for (let from = 0; from < STORIES; from += BATCH) await tell(house, from, BATCH)
    await house.store.settle()
    const { seconds, value } = await timed(() => buildWiki(house))
    say('wiki.pages', value.revised, 'pages')
    say('wiki.build-whole', seconds, 's')
    say('wiki.build-whole.memory', process.memoryUsage.rss() / 1e6, 'MB')
  })
  await at('2026-05-15T00:00:00.000Z', async (house) => {
    await tell(house, STORIES, 1)
    const { seconds, value } = await timed(() => buildWiki(house))
    say('wiki.one-story', seconds, 's')
    say('wiki.one-story.pages', value.revised, 'pages')
    const read = await timed(() => wikiFaults(house))
    say('wiki.lint', read.seconds, 's')
    say('wiki.lint.faults', read.value.length, 'faults')
  })
} finally {
  await rm(data, { recursive: true, force: true })
}

async function at(now: string, work: (house: House) => Promise<void>): Promise<void> {
  const opened = await openHouse({ config: null, data, now, progress: () => {} })
  try {
    await work(opened.house)
  } finally {
    await opened.close()
  }
}

async function timed<T>(work: () => Promise<T>): Promise<{ seconds: number; value: T }> {
  const from = performance.now()
  const value = await work()
  return { seconds: (performance.now() - from) / 1000, value }
}

/** Stories of one item each, each about two names: every name is told of in four. */
async function tell({ store }: House, from: number, count: number): Promise<void> {
  const items = Array.from({ length: count }, (_, i) => itemAt(from + i))
  await store.saveItems(items)
  await store.saveJudgments({
    makers: { understanding: 'bench', placement: 'bench' },
    understandings: items.map(({ id, text }, i) => ({
      ...{ itemId: id, revision: 1, claims: [], forecasts: [], mentions: mentionsAt(from + i, text) },
    })),
    placements: items.map(({ id, seenAt }, i) => ({
      ...{ itemId: id, joinedAt: seenAt, storyId: `s${from + i}`, eventId: `e${from + i}`, copyOf: null },
    })),
    forwards: [],
  })
}

function namesOf(n: number): number[] {
  return [n % PAGES, (n * 7 + 3) % PAGES]
}

function itemAt(n: number): Item {
  const seenAt = new Date(
    n < STORIES ? FROM + Math.floor((n / STORIES) * (UNTIL - FROM)) : UNTIL + 3_600_000,
  ).toISOString()
  const [one = 0, other = 0] = namesOf(n)
  const text = `Orbit${one} works with Orbit${other} on a cache of ${n} tokens and says so in a note. Others wait for the code. `
  const url = `https://example.org/${n}`
  return plainItem(n, { title: `Note ${n} on a cache`, text: text.repeat(3), seenAt, url })
}

function mentionsAt(n: number, text: string): Mention[] {
  return namesOf(n).map((name, place) => {
    const surface = `Orbit${name}`
    const start = text.indexOf(surface)
    return {
      ...{
        start,
        end: start + surface.length,
        field: 'text',
        surface,
        name: surface,
        salience: place === 0 ? 3 : 2,
      },
      ...{ entityId: surface.toLowerCase(), known: false, type: 'product' },
    }
  })
}
