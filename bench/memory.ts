import type { House } from '../src/app/index.ts'
import { entityPage, moversAt, threads, trends } from '../src/app/index.ts'
import type { Entity, Item, Mention, Placement } from '../src/domain/index.ts'
import { hash32 } from '../src/text/index.ts'
import { plainItem } from './day.ts'

const ITEMS = 100_000
const MENTIONS_EACH = 10
const BATCH = 2_000
const WEEKS = 26
const UNTIL = Date.parse('2026-05-14T00:00:00.000Z')
const SPAN_MS = WEEKS * 7 * 86_400_000
const TRACKED = 113

/**
 * What memory costs over a million mentions of half a year in 100,000 items, names falling off as Zipf has it: movers
 * and 113 trend lines together, the page of an entity of middling fame, the same as of a past day, threads.
 */
export async function measureMemory(
  house: House,
  say: (name: string, value: number, unit: string) => void,
): Promise<void> {
  await fill(house)
  const asOf = new Date(UNTIL).toISOString()
  const past = new Date(UNTIL - 21 * 86_400_000).toISOString()
  const tracked = house.registry.slice(0, TRACKED).map(({ id }) => id)
  const middling = house.registry[60]
  if (!middling) throw new Error('the registry is too short for this bench')
  const both = async (at: string) => {
    await moversAt(house, at)
    await trends(house, { asOf: at, entityIds: tracked })
  }
  const now = await median(() => both(asOf))
  say('memory.movers-and-113-trends', now / 1000, 's')
  say('memory.movers-and-113-trends.as-of', (await median(() => both(past))) / now, 'ratio')
  const page = await median(() => entityPage(house, middling, { asOf }))
  say('memory.entity-page', page, 'ms')
  say(
    'memory.entity-page.as-of',
    (await median(() => entityPage(house, middling, { asOf: past }))) / page,
    'ratio',
  )
  say('memory.threads', (await median(() => threads(house, { asOf, limit: 20 }), 3)) / 1000, 's')
}

async function fill({ store, registry }: House): Promise<void> {
  for (let from = 0; from < ITEMS; from += BATCH) {
    const items = Array.from({ length: BATCH }, (_, at) => itemAt(from + at))
    await store.saveItems(items)
    await store.saveJudgments({
      makers: { understanding: 'bench', placement: 'bench' },
      understandings: items.map(({ id, text }, at) => ({
        ...{ itemId: id, revision: 1, claims: [], forecasts: [] },
        mentions: mentionsAt(from + at, text, registry),
      })),
      placements: items.map(({ id, seenAt }, at) => placementAt(id, seenAt, from + at)),
      forwards: [],
    })
  }
  await store.settle()
}

function itemAt(n: number): Item {
  const seenAt = new Date(UNTIL - SPAN_MS + Math.floor((n / ITEMS) * SPAN_MS)).toISOString()
  const text = `Text number ${n} says a little of what was told on that day, in forty words or so. `.repeat(3)
  return plainItem(n, { title: `Title ${n}`, text, seenAt })
}

function mentionsAt(n: number, text: string, registry: readonly Entity[]): Mention[] {
  return Array.from({ length: MENTIONS_EACH }, (_, at) => {
    const chance = (hash32(`${n} ${at}`) % 1_000_000) / 1_000_000
    // The inverse of a falling density over ranks: few names in most stories, most names in few.
    const rank = Math.min(registry.length - 1, Math.floor(registry.length ** chance) - 1)
    const { id, name, type } = registry[rank] as Entity
    return {
      ...{ start: at * 3, end: at * 3 + 2, field: 'text', surface: text.slice(at * 3, at * 3 + 2), name },
      ...{ entityId: id, known: true, type, salience: at === 0 ? 3 : at < 3 ? 2 : 1 },
    }
  })
}

// Two items to a story, one after the other.
const placementAt = (itemId: string, joinedAt: string, n: number): Placement => ({
  ...{ itemId, joinedAt, storyId: `s${Math.floor(n / 2)}`, eventId: `e${Math.floor(n / 20)}`, copyOf: null },
})

async function median(work: () => Promise<unknown>, times = 5): Promise<number> {
  const runs: number[] = []
  for (let run = 0; run < times; run++) {
    const from = performance.now()
    await work()
    runs.push(performance.now() - from)
  }
  return runs.sort((a, b) => a - b)[Math.floor(times / 2)] ?? Number.NaN
}
