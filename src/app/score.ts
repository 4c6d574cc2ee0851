import type { Dossier, Interval, Score } from '#domain'
import { createScorer } from '#score'
import type { House } from './house.ts'

/** A story of the window with what it is worth to the reader. */
export type Scored = { readonly dossier: Dossier; readonly score: Score }

/** score: every story of the window, best first; equal ones by id, so that the order never depends on chance. */
export async function score(house: House, window: Interval): Promise<Scored[]> {
  const scorer = createScorer(house.profile, house.registry)
  const dossiers = await house.store.dossiers({ seen: window, asOf: window.to })
  return dossiers
    .map((dossier) => ({ dossier, score: scorer(dossier, { now: window.to }) }))
    .sort((a, b) => b.score.score - a.score.score || (a.dossier.story.id < b.dossier.story.id ? -1 : 1))
}
