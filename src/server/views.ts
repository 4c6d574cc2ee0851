import {
  approvalsIn,
  correctionsOf,
  dateOf,
  type Found,
  type House,
  type SearchAnswer,
  sourcesWithHealth,
} from '#app'
import type { Edition } from '#domain'
import { gapsNow, justAfter, placesIn } from '#reading'
import { RIVER_PAGE_STORIES } from '#web'
import {
  type Approval,
  arxivIn,
  type EditionRow,
  type EditionView,
  editionRow,
  type Facet,
  foretoldLine,
  hit,
  namesOf,
  type RiverChoice,
  type RiverView,
  type SearchView,
  type SourceRow,
  sentLines,
} from '#wire'
import type { Live } from './live.ts'
import { sourceRows, storyRow } from './present.ts'
import { remember } from './remember.ts'

const JUST_IN = 3
const MOST_FACET_VALUES = 8
const HOUR_MS = 3_600_000

/** What pages are made of that takes more than a look-up; the costly ones are kept for a while. */
export function openViews(live: Live) {
  const sources = remember(() => sourcesNow(live), { freshMs: 15_000 })
  return {
    river: (choice: RiverChoice) => riverView(live, choice),
    edition: (edition: Edition) => editionView(live, edition),
    sources: () => sources.get(),
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
  const series = edition.kind === 'dive' ? namesOf(edition).name : null
  const rows = (await live.house().store.editions({ kind: edition.kind, limit: 1000 }))
    .filter((one) => series === null || namesOf(one).name === series)
    .map(editionRow)
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
    sent: sentLines(await live.house().store.sendings({ editionId: edition.id })),
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

export function searchView(
  typed: string,
  { found, corrected, problems, names, pages, predictions }: SearchAnswer,
): SearchView {
  const notes = [
    ...corrected.map(({ typed: word, read }) => `Nothing holds “${word}”; “${read}” was looked for instead.`),
    ...problems,
  ]
  return {
    ...{ query: typed, hits: found.map(hit), facets: facetsOf(typed, found), notes },
    names: names.map(({ id, name }) => ({ id, name })),
    pages: pages.map(({ id, title }) => ({ id, title })),
    predictions: predictions.map(foretoldLine),
  }
}

function facetsOf(typed: string, found: readonly Found[]): Facet[] {
  const facet = (
    name: string,
    labelOf: (one: Found) => { label: string; operator: string } | null,
    /** Tiers and months have an order of their own; the rest goes by how often it is found. */
    inOrder?: (a: string, b: string) => number,
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
      .sort((a, b) => inOrder?.(a[1].operator, b[1].operator) ?? 0)
      .map(([label, { count, operator }]) => ({ label, count, query: `${typed} ${operator}`.trim() }))
    return { name, values }
  }
  return [
    facet('Source', ({ source }) => source && { label: source.name, operator: `source:${source.id}` }),
    facet(
      'Tier',
      ({ tier }) => (tier === null ? null : { label: `Tier ${tier}`, operator: `tier:${tier}` }),
      (a, b) => (a < b ? -1 : 1),
    ),
    facet('Kind', ({ item }) => ({ label: item.kind, operator: `kind:${item.kind}` })),
    facet(
      'Month',
      ({ item }) => {
        const month = item.seenAt.slice(0, 7)
        return { label: monthName(month), operator: `after:${month} before:${monthAfter(month)}` }
      },
      (a, b) => (a < b ? 1 : -1),
    ),
  ]
}

const months = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' })

/** `May 2026` of `2026-05`. */
const monthName = (month: string): string => months.format(new Date(`${month}-01`))

function monthAfter(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number, 1)).toISOString().slice(0, 7)
}

/** The day whose digest is the next to come. */
export const nextEdition = ({ clock, digestAt }: House): string => dateOf(clock.now(), digestAt)
