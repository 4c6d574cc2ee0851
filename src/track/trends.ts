import type { EntityType, Interval, TrendLine, TrendPoint, TrendState } from '#domain'
import { believedUpTo } from './false-discovery.ts'
import { chanceOfAtLeast, chanceOfAtMost } from './negative-binomial.ts'
import { wilson } from './wilson.ts'

/** How often an entity was told of per bin, oldest first. */
export type EntitySeries = {
  readonly entityId: string
  readonly name: string
  readonly type: EntityType
  readonly stories: readonly number[]
}

/** At most this share of the rises and falls named is expected to be chance. */
const FALSE_SHARE = 0.1
// The newest third of a line is held against the rest.
const RECENT_SHARE = 1 / 3
const FEWEST_STORIES = 3
const FEWEST_TO_RETURN = 2
const PRIOR_STORIES = 0.5
const DORMANT_CHANCE = 0.05

/**
 * Trend lines over common bins, in the order given. A point is the share of all stories told in its bin that named the
 * entity, with the Wilson 1927 score band, so that a week in which more was read does not look like a rise. Rising and
 * falling hold the newest third of the line against what the rest and the volume let expect, by a negative binomial whose
 * width all lines together give; Benjamini-Hochberg keeps the expected share of false ones among those named at or below
 * a tenth. Bins in which nothing was told are gaps of the record, and count on neither side.
 */
export function trendLines(
  series: readonly EntitySeries[],
  { bin, bins, told }: { bin: 'week' | 'month'; bins: readonly Interval[]; told: readonly number[] },
): TrendLine[] {
  const recorded = bins.map((_, at) => at).filter((at) => (told[at] ?? 0) > 0)
  const recent = recorded.slice(recorded.length - Math.max(1, Math.round(recorded.length * RECENT_SHARE)))
  const before = recorded.slice(0, recorded.length - recent.length)
  const shared = burstiness(series, before, told)
  const judged = series.map((one) => judge(one, { recent, before, told, shared }))
  const limit = believedUpTo(
    judged.map(({ chance }) => chance),
    { tests: Math.max(1, judged.length), share: FALSE_SHARE },
  )
  return series.map(({ entityId, name, type, stories }, at): TrendLine => {
    const found = judged[at]
    const points = bins.map((bin, i) => pointOf(bin, stories[i] ?? 0, told[i] ?? 0))
    const state = found ? stateOf(found, limit) : 'silent'
    return { entityId, name, type, points, state, because: found ? becauseOf(found, bin) : '' }
  })
}

function pointOf({ from, to }: Interval, stories: number, told: number): TrendPoint {
  return { from, to, stories, told, share: told === 0 ? null : shareOf(Math.min(stories, told), told) }
}

/** Stories per hundred told, with the band. */
function shareOf(stories: number, told: number): { value: number; low: number; high: number } {
  const { value, low, high } = wilson(stories, told)
  return { value: value * 100, low: low * 100, high: high * 100 }
}

type Setting = {
  readonly recent: readonly number[]
  readonly before: readonly number[]
  readonly told: readonly number[]
  readonly shared: number
}
type Judged = {
  readonly now: number
  readonly usual: number
  readonly expected: number
  readonly recentBins: number
  readonly beforeBins: number
  readonly longestSilence: number
  readonly bins: number
  readonly toldBeforeSilence: boolean
  readonly chance: number
  readonly silenceChance: number
}

function judge({ stories }: EntitySeries, { recent, before, told, shared }: Setting): Judged {
  const sum = (over: readonly number[], of: readonly number[]) =>
    over.reduce((total, at) => total + (of[at] ?? 0), 0)
  const now = sum(recent, stories)
  const usual = sum(before, stories)
  const exposure = sum(recent, told) / Math.max(1, sum(before, told))
  const expected = (usual + PRIOR_STORIES) * exposure
  const variance =
    spreadOf(expected, recent.length) + exposure ** 2 * spreadOf(usual + PRIOR_STORIES, before.length)
  function spreadOf(total: number, over: number): number {
    return total + (shared * total ** 2) / Math.max(1, over)
  }
  const silenceChance = chanceOfAtMost(0, expected, variance)
  const rises = now > expected
  const enough = Math.max(now, usual) >= FEWEST_STORIES && before.length > 0
  const tail = rises ? chanceOfAtLeast(now, expected, variance) : chanceOfAtMost(now, expected, variance)
  return {
    ...{ now, usual, expected, recentBins: recent.length, beforeBins: before.length },
    ...silenceOf(stories, [...before, ...recent]),
    ...{ bins: before.length + recent.length, chance: enough ? Math.min(1, 2 * tail) : 1, silenceChance },
  }
}

/** The longest run of bins without a story that ends in a story, and whether a story came before it. */
function silenceOf(
  stories: readonly number[],
  recorded: readonly number[],
): { longestSilence: number; toldBeforeSilence: boolean } {
  let longest = { longestSilence: 0, toldBeforeSilence: false }
  let run = 0
  let told = false
  for (const at of recorded) {
    if ((stories[at] ?? 0) === 0) {
      run++
      continue
    }
    if (run > longest.longestSilence) longest = { longestSilence: run, toldBeforeSilence: told }
    run = 0
    told = true
  }
  return longest
}

function stateOf(found: Judged, limit: number): TrendState {
  if (found.now + found.usual === 0) return 'silent'
  if (found.now === 0 && found.silenceChance <= DORMANT_CHANCE) return 'dormant'
  if (found.now >= FEWEST_TO_RETURN && found.toldBeforeSilence && found.longestSilence * 2 >= found.bins)
    return 'returned'
  if (found.chance < 1 && found.chance <= limit) return found.now > found.expected ? 'rising' : 'falling'
  return 'steady'
}

function becauseOf({ now, usual, recentBins, beforeBins }: Judged, bin: string): string {
  // Weeks in which nobody told anything say nothing of one name.
  if (recentBins + beforeBins === 0) return `nothing at all was told in these ${bin}s`
  const counted = (count: number, what: string) => `${count} ${count === 1 ? what : `${what}s`}`
  const stories = now === 1 ? '1 story' : `${now} stories`
  return `${stories} in the last ${recentBins === 1 ? bin : counted(recentBins, bin)}, ${usual} in the ${beforeBins === 1 ? bin : counted(beforeBins, bin)} before`
}

/**
 * How bursty the lines are together: phi of a negative binomial with variance m + phi m^2, by moments over all lines and
 * bins, each bin's mean being the line's share of its volume. 0 for steady news.
 */
function burstiness(
  series: readonly EntitySeries[],
  bins: readonly number[],
  told: readonly number[],
): number {
  const volume = bins.reduce((sum, at) => sum + (told[at] ?? 0), 0)
  if (bins.length < 2 || volume === 0) return 0
  let excess = 0
  let squares = 0
  for (const { stories } of series) {
    const total = bins.reduce((sum, at) => sum + (stories[at] ?? 0), 0)
    for (const at of bins) {
      const mean = (total * (told[at] ?? 0)) / volume
      // The mean is made from the same counts, which takes one bin's worth of spread away.
      excess += ((stories[at] ?? 0) - mean) ** 2 * (bins.length / (bins.length - 1)) - mean
      squares += mean ** 2
    }
  }
  return squares === 0 ? 0 : Math.max(0, excess / squares)
}
