import type { ToldAside, ToldSlip } from '#compose'
import type {
  Disagreement,
  Dossier,
  EarlierStory,
  EntityType,
  Instant,
  Interval,
  Mover,
  Novelty,
  Story,
} from '#domain'
import { asides, slips } from '#extract'
import { disagreements, movers } from '#track'
import type { House } from './house.ts'
import { noveltyOf } from './novelty.ts'
import type { Scored } from './score.ts'
import { daysBefore } from './windows.ts'

export type Tracked = {
  readonly movers: readonly Mover[]
  readonly disagreements: ReadonlyMap<string, readonly Disagreement[]>
  readonly earlier: ReadonlyMap<string, readonly EarlierStory[]>
  /** What in the texts of the first stories does not add up, by story. */
  readonly slips: ReadonlyMap<string, readonly ToldSlip[]>
  /** What their speakers and writers think of them and how far they trust it, by story. */
  readonly asides: ReadonlyMap<string, readonly ToldAside[]>
  /** What the first stories are the first in our memory to do, by story. */
  readonly firsts: ReadonlyMap<string, readonly Novelty[]>
}

const HISTORY_WEEKS = 9
/** Stories that are looked up in our memory: those that may be told in full. */
const REMEMBERED_STORIES = 24
/** Stories of which it is asked what is new in them: as many as may be told in full. */
const ASKED_STORIES = 12
/** A name in more stories than this ties nothing together. */
const COMMON_NAME_STORIES = 12

/** track: what moved over the weeks, where sources disagree, and what we told before about the same things. */
export async function track(house: House, scored: readonly Scored[], window: Interval): Promise<Tracked> {
  const weeks = await house.store.entityWeeks({ until: window.to, weeks: HISTORY_WEEKS })
  const first = scored.slice(0, REMEMBERED_STORIES).map(({ dossier }) => dossier)
  const earlier = new Map<string, readonly EarlierStory[]>()
  for (const dossier of first)
    earlier.set(dossier.story.id, await earlierStories(house, dossier, window.from))
  return {
    movers: movers(weeks),
    disagreements: new Map(scored.map(({ dossier }) => [dossier.story.id, disagreements(dossier)])),
    earlier,
    slips: new Map(first.map((dossier) => [dossier.story.id, slipsIn(dossier)])),
    asides: new Map(first.map((dossier) => [dossier.story.id, asidesIn(dossier)])),
    firsts: await firstsAmong(house, first.slice(0, ASKED_STORIES), window),
  }
}

const SHORTEST_MEMORY_DAYS = 21
const FEWEST_STORIES = 150

// What is born one day or bound to another: that a method or a topic is new to us says nothing of it.
const BORN: ReadonlySet<EntityType> = new Set([
  'company',
  'lab',
  'model',
  'product',
  'hardware',
  'benchmark',
  'dataset',
])

// Of a memory of a few days or stories everything is the first.
async function firstsAmong(
  house: House,
  dossiers: readonly Dossier[],
  window: Interval,
): Promise<ReadonlyMap<string, readonly Novelty[]>> {
  const [oldest] = (await house.store.sourceSpans({ asOf: window.to }))
    .map(({ firstSeenAt }) => firstSeenAt)
    .sort()
  const firsts = new Map<string, readonly Novelty[]>()
  if (oldest === undefined || oldest > daysBefore(window.to, SHORTEST_MEMORY_DAYS)) return firsts
  const [told] = await house.store.told([{ from: oldest, to: window.from }])
  if ((told?.stories ?? 0) < FEWEST_STORIES) return firsts
  const born = new Set(house.registry.filter(({ type }) => BORN.has(type)).map(({ id }) => id))
  for (const dossier of dossiers)
    if (dossier.story.firstSeenAt >= window.from)
      firsts.set(
        dossier.story.id,
        (await noveltyOf(house, dossier)).filter(({ entityIds }) =>
          entityIds.every((id) => born.has(id) && isInTitle(dossier, id)),
        ),
      )
  return firsts
}

const isInTitle = ({ tellings }: Dossier, id: string): boolean =>
  tellings.some(({ mentions }) =>
    mentions.some(({ entityId, field }) => entityId === id && field === 'title'),
  )

function asidesIn({ tellings }: Dossier): ToldAside[] {
  return tellings
    .filter(({ copyOf, item }) => copyOf === null && item.kind !== 'paper')
    .flatMap(({ item }) =>
      asides(item.text.slice(0, READ_CHARACTERS)).map(({ start, kind }) => ({
        itemId: item.id,
        start,
        kind,
      })),
    )
}

const READ_CHARACTERS = 20_000

function slipsIn({ tellings }: Scored['dossier']): ToldSlip[] {
  return tellings
    .filter(({ copyOf }) => copyOf === null)
    .flatMap(({ item }) =>
      slips(item.text.slice(0, READ_CHARACTERS), { published: item.publishedAt }).map((slip) => ({
        itemId: item.id,
        slip,
      })),
    )
}

/** A story and the rare names that it shares with another. */
export type RelatedStory = { readonly story: Story; readonly sharedEntities: readonly string[] }

/**
 * Stories known before an instant that share rare names with this one: the most names first, then the newest. Where `most`
 * is given, no more than that are looked at of those that share most.
 */
export async function relatedStories(
  house: House,
  { story: { id }, tellings }: Dossier,
  before: Instant,
  { most = Number.POSITIVE_INFINITY } = {},
): Promise<RelatedStory[]> {
  const names = new Map<string, string>()
  for (const { mentions } of tellings) {
    for (const mention of mentions) if (mention.salience > 1) names.set(mention.entityId, mention.name)
  }
  const shared = new Map<string, string[]>()
  for (const [entityId, name] of names) {
    const storyIds = await house.store.entityStories(entityId, {
      limit: COMMON_NAME_STORIES + 1,
      asOf: before,
    })
    if (storyIds.length > COMMON_NAME_STORIES) continue
    for (const storyId of storyIds)
      if (storyId !== id) shared.set(storyId, [...(shared.get(storyId) ?? []), name])
  }
  const storyIds = [...shared]
    .sort(([, a], [, b]) => b.length - a.length)
    .slice(0, most)
    .map(([storyId]) => storyId)
  const found = await house.store.stories({ storyIds, asOf: before })
  return found
    .map((story) => ({ story, sharedEntities: shared.get(story.id) ?? [] }))
    .sort(
      (a, b) =>
        b.sharedEntities.length - a.sharedEntities.length ||
        (a.story.firstSeenAt < b.story.firstSeenAt ? 1 : -1),
    )
}

/** The same with a telling of each, as editions cite them. */
async function earlierStories(house: House, dossier: Dossier, before: Instant): Promise<EarlierStory[]> {
  const related = await relatedStories(house, dossier, before)
  const storyIds = related.map(({ story }) => story.id)
  const dossiers = new Map(
    (await house.store.dossiers({ storyIds, asOf: before })).map((one) => [one.story.id, one]),
  )
  return related.flatMap(({ story, sharedEntities }): EarlierStory[] => {
    const tellings = dossiers.get(story.id)?.tellings ?? []
    const telling = tellings.find(({ item }) => item.title === story.title) ?? tellings[0]
    return telling
      ? [{ storyId: story.id, title: story.title, seenAt: story.firstSeenAt, sharedEntities, telling }]
      : []
  })
}
