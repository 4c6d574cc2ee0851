import type { Candidates } from './candidates.ts'
import type { Likeness } from './likeness.ts'
import { SETTINGS } from './settings.ts'
import type { Group, Telling } from './telling.ts'
import { sameDay } from './weekdays.ts'

const DAY_MS = 86_400_000
const NEAREST_MAX = 8

export type Weighed = { readonly group: Group; readonly score: number }

/** How well each story fits a telling, best first. `tied` are stories bound to it by an id or a link. */
export function weighStories(
  likeness: Likeness,
  telling: Telling,
  stories: Candidates['stories'],
  tied: ReadonlySet<Group>,
): Weighed[] {
  const { nearestShare, perDoubling, halfLifeDays, tie } = SETTINGS.story
  const alike = [...new Set([...stories, ...tied])].map((group) => {
    const members = group.members.slice(-NEAREST_MAX)
    let nearest = 0
    let days = 0
    for (const member of members) {
      nearest = Math.max(nearest, likeness.toTelling(telling, member))
      days |= member.weekdays
    }
    const words = (1 - nearestShare) * likeness.toGroup(telling, group) + nearestShare * nearest
    return { group, words, days }
  })
  const crowd = crowding(alike.map(({ words }) => words))
  return best(
    alike.map(({ group, words, days }) => ({
      group,
      score:
        words * fresh(telling, group, halfLifeDays) +
        perDoubling * Math.log2(group.members.length) +
        weekday(sameDay(telling.weekdays, days)) +
        (tied.has(group) ? tie : 0) -
        SETTINGS.story.contrast * Math.max(crowd, SETTINGS.story.crowdMin),
    })),
  )
}

const weekday = (agreement: -1 | 0 | 1): number =>
  agreement === 0 ? 0 : agreement === 1 ? SETTINGS.story.sameWeekday : SETTINGS.story.otherWeekday

/** How like the runners-up are, on average: high where a telling sits in the midst of many stories on one matter. */
function crowding(words: readonly number[]): number {
  const { rivals } = SETTINGS.story
  const runnersUp = [...words].sort((a, b) => b - a).slice(1, 1 + rivals)
  return runnersUp.reduce((sum, likeness) => sum + likeness, 0) / rivals
}

/** How well each event fits a telling, best first. */
export function weighEvents(likeness: Likeness, telling: Telling, events: Candidates['events']): Weighed[] {
  const { perDoubling, doublingsMax, halfLifeDays } = SETTINGS.event
  return best(
    events.map((group) => {
      const growth = 1 + perDoubling * Math.min(doublingsMax, Math.log2(group.members.length))
      return { group, score: likeness.toGroup(telling, group) * growth * fresh(telling, group, halfLifeDays) }
    }),
  )
}

const best = (weighed: Weighed[]): Weighed[] => weighed.sort((a, b) => b.score - a.score)

/** 1 for a group told at the same time, a half after a half-life of silence; 1 where nobody gave a date. */
function fresh({ seenMs }: Telling, { lastMs }: Group, halfLifeDays: number): number {
  const days = (seenMs - lastMs) / DAY_MS
  return days > 0 ? 0.5 ** (days / halfLifeDays) : 1
}
