import type { Instant, Phase, Story } from '#domain'

const HOUR_MS = 3_600_000
const BREAKING_HOURS = 12
const YOUNG_HOURS = 72
const QUIET_YOUNG_HOURS = 24
const QUIET_OLD_HOURS = 48

/**
 * Where a story stands at an instant. Breaking: first told within 12 hours. Developing: told again within 24 hours and
 * no older than three days. Sustained: older, and told again within 48 hours. Fading: nobody tells it any more. An
 * instant before the story is breaking.
 */
export function phaseOf(story: Pick<Story, 'firstSeenAt' | 'lastSeenAt'>, now: Instant): Phase {
  const ageHours = hoursBetween(story.firstSeenAt, now)
  const quietHours = hoursBetween(story.lastSeenAt, now)
  if (ageHours <= BREAKING_HOURS) return 'breaking'
  if (ageHours <= YOUNG_HOURS) return quietHours <= QUIET_YOUNG_HOURS ? 'developing' : 'fading'
  return quietHours <= QUIET_OLD_HOURS ? 'sustained' : 'fading'
}

const hoursBetween = (from: Instant, to: Instant) => (Date.parse(to) - Date.parse(from)) / HOUR_MS
