import type { Dossier, Instant, Score, Story, Telling } from '#domain'
import { corroboration } from '#score'
import { sentences } from '#text'
import { type ToldAt, toldAtOf } from '#track'
import type { House } from '../house.ts'
import { judgeOf } from '../judge.ts'

const HOUR_MS = 3_600_000
const RIVER_HOURS = 48
const MOST_NAMES = 5
const GIST_CHARACTERS = 260
/** Dossiers are read and weighed in steps, so that a page asked for meanwhile does not wait for all of them. */
const STEP_STORIES = 40

/** A story of the last 48 hours: what a line about it needs, without its texts. */
export type RiverStory = {
  readonly story: Story
  readonly score: Score
  /** Its lead telling: who tells it first in the words of its title. */
  readonly url: string | null
  readonly sourceName: string
  readonly gist: string
  /** Publisher families that tell it in their own words. */
  readonly families: readonly string[]
  readonly copies: number
  /** When and by whom it was told in own words: its phase at any instant. */
  readonly told: readonly ToldAt[]
  /** What it is about, the most salient first. */
  readonly names: readonly { readonly id: string; readonly name: string }[]
}

/** The stories of the last 48 hours, kept weighed and up to date: asking is free, refreshing costs what has changed. */
export type River = {
  /** Best first; equal ones by id. */
  stories(): readonly RiverStory[]
  /** The stretch of time that it shows. */
  readonly window: () => { readonly from: Instant; readonly to: Instant }
  /** Takes in what was understood since the last time; gives the stories that are new or changed. */
  refresh(): Promise<readonly RiverStory[]>
  /** Weighs everything anew: after the profile, or what stories consist of, has changed. */
  reload(): Promise<void>
}

/**
 * Opens the River over a house. Where nothing came in for 48 hours it shows the newest 48 hours that hold something.
 * One refresh runs at a time; a second call waits for the first and then looks again.
 */
export async function openRiver(house: House): Promise<River> {
  let byId = new Map<string, RiverStory>()
  let sorted: readonly RiverStory[] | null = null
  let cursor = 0
  let window = await newestWindow(house)
  let last: Promise<unknown> = Promise.resolve()

  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work, work)
    last = turn.catch(() => {})
    return turn
  }
  const load = async (): Promise<void> => {
    window = await newestWindow(house)
    cursor = (await house.store.storiesSince(null)).cursor
    const storyIds = await house.store.storiesSeen(window)
    const fresh = await weigh(house, storyIds)
    byId = new Map(fresh.map((one) => [one.story.id, one]))
    sorted = null
  }
  const take = async (): Promise<readonly RiverStory[]> => {
    const since = await house.store.storiesSince(cursor)
    if (since.cursor < cursor) {
      // Judgments were dropped and are being made again.
      await load()
      return []
    }
    cursor = since.cursor
    if (since.storyIds.length === 0) return []
    window = await newestWindow(house)
    const fresh = (await weigh(house, since.storyIds)).filter(
      ({ story }) => story.lastSeenAt >= window.from && story.lastSeenAt < window.to,
    )
    // A story that merged into another leaves its items there.
    const moved = new Set(fresh.flatMap(({ story }) => story.itemIds))
    for (const [id, { story }] of byId)
      if (story.lastSeenAt < window.from || story.itemIds.some((itemId) => moved.has(itemId))) byId.delete(id)
    for (const one of fresh) byId.set(one.story.id, one)
    sorted = null
    return fresh
  }

  await inTurn(load)
  return {
    stories: () => {
      sorted ??= [...byId.values()].sort(byScore)
      return sorted
    },
    window: () => window,
    refresh: () => inTurn(take),
    reload: () => inTurn(load),
  }
}

/** Just after now, so that what comes in at this very instant is seen. */
export const justAfter = (now: Instant): Instant => new Date(Date.parse(now) + 1).toISOString()

async function newestWindow(house: House): Promise<{ from: Instant; to: Instant }> {
  const now = justAfter(house.clock.now())
  const [newest] = await house.store.items({ asOf: now, limit: 1 })
  const fortyEight = (to: Instant) => new Date(Date.parse(to) - RIVER_HOURS * HOUR_MS).toISOString()
  const to = newest && newest.seenAt < fortyEight(now) ? justAfter(newest.seenAt) : now
  return { from: fortyEight(to), to }
}

async function weigh(house: House, storyIds: readonly string[]): Promise<RiverStory[]> {
  const judge = await judgeOf(house)
  const now = justAfter(house.clock.now())
  const weighed: RiverStory[] = []
  for (let from = 0; from < storyIds.length; from += STEP_STORIES) {
    const step = storyIds.slice(from, from + STEP_STORIES)
    for (const dossier of await house.store.dossiers({ storyIds: step, asOf: now }))
      weighed.push(riverStory(dossier, judge(dossier, { now })))
    await new Promise((resume) => setImmediate(resume))
  }
  return weighed
}

/** What a line about a story says. */
export function riverStory(dossier: Dossier, score: Score): RiverStory {
  const { story, tellings } = dossier
  const lead = leadOf(dossier)
  const { families, copies } = corroboration(dossier)
  return {
    story,
    score,
    url: lead?.item.url ?? null,
    sourceName: lead?.source.name ?? '',
    gist: lead ? gistOf(lead) : '',
    families,
    copies,
    told: toldAtOf(dossier),
    names: namesIn(tellings).slice(0, MOST_NAMES),
  }
}

/** The telling whose title the story carries; the first, where several or none do. */
export function leadOf({ story, tellings }: Dossier): Telling | undefined {
  return tellings.find(({ item }) => item.title === story.title) ?? tellings[0]
}

/** What tellings are about: names by how salient they are, then by how many tellings have them. */
export function namesIn(
  tellings: readonly Telling[],
): { readonly id: string; readonly name: string; readonly tellings: number }[] {
  const found = new Map<string, { id: string; name: string; tellings: number; salience: number }>()
  for (const { mentions } of tellings) {
    const here = new Set<string>()
    for (const { entityId, name, salience } of mentions) {
      const entry = found.get(entityId) ?? { id: entityId, name, tellings: 0, salience: 0 }
      if (!here.has(entityId)) entry.tellings += 1
      here.add(entityId)
      entry.salience = Math.max(entry.salience, salience)
      found.set(entityId, entry)
    }
  }
  return [...found.values()].sort(
    (a, b) => b.salience - a.salience || b.tellings - a.tellings || (a.id < b.id ? -1 : 1),
  )
}

function gistOf({ item }: Telling): string {
  for (const { start, end } of sentences(item.text.slice(0, 2000))) {
    const sentence = item.text.slice(start, end).replace(/\s+/g, ' ').trim()
    // Many texts begin by repeating their title.
    if (sentence.length < 40 || item.title.includes(sentence.slice(0, 40))) continue
    if (sentence.length <= GIST_CHARACTERS) return sentence
    const cut = sentence.slice(0, GIST_CHARACTERS)
    return `${cut.slice(0, cut.lastIndexOf(' '))} …`
  }
  return ''
}

const byScore = (a: RiverStory, b: RiverStory): number =>
  b.score.score - a.score.score || (a.story.id < b.story.id ? -1 : 1)
