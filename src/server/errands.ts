import type { Logger } from 'pino'

/** Work that an answer does not wait for. */
export type Errands = {
  start(what: string, work: Promise<unknown>): void
  /** Resolves when nothing is under way, or after so long. */
  ended(patienceMs: number): Promise<void>
}

/** What fails is logged: nobody waits for it any more. */
export function createErrands(log: Pick<Logger, 'error'>): Errands {
  const underWay = new Set<Promise<unknown>>()
  return {
    start(what, work) {
      const errand = work
        .catch((error) => log.error({ error: String(error) }, `${what} failed`))
        .finally(() => underWay.delete(errand))
      underWay.add(errand)
    },
    async ended(patienceMs) {
      let timer: NodeJS.Timeout | undefined
      const late = new Promise((resume) => {
        timer = setTimeout(resume, patienceMs)
      })
      await Promise.race([Promise.all(underWay), late])
      clearTimeout(timer)
    },
  }
}
