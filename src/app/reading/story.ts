import type { Disagreement, Dossier, ScoreStanding, Turn } from '#domain'
import { disagreements, timeline } from '#track'
import type { House } from '../house.ts'
import { judgeOf } from '../judge.ts'
import { standingsAt } from '../standing.ts'
import { type RelatedStory, relatedStories } from '../track.ts'
import { daysBefore } from '../windows.ts'
import { linesOf } from './lines.ts'
import { justAfter } from './river.ts'
import type { RiverStory } from './river-story.ts'
import { summaryOf, type ToldSentence } from './summary.ts'

/** A story with everything that a page about it tells. */
export type StoryTold = {
  readonly line: RiverStory
  /** What its score means beside the weeks before. */
  readonly standing: ScoreStanding
  readonly dossier: Dossier
  readonly disagreements: readonly Disagreement[]
  /** How it grew, telling by telling. */
  readonly turns: readonly Turn[]
  /** Different facts from different tellings, none twice. */
  readonly summary: readonly ToldSentence[]
  /** Stories that share rare names with it: those told long before, and those told about the same time. */
  readonly earlier: readonly RelatedStory[]
  readonly near: readonly RelatedStory[]
}

const MOST_RELATED = 8
const MOST_COMPARED = 40
/** Two tellings of one happening lie no further apart than this. */
const NEAR_DAYS = 7

/** Looks a story up, by its id or one that was forwarded to it; null where there is none. */
export async function storyTold(house: House, storyId: string): Promise<StoryTold | null> {
  const asOf = justAfter(house.clock.now())
  const [dossier] = await house.store.dossiers({ storyIds: [storyId], asOf })
  if (!dossier) return null
  const [known] = await linesOf(house, { storyIds: [dossier.story.id], asOf })
  if (!known) return null
  const standing = await standingsAt(house, asOf, await judgeOf(house), { remembers: false })
  const related = await relatedStories(house, dossier, asOf, { most: MOST_COMPARED })
  const nearFrom = daysBefore(dossier.story.firstSeenAt, NEAR_DAYS)
  return {
    line: known.line,
    standing: standing(known.line.score.score),
    dossier,
    disagreements: disagreements(dossier),
    turns: timeline(dossier),
    summary: summaryOf(house, dossier),
    earlier: related.filter(({ story }) => story.firstSeenAt < nearFrom).slice(0, MOST_RELATED),
    near: related.filter(({ story }) => story.firstSeenAt >= nearFrom).slice(0, MOST_RELATED),
  }
}
