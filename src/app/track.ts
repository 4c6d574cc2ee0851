import type { ToldSlip } from '#compose'
import type { Disagreement, Dossier, EarlierStory, Instant, Interval, Mover, Story } from '#domain'
import { slips } from '#extract'
import { disagreements, movers } from '#track'
import type { House } from './house.ts'
import type { Scored } from './score.ts'

export type Tracked = {
  readonly movers: readonly Mover[]
  readonly disagreements: ReadonlyMap<string, readonly Disagreement[]>
  readonly earlier: ReadonlyMap<string, readonly EarlierStory[]>
  /** What in the texts of the first stories does not add up, by story. */
  readonly slips: ReadonlyMap<string, readonly ToldSlip[]>
}

const HISTORY_WEEKS = 9
/** Stories that are looked up in our memory: those that may be told in full. */
const REMEMBERED_STORIES = 24
/** A name in more stories than this ties nothing together. */
const COMMON_NAME_STORIES = 12

/** track: what moved over the weeks, where sources disagree, and what we told before about the same things. */
export async function track(house: House, scored: readonly Scored[], window: Interval): Promise<Tracked> {
  const weeks = await house.store.entityWeeks({ until: window.to, weeks: HISTORY_WEEKS })
  const earlier = new Map<string, readonly EarlierStory[]>()
  for (const { dossier } of scored.slice(0, REMEMBERED_STORIES)) {
    earlier.set(dossier.story.id, await earlierStories(house, dossier, window.from))
  }
  return {
    movers: movers(weeks),
    disagreements: new Map(scored.map(({ dossier }) => [dossier.story.id, disagreements(dossier)])),
    earlier,
    slips: new Map(
      scored.slice(0, REMEMBERED_STORIES).map(({ dossier }) => [dossier.story.id, slipsIn(dossier)]),
    ),
  }
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

/** Stories known before an instant that share rare names with this one: the most names first, then the newest. */
export async function relatedStories(
  house: House,
  { story: { id }, tellings }: Dossier,
  before: Instant,
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
  const found = await house.store.stories({ storyIds: [...shared.keys()], asOf: before })
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
