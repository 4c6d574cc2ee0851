import { Worker } from 'node:worker_threads'
import type { House } from '#app'
import type { Instant } from '#domain'
import { type Counted, type CountName, countOf, type Given } from './counts.ts'

const IDLE_MS = 5_000

/** How a thread opens the same house. */
export type CountingOrder = {
  readonly config: string | null
  readonly data: string
  readonly now: Instant | null
}

export type Counter = {
  count<Name extends CountName>(name: Name, ...given: Given<Name>): Promise<Counted<Name>>
  /** Starts from a new opening of the house: after the profile changed. */
  forget(): void
  close(): void
}

/** Counts on a thread of its own; without an order, as in tests over small stores, where it is. */
export function createCounter(house: () => House, order: CountingOrder | null): Counter {
  if (order === null) {
    const here = <Name extends CountName>(name: Name, ...given: Given<Name>) =>
      countOf(name)(house(), ...given) as Promise<Counted<Name>>
    return { count: here, forget() {}, close() {} }
  }
  type Waiting = { resolve: (value: unknown) => void; reject: (error: Error) => void }
  let thread: Worker | null = null
  let next = 0
  const waiting = new Map<number, Waiting>()
  // A thread that has counted over a large store holds on to what that took; it ends when nobody asks any more.
  let idle: NodeJS.Timeout | undefined
  const settled = (id: number): Waiting | undefined => {
    const asked = waiting.get(id)
    waiting.delete(id)
    clearTimeout(idle)
    if (waiting.size === 0) idle = setTimeout(() => stop('nobody asks'), IDLE_MS).unref()
    return asked
  }
  const stop = (why: string): void => {
    clearTimeout(idle)
    void thread?.terminate()
    thread = null
    for (const { reject } of waiting.values()) reject(new Error(why))
    waiting.clear()
  }
  const start = (): Worker => {
    // Built, the thread is JavaScript as this file is.
    const started = new Worker(new URL(`./counting-thread${import.meta.url.slice(-3)}`, import.meta.url), {
      workerData: order,
    })
    started.on('message', ({ id, value, error }: { id: number; value?: unknown; error?: string }) => {
      const asked = settled(id)
      if (error === undefined) asked?.resolve(value)
      else asked?.reject(new Error(error))
    })
    started.on('error', (error) => stop(error.message))
    started.unref()
    return started
  }
  return {
    count<Name extends CountName>(name: Name, ...given: Given<Name>) {
      clearTimeout(idle)
      thread ??= start()
      const id = next++
      thread.postMessage({ id, name, given })
      return new Promise<Counted<Name>>((resolve, reject) => {
        waiting.set(id, { resolve: resolve as (value: unknown) => void, reject })
      })
    },
    forget: () => stop('the profile changed'),
    close: () => stop('the house is closing'),
  }
}
