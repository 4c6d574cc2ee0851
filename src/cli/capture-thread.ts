import { type FSWatcher, watch } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { lastClosedDate, prepareDesk, runDay, runDue, takeInArrived } from '#app'
import type { Instant, Problem, Source } from '#domain'
import { openHouse } from '#wiring'
import { problemLines } from './problems.ts'
import { roundSaid } from './round-said.ts'

export type CaptureOrder = {
  readonly config: string | null
  readonly data: string
  readonly now: Instant | null
  /** Whether to ask the sources at once, or only when their time has come. */
  readonly roundFirst: boolean
}

/** How long a file must have kept its size to count as written. */
const SETTLED_MS = 120
const MINUTE_MS = 60_000

// Capture lives on a thread of its own with its own connection to the store: understanding a busy day takes seconds, and
// no page waits for it.
const order = workerData as CaptureOrder
const tell = (line: string) => parentPort?.postMessage(line)
const opened = await openHouse({ ...order, lean: true, progress: () => {} })
const { house, settings } = opened
let last: Promise<void> = Promise.resolve()

/** One piece of work after the other; one that fails is told and does not stop the rest. */
function inTurn(what: string, work: () => Promise<string | null>): void {
  last = last.then(work).then(
    (said) => void (said && tell(said)),
    (error) => tell(`${what} failed: ${error instanceof Error ? error.message : String(error)}`),
  )
}

async function round(): Promise<string> {
  const { intake, edition } = await runDay(house, lastClosedDate(house.clock.now(), house.digestAt))
  told(intake.problems)
  // A clock that stands still has no schedule.
  if (order.now === null) for (const { job, what } of await runDue(house)) tell(`${job}: ${what}`)
  return roundSaid(intake, edition)
}

async function arrived(source: Source, path: string): Promise<string | null> {
  const intake = await takeInArrived(house, source, [path])
  told(intake.problems)
  const { added, revised } = intake
  return added + revised > 0 ? `${basename(path)}: ${added} new items, ${revised} revised` : null
}

function told(problems: readonly Problem[]): void {
  for (const line of problemLines(problems)) tell(line)
}

/** Looks after a source's folder or file: what is written there and has come to rest is taken in. */
function lookAfter(source: Source): FSWatcher | null {
  const waiting = new Map<string, NodeJS.Timeout>()
  const settle = async (path: string, size: number): Promise<void> => {
    const now = await stat(path).catch(() => null)
    if (!now?.isFile()) return
    if (now.size === size) inTurn(path, () => arrived(source, path))
    else touch(path, now.size)
  }
  const touch = (path: string, size: number): void => {
    clearTimeout(waiting.get(path))
    waiting.set(
      path,
      setTimeout(() => {
        waiting.delete(path)
        void settle(path, size)
      }, SETTLED_MS),
    )
  }
  try {
    return watch(source.address, { recursive: true }, (_, name) => {
      if (name === null || basename(name).startsWith('.')) return
      touch(source.kind === 'file' ? source.address : join(source.address, name), -1)
    })
  } catch (error) {
    tell(`${source.address} is not watched (${String(error)}); it is read with each round all the same`)
    return null
  }
}

const watchers = house.sources
  .filter(({ kind }) => kind === 'folder' || kind === 'file')
  .flatMap((source) => lookAfter(source) ?? [])
if (order.roundFirst) inTurn('a round', round)
else inTurn('opening the desk', () => prepareDesk(house).then(() => null))
const rounds = setInterval(() => inTurn('a round', round), settings.gather.everyMinutes * MINUTE_MS)

parentPort?.once('message', async () => {
  clearInterval(rounds)
  for (const watcher of watchers) watcher.close()
  await last
  await opened.close()
  parentPort?.close()
})
