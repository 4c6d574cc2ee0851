import { atlas, duePredictions, type House, moversAt, regretsAt, threads, trends } from '#app'
import { justAfter } from '#reading'

const MOST_DUE = 12
const MOST_THREADS = 40
const MOVER_WEEKS = 9

/** What takes seconds over a large store: made beside the pages, never while one is waiting. Whatever they give can be cloned. */
export const COUNTS = {
  atlas: (house: House) => atlas(house, null),
  regrets: (house: House) => regretsAt(house, house.clock.now()),
  due: (house: House) => duePredictions(house, { asOf: null, limit: MOST_DUE }),
  threads: (house: House) => threads(house, { asOf: null, limit: MOST_THREADS }),
  weeks: (house: House) => trends(house, { asOf: null, bin: 'week' }),
  months: (house: House) => trends(house, { asOf: null, bin: 'month' }),
  async movers(house: House) {
    const until = justAfter(house.clock.now())
    const found = await moversAt(house, until)
    const entityIds = found.map(({ entityId }) => entityId)
    return { until, found, weeks: await house.store.entityWeeks({ until, weeks: MOVER_WEEKS, entityIds }) }
  },
}
export type CountName = keyof typeof COUNTS
export type Counted<Name extends CountName> = Awaited<ReturnType<(typeof COUNTS)[Name]>>
