import { storySummary } from '#compose'
import type { Dossier } from '#domain'
import type { Store } from '#ports'
import type { House } from '../house.ts'
import { leadOf } from './river-story.ts'

/** A sentence of a summary, with the item that holds it. */
export type ToldSentence = { readonly text: string; readonly itemId: string; readonly sourceName: string }

const MOST_KEPT = 500
const kept = new WeakMap<Store, Map<string, readonly ToldSentence[]>>()

/** A story's summary. To make it every sentence of it is weighed, so it is kept while the story tells the same. */
export function summaryOf({ store }: House, dossier: Dossier): readonly ToldSentence[] {
  const known = kept.get(store) ?? new Map<string, readonly ToldSentence[]>()
  kept.set(store, known)
  const key = wordsOf(dossier)
  const before = known.get(key)
  if (before) return before
  const summary = summed(dossier)
  if (known.size >= MOST_KEPT) known.clear()
  known.set(key, summary)
  return summary
}

/** What of a story can be in its summary: its title, and the words of its tellings. Copies add none. */
const wordsOf = ({ story, tellings }: Dossier): string =>
  [
    ...[story.id, story.title],
    ...tellings.flatMap(({ item, copyOf }) => (copyOf === null ? `${item.id} ${item.revision}` : [])),
  ].join('\n')

const summed = (dossier: Dossier): ToldSentence[] =>
  storySummary(dossier, leadOf(dossier) ?? null).map(({ text, telling: { item, source } }) => ({
    ...{ text, itemId: item.id, sourceName: source.name },
  }))
