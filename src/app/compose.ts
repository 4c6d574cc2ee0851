import { COMPOSE_MAKER, composeDigest, evidenceText, sentencesOf, tallyTexts, withdraw } from '#compose'
import type { Edition, Interval, Sentence, Source, Telling } from '#domain'
import { GROUND_MAKER, ground } from '#ground'
import { SCORE_MAKER } from '#score'
import { TRACK_MAKER } from '#track'
import { MAKERS } from './desk.ts'
import { gapsIn, itemsRead } from './gaps.ts'
import type { House } from './house.ts'
import type { Scored } from './score.ts'
import type { Tracked } from './track.ts'

type Draft = {
  readonly date: string
  readonly window: Interval
  readonly scored: readonly Scored[]
  readonly tracked: Tracked
  /** The edition as it was published, when the day is composed once more: what cannot be asked again is taken from it. */
  readonly frozen: Edition | null
}

/** compose: the edition as it would be, were every sentence of it held. */
export async function compose(
  house: House,
  { date, window, scored, tracked, frozen }: Draft,
): Promise<Edition> {
  const sources = await sourcesAt(house, scored)
  return composeDigest({
    date,
    window,
    stories: scored.map(({ dossier, score }) => ({
      dossier,
      score,
      disagreements: tracked.disagreements.get(dossier.story.id) ?? [],
      previous: tracked.earlier.get(dossier.story.id) ?? [],
    })),
    movers: tracked.movers,
    read: await itemsRead(house, sources, window),
    gaps: frozen?.gaps ?? (await gapsIn(house, sources, window)),
    profile: house.profile,
    registry: house.registry,
    madeAt: frozen?.madeAt ?? house.clock.now(),
    makers: [MAKERS.understanding, MAKERS.placement, SCORE_MAKER, TRACK_MAKER, COMPOSE_MAKER, GROUND_MAKER],
  })
}

/** ground: the edition less every sentence that its evidence, and what the edition itself counted, does not hold. */
export async function groundEdition(
  house: House,
  edition: Edition,
  scored: readonly Scored[],
): Promise<Edition> {
  const texts = await evidenceTexts(house, edition, scored)
  const unsupported = sentencesOf(edition).filter((sentence) => !isHeld(sentence, edition, texts))
  return withdraw(edition, new Set(unsupported))
}

function isHeld(sentence: Sentence, edition: Edition, texts: ReadonlyMap<number, string>): boolean {
  const cited = sentence.evidence.map((number) => ({ id: String(number), text: texts.get(number) ?? '' }))
  const counted = tallyTexts(sentence, edition.counts).map((text, index) => ({ id: `count-${index}`, text }))
  return ground(sentence.text, [...cited, ...counted]).every(({ supported }) => supported)
}

/** What each piece of evidence says, by its number: from the day's dossiers, and from the store for earlier stories. */
async function evidenceTexts(
  house: House,
  edition: Edition,
  scored: readonly Scored[],
): Promise<ReadonlyMap<number, string>> {
  const tellings = new Map<string, Telling>()
  for (const { dossier } of scored)
    for (const telling of dossier.tellings) tellings.set(telling.item.id, telling)
  const missing = edition.evidence.filter(({ itemId }) => !tellings.has(itemId)).map(({ itemId }) => itemId)
  const sources = new Map((await house.store.sources()).map((source) => [source.id, source]))
  const items = missing.length > 0 ? await house.store.items({ ids: missing, asOf: edition.window.to }) : []
  const earlier = new Map(items.map((item) => [item.id, item]))
  return new Map(
    edition.evidence.flatMap(({ number, itemId }): [number, string][] => {
      const telling = tellings.get(itemId)
      const item = telling?.item ?? earlier.get(itemId)
      const source = telling?.source ?? (item && sources.get(item.sourceId))
      return item && source ? [[number, evidenceText({ item, source })]] : []
    }),
  )
}

/** The sources that the reader set up, and those that an import brought into the window. */
async function sourcesAt(house: House, scored: readonly Scored[]): Promise<readonly Source[]> {
  const sources = new Map(house.sources.map((source) => [source.id, source]))
  for (const { dossier } of scored)
    for (const { source } of dossier.tellings) if (!sources.has(source.id)) sources.set(source.id, source)
  return [...sources.values()]
}
