import type { Dossier, Instant } from '#domain'
import type { Judge } from '../judge.ts'
import { type RiverStory, riverStory } from './river-story.ts'

const MOST_KEPT = 5000
const kept = new WeakMap<Judge, Map<string, RiverStory>>()

/**
 * A story's line as a judge sees it now. To weigh a story its texts are read word by word, so a line is kept while the
 * story tells the same, for the minute: scores fall with the hours.
 */
export function lineOf(dossier: Dossier, judge: Judge, now: Instant): RiverStory {
  const lines = kept.get(judge) ?? new Map<string, RiverStory>()
  kept.set(judge, lines)
  const told = dossier.tellings.map(({ item, copyOf }) => `${item.id} ${item.revision} ${copyOf}`)
  const key = `${dossier.story.id} ${now.slice(0, 16)} ${told.join()}`
  const known = lines.get(key)
  if (known) return known
  if (lines.size >= MOST_KEPT) lines.clear()
  const line = riverStory(dossier, judge(dossier, { now }))
  lines.set(key, line)
  return line
}
