import type { EditionCounts, Item, Sentence, Source } from '#domain'
import { sayerOf } from './sayer.ts'

/**
 * An item as evidence: everything of it that a sentence may repeat. Its title and text, who says it and when, its ids and
 * what its source counts about it.
 */
export function evidenceText({ item, source }: { readonly item: Item; readonly source: Source }): string {
  const dates = [item.publishedAt?.slice(0, 10), item.seenAt.slice(0, 10)].filter(
    (date) => date !== undefined,
  )
  const signals = Object.entries(item.signals).map(([name, value]) => `${value} ${name}`)
  const told = [
    source.name,
    sayerOf({ item, source }),
    ...item.authors,
    ...dates,
    ...Object.values(item.ids),
    ...signals,
  ]
  return `${item.title}\n\n${item.text}\n\n${told.join('. ')}`
}

/**
 * What the edition counted for a sentence, as lines of evidence. A tally that does not add up gives none, so that the
 * sentence which prints it is refused.
 */
export function tallyTexts({ tallies }: Sentence, counts: EditionCounts): string[] {
  return tallies
    .filter(({ value, of }) => value === (typeof of === 'string' ? counts[of] : new Set(of).size))
    .map(({ value, what }) => `${value} ${what}`)
}
