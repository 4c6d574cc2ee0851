import type { Dossier, Instant, Interval } from '#domain'
import type { ScoreContext } from '#score'
import type { House } from './house.ts'
import { daysBefore } from './windows.ts'

type Memory = Required<Pick<ScoreContext, 'earlierStoriesOf' | 'usualOf'>>

const WEEKS_REMEMBERED = 52
const DAYS_OF_USUAL = 28
/** Fewer items than this make no usual. */
const FEWEST = 8
const ITEMS_LOOKED_AT = 400

/** What we knew before a window: how often a name was told, and what a source's items usually get of a signal. */
export async function createMemory(
  house: House,
  dossiers: readonly Dossier[],
  window: Interval,
): Promise<Memory> {
  const told = await storiesBefore(house, dossiers, window.from)
  const usual = await usualSignals(house, dossiers, window.from)
  return {
    earlierStoriesOf: (entityId) => told.get(entityId) ?? 0,
    usualOf: (sourceId, signal) => usual.get(`${sourceId} ${signal}`) ?? null,
  }
}

async function storiesBefore(
  house: House,
  dossiers: readonly Dossier[],
  until: Instant,
): Promise<Map<string, number>> {
  const entityIds = new Set<string>()
  for (const { tellings } of dossiers)
    for (const { mentions } of tellings)
      for (const { entityId, salience } of mentions) if (salience === 3) entityIds.add(entityId)
  const weeks = await house.store.entityWeeks({ until, weeks: WEEKS_REMEMBERED, entityIds: [...entityIds] })
  return new Map(
    weeks.map(({ entityId, weeks: told }) => [entityId, told.reduce((sum, one) => sum + one, 0)]),
  )
}

/** The median of each signal of each source over the four weeks before, under `source signal`. */
async function usualSignals(
  house: House,
  dossiers: readonly Dossier[],
  until: Instant,
): Promise<Map<string, number>> {
  const sourceIds = new Set<string>()
  for (const { tellings } of dossiers)
    for (const { item } of tellings) if (Object.keys(item.signals).length > 0) sourceIds.add(item.sourceId)
  const values = new Map<string, number[]>()
  for (const sourceId of sourceIds) {
    const seen = { from: daysBefore(until, DAYS_OF_USUAL), to: until }
    for (const { signals } of await house.store.items({
      sourceId,
      seen,
      asOf: until,
      limit: ITEMS_LOOKED_AT,
    }))
      for (const [name, value] of Object.entries(signals)) {
        const key = `${sourceId} ${name}`
        const known = values.get(key)
        if (known) known.push(value)
        else values.set(key, [value])
      }
  }
  return new Map(
    [...values].flatMap(([key, some]) => (some.length >= FEWEST ? [[key, median(some)] as const] : [])),
  )
}

function median(values: number[]): number {
  values.sort((a, b) => a - b)
  const middle = values.length >> 1
  return values.length % 2 === 1
    ? (values[middle] ?? 0)
    : ((values[middle - 1] ?? 0) + (values[middle] ?? 0)) / 2
}
