import { COMPOSE_MAKER, composeDigest } from '#compose'
import type { Edition, Interval, Source } from '#domain'
import { GROUND_MAKER } from '#ground'
import { SCORE_MAKER } from '#score'
import { TRACK_MAKER } from '#track'
import { gapsIn, itemsRead } from './gaps.ts'
import { holdsIn } from './held.ts'
import type { House } from './house.ts'
import { MAKERS } from './makers.ts'
import { movedIn } from './moved.ts'
import type { Scored } from './score.ts'
import { foretoldAt, settledIn } from './settled.ts'
import type { Tracked } from './track.ts'

/** Versions of the makers that take part in every edition. */
export const VERSIONS = [MAKERS.understanding, MAKERS.placement, SCORE_MAKER, TRACK_MAKER, GROUND_MAKER]

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
  return composeDigest(
    {
      date,
      window,
      stories: scored.map(({ dossier, score }) => ({
        dossier,
        score,
        disagreements: tracked.disagreements.get(dossier.story.id) ?? [],
        previous: tracked.earlier.get(dossier.story.id) ?? [],
        slips: tracked.slips.get(dossier.story.id) ?? [],
        asides: tracked.asides.get(dossier.story.id) ?? [],
        firsts: tracked.firsts.get(dossier.story.id) ?? [],
      })),
      movers: tracked.movers,
      threads: await movedIn(house, window),
      settled: await settledIn(house, window),
      foretold: await foretoldAt(house, window),
      read: await itemsRead(house, { sources, window, frozen }),
      gaps: frozen?.gaps ?? (await gapsIn(house, sources, window)),
      profile: house.profile,
      registry: house.registry,
      madeAt: frozen?.madeAt ?? house.clock.now(),
      makers: [...VERSIONS, COMPOSE_MAKER],
    },
    holdsIn,
  )
}

/** The sources that the reader set up, and those that an import brought into the window. */
export async function sourcesAt(house: House, scored: readonly Scored[]): Promise<readonly Source[]> {
  const sources = new Map(house.sources.map((source) => [source.id, source]))
  for (const { dossier } of scored)
    for (const { source } of dossier.tellings) if (!sources.has(source.id)) sources.set(source.id, source)
  return [...sources.values()]
}
