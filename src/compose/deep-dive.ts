import type { Claim, ClaimRow, DeepDive, Sentence, Tally } from '#domain'
import { plain } from '#text'
import { type Book, tally } from './book.ts'
import { choose, DECK, isSame, POINTS } from './choose.ts'
import type { Cluster } from './clusters.ts'
import { type Line, told, within } from './line.ts'
import { linksOf, type Tale, topicOf } from './tale.ts'
import { capitalised, counted, dayOf, listed } from './words.ts'

const MECHANISM_SENTENCES = 6
const SENTENCE_WORDS = 55
const CLAIM_ROWS = 6
const GLOSSES = 4
const REMEMBERED = 2

/** What the deep dives of one day know of each other. */
export type Day = {
  readonly date: string
  readonly tales: readonly Tale[]
  readonly clusters: readonly Cluster[]
}

/** A story in full: its point, how it works and what came of it in the source's order, its figures, and what we know beside it. */
export function deepDive(tale: Tale, day: Day, book: Book): DeepDive {
  const deckLine = choose(tale, DECK, book, { only: POINTS, whole: true })
  const deck = deckLine ? book.chosen(deckLine) : null
  const paragraphs = mechanism(tale, book, deckLine)
  const notes = [
    { label: 'In our memory', sentences: memory(tale, day, book) },
    { label: 'Why it matters', sentences: whyItMatters(tale, day, book) },
    { label: 'Open in the source', sentences: openInTheSource(tale, book) },
  ].filter(({ sentences }) => sentences.length > 0)
  return {
    kind: 'deep-dive',
    storyId: tale.id,
    title: tale.title,
    deck,
    glosses: book.glossesFor(tale, GLOSSES),
    sourceNames: tale.sourceNames,
    links: linksOf(tale),
    tier: tale.score.tier,
    tierReason: tierReason(tale),
    paragraphs,
    claims: claimRows(tale, book),
    notes,
    reasons: tale.score.reasons,
  }
}

// The scorer's reason names the topic in full; what was seen of it in the text follows the colon.
function tierReason(tale: Tale): string {
  const reason = tale.score.reasons.find(({ factor }) => factor === 'topic')?.because ?? ''
  const seen = /\): (.+)$/.exec(reason)?.[1]
  return [topicOf(tale) ?? '', ...(seen ? [seen] : [])].join('; ')
}

// Two paragraphs in the source's own order: up to its approach, and what came of it.
function mechanism(tale: Tale, book: Book, deck: Line | null): Sentence[][] {
  const open = tale
    .lines()
    .filter((line) => line.telling === tale.lead && line.role !== 'limit' && !(deck && isSame(deck, line)))
  const best = [...open]
    .sort((a, b) => worthTelling(b, book) - worthTelling(a, book) || a.index - b.index)
    .slice(0, MECHANISM_SENTENCES)
  const chosen = best
    .sort((a, b) => a.index - b.index)
    .filter((line, at, all) => line.alone || all[at - 1]?.index === line.index - 1)
  const turn = chosen.findIndex((line) => line.role === 'result')
  const border = turn > 0 ? turn : chosen.length
  return [chosen.slice(0, border), chosen.slice(border)]
    .map((lines) =>
      lines
        .flatMap((line) => within(told(line), SENTENCE_WORDS) ?? [])
        .map((line, at, all) => book.chosen(line, again(line.text, all[at - 1]?.text))),
    )
    .filter((sentences) => sentences.length > 0)
}

// "The authors" of the sentence before are "they".
function again(text: string, before: string | undefined): string {
  return before?.startsWith('The authors ') && text.startsWith('The authors ')
    ? `They ${text.slice(12)}`
    : text
}

// What the short list printed already is told again only where the story would have a hole without it.
function worthTelling(line: Line, book: Book): number {
  const role = line.role === 'approach' || line.role === 'result' ? 1 : line.role === 'background' ? -1.5 : 0
  return line.weight + role + (line.hasNumber ? 0.8 : 0) - (book.isPrinted(line) ? 0.7 : 0)
}

const TOLD_KINDS: ReadonlySet<string> = new Set(['improvement', 'comparison', 'level', 'money'])

// What can be told in a row: a share, a factor, a rate. A bare count of something needs its sentence.
const RATIOS: ReadonlySet<string> = new Set([
  '%',
  'pp',
  'x',
  'point',
  'usd',
  's',
  'ms',
  'h',
  'token/s',
  'score',
])

function claimRows(tale: Tale, book: Book): ClaimRow[] {
  const seen = new Set<string>()
  const rows: ClaimRow[] = []
  if (tale.genre === 'industry') return []
  for (const telling of tale.dossier.tellings) {
    if (telling.copyOf !== null) continue
    for (const claim of telling.claims) {
      const { metric, value, unit, baseline, condition, kind } = claim
      const key = `${metric?.toLowerCase()} ${value}`
      if (
        metric === null ||
        metric.length > 60 ||
        !TOLD_KINDS.has(kind) ||
        !isBeside(claim, metric) ||
        (baseline === null && (condition === null || !RATIOS.has(unit))) ||
        seen.has(key) ||
        rows.length === CLAIM_ROWS
      )
        continue
      seen.add(key)
      rows.push({
        metric: plain(metric),
        value: plain(value).replace(/\.$/, ''),
        baseline: shortOrNull(baseline),
        condition: shortOrNull(condition),
        evidence: book.numbersOf([telling]),
      })
    }
  }
  return rows.length > 1 ? rows : []
}

// A figure belongs to the measure that its own clause names, not to one that the sentence named before.
function isBeside({ sentence, value }: Claim, metric: string): boolean {
  const clause = sentence.split(/;|, (?:and|while|but|whereas)\b/).find((piece) => piece.includes(value))
  return clause?.toLowerCase().includes(metric.toLowerCase()) === true && !/\p{L}ly\b/u.test(metric)
}

const shortOrNull = (text: string | null) => (text === null || text.length > 80 ? null : plain(text))

function memory(tale: Tale, day: Day, book: Book): Sentence[] {
  const sentences: Sentence[] = []
  const cluster = day.clusters.find(({ tales }) => tales.some(({ id }) => id === tale.id))
  const others = (cluster?.tales ?? []).filter(({ id }) => id !== tale.id).slice(0, 3)
  if (cluster && others.length > 0)
    sentences.push(
      book.computed(`Also today on ${cluster.label}: ${listed(others.map(({ title }) => `“${title}”`))}.`, [
        tale.lead,
        ...others.map(({ lead }) => lead),
      ]),
    )
  for (const { title, seenAt, sharedEntities, telling } of tale.previous.slice(0, REMEMBERED)) {
    const shared = sharedEntities.slice(0, 3)
    sentences.push(
      book.computed(
        `${shared.length > 0 ? `${capitalised(listed(shared))}: before in` : 'Before:'} “${title}” (${dayOf(seenAt, day.date)}).`,
        [telling, tale.lead],
      ),
    )
  }
  return sentences
}

/** What can be counted: how this story stands among today's on the same topic, who else tells it, where its tellers differ. */
function whyItMatters(tale: Tale, day: Day, book: Book): Sentence[] {
  const sentences: Sentence[] = []
  if (tale.families.length > 1)
    sentences.push(
      book.computed(
        `${counted(tale.families.length, 'publisher')} tell it in their own words: ${listed(tale.sourceNames.slice(0, 4))}.`,
        witnessesOf(tale),
        [tally('publishers', tale.families)],
      ),
    )
  const standing = standingOf(tale, day)
  if (standing) sentences.push(book.computed(standing.text, [tale.lead], standing.tallies))
  return sentences
}

const MARKS: readonly (readonly [string, (tale: Tale) => boolean])[] = [
  ['told by more than one publisher', (tale) => tale.families.length > 1],
  ['with code linked', hasCode],
  ['that continues a story we told before', (tale) => tale.previous.length > 0],
  ['that gives figures', hasFigures],
]

function hasCode(tale: Tale): boolean {
  const addresses = tale.dossier.tellings.flatMap(({ item }) => item.links.map(({ url }) => url))
  return (
    linksOf(tale).some(({ label }) => label === 'code') ||
    addresses.some((url) => /(?:github|gitlab|huggingface)\.co/.test(url))
  )
}

function hasFigures({ dossier }: Tale): boolean {
  return dossier.tellings.some(
    ({ claims, item }) => claims.length > 0 || /\d\s?(?:%|percent|x\b|×)/.test(item.text),
  )
}

function standingOf(tale: Tale, day: Day): { text: string; tallies: Tally[] } | null {
  const { topic, tier } = tale.score
  if (topic === null || tier === null) return null
  const peers = day.tales.filter(({ score }) => score.topic === topic)
  const what = `stories today on “${topic}”`
  const count = tally(
    what,
    peers.map(({ id }) => id),
  )
  if (peers.length === 1) return { text: `The only story today on “${topic}”.`, tallies: [count] }
  const [mark] = MARKS.find(([, has]) => has(tale) && peers.filter(has).length === 1) ?? []
  return mark ? { text: `Of ${count.value} ${what}, it is the only one ${mark}.`, tallies: [count] } : null
}

function witnessesOf(tale: Tale) {
  return tale.dossier.tellings.filter(({ copyOf }) => copyOf === null).slice(0, 6)
}

const COST =
  /\b(?:costs?|gpu|hours?|flops?|compute|latency|throughput|memory|speed|faster|slower|runtime|wall[- ]clock|overhead|tokens? per second|tokens\/s|\$|dollars?|cheap|expensive|efficien)/i
const CODE = /\b(?:code|github|open[- ]sourc|repository|weights|released?|available at|publicly)\b/i

/** What the source says it leaves open, and what is checkably absent from its text. */
function openInTheSource(tale: Tale, book: Book): Sentence[] {
  const said = tale
    .lines()
    .filter((line) => line.role === 'limit' && line.alone && !book.isPrinted(line))
    .slice(0, 2)
  const sentences = said
    .flatMap((line) => within(told(line), SENTENCE_WORDS) ?? [])
    .map((line) => book.chosen(line))
  if (tale.genre !== 'paper') return sentences
  const { item, claims } = tale.lead
  const text = `${item.title} ${item.text}`
  const absent = [
    ...(claims.length === 0 && !/\d/.test(item.text) ? ['a figure of any kind'] : []),
    ...(!CODE.test(text) && !hasCode(tale) ? ['a word on code'] : []),
    ...(!COST.test(text) ? ['what it costs in time, memory or money'] : []),
  ]
  if (absent.length > 0)
    sentences.push(book.computed(`Not in the text that we have: ${absent.join('; ')}.`, [tale.lead]))
  return sentences
}
