import type { MovedThread, Witness } from '#compose'
import type { Interval, Thread } from '#domain'
import type { House } from './house.ts'
import { threads } from './threads.ts'

const MOST_THREADS = 24
const MEMBERS_TOLD = 8

/** The threads that something of the window moved, with the items that an edition may cite for them. */
export async function movedIn(house: House, window: Interval): Promise<MovedThread[]> {
  const moved = await threads(house, { asOf: window.to, movedSince: window.from, limit: MOST_THREADS })
  const ids = new Set(moved.flatMap((thread) => citable(thread, window)))
  const items = await house.store.items({ ids: [...ids], asOf: window.to })
  const sources = new Map((await house.store.sources()).map((source) => [source.id, source]))
  const witnesses = new Map(
    items.flatMap((item): [string, Witness][] => {
      const source = sources.get(item.sourceId)
      return source ? [[item.id, { item, source }]] : []
    }),
  )
  return moved.map((thread) => ({ thread, witnesses }))
}

function citable({ members, claim, next, signals }: Thread, { from }: Interval): string[] {
  return [
    ...members.slice(-MEMBERS_TOLD).flatMap(({ itemIds }) => itemIds.slice(0, 1)),
    ...members.slice(0, 1).flatMap(({ itemIds }) => itemIds.slice(0, 1)),
    ...(claim?.itemIds ?? []),
    ...next.map(({ itemId }) => itemId),
    ...signals.filter(({ at }) => at >= from).flatMap(({ itemIds }) => itemIds),
  ]
}
