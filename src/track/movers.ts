import type { EntityType, Mover } from '#domain'
import { believedUpTo } from './false-discovery.ts'
import { chanceOfAtLeast, chanceOfAtMost } from './negative-binomial.ts'

/** An entity's stories per week of 7 days, newest first; the newest is the week in question. */
export type EntityWeeks = {
  readonly entityId: string
  readonly name: string
  readonly type: EntityType
  readonly weeks: readonly number[]
}

export type MoverOptions = {
  /** At most this share of the movers named is expected to be chance; 0.1 when not given. */
  readonly falseShare?: number
  /** Fewest stories this week for a rise, fewest usual stories for a fall; 3 when not given. */
  readonly least?: number
}

const SHORTEST_HISTORY_WEEKS = 3
// Half a story is what Jeffreys' prior adds to a Poisson count: a name never seen before is rare, not impossible.
const PRIOR_STORIES = 0.5
// Weeks of its own history at which a name's burstiness counts as much as that of all names together.
const SHARED_BURST_WEEKS = 8

/**
 * Entities whose week differs from their own history, surest first. The week's count is held against its Gamma-Poisson
 * (negative binomial) prediction from the weeks before, widened as far as that history, and
 * all histories together, are bursty; the chance is
 * that of a week at least as far out in the same direction; Benjamini-Hochberg bounds the share of false alarms among
 * the rises named and among the falls named. A rise must exceed last week's count
 * and a fall stay below it, so that "up 4 from 1" reads as it is meant. Weeks before the records begin are no history:
 * the oldest week in which anything was counted is taken for a partial one and left out, unless no earlier week was
 * asked for. Fewer than three weeks of history give no movers.
 */
export function movers(
  entities: readonly EntityWeeks[],
  { falseShare = 0.1, least = 3 }: MoverOptions = {},
): Mover[] {
  const recorded = recordedWeeks(entities)
  if (recorded - 1 < SHORTEST_HISTORY_WEEKS) return []
  const histories = entities.map(({ weeks }) => historyOf(weeks, recorded))
  const shared = sharedBurstiness(histories)
  const judged = entities.map((entity, i) => judge(entity, histories[i] ?? [], shared))
  const falls = judged.filter(({ direction, usual }) => direction === 'down' && usual >= least)
  const rises = judged.filter(({ direction, now }) => direction !== 'down' && now > 0)
  // A test is chosen by history alone, or by what its chance is conditioned on, never by how the week turned out.
  const tested = {
    up: judged.filter(({ now }) => now > 0).length,
    down: judged.filter(({ usual }) => usual >= least).length,
  }
  return [
    ...believed(rises, tested.up, falseShare).filter(({ now, before }) => now >= least && now > before),
    ...believed(falls, tested.down, falseShare).filter(({ now, before }) => now < before),
  ].sort((a, b) => a.chance - b.chance || b.now - a.now || (a.entityId < b.entityId ? -1 : 1))
}

function believed(some: readonly Mover[], tests: number, falseShare: number): Mover[] {
  const limit = believedUpTo(
    some.map(({ chance }) => chance),
    { tests, share: falseShare },
  )
  return some.filter(({ chance }) => chance <= limit)
}

/** How many weeks, the newest included, are whole and recorded. */
function recordedWeeks(entities: readonly EntityWeeks[]): number {
  const asked = entities.reduce((most, { weeks }) => Math.max(most, weeks.length), 0)
  const oldest = entities.reduce(
    (most, { weeks }) =>
      Math.max(
        most,
        weeks.findLastIndex((count) => count > 0),
      ),
    -1,
  )
  return oldest === asked - 1 ? asked : oldest
}

function historyOf(weeks: readonly number[], recorded: number): number[] {
  return Array.from({ length: recorded - 1 }, (_, i) => weeks[i + 1] ?? 0)
}

function judge(
  { entityId, name, type, weeks }: EntityWeeks,
  history: readonly number[],
  shared: number,
): Mover {
  const now = weeks[0] ?? 0
  const before = history[0] ?? 0
  const usual = meanOf(history)
  const mean = usual + PRIOR_STORIES / history.length
  const variance = mean * (1 + 1 / history.length) * burstiness(history, shared)
  const rises = now > mean
  const chance = rises ? riseChance(now, mean, variance) : chanceOfAtMost(now, mean, variance)
  const direction = !rises ? 'down' : usual === 0 ? 'new' : 'up'
  return { entityId, name, type, direction, now, before, usual, weeks: history.length, chance }
}

/**
 * Names without a story this week are often not handed in at all, so a rise is judged among the weeks that have one:
 * the chance of so many given at least one. For names that are told every week it makes no difference.
 */
function riseChance(now: number, mean: number, variance: number): number {
  return chanceOfAtLeast(now, mean, variance) / chanceOfAtLeast(1, mean, variance)
}

/** Variance over mean of all histories together: 1 for steady news, more where the field's news comes in bursts. */
function sharedBurstiness(histories: readonly (readonly number[])[]): number {
  const spread = histories.reduce((sum, history) => sum + varianceOf(history), 0)
  const usual = histories.reduce((sum, history) => sum + meanOf(history), 0)
  return usual === 0 ? 1 : Math.max(1, spread / usual)
}

/** A name's own burstiness, drawn towards that of all names while its history is short, and never below that. */
function burstiness(history: readonly number[], shared: number): number {
  const usual = meanOf(history)
  if (usual === 0) return shared
  const own = varianceOf(history) / usual
  const weight = history.length / (history.length + SHARED_BURST_WEEKS)
  return Math.max(shared, weight * own + (1 - weight) * shared)
}

function meanOf(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0) / counts.length
}

function varianceOf(counts: readonly number[]): number {
  const mean = meanOf(counts)
  return counts.reduce((sum, count) => sum + (count - mean) ** 2, 0) / (counts.length - 1)
}
