import type {
  Block,
  Edition,
  Entity,
  Entry,
  Gap,
  Instant,
  Interval,
  Maker,
  SectionKind,
  Sentence,
} from '#domain'
import { type Holds, openBook, tally } from './book.ts'
import { alsoEntry, bareEntry, claimOf } from './brief-sections.ts'
import { DECK, POINTS, type Want } from './choose.ts'
import { type Cluster, clustersOf } from './clusters.ts'
import { isMuted } from './digest.ts'
import { broadTopics, glossesOf } from './glosses.ts'
import { chooseHeld, computedHeld, type Pen, tellAmongOthers } from './held.ts'
import type { Advised } from './implication.ts'
import { hedged, isMeasured } from './measures.ts'
import { readingOrder } from './reading-order.ts'
import { type DigestStory, type Tale, taleOf } from './tale.ts'
import { withdraw } from './withdraw.ts'
import { capitalised, counted, dayOf, listed } from './words.ts'

const DIVE_MAKER: Maker = 'compose/dive@1'

/** Everything a deep dive on a topic is made from: our own dated corpus, as it was known when the week closed. */
export type DiveInput = {
  readonly topic: { readonly id: string; readonly name: string }
  /** ISO week, `2026-W20`. */
  readonly week: string
  /** Counting from 1: the page is renewed in place and its issues are kept. */
  readonly issue: number
  readonly window: Interval
  /** How far back the corpus goes that the page is written from. */
  readonly corpus: Interval
  /** Every story of the corpus that belongs to the topic: what is counted. */
  readonly placed: readonly { readonly storyId: string; readonly lastSeenAt: Instant }[]
  /** Those of them that are read, best first. */
  readonly stories: readonly DigestStory[]
  readonly registry: readonly Entity[]
  readonly gaps: readonly Gap[]
  readonly sourcesRead: number
  readonly items: number
  readonly madeAt: Instant
  readonly makers: readonly Maker[]
}

const SIZES = { news: 5, lines: 3, figures: 8, reading: 8, open: 4, members: 4 } as const

/**
 * A living page on one topic: what is new this week, where its lines stand, the figures that were claimed, what to read
 * in which order, and what is open. Written without a model; every sentence is asked of `holds` first.
 */
export function composeDive(input: DiveInput, holds: Holds): Edition {
  const tales = input.stories.flatMap((story) => (isMuted(story) ? [] : (taleOf(story, input.corpus) ?? [])))
  const pen: Pen = { book: openBook(glossesOf(input.registry, tales), holds), holds }
  const fresh = tales.filter(({ dossier }) => isIn(dossier.story.lastSeenAt, input.window))
  const clusters = clustersOf(tales, broadTopics(input.registry))
  const lede = ledeOf(input, tales, fresh, pen)
  const advised: Advised = new Map()
  const news = firstOf(fresh, SIZES.news, (tale) => alsoEntry(tale, pen, advised))
  const state = clusters.slice(0, SIZES.lines).flatMap((cluster) => stateOf(cluster, input, pen))
  const sections = [
    section('new', 'New this week', news, 'Nothing came in on it this week.'),
    section('state', 'Where its lines stand', state, 'No two stories on it share a matter of their own.'),
    section('figures', 'Figures claimed', figuresOf(tales, pen), 'No figure with a measure was claimed.'),
    section('reading-order', 'What to read, in order', readingOf(tales, pen), 'Too little text to make an order of.'),
    section('open', 'Open', openOf(tales, pen), 'No source names what it leaves open.'),
  ] // biome-ignore format: one section a line
  return withdraw(editionOf(input, tales, lede, sections, pen), new Set())
}

const section = (kind: SectionKind, title: string, blocks: readonly Block[], why: string) => ({
  ...{ kind, title, blocks },
  empty: blocks.length > 0 ? null : why,
})

const isIn = (instant: Instant, { from, to }: Interval) => instant >= from && instant < to

function firstOf<T>(tales: readonly Tale[], most: number, tell: (tale: Tale) => T | null): T[] {
  const found: T[] = []
  for (const tale of tales) {
    if (found.length === most) break
    const told = tell(tale)
    if (told !== null) found.push(told)
  }
  return found
}

function ledeOf(
  { topic, corpus, window, placed }: DiveInput,
  tales: readonly Tale[],
  fresh: readonly Tale[],
  pen: Pen,
) {
  const weeks = Math.round((Date.parse(corpus.to) - Date.parse(corpus.from)) / (7 * 86_400_000))
  const idsOf = (some: DiveInput['placed']) => some.map(({ storyId }) => storyId)
  const ofWeek = placed.filter(({ lastSeenAt }) => isIn(lastSeenAt, window))
  const now = tally(`${ofWeek.length === 1 ? 'story' : 'stories'} on ${topic.name} this week`, idsOf(ofWeek))
  const all = tally(`${placed.length === 1 ? 'story' : 'stories'} in ${weeks} weeks`, idsOf(placed))
  const count = computedHeld(
    pen,
    `${topic.name}: ${counted(now.value, 'story', 'stories')} in the week to ${dayOf(window.to, window.to)}, ${all.value} in ${weeks} weeks.`,
    fresh.slice(0, SIZES.members).map(({ lead }) => lead),
    [now, all, { ...all, what: `${all.what}, to ${window.to.slice(0, 10)}` }],
  )
  const best = firstOf(fresh.length > 0 ? fresh : tales, 2, (tale) => {
    const line = chooseHeld(tale, DECK, pen, { only: POINTS, whole: true })
    return line ? tellAmongOthers(tale, line, pen) : null
  })
  return [...(count ? [count] : []), ...best]
}

/** A line through the topic: how many stories over how long, the newest word on it, and where it began. */
function stateOf({ label, tales }: Cluster, { window }: DiveInput, pen: Pen): Block[] {
  const byDay = [...tales].sort((a, b) => (a.lead.item.seenAt < b.lead.item.seenAt ? -1 : 1))
  const [first, last] = [byDay[0], byDay.at(-1)]
  if (!first || !last) return []
  const stories = tally(
    `stories on ${label}`,
    tales.map(({ id }) => id),
  )
  const opening = computedHeld(
    pen,
    `${capitalised(label)}: ${stories.value} stories, from “${first.title}” (${dayOf(first.lead.item.seenAt, window.to)}) to “${last.title}” (${dayOf(last.lead.item.seenAt, window.to)}).`,
    [first.lead, last.lead],
    [stories, { ...stories, what: 'stories' }],
  )
  const told = firstOf([...byDay].reverse(), SIZES.members, (tale) => {
    const line = claimOf(tale, pen, { again: false })
    return line ? tellAmongOthers(tale, line, pen) : null
  })
  const sentences: Sentence[] = [...(opening ? [opening] : []), ...told]
  return sentences.length > 0 ? [{ kind: 'paragraph', sentences }] : []
}

const MEASURES: ReadonlySet<string> = new Set([
  '%',
  'pp',
  'x',
  'usd',
  'eur',
  'W',
  'Wh',
  's',
  'byte',
  'token/s',
])

/** Claims with a named measure, the newest first, one for each subject and measure. */
function figuresOf(tales: readonly Tale[], { book }: Pen): Block[] {
  const seen = new Set<string>()
  const rows = [...tales]
    .sort((a, b) => (a.lead.item.seenAt > b.lead.item.seenAt ? -1 : 1))
    .flatMap(({ lead }) => lead.claims.map((claim) => ({ claim, lead })))
    .filter(({ claim, lead }) => {
      const { subject, metric, unit, kind } = claim
      const key = `${subject} ${metric}`.toLowerCase()
      const isNamed =
        subject !== null &&
        metric !== null &&
        /^[\p{Lu}\d].{2}/u.test(subject) &&
        !/\b(?:a|an|the|of|to|include[sd]?)$/.test(subject)
      const isMeasure = MEASURES.has(unit) && kind !== 'count' && kind !== 'other' && isMeasured(claim, lead)
      if (!isNamed || !isMeasure || seen.has(key) || key.length > 80) return false
      seen.add(key)
      return true
    })
    .slice(0, SIZES.figures)
    .map(({ claim, lead }) => ({
      ...{ subject: claim.subject ?? '', metric: claim.metric, value: hedged(claim) },
      ...{ baseline: claim.baseline, condition: claim.condition },
      ...{ date: lead.item.seenAt.slice(0, 10), evidence: book.numbersOf([lead]) },
    }))
  return rows.length > 0 ? [{ kind: 'figures', rows }] : []
}

function readingOf(tales: readonly Tale[], pen: Pen): Entry[] {
  const readable = tales
    .filter(({ genre, lead }) => genre !== 'practice' && lead.item.url !== null)
    .filter((tale) => tale.lines().filter(({ alone }) => alone).length >= 2)
    .slice(0, SIZES.reading)
  if (readable.length < 2) return []
  return readingOrder(readable).map(({ tale, level, gives, to }, at) => {
    const later = to.slice(0, 2).map(({ title }) => `“${title}”`)
    const why =
      gives !== null && later.length > 0
        ? computedHeld(
            pen,
            `It is about ${gives}, which ${listed(later)} ${later.length > 1 ? 'use' : 'uses'}.`,
            [tale, ...to.slice(0, 2)].map(({ lead }) => lead),
          )
        : null
    const line = why ? null : chooseHeld(tale, DECK, pen, { only: POINTS, again: true })
    const sentences = [...(why ? [why] : []), ...(line ? [pen.book.chosen(line)] : [])]
    return { ...bareEntry(tale), notes: [`${at + 1}, ${level}`], links: [], sentences }
  })
}

const LEFT_OPEN: Want = { words: 40, roles: { limit: 4, problem: 1, approach: -2, result: -2 }, number: 0 }

function openOf(tales: readonly Tale[], pen: Pen): Block[] {
  return firstOf(tales, SIZES.open, (tale): Block | null => {
    const line = chooseHeld(tale, LEFT_OPEN, pen, { only: ['limit'], whole: true })
    if (!line || (tale.genre === 'paper' && line.index < 3)) return null
    return {
      ...{ kind: 'bullet', lead: tale.name, url: tale.url, label: tale.label, storyId: tale.id },
      ...{ tier: null, topic: null, glosses: [], sentences: [pen.book.chosen(line)] },
    }
  })
}

function editionOf(
  input: DiveInput,
  tales: readonly Tale[],
  lede: readonly Sentence[],
  sections: Edition['sections'],
  { book }: Pen,
): Edition {
  const { topic, week, issue, window, gaps, items, sourcesRead, madeAt, makers } = input
  return {
    id: `dive-${topic.id}-${week}`,
    kind: 'dive',
    date: window.to.slice(0, 10),
    window,
    title: `${topic.name} | Deep dive No. ${issue}, week ${Number(week.slice(6))} of ${week.slice(0, 4)}`,
    issue,
    lede,
    sections,
    evidence: book.evidence(),
    counts: {
      ...{ items, stories: tales.length, copies: 0, sourcesRead, perSource: [], leftOut: 0 },
      ...{ sentences: 0, withdrawn: 0 },
    },
    gaps,
    silent: [],
    madeAt,
    makers: [...new Set([...makers, DIVE_MAKER])].sort(),
  }
}
