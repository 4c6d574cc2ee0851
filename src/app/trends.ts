import type { Atlas, Instant, Interval, SourceBreak, Trends } from '#domain'
import type { EntityBins } from '#ports'
import { sourceBreaks, trendLines } from '#track'
import type { House } from './house.ts'
import { inSteps } from './in-steps.ts'
import { daysBefore } from './windows.ts'

/** A quarter, in weeks and in months. */
const BINS = { week: 13, month: 12 }
const ATLAS_WEEKS = 13
const ATLAS_TOPICS = 24

/** Bins of a week that end at an instant, or calendar months (UTC) up to the one that holds it; oldest first. */
export function binsUntil(until: Instant, bin: 'week' | 'month', count: number): Interval[] {
  return Array.from({ length: count }, (_, at) => {
    const age = count - 1 - at
    return bin === 'week'
      ? { from: daysBefore(until, 7 * (age + 1)), to: daysBefore(until, 7 * age) }
      : monthBefore(until, age)
  })
}

/** Trend lines of what is tracked, or of the entities named, over a quarter of weeks or a year of months. */
export async function trends(
  house: House,
  query: {
    readonly asOf: Instant | null
    readonly bin?: 'week' | 'month'
    readonly bins?: number
    readonly entityIds?: readonly string[]
  },
): Promise<Trends> {
  const until = query.asOf ?? house.clock.now()
  const bin = query.bin ?? 'week'
  const bins = binsUntil(until, bin, query.bins ?? BINS[bin])
  const entityIds = query.entityIds ?? house.tracked
  const series = await house.store.entityBins({ bins, entityIds })
  const told = await house.store.told(bins)
  const lines = trendLines(inOrder(house, series, entityIds, bins.length), {
    bin,
    bins,
    told: told.map(({ stories }) => stories),
  })
  return { bin, bins, lines, breaks: await breaksWithin(house, bins, until) }
}

/** Where sources began or ended within the bins. */
async function breaksWithin(house: House, bins: readonly Interval[], until: Instant): Promise<SourceBreak[]> {
  const sources = new Map((await house.store.sources()).map((source) => [source.id, source]))
  const spans = await house.store.sourceSpans({ asOf: until })
  return sourceBreaks(spans, sources, { from: bins[0]?.from ?? until, to: until })
}

/**
 * In the order tracked, those never told of with empty bins, so that a line is missing only when nobody is called so.
 * What the registry knows goes by its name and kind there, whatever a text took it for first.
 */
function inOrder(
  house: House,
  series: readonly EntityBins[],
  entityIds: readonly string[],
  bins: number,
): EntityBins[] {
  const found = new Map(series.map((one) => [one.entityId, one]))
  const registry = new Map(house.registry.map((entity) => [entity.id, entity]))
  return entityIds.flatMap((entityId) => {
    const entity = registry.get(entityId)
    const silent = entity && {
      ...{ entityId, name: entity.name, type: entity.type },
      ...{ stories: new Array<number>(bins).fill(0), firstSeenAt: null },
    }
    const told = found.get(entityId)
    if (!told) return silent ?? []
    return entity ? { ...told, name: entity.name, type: entity.type } : told
  })
}

/** The field at a glance: topics by week, tiers by source, and growth, over a quarter. */
export async function atlas(house: House, asOf: Instant | null): Promise<Atlas> {
  const until = asOf ?? house.clock.now()
  const weeks = binsUntil(until, 'week', ATLAS_WEEKS)
  const topics = house.registry.filter(({ type }) => type === 'topic').map(({ id }) => id)
  const series = await house.store.entityBins({ bins: weeks, entityIds: topics })
  const heat = series
    .map(({ entityId, name, stories }) => ({ entityId, name, stories }))
    .sort((a, b) => sum(b.stories) - sum(a.stories) || (a.entityId < b.entityId ? -1 : 1))
    .filter(({ stories }) => sum(stories) > 0)
    .slice(0, ATLAS_TOPICS)
  return { weeks, heat, tiers: await tiersBySource(house, until), growth: await growthOf(house, weeks) }
}

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0)

/** Tiers of last week's stories by the source that told each first. */
async function tiersBySource(house: House, until: Instant): Promise<Atlas['tiers']> {
  const { judgeOf } = await import('./judge.ts')
  const judge = await judgeOf(house)
  const counts = new Map<string, Atlas['tiers'][number]>()
  const seen = { from: daysBefore(until, 7), to: until }
  for await (const dossier of inSteps(house.store, { seen, asOf: until })) {
    const sourceName = dossier.tellings[0]?.source.name
    if (sourceName === undefined) continue
    const tier = judge(dossier, { now: until }).tier ?? 0
    const key = `${tier} ${sourceName}`
    counts.set(key, { tier, sourceName, stories: (counts.get(key)?.stories ?? 0) + 1 })
  }
  return [...counts.values()].sort(
    (a, b) => a.tier - b.tier || b.stories - a.stories || (a.sourceName < b.sourceName ? -1 : 1),
  )
}

async function growthOf(house: House, weeks: readonly Interval[]): Promise<Atlas['growth']> {
  const since = weeks.map(({ to }) => ({ from: '', to }))
  const told = await house.store.told(since)
  return weeks.map(({ to }, at) => ({ at: to, items: told[at]?.items ?? 0, stories: told[at]?.stories ?? 0 }))
}

function monthBefore(until: Instant, age: number): Interval {
  const [year = 0, month = 1] = until.split('-').map(Number)
  const from = new Date(Date.UTC(year, month - 1 - age, 1)).toISOString()
  const next = new Date(Date.UTC(year, month - age, 1)).toISOString()
  return { from, to: next < until ? next : until }
}
