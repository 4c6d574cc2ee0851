import { parentPort, workerData } from 'node:worker_threads'
import { openHouse } from '#wiring'
import type { CountingOrder } from './counting.ts'
import { COUNTS, type CountName } from './counts.ts'

const opened = await openHouse({ ...(workerData as CountingOrder), lean: true, progress: () => {} })
let last: Promise<unknown> = Promise.resolve()

parentPort?.on('message', ({ id, name }: { id: number; name: CountName }) => {
  last = last.then(async () => {
    try {
      parentPort?.postMessage({ id, value: await COUNTS[name](opened.house) })
    } catch (error) {
      parentPort?.postMessage({ id, error: String(error) })
    }
  })
})
