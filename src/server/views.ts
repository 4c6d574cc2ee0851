import {
  approvalsIn,
  correctionsOf,
  dateOf,
  type Found,
  type House,
  type SearchAnswer,
  sourcesWithHealth,
} from '#app'
import type { Edition, Profile } from '#domain'
import { gapsNow, justAfter, lastWeek, placesIn, tryProfile, weighedIn } from '#reading'
import { RIVER_PAGE_STORIES } from '#web'
import {
  type Approval,
  arxivIn,
  type EditionRow,
  type EditionView,
  editionRow,
  entityPath,
  type Facet,
  type FactorRow,
  hit,
  type MoverRow,
  type ProfileEffect,
  type RiverChoice,
  type RiverView,
  type SearchView,
  type SourceRow,
  type WhyRow,
} from '#wire'
import type { Counter } from './counting.ts'
import type { Live } from './live.ts'
import { sourceRows, storyRow, whyRow } from './present.ts'
import { remember } from './remember.ts'

const JUST_IN = 3
const MOST_WHY = 150
const MOST_MOVED = 30
const MOST_FACET_VALUES = 8
const HOUR_MS = 3_600_000

/** What pages are made of that takes more than a look-up; the costly ones are kept for a while. */
export function openViews(live: Live, counter: Counter) {
  const movers = remember(() => moverRows(counter), { freshMs: 600_000 })
  const sources = remember(() => sourcesNow(live), { freshMs: 15_000 })
  const why = remember(
    async (id) => {
      const edition = await live.house().store.edition(id)
      return edition ? (await weighedIn(live.house(), edition)).map(whyRow) : null
    },
    { freshMs: 600_000, most: 4 },
  )
  const week = remember(() => lastWeek(live.house()), { freshMs: 300_000 })
  return {
    river: (choice: RiverChoice) => riverView(live, choice),
    edition: (edition: Edition) => editionView(live, edition),
    movers: () => movers.get(),
    sources: () => sources.get(),
    async why(editionId: string): Promise<{ rows: readonly WhyRow[]; total: number } | null> {
      const rows = await why.get(editionId)
      return rows && { rows: rows.slice(0, MOST_WHY), total: rows.length }
    },
    factors: async (): Promise<FactorRow[]> => factorsOf(await week.get()),
    effect: async (profile: Profile): Promise<ProfileEffect> => effectOf(live, profile, await week.get()),
    /** After the profile changed: everything that was weighed by the old one. */
    forget() {
      why.forget()
      week.forget()
    },
  }
}
export type Views = ReturnType<typeof openViews>

async function riverView(live: Live, choice: RiverChoice): Promise<RiverView> {
  const river = await live.river()
  const now = live.house().clock.now()
  const marks = live.marks()
  const all = river.stories()
  const chosen = all.filter(
    ({ story, score }) =>
      (choice.tier === null || score.tier === choice.tier) &&
      !(choice.unread && marks.on('read', story.itemIds)),
  )
  const byTime = (list: typeof all) =>
    [...list].sort((a, b) =>
      a.story.lastSeenAt < b.story.lastSeenAt ? 1 : a.story.lastSeenAt > b.story.lastSeenAt ? -1 : 0,
    )
  const ordered = choice.by === 'time' ? byTime(chosen) : chosen
  const from = (choice.page - 1) * RIVER_PAGE_STORIES
  const window = river.window()
  return {
    rows: ordered.slice(from, from + RIVER_PAGE_STORIES).map((story) => storyRow(story, marks, now)),
    total: chosen.length,
    unread: chosen.filter(({ story }) => !marks.on('read', story.itemIds)).length,
    window,
    old: Date.parse(justAfter(now)) - Date.parse(window.to) > HOUR_MS,
    newest: byTime(all)
      .slice(0, JUST_IN)
      .map((story) => storyRow(story, marks, now)),
    choice,
  }
}

async function editionView(live: Live, edition: Edition): Promise<EditionView> {
  const rows = (await live.house().store.editions({ kind: edition.kind, limit: 1000 })).map(editionRow)
  const at = rows.findIndex(({ id }) => id === edition.id)
  const earlier: EditionRow | null = (at >= 0 && rows[at + 1]) || null
  const later: EditionRow | null = (at > 0 && rows[at - 1]) || null
  return {
    edition,
    places: placesIn(edition),
    papers: await papersIn(live, edition),
    corrections: (await correctionsOf(live.house(), edition.id)).map(({ at, was, now }) => ({
      at,
      sentence: was,
      text: now,
    })),
    approval: await approvalOf(live.house(), edition),
    earlier,
    later,
  }
}

async function approvalOf(house: House, { id, kind }: Edition): Promise<Approval | null> {
  if (!house.held.includes(kind)) return null
  const act = (await approvalsIn(house)).get(id)
  return act ? { state: 'approved', at: act.at, actId: act.id } : { state: 'held' }
}

async function papersIn(live: Live, { sections }: Edition): Promise<ReadonlySet<string>> {
  const links = sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => ('links' in block ? block.links : [])),
  )
  const keys = links.flatMap(({ url }) => arxivIn(url) ?? []).map((id) => `arxiv:${id}`)
  if (keys.length === 0) return new Set()
  const items = await live.house().store.items({ keys })
  return new Set(items.map(({ key }) => key.slice('arxiv:'.length)))
}

async function moverRows(counter: Counter): Promise<{ rows: readonly MoverRow[]; until: string }> {
  const { until, found, weeks } = await counter.count('movers')
  const history = new Map(weeks.map((entity) => [entity.entityId, [...entity.weeks].reverse()]))
  const rows = found.map((mover) => ({
    ...mover,
    path: entityPath(mover.entityId),
    history: history.get(mover.entityId) ?? [],
  }))
  return { rows, until }
}

async function sourcesNow(live: Live): Promise<SourceRow[]> {
  const house = live.house()
  const known = await sourcesWithHealth(house)
  return sourceRows(
    known,
    await house.store.sourceSpans({}),
    await gapsNow(
      house,
      known.map(({ source }) => source),
    ),
  )
}

export function searchView(typed: string, { found, corrected, problems }: SearchAnswer): SearchView {
  const notes = [
    ...corrected.map(({ typed: word, read }) => `Nothing holds “${word}”; “${read}” was looked for instead.`),
    ...problems,
  ]
  return { query: typed, hits: found.map(hit), facets: facetsOf(typed, found), notes }
}

function facetsOf(typed: string, found: readonly Found[]): Facet[] {
  const facet = (
    name: string,
    labelOf: (one: Found) => { label: string; operator: string } | null,
  ): Facet => {
    const counts = new Map<string, { count: number; operator: string }>()
    for (const one of found) {
      const value = labelOf(one)
      if (!value) continue
      counts.set(value.label, { count: (counts.get(value.label)?.count ?? 0) + 1, operator: value.operator })
    }
    const values = [...counts]
      .sort((a, b) => b[1].count - a[1].count || (a[0] < b[0] ? -1 : 1))
      .slice(0, MOST_FACET_VALUES)
      .map(([label, { count, operator }]) => ({ label, count, query: `${typed} ${operator}`.trim() }))
    return { name, values }
  }
  return [
    facet('Source', ({ source }) => source && { label: source.name, operator: `source:${source.id}` }),
    facet('Tier', ({ tier }) => (tier === null ? null : { label: `Tier ${tier}`, operator: `tier:${tier}` })),
    facet('Month', ({ item }) => {
      const month = item.seenAt.slice(0, 7)
      return { label: monthName(month), operator: `after:${month} before:${monthAfter(month)}` }
    }),
  ]
}

/** `May 2026` of `2026-05`. */
const monthName = (month: string): string =>
  new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${month}-01`),
  )

function monthAfter(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number, 1)).toISOString().slice(0, 7)
}

function factorsOf(week: Awaited<ReturnType<typeof lastWeek>>): FactorRow[] {
  const shares = new Map<string, number[]>()
  for (const { score } of week)
    for (const { factor, share } of score.reasons) shares.set(factor, [...(shares.get(factor) ?? []), share])
  return [...shares]
    .map(([factor, all]) => ({
      factor,
      stories: all.length,
      mean: all.reduce((sum, share) => sum + share, 0) / all.length,
      least: Math.min(...all),
      most: Math.max(...all),
    }))
    .sort((a, b) => b.mean * b.stories - a.mean * a.stories)
}

async function effectOf(
  live: Live,
  profile: Profile,
  week: Awaited<ReturnType<typeof lastWeek>>,
): Promise<ProfileEffect> {
  const moved = await tryProfile(live.house(), profile, week)
  return {
    stories: week.length,
    changed: moved.length,
    up: moved.filter(({ before, after }) => after.score > before.score).length,
    down: moved.filter(({ before, after }) => after.score < before.score).length,
    retiered: moved.filter(({ before, after }) => after.tier !== before.tier).length,
    changes: moved.slice(0, MOST_MOVED).map(({ story, before, after, rankBefore, rankAfter }) => ({
      storyId: story.id,
      title: story.title,
      before: before.score,
      after: after.score,
      tierBefore: before.tier,
      tierAfter: after.tier,
      rankBefore,
      rankAfter,
    })),
  }
}

/** The day whose digest is the next to come. */
export const nextEdition = ({ clock, digestAt }: House): string => dateOf(clock.now(), digestAt)
