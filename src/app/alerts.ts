import { composeAlert } from '#compose'
import type { Claim, Dossier, Edition, Entity, Instant, Story } from '#domain'
import { createScorer } from '#score'
import { countOf } from '#text'
import {
  alertBar,
  disagreements,
  isConfirmed,
  type MajorKind,
  type Majorness,
  majorness,
  withEvent,
} from '#track'
import { VERSIONS } from './compose.ts'
import { deliver } from './deliver.ts'
import { groundEdition, holdsIn } from './held.ts'
import type { House } from './house.ts'
import { inSteps } from './in-steps.ts'
import { lastRelated } from './related.ts'
import { daysBefore } from './windows.ts'

/** How long a story can still be news. */
const FRESH_DAYS = 2
const HISTORY_DAYS = 28
const REGRET_DAYS = 7
const MOST_ALERTS = 400

/** A story that passed the bar, and what became of it. */
export type Alarm = {
  readonly storyId: string
  readonly title: string
  readonly points: number
  readonly bar: number
  readonly verdict: 'sent' | 'quiet hours' | 'budget spent' | 'not confirmed' | 'nothing new'
  readonly editionId: string | null
}

const KINDS: Readonly<Record<MajorKind, string>> = {
  deal: 'a very large deal',
  regulator: 'an act of a regulator',
  model: 'a release of a frontier model',
  leak: 'a leak',
  security: 'a severe security event',
}

/**
 * Looks at what came in over the last two days and alerts to what is major: above the learned bar, confirmed, outside of
 * quiet hours, within the day's budget, once for each story unless there is a new fact. With `dry` nothing is published.
 */
export async function alertRound(
  house: House,
  { dry = false, now = house.clock.now() } = {},
): Promise<Alarm[]> {
  const registry = new Map(house.registry.map((entity) => [entity.id, entity]))
  const bar = await barAt(house, registry, now)
  const dossiers = await house.store.dossiers({
    seen: { from: daysBefore(now, FRESH_DAYS), to: now },
    asOf: now,
  })
  const past = await pastAlerts(house, now)
  const told = new Map<string, Edition>()
  for (const edition of past) for (const id of await eventsOf(house, edition, now)) told.set(id, edition)
  const ofEvent = countOf(dossiers.map(({ story }) => story.eventId))
  const candidates = dossiers
    // An old story that is named again is no news, unless somebody was woken for it.
    .filter(({ story }) => story.firstSeenAt >= daysBefore(now, FRESH_DAYS) || told.has(story.id))
    .map((dossier) => ({
      dossier,
      major: withEvent(majorness(dossier, registry), ofEvent.get(dossier.story.eventId) ?? 1),
    }))
    .filter(({ major }) => major.points >= bar)
    .sort((a, b) => b.major.points - a.major.points || (a.dossier.story.id < b.dossier.story.id ? -1 : 1))
  let left = house.alerts.perDay - past.filter(({ date }) => date === now.slice(0, 10)).length
  const alarms: Alarm[] = []
  for (const { dossier, major } of candidates) {
    const before = told.get(dossier.story.eventId) ?? told.get(dossier.story.id) ?? null
    const alarm = { storyId: dossier.story.id, title: dossier.story.title, points: major.points, bar }
    const reason = refusal(house, registry, { dossier, major, before, left, now })
    const edition = reason === null ? await alertOf(house, { dossier, major, before, now }) : null
    if (edition) {
      left -= 1
      told.set(dossier.story.eventId, edition)
      if (!dry) {
        await house.store.publish(edition)
        await deliver(house, edition)
      }
    }
    alarms.push({
      ...alarm,
      verdict: reason ?? (edition ? 'sent' : 'nothing new'),
      editionId: edition?.id ?? null,
    })
  }
  return alarms
}

type Case = {
  readonly dossier: Dossier
  readonly major: Majorness
  readonly before: Edition | null
  readonly now: Instant
}

function refusal(
  house: House,
  registry: ReadonlyMap<string, Entity>,
  { major, dossier, before, left, now }: Case & { left: number },
): Alarm['verdict'] | null {
  if (!isConfirmed(major)) return 'not confirmed'
  if (before && !hasNewFact(dossier, before, registry)) return 'nothing new'
  if (left <= 0) return 'budget spent'
  return isQuiet(house, now) ? 'quiet hours' : null
}

/**
 * A figure that no telling had when the alert before was made, in a telling that is major by itself: what people made of
 * the story since wakes nobody again.
 */
function hasNewFact(dossier: Dossier, before: Edition, registry: ReadonlyMap<string, Entity>): boolean {
  const known = new Set<string>()
  const fresh: Claim[] = []
  for (const telling of dossier.tellings) {
    const { item, claims, copyOf } = telling
    if (copyOf !== null) continue
    if (item.seenAt < before.madeAt) for (const claim of claims) known.add(factOf(claim))
    else if (majorness({ ...dossier, tellings: [telling] }, registry).points > 0) fresh.push(...claims)
  }
  return fresh.some((claim) => claim.unit !== '' && !known.has(factOf(claim)))
}

const factOf = ({ number, unit }: Claim): string => `${number} ${unit}`

/** Whether the reader sleeps: `22:00-07:00` in their zone. */
function isQuiet({ alerts: { quiet, zone } }: House, now: Instant): boolean {
  if (quiet === null) return false
  const clock = new Intl.DateTimeFormat('en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: zone,
  })
  const time = clock.format(new Date(now))
  const [from = '', to = ''] = quiet.split('-')
  return from <= to ? time >= from && time < to : time >= from || time < to
}

async function alertOf(house: House, { dossier, major, before, now }: Case): Promise<Edition | null> {
  const related = (await lastRelated(house, now))?.phrases ?? []
  const scorer = createScorer(house.profile, house.registry, { related })
  const score = scorer(dossier, { now })
  const fresh = dossier.tellings.filter(
    ({ item, copyOf }): boolean => copyOf === null && before !== null && item.seenAt >= before.madeAt,
  )
  const edition = composeAlert(
    {
      story: { dossier, score, disagreements: disagreements(dossier), previous: [] },
      kinds: major.kinds.map((kind) => KINDS[kind]),
      ...{ origins: major.origins, authority: major.authority, fresh, madeAt: now, makers: VERSIONS },
      number: before ? (before.issue ?? 1) + 1 : 1,
      window: { from: daysBefore(now, FRESH_DAYS), to: now },
    },
    holdsIn,
  )
  return edition ? groundEdition(house, edition, [{ dossier, score }]) : null
}

async function barAt(house: House, registry: ReadonlyMap<string, Entity>, now: Instant): Promise<number> {
  const from = daysBefore(now, HISTORY_DAYS)
  const to = daysBefore(now, 1)
  const days = new Set<string>()
  // Of an affair that makes many stories in a day, the greatest stands for all.
  const affairs = new Map<string, { date: string; stories: number; greatest: Majorness | null }>()
  for await (const { story, tellings } of inSteps(house.store, { seen: { from, to }, asOf: to })) {
    if (story.firstSeenAt < from) continue
    const date = story.firstSeenAt.slice(0, 10)
    days.add(date)
    const key = `${date} ${story.eventId}`
    const affair = affairs.get(key) ?? { date, stories: 0, greatest: null }
    const major = majorness({ story, tellings }, registry)
    const isGreater = isConfirmed(major) && major.points > (affair.greatest?.points ?? 0)
    affairs.set(key, { date, stories: affair.stories + 1, greatest: isGreater ? major : affair.greatest })
  }
  const majors = [...affairs.values()].flatMap(({ date, stories, greatest }) =>
    greatest ? [{ date, points: withEvent(greatest, stories).points }] : [],
  )
  const { noise, missed } = await regretsAt(house, now)
  return alertBar(majors, days.size, { noise: noise.length, missed: missed.length })
}

async function pastAlerts(house: House, now: Instant): Promise<Edition[]> {
  const rows = await house.store.editions({ kind: 'alert', limit: MOST_ALERTS })
  const editions = await Promise.all(
    rows
      .filter(({ date }) => date >= daysBefore(now, HISTORY_DAYS).slice(0, 10))
      .map(({ id }) => house.store.edition(id)),
  )
  return editions
    .filter((edition): edition is Edition => edition !== null && edition.madeAt <= now)
    .sort((a, b) => (a.madeAt < b.madeAt ? -1 : 1))
}

const storyIn = ({ sections }: Edition): string | null =>
  sections
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => (block.kind === 'entry' ? [block.storyId] : []))[0] ?? null

async function eventsOf(house: House, edition: Edition, asOf: Instant): Promise<string[]> {
  const storyId = storyIn(edition)
  if (storyId === null) return []
  const found = await house.store.dossiers({ storyIds: [storyId], asOf })
  return [storyId, ...found.flatMap(({ story }) => [story.id, story.eventId])]
}

export type RegretLog = {
  /** Alerts whose story nobody else took up within a week. */
  readonly noise: readonly { readonly editionId: string; readonly title: string; readonly origins: number }[]
  /** Alerts that were worth it. */
  readonly kept: readonly { readonly editionId: string; readonly title: string; readonly origins: number }[]
  /** Stories that nobody was woken for and that four places or more told within a week. */
  readonly missed: readonly { readonly storyId: string; readonly title: string; readonly origins: number }[]
}

const TAKEN_UP = 3
const MISSED_ORIGINS = 4

/** What a week later looks like noise, and what was missed, from how the stories ended: alerts of the week that ended a week before. */
export async function regretsAt(house: House, now: Instant): Promise<RegretLog> {
  const registry = new Map(house.registry.map((entity) => [entity.id, entity]))
  const window = { from: daysBefore(now, 2 * REGRET_DAYS), to: daysBefore(now, REGRET_DAYS) }
  const majors = new Map<string, { story: Story; major: Majorness }>()
  for await (const dossier of inSteps(house.store, { seen: window, asOf: now }))
    majors.set(dossier.story.id, { story: dossier.story, major: majorness(dossier, registry) })
  const alerts = (await pastAlerts(house, now)).filter(
    ({ madeAt, issue }) => madeAt >= window.from && madeAt < window.to && (issue ?? 1) === 1,
  )
  const told = new Set<string>()
  const judged = await Promise.all(
    alerts.map(async (edition) => {
      const ids = await eventsOf(house, edition, now)
      for (const id of ids) told.add(id)
      const origins = Math.max(0, ...ids.map((id) => majors.get(id)?.major.origins.length ?? 0))
      return { editionId: edition.id, title: edition.title, origins }
    }),
  )
  const missed = [...majors.values()].filter(
    ({ story, major }) =>
      major.points > 0 &&
      major.origins.length >= MISSED_ORIGINS &&
      story.firstSeenAt >= window.from &&
      !told.has(story.id) &&
      !told.has(story.eventId),
  )
  return {
    noise: judged.filter(({ origins }) => origins < TAKEN_UP),
    kept: judged.filter(({ origins }) => origins >= TAKEN_UP),
    missed: missed.map(({ story, major }) => ({
      ...{ storyId: story.id, title: story.title, origins: major.origins.length },
    })),
  }
}
