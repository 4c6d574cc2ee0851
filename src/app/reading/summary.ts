import { storySummary } from '#compose'
import type { Dossier, Instant } from '#domain'
import type { Store } from '#ports'
import type { House } from '../house.ts'
import { leadOf } from './river-story.ts'

/** A sentence of a summary, with the item that holds it. */
export type ToldSentence = { readonly text: string; readonly itemId: string; readonly sourceName: string }

const MOST_KEPT = 500
const kept = new WeakMap<Store, Map<string, readonly ToldSentence[]>>()

/** A story's summary. To make it every sentence of it is weighed, so it is kept while the story tells the same. */
export async function summaryOf(
  { store }: House,
  dossier: Dossier,
  asOf: Instant,
): Promise<readonly ToldSentence[]> {
  const { id } = dossier.story
  const version = (await store.storyVersions({ storyIds: [id], asOf })).get(id) ?? null
  const known = kept.get(store) ?? new Map<string, readonly ToldSentence[]>()
  kept.set(store, known)
  const key = `${id} ${version}`
  const summary = known.get(key) ?? summed(dossier)
  if (known.size >= MOST_KEPT) known.clear()
  // What still waits to be understood has no version yet.
  if (version !== null) known.set(key, summary)
  return summary
}

const summed = (dossier: Dossier): ToldSentence[] =>
  storySummary(dossier, leadOf(dossier) ?? null).map(({ text, telling: { item, source } }) => ({
    ...{ text, itemId: item.id, sourceName: source.name },
  }))
