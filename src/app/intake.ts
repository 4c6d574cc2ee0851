import type { Item, Problem, RawItem } from '#domain'
import { normalise } from '#normalise'
import { type Parsed, parse } from '#parse'
import type { Store } from '#ports'
import type { Captured } from './gather.ts'
import { partsOf } from './parts.ts'

const BATCH = 500

/** What came in, and what could not be read. */
export type Intake = {
  captures: number
  added: number
  revised: number
  unchanged: number
  readonly problems: Problem[]
}

export const nothingYet = (): Intake => ({ captures: 0, added: 0, revised: 0, unchanged: 0, problems: [] })

/** parse: what the bytes of a capture say. */
export async function parseCaptured(
  { capture, body }: Captured,
  problems: Problem[],
): Promise<readonly RawItem[]> {
  const parsed: Parsed = await parse({ bytes: body, contentType: capture.contentType, url: capture.address })
  problems.push(...parsed.problems.map((problem) => inPlace(problem, capture.address)))
  return parsed.items
}

/** normalise: items of what was read, a whole followed by its parts. */
export function normaliseAll(
  raws: readonly RawItem[],
  { source, capture, replay }: Captured,
  problems: Problem[],
): Item[] {
  const { hash: captureHash, address, capturedAt } = capture
  return raws.flatMap((raw) => {
    const { item, problems: odd } = normalise(raw, {
      source,
      captureHash,
      address,
      capturedAt,
      replay: replay ? { closedUntil: null } : null,
    })
    problems.push(...odd.map((problem) => inPlace(problem, address)))
    return item ? [item, ...partsOf(item)] : []
  })
}

/** Keeps a capture and its items, in short transactions, and counts what became of them. */
export async function keep(
  store: Store,
  { capture, body }: Captured,
  items: readonly Item[],
  intake: Intake,
): Promise<void> {
  await store.saveCapture(capture, body)
  intake.captures += 1
  for (let from = 0; from < items.length; from += BATCH) {
    const saved = await store.saveItems(items.slice(from, from + BATCH))
    intake.added += saved.added.length
    intake.revised += saved.revised.length
    intake.unchanged += saved.unchanged
  }
}

/** A problem with its file or address in front of the place inside it. */
function inPlace(problem: Problem, address: string): Problem {
  if (problem.where === null) return { ...problem, where: address }
  return problem.where.startsWith(address) ? problem : { ...problem, where: `${address}: ${problem.where}` }
}
