import { parentPort, workerData } from 'node:worker_threads'
import { openHouse } from '#wiring'
import type { CountingOrder } from './counting.ts'
import { type CountName, countOf } from './counts.ts'

const opened = await openHouse({ ...(workerData as CountingOrder), lean: true, progress: () => {} })
let last: Promise<unknown> = Promise.resolve()

parentPort?.on('message', ({ id, name, given }: { id: number; name: CountName; given: unknown[] }) => {
  last = last.then(async () => {
    try {
      parentPort?.postMessage({ id, value: await countOf(name)(opened.house, ...given) })
    } catch (error) {
      parentPort?.postMessage({ id, error: String(error) })
    }
  })
})
