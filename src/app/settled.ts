import type { Foretold, Settled } from '#compose'
import type { Interval, Prediction } from '#domain'
import { lastDayOf } from '#text'
import type { House } from './house.ts'
import { daysBefore } from './windows.ts'

const MOST_SETTLED = 6
const MOST_DUE = 3
const DUE_WITHIN_DAYS = 7

/** Predictions of the ledger that were settled in a window, with the items that show it. */
export async function settledIn(house: House, window: Interval): Promise<Settled[]> {
  const resolutions = (await house.store.resolutions({ asOf: window.to }))
    .filter(({ outcome, resolvedAt }) => outcome !== 'open' && resolvedAt >= window.from)
    .slice(-MOST_SETTLED)
  if (resolutions.length === 0) return []
  const ids = resolutions.map(({ predictionId }) => predictionId)
  const predictions = new Map((await house.store.predictions({ ids })).map((one) => [one.id, one]))
  const settled: Settled[] = []
  // Of several resolutions of one prediction the last one stands.
  for (const [id, resolution] of new Map(resolutions.map((one) => [one.predictionId, one]))) {
    const prediction = predictions.get(id)
    if (!prediction) continue
    const itemIds = [...prediction.itemIds, ...resolution.itemIds]
    settled.push({ prediction, resolution, witnesses: await witnessesOf(house, itemIds, window) })
  }
  return settled
}

/** What the ledger holds at the end of a window: all that is open, and the few that fall due within a week. */
export async function foretoldAt(
  house: House,
  window: Interval,
): Promise<{ open: Prediction[]; due: Foretold[] }> {
  const ended = new Map(
    (await house.store.resolutions({ asOf: window.to })).map(({ predictionId, outcome }) => [
      predictionId,
      outcome,
    ]),
  )
  const open = (await house.store.predictions({ asOf: window.to })).filter(
    ({ id }) => (ended.get(id) ?? 'open') === 'open',
  )
  const [today, last] = [window.to.slice(0, 10), daysBefore(window.to, -DUE_WITHIN_DAYS).slice(0, 10)]
  const soon = open
    .filter(({ enteredAt, due, road }) => {
      const day = due === null ? null : lastDayOf(due)
      return road !== 'house' && enteredAt < window.from && day !== null && day >= today && day <= last
    })
    .sort((a, b) => ((a.due ?? '') < (b.due ?? '') ? -1 : 1))
    .slice(0, MOST_DUE)
  const due: Foretold[] = []
  for (const prediction of soon)
    due.push({ prediction, witnesses: await witnessesOf(house, prediction.itemIds, window) })
  return { open, due }
}

async function witnessesOf(house: House, itemIds: readonly string[], window: Interval) {
  const sources = new Map((await house.store.sources()).map((source) => [source.id, source]))
  return (await house.store.items({ ids: [...itemIds], asOf: window.to })).flatMap((item) => {
    const source = sources.get(item.sourceId)
    return source ? [{ item, source }] : []
  })
}
