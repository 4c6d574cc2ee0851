import { evidenceText, type Holds, sentencesOf, tallyTexts, withdraw } from '#compose'
import type { Edition, Sentence, Telling } from '#domain'
import { ground } from '#ground'
import type { House } from './house.ts'
import type { Scored } from './score.ts'

/** Whether the items, and what was counted, hold a sentence: asked while an edition is written. */
export const holdsIn: Holds = (text, witnesses, tallies = []) =>
  ground(text, [
    ...witnesses.map((witness) => ({ id: witness.item.id, text: evidenceText(witness) })),
    ...tallies.map(({ value, what }) => ({ id: what, text: `${value} ${what}` })),
  ]).every(({ supported }) => supported)

/** ground: the edition less every sentence that its evidence, and what the edition itself counted, does not hold. */
export async function groundEdition(
  house: House,
  edition: Edition,
  scored: readonly Scored[],
): Promise<Edition> {
  return withdraw(edition, new Set(await unsupportedIn(house, edition, scored)))
}

/** The sentences of an edition that its evidence does not hold; evidence is taken from the dossiers, else from the store. */
export async function unsupportedIn(
  house: House,
  edition: Edition,
  scored: readonly Pick<Scored, 'dossier'>[] = [],
): Promise<Sentence[]> {
  const texts = await evidenceTexts(house, edition, scored)
  return sentencesOf(edition).filter((sentence) => !isHeld(sentence, edition, texts))
}

function isHeld(sentence: Sentence, edition: Edition, texts: ReadonlyMap<number, string>): boolean {
  const cited = sentence.evidence.map((number) => ({ id: String(number), text: texts.get(number) ?? '' }))
  const counted = tallyTexts(sentence, edition.counts).map((text, index) => ({ id: `count-${index}`, text }))
  return ground(sentence.text, [...cited, ...counted]).every(({ supported }) => supported)
}

/** What each piece of evidence says, by its number: from the dossiers, and from the store for earlier stories. */
async function evidenceTexts(
  house: House,
  edition: Edition,
  scored: readonly Pick<Scored, 'dossier'>[],
): Promise<ReadonlyMap<number, string>> {
  const tellings = new Map<string, Pick<Telling, 'item' | 'source'>>()
  for (const { dossier } of scored)
    for (const telling of dossier.tellings) tellings.set(telling.item.id, telling)
  const missing = edition.evidence.filter(({ itemId }) => !tellings.has(itemId)).map(({ itemId }) => itemId)
  const sources = new Map((await house.store.sources()).map((source) => [source.id, source]))
  const items = missing.length > 0 ? await house.store.items({ ids: missing, asOf: edition.window.to }) : []
  for (const item of items) {
    const source = sources.get(item.sourceId)
    if (source) tellings.set(item.id, { item, source })
  }
  return new Map(
    edition.evidence.flatMap(({ number, itemId }): [number, string][] => {
      const telling = tellings.get(itemId)
      return telling ? [[number, evidenceText(telling)]] : []
    }),
  )
}
