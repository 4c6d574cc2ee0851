import { withCorrections } from '#compose'
import type { Edition, Instant, Item, Problem } from '#domain'
import { compose } from './compose.ts'
import { correctionsIn } from './corrections.ts'
import { deliver } from './deliver.ts'
import { openDesk } from './desk.ts'
import { type Captured, gather } from './gather.ts'
import type { Gleaning } from './glean.ts'
import { groundEdition } from './held.ts'
import type { House } from './house.ts'
import { type Intake, keep, normaliseAll, nothingYet, parseCaptured } from './intake.ts'
import { enterForecasts, enterWatches } from './ledger-enter.ts'
import { relatedAt } from './related.ts'
import { score } from './score.ts'
import { toldOnce } from './told-once.ts'
import { track } from './track.ts'
import { windowOf } from './windows.ts'
import { written } from './write.ts'

/**
 * The whole flow, once, in order: gather, parse, normalise; extract, dedupe, cluster; score, track, compose, ground,
 * deliver. Everything else in this folder is one of these steps or a question about what they left.
 */
export async function runDay(house: House, date: string): Promise<{ intake: Intake; edition: Edition }> {
  const problems: Problem[] = []
  const intake = await takeIn(house, gather(house, problems))
  intake.problems.unshift(...problems)
  intake.problems.push(...(await understand(house)).problems)
  return { intake, edition: await publish(house, date) }
}

/** Facts: what was gathered is parsed, normalised and kept. */
export async function takeIn(house: House, gathered: AsyncIterable<Captured>): Promise<Intake> {
  const intake = nothingYet()
  const problems = new Map<string, Problem[]>()
  for await (const captured of gathered) {
    const odd = problems.get(captured.source.id) ?? []
    problems.set(captured.source.id, odd)
    const raws = await parseCaptured(captured, odd)
    const items = normaliseAll(raws, captured, odd)
    await keep(house.store, captured, items, intake)
    house.progress({ what: 'files and feeds read', done: intake.captures, total: null })
  }
  for (const odd of problems.values()) intake.problems.push(...toldOnce(odd))
  await house.store.settle()
  return intake
}

/** How many items were understood, and those that a reader failed on: they are kept, and tell nothing. */
export type Understood = { readonly items: number; readonly problems: readonly Problem[] }

/** Judgments: what waits is understood and finds its story, in the order in which it was seen. */
export async function understand(house: House): Promise<Understood> {
  const desk = await openDesk(house)
  const problems: Problem[] = []
  let last: Instant | null = null
  for await (const waiting of desk.waiting()) {
    const gleanings = await desk.extract(waiting)
    problems.push(...unread(waiting, gleanings))
    const copies = desk.dedupe(waiting, gleanings)
    const { placements, forwards } = await desk.cluster(waiting, gleanings, copies)
    const understandings = gleanings.map(({ understanding }) => understanding)
    // Entered before the judgments are kept: what is understood is never asked again.
    await enterForecasts(house, waiting, understandings, copies)
    await desk.keep({ understandings, placements, forwards })
    last = waiting.at(-1)?.seenAt ?? last
  }
  // Words around the topics are learnt for the week that came in, ahead of its digest.
  if (last !== null) await relatedAt(house, last)
  return { items: desk.done(), problems }
}

const unread = (items: readonly Item[], gleanings: readonly Gleaning[]): Problem[] =>
  gleanings.flatMap(({ fault }, at): Problem[] => {
    const item = items[at]
    if (fault === null || !item) return []
    const what = `"${item.title}" is kept but could not be understood (${fault}); please report it with its text`
    return [{ severity: 'lost', what, where: item.url ?? item.id }]
  })

/**
 * Editions: the digest of a date. One that was published is frozen and only delivered again. A day that is open, or for
 * which no source was asked yet, gives a draft: it goes to nobody, and the day's own edition is made when it can be.
 */
export async function publish(house: House, date: string): Promise<Edition> {
  const frozen = await house.store.edition(`digest-${date}`)
  if (frozen) return deliver(house, frozen)
  const edition = await composeAgain(house, date)
  if (edition.window.to > house.clock.now() || isUngathered(edition)) return edition
  await house.store.publish(edition)
  await enterWatches(house, edition)
  return deliver(house, edition)
}

/** Nobody can say of such a day that it was quiet. */
const isUngathered = ({ counts }: Edition): boolean => counts.sourcesRead === 0

/** The digest of a date as today's judgments give it, published or not: for a closed day the same bytes each time. */
export async function composeAgain(house: House, date: string): Promise<Edition> {
  const window = windowOf(date, house.digestAt)
  const frozen = await house.store.edition(`digest-${date}`)
  const scored = await score(house, window, frozen?.madeAt ?? null)
  const tracked = await track(house, scored, window)
  const draft = await compose(house, { date, window, scored, tracked, frozen })
  const told = await written(house, await groundEdition(house, draft, scored))
  return withCorrections(told, await correctionsIn(house, window))
}
