import type { Profile, Score, Story } from '#domain'
import { createScorer } from '#score'
import type { House } from '../house.ts'
import { inSteps } from '../in-steps.ts'
import { judgeOf } from '../judge.ts'
import { lastRelated } from '../related.ts'
import { type Scored, tasteAt } from '../score.ts'
import { daysBefore } from '../windows.ts'
import { justAfter } from './river.ts'

/** A story as it stands now, and as it would under another profile; ranks count from 1. */
export type Moved = {
  readonly story: Story
  readonly before: Score
  readonly after: Score
  readonly rankBefore: number
  readonly rankAfter: number
}

const DAYS = 7
/** The newest stories of the week: enough to see what changes, few enough not to wait for. */
const MOST_STORIES = 400

/** Last week's stories as the reader's profile weighs them. */
export async function lastWeek(house: House): Promise<Scored[]> {
  const to = justAfter(house.clock.now())
  const newest = (await house.store.items({ asOf: to, limit: 1 }))[0]?.seenAt ?? to
  const end = justAfter(newest)
  const storyIds = await house.store.storiesSeen({ from: daysBefore(end, DAYS), to: end })
  const judge = await judgeOf(house)
  const scored: Scored[] = []
  for await (const dossier of inSteps(house.store, { storyIds: storyIds.slice(0, MOST_STORIES), asOf: to }))
    scored.push({ dossier, score: judge(dossier, { now: to }) })
  return scored.sort(byScore)
}

/** What another profile would make of the same stories; the largest moves first, those that stay left out. */
export async function tryProfile(house: House, profile: Profile, week: readonly Scored[]): Promise<Moved[]> {
  const related = (await lastRelated(house, house.clock.now()))?.phrases ?? []
  const scorer = createScorer(profile, house.registry, { taste: await tasteAt(house, null), related })
  const now = justAfter(house.clock.now())
  const after = week.map(({ dossier }) => ({ dossier, score: scorer(dossier, { now }) })).sort(byScore)
  const ranks = new Map(after.map(({ dossier, score }, at) => [dossier.story.id, { score, rank: at + 1 }]))
  return week
    .flatMap(({ dossier, score: before }, at): Moved[] => {
      const then = ranks.get(dossier.story.id)
      if (!then) return []
      const { score, rank } = then
      return [{ story: dossier.story, before, after: score, rankBefore: at + 1, rankAfter: rank }]
    })
    .filter(({ before, after: then }) => before.score !== then.score || before.tier !== then.tier)
    .sort((a, b) => Math.abs(b.after.score - b.before.score) - Math.abs(a.after.score - a.before.score))
}

const byScore = (a: Scored, b: Scored): number =>
  b.score.score - a.score.score || (a.dossier.story.id < b.dossier.story.id ? -1 : 1)
