import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { Opened } from '#wiring'
import type { CaptureOrder } from './capture-thread.ts'
import type { Setting } from './command.ts'

/** How long a round under way is waited for at the end; the store loses nothing when it is cut off. */
const PATIENCE_MS = 5000

/** Starts capture beside the pages; `stop` lets the work at hand end. */
export function startCapture(
  opened: Opened,
  setting: Setting,
  { roundFirst }: Pick<CaptureOrder, 'roundFirst'>,
): { stop(): Promise<void> } {
  const order: CaptureOrder = {
    ...{ config: opened.settingsFile, data: opened.dataFolder, now: opened.now },
    roundFirst,
  }
  // Built, the thread is JavaScript as this file is.
  const thread = new Worker(new URL(`./capture-thread${import.meta.url.slice(-3)}`, import.meta.url), {
    workerData: order,
  })
  const ended = once(thread, 'exit').catch(() => {})
  thread.on('message', (line: string) => setting.tell(line))
  thread.on('error', (error) => setting.tell(`capture ended: ${error.message}; pages go on`))
  return {
    async stop() {
      thread.postMessage('stop')
      let timer: NodeJS.Timeout | undefined
      const late = new Promise((resume) => {
        timer = setTimeout(resume, PATIENCE_MS)
      })
      await Promise.race([ended, late])
      clearTimeout(timer)
      await thread.terminate()
    },
  }
}
