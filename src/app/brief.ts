import { composeBrief } from '#compose'
import type { Edition, Interval, Telling } from '#domain'
import { sourcesAt, VERSIONS } from './compose.ts'
import { correctionsIn } from './corrections.ts'
import { deliver } from './deliver.ts'
import { finderOf } from './finder.ts'
import { gapsIn, itemsRead } from './gaps.ts'
import { groundEdition, holdsIn } from './held.ts'
import type { House } from './house.ts'
import { isWhole } from './parts.ts'
import { score } from './score.ts'
import { settledIn } from './settled.ts'
import { track } from './track.ts'
import { daysBefore, weekWindow } from './windows.ts'
import { written } from './write.ts'

/** A thousand weeks are nineteen years. */
const MOST_ISSUES = 1000

/** The weekly brief of an ISO week, `2026-W20`. One that was published is frozen and only delivered again; an open week gives a draft. */
export async function publishBrief(house: House, week: string): Promise<Edition> {
  const frozen = await house.store.edition(`brief-${week}`)
  if (frozen) return deliver(house, frozen)
  const edition = await briefOf(house, week)
  // A week in which nothing came in is not told, and what comes late for it may still be.
  if (edition.window.to > house.clock.now() || edition.counts.items === 0) return edition
  await house.store.publish(edition)
  return deliver(house, edition)
}

/** The brief of a week as today's judgments give it, published or not: for a closed week the same bytes each time. */
export async function briefOf(house: House, week: string): Promise<Edition> {
  const window = weekWindow(week, house.digestAt)
  const frozen = await house.store.edition(`brief-${week}`)
  const scored = await score(house, window, frozen?.madeAt ?? null)
  const tracked = await track(house, scored, window)
  const before: Interval = { from: daysBefore(window.from, 7), to: window.from }
  const earlier = (await house.store.editions({ kind: 'brief', limit: MOST_ISSUES })).filter(
    ({ date }) => date <= window.from.slice(0, 10),
  )
  const [last] = earlier
  const sources = await sourcesAt(house, scored)
  const settled = await settledIn(house, window)
  const edition = composeBrief(
    {
      week,
      issue: earlier.length + 1,
      window,
      stories: scored.map(({ dossier, score: worth }) => ({
        dossier,
        score: worth,
        disagreements: tracked.disagreements.get(dossier.story.id) ?? [],
        previous: tracked.earlier.get(dossier.story.id) ?? [],
      })),
      before: await house.store.dossiers({ seen: before, asOf: before.to }),
      wholes: await wholesOf(house, window),
      last: last ? await house.store.edition(last.id) : null,
      settled,
      corrections: await correctionsIn(house, window),
      movers: tracked.movers,
      read: await itemsRead(house, { sources, window, frozen }),
      gaps: frozen?.gaps ?? (await gapsIn(house, sources, window)),
      profile: house.profile,
      registry: house.registry,
      dives: house.dives.map(({ name }) => name),
      madeAt: frozen?.madeAt ?? house.clock.now(),
      makers: VERSIONS,
    },
    holdsIn,
  )
  return written(house, await groundEdition(house, edition, scored))
}

/** Episodes and talks: wholes that are told in their parts and may be watched or heard as such. */
async function wholesOf(house: House, window: Interval): Promise<Telling[]> {
  const sources = new Map((await house.store.sources()).map((source) => [source.id, source]))
  const items = await house.store.items({ seen: window, asOf: window.to })
  const episodes = items.filter(({ kind }) => kind === 'transcript')
  if (episodes.length === 0) return []
  const { findMentions: mentions } = await finderOf(house)
  return episodes.flatMap((item): Telling[] => {
    const source = sources.get(item.sourceId)
    return source && isWhole(item)
      ? [{ item, source, copyOf: null, mentions: mentions(item), claims: [], forecasts: [] }]
      : []
  })
}
