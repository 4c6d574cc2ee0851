import {
  draftOfEntity,
  draftOfPaper,
  draftOfThread,
  draftOfTroubles,
  entityPageId,
  type PageDraft,
  type ToldTrouble,
} from '#compose'
import type { Dossier, Entity, EntityType, Instant, Mention, Score, Span, Telling, Trouble } from '#domain'
import { troubles } from '#extract'
import type { Strand } from '#ports'
import { pageOf as entityFacts, pageClaim, unregistered } from './entity.ts'
import type { House } from './house.ts'
import { inSteps } from './in-steps.ts'
import { judgeOf } from './judge.ts'
import { daysBefore } from './windows.ts'

const STORIES_ON_PAGE = 40

const MOST_PAPERS_A_BUILD = 400

const PAPER_TIER = 2

/** How far the first build looks back for papers from the newest item. */
const FIRST_PAPERS_DAYS = 30

function entityOf({ registry }: House, { entityId, name, type }: Strand): Entity {
  return registry.find(({ id }) => id === entityId) ?? unregistered(entityId, name, type)
}

export const typeOf = (house: House, strand: Strand): EntityType => entityOf(house, strand).type

/** The page of an entity, and the table of its troubles where items state some. */
export async function entityDrafts(
  house: House,
  strand: Strand,
  now: Instant,
  hasPage: (id: string) => boolean,
): Promise<PageDraft[]> {
  const entity = entityOf(house, strand)
  const storyIds = strand.stories.slice(-STORIES_ON_PAGE).map(({ storyId }) => storyId)
  const dossiers = await house.store.dossiers({ storyIds, asOf: now })
  const sorted = dossiers.sort((a, b) => (a.story.lastSeenAt < b.story.lastSeenAt ? 1 : -1))
  const { registry } = house
  const parent = registry.find(({ id }) => id === entity.parent)
  const predictions = await house.store.predictions({ entityId: entity.id, asOf: now })
  const resolutions = await house.store.resolutions({
    predictionIds: predictions.map(({ id }) => id),
    asOf: now,
  })
  const page = draftOfEntity(
    {
      ...entityFacts(entity, sorted, now),
      parent: parent ?? null,
      children: registry.filter((one) => one.parent === entity.id),
      predictions: predictions.map((prediction) => ({
        prediction,
        resolution: resolutions.findLast(({ predictionId }) => predictionId === prediction.id) ?? null,
      })),
      ...{ firstSeenAt: null, record: null, trend: null },
    },
    hasPage,
  )
  const table = draftOfTroubles(entity, troublesOf(entity, sorted, hasPage), hasPage)
  return table ? [page, table] : [page]
}

/** Things that somebody runs fail first; else what else is named, but nobody who only says so. */
const THINGS: ReadonlySet<string> = new Set(['product', 'model', 'hardware', 'dataset', 'benchmark'])
const NEVER_FAILS: ReadonlySet<string> = new Set(['person', 'government', 'publication', 'event'])

/** What items of these stories say goes wrong with an entity, in the order of the stories, each trouble once. */
function troublesOf(
  { id, type }: Entity,
  dossiers: readonly Dossier[],
  hasPage: (id: string) => boolean,
): ToldTrouble[] {
  if (NEVER_FAILS.has(type)) return []
  const told = new Map<string, ToldTrouble>()
  for (const { story, tellings } of dossiers)
    for (const telling of tellings) {
      const { item, source, copyOf } = telling
      if (copyOf !== null) continue
      for (const trouble of troubles(item.text))
        if (failing(telling, trouble, hasPage) === id && !told.has(trouble.symptom.text))
          told.set(trouble.symptom.text, {
            ...{ ...trouble, itemId: item.id, storyId: story.id, sourceName: source.name },
          })
    }
  return [...told.values()]
}

/** The one name with a page that a trouble is about: the first in its own words, else in the heading above it. */
function failing(
  { item, mentions }: Telling,
  { symptom, cause, fix }: Trouble,
  hasPage: (id: string) => boolean,
): string | null {
  const named = mentions
    .filter(({ entityId, type }) => !NEVER_FAILS.has(type) && hasPage(entityPageId(type, entityId)))
    .sort((a, b) => a.start - b.start)
  const within = (span: Span | null) => (one: Mention) =>
    one.field === 'text' && span !== null && one.start >= span.start && one.end <= span.end
  const titled = ({ field }: Mention) => item.partOf !== null && field === 'title'
  const places = [within(symptom), titled, within(cause), within(fix)]
  const things = named.filter(({ type }) => THINGS.has(type))
  for (const among of [things, named])
    for (const isThere of places) {
      const found = among.find(isThere)
      if (found) return found.entityId
    }
  return null
}

/** Papers of the upper tiers among the stories seen since. */
export async function paperDrafts(
  house: House,
  since: Instant | null,
  now: Instant,
  hasPage: (id: string) => boolean,
): Promise<PageDraft[]> {
  const [newest] = await house.store.items({ asOf: now, limit: 1 })
  if (!newest) return []
  const seen = { from: since ?? daysBefore(newest.seenAt, FIRST_PAPERS_DAYS), to: now }
  const judge = await judgeOf(house)
  const papers: { readonly dossier: Dossier; readonly score: Score }[] = []
  for await (const dossier of inSteps(house.store, { seen, asOf: now })) {
    if (paperKey(dossier) === null) continue
    const score = judge(dossier, { now })
    if (score.tier !== null && score.tier <= PAPER_TIER) papers.push({ dossier, score })
  }
  return papers
    .sort((a, b) => b.score.score - a.score.score || (a.dossier.story.id < b.dossier.story.id ? -1 : 1))
    .slice(0, MOST_PAPERS_A_BUILD)
    .map(({ dossier, score: { tier } }) => paperDraft(house, dossier, tier, now, hasPage))
}

const paperKey = ({ tellings }: Dossier): string | null =>
  tellings.find(({ item }) => item.kind === 'paper' && item.ids.arxiv)?.item.ids.arxiv ?? null

const TIER_SENTENCES: readonly number[] = [0, 6, 3]

function paperDraft(
  house: House,
  dossier: Dossier,
  tier: number | null,
  now: Instant,
  hasPage: (id: string) => boolean,
): PageDraft {
  const key = paperKey(dossier) ?? dossier.story.id
  const stand = unregistered(key, dossier.story.title, 'paper')
  const { stories, related } = entityFacts(stand, [dossier], now)
  const [story] = stories
  if (!story) throw new Error(`wiki: the story ${dossier.story.id} has no telling`)
  const own = dossier.tellings.filter(({ copyOf }) => copyOf === null)
  const types = new Map(house.registry.map(({ id, type }) => [id, type]))
  return draftOfPaper(
    story,
    {
      ...{ id: `paper/${key.replace(/[^\w.-]/g, '-')}`, tier },
      sentences: own.flatMap(({ item }) =>
        firstSentences(item.text, TIER_SENTENCES[tier ?? PAPER_TIER] ?? 3).map((text) => ({
          text,
          itemId: item.id,
        })),
      ),
      claims: own.flatMap((telling) =>
        telling.claims.flatMap((claim) =>
          claim.metric === null ? [] : [{ metric: claim.metric, claim: pageClaim(claim, telling, 'first') }],
        ),
      ),
      named: related.map(({ entityId, name, type }) => ({
        ...{ pageId: entityPageId(types.get(entityId) ?? type, entityId), name },
      })),
    },
    hasPage,
  )
}

function firstSentences(text: string, count: number): string[] {
  return (text.slice(0, 4_000).match(/[^.!?\n]{20,400}[.!?](?=\s|$)/g) ?? [])
    .slice(0, count)
    .map((one) => one.trim())
}

export async function threadDrafts(
  house: House,
  now: Instant,
  hasPage: (id: string) => boolean,
): Promise<PageDraft[]> {
  const { threads } = await import('./threads.ts')
  const types = new Map(house.registry.map(({ id, type }) => [id, type]))
  const pageOf = (entityId: string) => {
    const id = entityPageId(types.get(entityId) ?? 'company', entityId)
    return hasPage(id) ? id : null
  }
  const found = await threads(house, { asOf: now, limit: 60 })
  return found
    .filter(({ standing }) => standing !== 'proposed')
    .map((thread) => draftOfThread(thread, pageOf))
}
