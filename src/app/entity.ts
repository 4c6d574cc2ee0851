import type {
  Claim,
  Disagreement,
  Dossier,
  Entity,
  EntityPage,
  EntityType,
  Instant,
  PageClaim,
  PageStory,
  Telling,
  ToldClaim,
} from '#domain'
import { plain, sentences } from '#text'
import { claimTable, disagreements, trackRecords } from '#track'
import type { House } from './house.ts'
import { ledger } from './ledger.ts'
import { trends } from './trends.ts'

const MOST_STORIES = 40
const MOST_RELATED = 24
const MOST_METRICS = 40
const SENTENCE_UNITS = { least: 30, most: 400 }

/**
 * Everything known of an entity at an instant: what it is, its stories and papers, what sources said of its numbers over
 * time, who and what is told of with it, predictions about it and by it, and its trend. Other entities may be known
 * only by the name that texts gave them: they have no aliases and no parent.
 */
export async function entityPage(
  house: House,
  entity: Entity,
  options: { readonly asOf: Instant | null; readonly stories?: number },
): Promise<EntityPage> {
  const asOf = options.asOf ?? house.clock.now()
  const limit = options.stories ?? MOST_STORIES
  const storyIds = await house.store.entityStories(entity.id, { limit, asOf })
  const dossiers = newestFirst(await house.store.dossiers({ storyIds, asOf }))
  const { lines } = await trends(house, { asOf, entityIds: [entity.id] })
  const bins = [{ from: '1970-01-01T00:00:00.000Z', to: asOf }]
  const [first] = await house.store.entityBins({ bins, entityIds: [entity.id] })
  const page = pageOf(entity, dossiers, asOf)
  return {
    ...page,
    ...kinOf(house, entity),
    firstSeenAt: first?.firstSeenAt ?? null,
    predictions: await ledger(house, { asOf, entityId: entity.id }),
    record: await recordOf(house, entity, asOf),
    trend: lines[0] ?? null,
  }
}

/** An entity for a name that only texts know. */
export const unregistered = (id: string, name: string, type: EntityType): Entity => ({
  ...{ id, name, type, aliases: [], parent: null, gloss: null, handles: [] },
})

const newestFirst = (dossiers: readonly Dossier[]): Dossier[] =>
  [...dossiers].sort((a, b) =>
    a.story.lastSeenAt !== b.story.lastSeenAt
      ? a.story.lastSeenAt < b.story.lastSeenAt
        ? 1
        : -1
      : a.story.id < b.story.id
        ? -1
        : 1,
  )

/** What the stories alone say of an entity, from its newest stories, newest first. */
export function pageOf(
  entity: Entity,
  dossiers: readonly Dossier[],
  asOf: Instant,
): Omit<EntityPage, 'parent' | 'children' | 'firstSeenAt' | 'predictions' | 'record' | 'trend'> {
  const stories = dossiers.map(storyOf)
  return {
    ...{ entity, asOf, stories, papers: stories.filter(({ kind }) => kind === 'paper') },
    claims: claimsOf(entity, dossiers),
    disagreements: dossiers.flatMap((dossier) => about(entity, dossier, disagreements(dossier))),
    ...companyOf(entity, dossiers),
  }
}

// What it makes comes before who works there and what it measures with.
const KIN: readonly EntityType[] = [
  ...(['model', 'product', 'lab', 'hardware', 'company', 'person', 'method', 'topic', 'paper'] as const),
  ...(['event', 'publication', 'government', 'dataset', 'benchmark'] as const),
]

function kinOf({ registry }: House, entity: Entity): Pick<EntityPage, 'parent' | 'children'> {
  const parent = registry.find(({ id }) => id === entity.parent)
  return {
    parent: parent ? { id: parent.id, name: parent.name, type: parent.type } : null,
    children: registry
      .filter((one) => one.parent === entity.id)
      .map(({ id, name, type }) => ({ id, name, type }))
      .sort((a, b) => KIN.indexOf(a.type) - KIN.indexOf(b.type)),
  }
}

function storyOf({ story, tellings }: Dossier): PageStory {
  const own = tellings.filter(({ copyOf }) => copyOf === null)
  const lead = own.find(({ item }) => item.title === story.title) ?? own[0] ?? tellings[0]
  return {
    ...{ storyId: story.id, title: story.title, at: story.lastSeenAt, itemIds: story.itemIds },
    url: lead?.item.url ?? null,
    sourceNames: [...new Set(tellings.map(({ source }) => source.name))],
    kind: lead?.item.kind ?? 'article',
    sentence: lead ? sentenceOf(lead) : null,
  }
}

function sentenceOf({ item }: Telling): PageStory['sentence'] {
  const found = sentences(plain(item.text).slice(0, 3_000)).find(
    ({ text }) =>
      text.length >= SENTENCE_UNITS.least &&
      text.length <= SENTENCE_UNITS.most &&
      /[.!?]["”)]?$/.test(text.trim()),
  )
  return found ? { text: found.text.replace(/\s+/g, ' ').trim(), itemId: item.id } : null
}

/** What was claimed of the entity, measure by measure, in order of time; the measure told of most first. */
function claimsOf(entity: Entity, dossiers: readonly Dossier[]): EntityPage['claims'] {
  const tellings = dossiers.flatMap((dossier) => dossier.tellings).filter(({ copyOf }) => copyOf === null)
  const byItem = new Map(tellings.map((telling) => [telling.item.id, telling]))
  const told = tellings.flatMap((telling) =>
    telling.claims.map((claim): ToldClaim => {
      const { item, source } = telling
      const subjectId = isAbout(entity, claim, telling) ? entity.id : null
      return { itemId: item.id, at: item.seenAt, family: source.family, subjectId, claim }
    }),
  )
  return claimTable(told, { id: entity.id, names: [entity.name, ...entity.aliases] })
    .map(({ metric, families, contested, points }) => ({
      ...{ metric, families, contested },
      history: points.flatMap(({ itemId, claim, standing }) => {
        const telling = byItem.get(itemId)
        return telling ? [pageClaim(claim, telling, standing)] : []
      }),
    }))
    .sort((a, b) => b.history.length - a.history.length || (a.metric < b.metric ? -1 : 1))
    .slice(0, MOST_METRICS)
}

/** A claim as a page prints it. */
export function pageClaim(
  claim: Claim,
  { item, source }: Telling,
  standing: PageClaim['standing'],
): PageClaim {
  const { value, number, unit, baseline, condition, sentence } = claim
  const at = item.publishedAt ?? item.seenAt
  const said = { value, number, unit, baseline, condition, sentence, standing }
  return { ...said, at, sourceName: source.name, itemId: item.id }
}

function isAbout(entity: Entity, { subject }: Claim, { mentions }: Telling): boolean {
  if (subject === null) return false
  const same = (name: string) => name.toLowerCase() === subject.toLowerCase()
  if ([entity.name, ...entity.aliases].some(same)) return true
  return mentions.some(({ entityId, surface }) => entityId === entity.id && same(surface))
}

function about(entity: Entity, { tellings }: Dossier, found: readonly Disagreement[]): Disagreement[] {
  return found.filter(({ sides }) =>
    sides.some(({ itemId, claim }) => {
      const telling = tellings.find(({ item }) => item.id === itemId)
      return telling !== undefined && isAbout(entity, claim, telling)
    }),
  )
}

/** Who and what the stories name beside it, told of together most first. */
function companyOf(entity: Entity, dossiers: readonly Dossier[]): Pick<EntityPage, 'people' | 'related'> {
  const counts = new Map<string, { entityId: string; name: string; type: EntityType; stories: number }>()
  for (const { tellings } of dossiers) {
    const named = new Map<string, { name: string; type: EntityType }>()
    for (const { mentions } of tellings)
      for (const { entityId, name, type, salience } of mentions)
        if (entityId !== entity.id && salience > 1) named.set(entityId, { name, type })
    for (const [entityId, { name, type }] of named)
      counts.set(entityId, { entityId, name, type, stories: (counts.get(entityId)?.stories ?? 0) + 1 })
  }
  const sorted = [...counts.values()].sort(
    (a, b) => b.stories - a.stories || (a.entityId < b.entityId ? -1 : 1),
  )
  return {
    people: sorted
      .filter(({ type }) => type === 'person')
      .slice(0, MOST_RELATED)
      .map(({ entityId, name, stories }) => ({ entityId, name, stories })),
    related: sorted.filter(({ type }) => type !== 'person').slice(0, MOST_RELATED),
  }
}

async function recordOf(house: House, entity: Entity, asOf: Instant): Promise<EntityPage['record']> {
  const own = (await house.store.predictions({ asOf })).filter(
    ({ by }) => by === entity.name || entity.aliases.includes(by),
  )
  if (own.length === 0) return null
  const resolutions = await house.store.resolutions({ asOf, predictionIds: own.map(({ id }) => id) })
  return trackRecords(own, resolutions, 'all')[0] ?? null
}
