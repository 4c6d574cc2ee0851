import type { Instant, RelatedWords } from '#domain'
import { LESSONS_MIN, type Lesson, passages, RELATED_MAKER, relatedPhrases } from '#score'
import type { House } from './house.ts'
import { inSteps } from './in-steps.ts'
import { daysBefore } from './windows.ts'

const WEEK_MS = 7 * 86_400_000
const WEEKS = 12
/** Enough to tell a habit of speech from chance; more would only take longer. */
const MOST_STORIES = 3000

/**
 * What the reader's corpus taught of the words around their topics, for the week (of seven days since 1970) of an instant:
 * from stories first seen in the twelve weeks before it, as its first instant knew them. Learnt once and kept; learnt
 * anew where the profile has topics of which nothing was learnt yet. Too small a corpus teaches nothing, and is asked
 * again.
 */
export async function relatedAt(house: House, at: Instant): Promise<RelatedWords> {
  const week = weekOf(at)
  const kept = await house.store.related(week)
  if (kept?.week === week && isOf(house, kept)) return kept
  const lessons = await lessonsBefore(house, week)
  const learnt = {
    ...{ week, by: RELATED_MAKER, topics: topicsOf(house) },
    phrases: relatedPhrases(lessons, house.profile, house.registry),
  }
  if (lessons.length >= LESSONS_MIN) await house.store.saveRelated(learnt)
  return learnt
}

/** What was learnt last, however long ago and for whatever topics: nobody waits for it. */
export async function lastRelated({ store }: House, at: Instant): Promise<RelatedWords | null> {
  const kept = await store.related(weekOf(at))
  return kept?.by === RELATED_MAKER ? kept : null
}

const weekOf = (at: Instant): Instant =>
  new Date(Math.floor((Date.parse(at) - 1) / WEEK_MS) * WEEK_MS).toISOString()

const topicsOf = ({ profile }: House): string[] => profile.tiers.flatMap(({ topics }) => topics)

function isOf(house: House, { by, topics }: RelatedWords): boolean {
  const known = new Set(topics)
  return by === RELATED_MAKER && topicsOf(house).every((topic) => known.has(topic))
}

/** Story ids are hashes, so the first of them are a fair sample. */
async function lessonsBefore({ store }: House, week: Instant): Promise<Lesson[]> {
  const seen = { from: daysBefore(week, 7 * WEEKS), to: week }
  const storyIds = (await store.storiesSeen(seen, week)).sort().slice(0, MOST_STORIES)
  if (storyIds.length < LESSONS_MIN) return []
  const lessons: Lesson[] = []
  for await (const { story, tellings } of inSteps(store, { storyIds, asOf: week }))
    lessons.push({ passages: passages(tellings), day: story.firstSeenAt.slice(0, 10) })
  return lessons
}
