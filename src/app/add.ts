import type { Item, Problem, Source } from '#domain'
import { takeIn, understand } from './day.ts'
import { type Captured, readSource } from './gather.ts'
import type { House } from './house.ts'
import { itemCalled, mark } from './marks.ts'

/** What was added, with what could not be read. */
export type Added = { readonly items: readonly Item[]; readonly problems: readonly Problem[] }

/**
 * Captures single addresses and files that the reader hands in, now, and stars what they hold, so that the next edition
 * tells it whatever its score. Adding a thing twice keeps it once.
 */
export async function add(house: House, addresses: readonly string[]): Promise<Added> {
  const problems: Problem[] = []
  const sources = addresses.map(sourceOf)
  await house.store.saveSources(sources)
  const hashes = new Set<string>()
  const intake = await takeIn(house, seenNow(house, sources, problems, hashes))
  const understood = await understand(house)
  const items = await itemsOf(house, sources, hashes)
  for (const item of items) await mark(house, { kind: 'star', itemId: item.id })
  return { items, problems: [...problems, ...intake.problems, ...understood.problems] }
}

function sourceOf(address: string): Source {
  const isWeb = /^https?:\/\//i.test(address)
  const family = isWeb && URL.canParse(address) ? new URL(address).hostname.replace(/^www\./, '') : 'added'
  return {
    ...{
      id: `added-${family.replace(/[^a-z0-9]+/g, '-')}`,
      name: family,
      kind: isWeb ? 'page' : 'file',
      address,
    },
    // Handed in once: its silence is no gap.
    ...{ family, weight: 0.5, staleAfterHours: Number.MAX_SAFE_INTEGER },
  }
}

/** What is handed in counts from now, however old it is. */
async function* seenNow(
  house: House,
  sources: readonly Source[],
  problems: Problem[],
  hashes: Set<string>,
): AsyncGenerator<Captured> {
  for (const source of sources)
    for await (const captured of readSource(house, source, problems)) {
      hashes.add(captured.capture.hash)
      yield { ...captured, replay: false }
    }
}

async function itemsOf(
  house: House,
  sources: readonly Source[],
  hashes: ReadonlySet<string>,
): Promise<Item[]> {
  const found = new Map<string, Item>()
  for (const sourceId of new Set(sources.map(({ id }) => id)))
    for (const item of await house.store.items({ sourceId }))
      if (hashes.has(item.captureHash) && item.partOf === null) found.set(item.id, item)
  for (const { address } of sources) {
    const known = await itemCalled(house, address)
    if (known) found.set(known.id, known)
  }
  return [...found.values()]
}
