import { availableParallelism } from 'node:os'
import { setImmediate as turn } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import type { Entity, Item } from '#domain'
import { type FindMentions, type Gleaning, glean } from './glean.ts'

/** What a thread gives back: that it is ready, or what it gleaned of the items sent, in their order. */
export type Gleaned = 'ready' | readonly Gleaning[]

export type Gleaner = {
  /** Begins on items that will be asked for next, on the thread once that is ready. */
  expect(items: readonly Item[]): void
  /** What each item tells; the same whichever thread it was made on. */
  glean(items: readonly Item[]): Promise<readonly Gleaning[]>
  close(): Promise<void>
}

type Expected = {
  readonly items: readonly Item[]
  /** Null when the thread broke. */
  readonly gleanings: Promise<readonly Gleaning[] | null>
}

/** A thread takes half a second to start: fewer items are read sooner without it. */
const ENOUGH = 500

/**
 * Gleans items here, and those that were expected on a thread beside: while one batch finds its stories, the next is
 * read. The thread is started by the first batch that is large enough, and until it is ready all is read here. What the
 * thread fails at is read here again, where an error has its place.
 */
export function createGleaner(registry: readonly Entity[], findMentions: FindMentions): Gleaner {
  let thread: ReturnType<typeof startThread> | null = null
  let expected: Expected | null = null
  return {
    expect(items) {
      expected = null
      if (thread === null && (items.length < ENOUGH || availableParallelism() < 2)) return
      thread ??= startThread(registry)
      if (thread.isReady() && items.length > 0) expected = { items, gleanings: thread.send(items) }
    },
    async glean(items) {
      // The store answers at once, so without this the thread would never be heard.
      if (thread !== null) await turn()
      const ahead = expected?.items[0] === items[0] ? await expected?.gleanings : null
      return ahead?.slice(0, items.length) ?? items.map((item) => glean(item, findMentions))
    },
    async close() {
      await thread?.stop()
    },
  }
}

function startThread(registry: readonly Entity[]) {
  // Built, the thread is JavaScript as this file is.
  const worker = new Worker(new URL(`./gleaning-thread${import.meta.url.slice(-3)}`, import.meta.url), {
    workerData: registry,
  })
  const waiting: ((gleaned: readonly Gleaning[] | null) => void)[] = []
  let ready = false
  const broke = (): void => {
    ready = false
    for (const resolve of waiting.splice(0)) resolve(null)
  }
  worker.on('message', (gleaned: Gleaned) => {
    if (gleaned === 'ready') ready = true
    else waiting.shift()?.(gleaned)
  })
  worker.on('error', broke)
  worker.on('exit', broke)
  return {
    isReady: () => ready,
    send(items: readonly Item[]) {
      worker.postMessage(items)
      return new Promise<readonly Gleaning[] | null>((resolve) => waiting.push(resolve))
    },
    stop: () => worker.terminate(),
  }
}
