import type { Edition, Problem } from '#domain'
import { composeAndGround } from './compose.ts'
import { deliver } from './deliver.ts'
import { type Desk, MAKERS, openDesk } from './desk.ts'
import { type Captured, gather } from './gather.ts'
import type { House } from './house.ts'
import { keepItems, readItems } from './intake.ts'
import { score } from './score.ts'
import { track } from './track.ts'
import { windowOf } from './windows.ts'

const BATCH = 500

/** What came in, and what could not be read. */
export type Intake = {
  captures: number
  added: number
  revised: number
  unchanged: number
  readonly problems: Problem[]
}

/**
 * The whole flow, once, in order: gather, parse, normalise, extract, dedupe, cluster, score, track, compose, ground,
 * deliver. Everything else in this folder is one of these steps or a question about what they left.
 */
export async function runDay(house: House, date: string): Promise<{ intake: Intake; edition: Edition }> {
  const problems: Problem[] = []
  const intake = await takeIn(house, gather(house, problems))
  intake.problems.unshift(...problems)
  await understand(house)
  return { intake, edition: await publish(house, date) }
}

/** Facts: bytes are kept as they came, parsed, normalised, and kept as items. */
export async function takeIn(house: House, captured: AsyncIterable<Captured>): Promise<Intake> {
  const intake: Intake = { captures: 0, added: 0, revised: 0, unchanged: 0, problems: [] }
  const closedUntil =
    (await house.store.windows('digest'))
      .map((window) => window.interval.to)
      .sort()
      .at(-1) ?? null
  for await (const { source, capture, body, replay } of captured) {
    await house.store.saveCapture(capture, body)
    const { items, problems } = await readItems({ source, capture, body, replay }, closedUntil) // parse, normalise
    const saved = await keepItems(house.store, items)
    intake.captures += 1
    intake.added += saved.added
    intake.revised += saved.revised
    intake.unchanged += saved.unchanged
    intake.problems.push(...problems)
    house.progress({
      what: 'items read',
      done: intake.added + intake.revised + intake.unchanged,
      total: null,
    })
  }
  await house.store.settle()
  return intake
}

/** Judgments: what waits is understood and finds its story, in the order in which it was seen. Returns how many items. */
export async function understand(house: House): Promise<number> {
  let desk: Desk | null = null
  let done = 0
  for (
    let waiting = await house.store.awaiting(BATCH);
    waiting[0];
    waiting = await house.store.awaiting(BATCH)
  ) {
    desk ??= await openDesk(house.store, house.registry, waiting[0].seenAt)
    const understandings = waiting.map(desk.understand) // extract
    const placed = waiting.flatMap(
      (item, index) => desk?.place(item, understandings[index]?.mentions ?? []) ?? [],
    ) // dedupe, cluster
    const placements = placed.map(({ placement }) => placement)
    await house.store.saveJudgments({
      makers: MAKERS,
      understandings,
      placements,
      forwards: placed.flatMap(({ forwards }) => forwards),
    })
    done += waiting.length
    house.progress({ what: 'items understood', done, total: null })
  }
  return done
}

/** Editions: the digest of a date. One that was published is frozen and only delivered again; an open day gives a draft. */
export async function publish(house: House, date: string): Promise<Edition> {
  const frozen = await house.store.edition(`digest-${date}`)
  if (frozen) return deliver(house, frozen)
  const edition = await composeAgain(house, date)
  if (edition.window.to <= house.clock.now()) await house.store.publish(edition)
  return deliver(house, edition)
}

/** The digest of a date as today's judgments give it, published or not: for a closed day the same bytes each time. */
export async function composeAgain(house: House, date: string): Promise<Edition> {
  const window = windowOf(date, house.digestAt)
  const scored = await score(house, window)
  const tracked = await track(house, scored, window)
  return composeAndGround(house, { date, window, scored, tracked }) // compose, ground
}
