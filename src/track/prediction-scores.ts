import type { Prediction, Resolution, TrackRecord } from '#domain'
import { daysBetween, firstDayOf, lastDayOf } from '#text'
import { wilson } from './wilson.ts'

/** What a record is kept of. */
export type ScoredBy = 'source' | 'person' | 'topic' | 'horizon' | 'road' | 'all'

const CALIBRATION_BINS = 5
// A probability of 0 or 1 that proves wrong would cost without end.
const SUREST = 0.99

/**
 * How well predictions did, by who or what they came from; the fullest record first. The last resolution of each counts,
 * the reader's before the house's. Brier 1950 and the logarithmic score (Good 1952) need a probability and an outcome;
 * beside the Brier score stands what always saying the base rate would have scored on the same cases.
 */
export function trackRecords(
  predictions: readonly Prediction[],
  resolutions: readonly Resolution[],
  by: ScoredBy,
  nameOf: (id: string) => string = (id) => id,
): TrackRecord[] {
  const outcomes = lastOutcomes(resolutions)
  const groups = new Map<string, Prediction[]>()
  for (const prediction of predictions)
    for (const key of keysOf(prediction, by)) groups.set(key, [...(groups.get(key) ?? []), prediction])
  return [...groups]
    .map(([of, some]) => recordOf(nameOf(of), some, outcomes))
    .sort(
      (a, b) => b.right + b.wrong - (a.right + a.wrong) || b.entered - a.entered || (a.of < b.of ? -1 : 1),
    )
}

/** How each prediction stands: the reader's last word, else the house's. */
export function lastOutcomes(resolutions: readonly Resolution[]): ReadonlyMap<string, Resolution> {
  const last = new Map<string, Resolution>()
  for (const resolution of resolutions) {
    const known = last.get(resolution.predictionId)
    if (known?.by === 'reader' && resolution.by === 'house') continue
    last.set(resolution.predictionId, resolution)
  }
  return last
}

function keysOf(
  { by, sourceId, entityIds, madeAt, due, road }: Prediction,
  key: ScoredBy,
): readonly string[] {
  switch (key) {
    case 'all':
      return ['all']
    case 'road':
      return [road]
    case 'person':
      return [by]
    case 'source':
      return sourceId === null ? [] : [sourceId]
    case 'topic':
      return entityIds
    case 'horizon':
      return [horizonOf(madeAt, due)]
    default:
      return never(key)
  }
}

const HORIZONS = [
  [30, 'up to 30 days'],
  [90, '31 to 90 days'],
  [180, '91 to 180 days'],
  [365, '181 to 365 days'],
] as const

function horizonOf(madeAt: string, due: string | null): string {
  const [from, to] = [firstDayOf(madeAt), due && lastDayOf(due)]
  const days = from && to ? daysBetween(from, to) : null
  if (days === null) return 'no date'
  return HORIZONS.find(([most]) => days <= most)?.[1] ?? 'more than a year'
}

function recordOf(
  of: string,
  predictions: readonly Prediction[],
  outcomes: ReadonlyMap<string, Resolution>,
): TrackRecord {
  const ends = predictions.map(({ id }) => outcomes.get(id)?.outcome ?? 'open')
  const counted = (outcome: string) => ends.filter((end) => end === outcome).length
  const [right, wrong] = [counted('right'), counted('wrong')]
  const judged = predictions.flatMap(({ probability }, at) => {
    const end = ends[at]
    return probability !== null && (end === 'right' || end === 'wrong')
      ? [{ said: probability, happened: end === 'right' ? 1 : 0 }]
      : []
  })
  return {
    ...{ of, entered: predictions.length, right, wrong, void: counted('void'), open: counted('open') },
    baseRate: right + wrong === 0 ? null : wilson(right, right + wrong),
    brier: brierOf(judged),
    logScore: judged.length === 0 ? null : mean(judged.map(surprise)),
    calibration: calibrationOf(judged),
  }
}

type Judged = { readonly said: number; readonly happened: number }

function brierOf(judged: readonly Judged[]): TrackRecord['brier'] {
  if (judged.length === 0) return null
  const base = mean(judged.map(({ happened }) => happened))
  return {
    value: mean(judged.map(({ said, happened }) => (said - happened) ** 2)),
    ofBaseRate: mean(judged.map(({ happened }) => (base - happened) ** 2)),
    cases: judged.length,
  }
}

function surprise({ said, happened }: Judged): number {
  const bounded = Math.min(SUREST, Math.max(1 - SUREST, said))
  return -Math.log(happened === 1 ? bounded : 1 - bounded)
}

function calibrationOf(judged: readonly Judged[]): TrackRecord['calibration'] {
  return Array.from({ length: CALIBRATION_BINS }, (_, at) => {
    const [from, to] = [at / CALIBRATION_BINS, (at + 1) / CALIBRATION_BINS]
    const inside = judged.filter(({ said }) => said >= from && (said < to || (to === 1 && said === 1)))
    return {
      ...{ from, to, cases: inside.length },
      said: mean(inside.map(({ said }) => said)),
      happened: mean(inside.map(({ happened }) => happened)),
    }
  }).filter(({ cases }) => cases > 0)
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length

function never(value: never): never {
  throw new Error(`track: no record is kept by ${String(value)}`)
}
