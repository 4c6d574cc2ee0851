import type { Instant, Item, Problem } from '#domain'
import { normalise } from '#normalise'
import { parse } from '#parse'
import type { Store } from '#ports'
import type { Captured } from './gather.ts'
import { partsOf } from './parts.ts'

const BATCH = 500

/** parse and normalise: the items in one capture, wholes followed by their parts, and what could not be read. */
export async function readItems(
  { source, capture, body, replay }: Captured,
  closedUntil: Instant | null,
): Promise<{ items: Item[]; problems: Problem[] }> {
  const parsed = await parse({ bytes: body, contentType: capture.contentType, url: capture.address })
  const arrival = {
    source,
    captureHash: capture.hash,
    address: capture.address,
    capturedAt: capture.capturedAt,
    replay: replay ? { closedUntil } : null,
  }
  const problems: Problem[] = parsed.problems.map((problem) => inPlace(problem, capture.address))
  const items: Item[] = []
  for (const raw of parsed.items) {
    const { item, problems: odd } = normalise(raw, arrival)
    problems.push(...odd.map((problem) => inPlace(problem, capture.address)))
    if (item) items.push(item, ...partsOf(item))
  }
  return { items, problems }
}

/** Keeps items in short transactions and counts what became of them. */
export async function keepItems(
  store: Store,
  items: readonly Item[],
): Promise<{ added: number; revised: number; unchanged: number }> {
  const counts = { added: 0, revised: 0, unchanged: 0 }
  for (let from = 0; from < items.length; from += BATCH) {
    const saved = await store.saveItems(items.slice(from, from + BATCH))
    counts.added += saved.added.length
    counts.revised += saved.revised.length
    counts.unchanged += saved.unchanged
  }
  return counts
}

/** A problem with its file or address in front of the place inside it. */
function inPlace(problem: Problem, address: string): Problem {
  if (problem.where === null) return { ...problem, where: address }
  return problem.where.startsWith(address) ? problem : { ...problem, where: `${address}: ${problem.where}` }
}
