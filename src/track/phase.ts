import type { Dossier, Instant, Phase } from '#domain'

/** One telling of a story in words of its own. */
export type ToldAt = { readonly at: Instant; readonly family: string }

const HOUR_MS = 3_600_000
const DAY_HOURS = 24
/** How long a story is new. */
const BREAKING_HOURS = 12
/** A story so young breaks once more when it is taken up: by so many families within the hours above. */
const BURST_AGE_HOURS = 48
const BURST_FAMILIES = 3
const YOUNG_HOURS = 72
/** So many hours without a telling end any story; a young one sooner, unless it was told at longer steps all along. */
const QUIET_HOURS_MIN = 24
const QUIET_HOURS_MAX = 48
const QUIET_STEPS = 2
/** A day with this share of the story's usual tellings is an end too, where the usual is enough to tell. */
const DYING_SHARE = 0.25
const DYING_USUAL_MIN = 4
/** An old story with so many times its usual tellings, by more than one family, is on the move again. */
const REVIVED_TIMES = 2

/** The tellings by which a story's phase is judged: those in words of their own, in order. */
export function toldAtOf({ tellings }: Dossier): ToldAt[] {
  return tellings
    .filter(({ copyOf }) => copyOf === null)
    .map(({ item, source }) => ({ at: item.seenAt, family: source.family || source.id }))
}

/**
 * Where a story stands at an instant, by what was told of it until then, in any order.
 * - Breaking: first told within 12 hours; or within two days, and taken up in the last 12 hours by three families or
 *   more, with as many tellings as in all the time before.
 * - Fading: silent for twice its usual step between tellings, which is taken as 12 hours at least and 24 at most; or told
 *   in the last day by a quarter or less of its usual number a day, where that is at least four.
 * - Developing: younger than three days; or, at any age, told in the last day twice as often as usual and by two families.
 * - Sustained: older, and told on.
 *
 * Before its first telling a story is breaking.
 */
export function phaseOf(told: readonly ToldAt[], now: Instant): Phase {
  const nowMs = Date.parse(now)
  const known = told.filter(({ at }) => Date.parse(at) <= nowMs)
  const agesHours = known.map(({ at }) => (nowMs - Date.parse(at)) / HOUR_MS)
  const ageHours = agesHours.reduce((most, age) => Math.max(most, age), 0)
  if (ageHours <= BREAKING_HOURS || bursts(known, agesHours, ageHours)) return 'breaking'

  const quietHours = agesHours.reduce((least, age) => Math.min(least, age), ageHours)
  const stepHours = known.length < 2 ? 0 : (ageHours - quietHours) / (known.length - 1)
  const patienceHours = Math.max(QUIET_HOURS_MIN, Math.min(QUIET_HOURS_MAX, QUIET_STEPS * stepHours))
  if (quietHours > patienceHours) return 'fading'

  const recent = known.filter((_, i) => (agesHours[i] ?? 0) <= DAY_HOURS)
  const usual = (known.length - recent.length) / Math.max(1, ageHours / DAY_HOURS - 1)
  if (usual >= DYING_USUAL_MIN && recent.length <= usual * DYING_SHARE) return 'fading'
  if (ageHours <= YOUNG_HOURS) return 'developing'
  return recent.length >= REVIVED_TIMES * usual && familiesIn(recent) > 1 ? 'developing' : 'sustained'
}

function bursts(known: readonly ToldAt[], agesHours: readonly number[], ageHours: number): boolean {
  if (ageHours > BURST_AGE_HOURS) return false
  const fresh = known.filter((_, i) => (agesHours[i] ?? 0) <= BREAKING_HOURS)
  return fresh.length * 2 >= known.length && familiesIn(fresh) >= BURST_FAMILIES
}

const familiesIn = (told: readonly ToldAt[]): number => new Set(told.map(({ family }) => family)).size
