import type { Sentence, Tally } from '#domain'
import { type Book, tally } from './book.ts'
import { type Cluster, isNarrow } from './clusters.ts'
import type { Day } from './day.ts'
import { computedHeld, type Pen } from './held.ts'
import { type Advised, implicationOf } from './implication.ts'
import { told, within } from './line.ts'
import { rememberedOf } from './memory.ts'
import { isCoined, linksOf, type Tale } from './tale.ts'
import { printedTitle } from './title.ts'
import { capitalised, counted, dayOf, listed } from './words.ts'

const SENTENCE_WORDS = 55
const IMPLICATION_WORDS = 40
const PUBLISHERS_NAMED = 4
const REMEMBERED = 2
const OPEN_LINES = 2

// A word as wide as a shelf ties nothing together.
const clusterOf = ({ id }: Tale, { clusters }: Day): Cluster | undefined =>
  clusters.find(({ label, tales }) => isNarrow(label) && tales.some((one) => one.id === id))

/** What stands beside a story today, and what we told of the same names before, with the day. */
export function inOurMemory(tale: Tale, day: Day, pen: Pen): Sentence[] {
  const sentences: Sentence[] = []
  const add = (sentence: Sentence | null) => sentences.push(...(sentence ? [sentence] : []))
  const cluster = clusterOf(tale, day)
  const others = (cluster?.tales ?? []).filter(({ id }) => id !== tale.id).slice(0, 3)
  if (cluster && others.length > 0)
    add(
      computedHeld(pen, `Also today on ${cluster.label}: ${listed(others.map(({ name }) => `“${name}”`))}.`, [
        tale.lead,
        ...others.map(({ lead }) => lead),
      ]),
    )
  const seen = new Set<string>()
  const ofToday = new Set(day.tales.map(({ id }) => id))
  for (const { story, shared } of rememberedOf(tale)) {
    const { storyId, title, seenAt, telling } = story
    if (seen.size === REMEMBERED || seen.has(title) || ofToday.has(storyId)) continue
    seen.add(title)
    add(
      computedHeld(
        pen,
        `${capitalised(listed(shared))}: before in “${printedTitle(title)}” (${dayOf(seenAt, day.date)}).`,
        [telling, tale.lead],
        [tally(`stories that name ${listed(shared)}`, [tale.id, storyId])],
      ),
    )
  }
  return sentences
}

/**
 * What changes for the reader: what the source says follows from it, else the deed that its facts ask for; then how many
 * publishers stand behind it, and what sets it apart among today's stories on its topic. Nothing is counted for its own sake.
 */
export function whyItMatters(tale: Tale, day: Day, pen: Pen, advised: Advised): Sentence[] {
  const { book } = pen
  const said = implication(tale, book)
  const deed =
    said.length > 0 ? null : implicationOf(tale, pen, advised, said, (name) => FIT_FOR_A_DIVE.has(name))
  const sentences: Sentence[] = [...said, ...(deed ? [deed.sentence] : [])]
  const own = tale.dossier.tellings.filter(({ copyOf }) => copyOf === null)
  const publishers = new Map(own.map(({ source }) => [source.family, source.name]))
  const [names, families] = [[...publishers.values()], [...publishers.keys()]]
  if (names.length > 1)
    sentences.push(
      book.computed(
        `${counted(names.length, 'publisher')} tell it in their own words: ${listed(some(names, PUBLISHERS_NAMED))}.`,
        own.slice(0, 6),
        [tally('publishers', families), ...restOf(families, PUBLISHERS_NAMED)],
      ),
    )
  const standing = standingOf(tale, day)
  if (standing && !book.isSaid(standing.text))
    sentences.push(book.computed(standing.text, [tale.lead], standing.tallies))
  if (sentences.length > 0) return sentences
  const last = implicationOf(tale, pen, advised, [], (name) => !advised.has(name))
  return last ? [last.sentence] : []
}

// What fits any paper or any post says nothing of this one.
const FIT_FOR_A_DIVE: ReadonlySet<string> = new Set(
  'disagreement hole measure price code deal rules model market product hardware benchmark forecast'.split(
    ' ',
  ),
)

const IMPLIES =
  /\b(?:suggest(?:s|ing)?|impl(?:y|ies)|enabl(?:es|ing)|mak(?:es|ing) it (?:possible|practical)|practical|in practice|deploy\w*|pav(?:es|ing)|(?:provid|offer)(?:es|s|ing) (?:a|an|the)|means that|which means|principle|operational|turn(?:s|ing) .{3,60} into|opens?|broaden|shift(?:s|ing)?|without (?:re)?training|no longer|it matters|instead of|(?:do|does) not need|clearest|the (?:resulting )?rule|worth|would have to|can now|cannot)\b/i

// What the source itself says follows from it: behind its opening, and neither its problem nor its limits.
function implication(tale: Tale, book: Book): Sentence[] {
  const line = tale
    .lines()
    .filter(
      ({ telling, index, role, alone, quotes, pointsBack }) =>
        telling === tale.lead &&
        index > 0 &&
        alone &&
        !quotes &&
        !pointsBack &&
        (role === 'result' || role === 'other' || role === 'approach'),
    )
    .findLast((one) => IMPLIES.test(one.text) && !book.isPrinted(one) && book.isHeld(one))
  const fitting = line ? within(told(line), IMPLICATION_WORDS) : null
  return fitting ? [book.chosen(fitting)] : []
}

const some = (names: readonly string[], most: number) =>
  names.length > most + 1 ? [...names.slice(0, most), `${names.length - most} more`] : names

const restOf = (families: readonly string[], most: number) =>
  families.length > most + 1 ? [tally('more', families.slice(most))] : []

type Mark = { readonly one: string; readonly has: (tale: Tale) => boolean }

const MARKS: readonly Mark[] = [
  { one: 'told by more than one publisher', has: ({ families }) => families.length > 1 },
  { one: 'with code linked', has: hasCode },
] // biome-ignore format: a table

/** What sets the story apart among today's on its topic: it is the only one, or the only one with a mark. */
function standingOf(tale: Tale, day: Day): { text: string; tallies: Tally[] } | null {
  const { topic, tier } = tale.score
  if (topic === null || tier === null) return null
  const peers = day.tales.filter(({ score }) => score.topic === topic)
  const what = `stories today on “${topic}”`
  const count = tally(
    what,
    peers.map(({ id }) => id),
  )
  if (peers.length === 1)
    return {
      text: `The only story today on “${topic}”, tier ${tier} of your profile.`,
      tallies: [count, tierTally(tale)],
    }
  const measures = measuresOf(tale).filter(
    (name) => !peers.some((peer) => peer !== tale && measuresOf(peer).includes(name)),
  )
  if (measures.length > 0)
    return {
      text: `Of ${count.value} ${what}, it is the only one with a figure on ${listed(measures.slice(0, 3))}.`,
      tallies: [count],
    }
  const alone = MARKS.find(({ has }) => has(tale) && peers.filter(has).length === 1)
  if (alone) return { text: `Of ${count.value} ${what}, it is the only one ${alone.one}.`, tallies: [count] }
  return null
}

// The benchmarks on which its own text gives a figure.
function measuresOf({ lead }: Tale): string[] {
  const named = new Set(
    lead.mentions.flatMap(({ type, name, surface }) =>
      type === 'benchmark' && isNarrow(name) ? [name, surface] : [],
    ),
  )
  const found = lead.claims.flatMap(({ metric, subject }) =>
    [metric, subject].filter((name) => name !== null && named.has(name)),
  )
  return [...new Set(found)].flatMap((name) => name ?? [])
}

// The tier is the profile's word, not a count; as a tally of one story it stays checkable.
const tierTally = ({ score, id }: Tale): Tally => ({
  value: 1,
  what: `story of tier ${score.tier} of your profile`,
  of: [id],
})

function hasCode(tale: Tale): boolean {
  const addresses = tale.dossier.tellings.flatMap(({ item }) => item.links.map(({ url }) => url))
  return (
    linksOf(tale).some(({ label }) => label === 'code') ||
    addresses.some((url) => /(?:github|gitlab|huggingface)\.co/.test(url))
  )
}

const COST =
  /\b(?:costs?|gpu|hours?|flops?|compute|latency|throughput|memory|speed|faster|slower|runtime|wall[- ]clock|overhead|tokens? per second|tokens\/s|\$|dollars?|cheap|expensive|efficien)/i
const CODE = /\b(?:code|github|open[- ]sourc|repository|weights|released?|available at|publicly)\b/i

/** What the source leaves open in its own words, what its text does not hold, and what nobody has put together today. */
export function researchAngle(tale: Tale, day: Day, book: Book): Sentence[] {
  const said = tale
    .lines()
    .filter((line) => line.role === 'limit' && line.alone && !line.quotes && !book.isPrinted(line))
    .flatMap((line) => within(told(line), SENTENCE_WORDS) ?? [])
    .slice(0, OPEN_LINES)
    .map((line) => book.chosen(line))
  return [...said, ...notInTheText(tale, book), ...untested(tale, day, book)]
}

function notInTheText(tale: Tale, book: Book): Sentence[] {
  if (tale.genre !== 'paper') return []
  const { item, claims } = tale.lead
  const text = `${item.title} ${item.text}`
  const absent = [
    ...(claims.length === 0 && !/\d/.test(item.text) ? ['a figure of any kind'] : []),
    ...(!CODE.test(text) && !hasCode(tale) ? ['a word on code'] : []),
    ...(!COST.test(text) ? ['what it costs in time, memory or money'] : []),
  ]
  return absent.length > 0
    ? [book.computed(`Not in the text that we have: ${absent.join('; ')}.`, [tale.lead])]
    : []
}

// Two methods on one matter, and no story of the day that names both.
function untested(tale: Tale, day: Day, book: Book): Sentence[] {
  if (tale.genre !== 'paper' || !isCoined(tale.name)) return []
  const cluster = clusterOf(tale, day)
  const other = cluster?.tales.find(
    ({ id, genre, name }) => id !== tale.id && genre === 'paper' && isCoined(name),
  )
  if (!cluster || !other || day.tales.some((one) => names(one, tale.name) && names(one, other.name)))
    return []
  return [
    book.computed(
      `${tale.name} and ${other.name} both turn on ${cluster.label}, and no story today names them together: untested.`,
      [tale.lead, other.lead],
    ),
  ]
}

const names = ({ dossier }: Tale, name: string) =>
  dossier.tellings.some(({ item }) => `${item.title} ${item.text}`.includes(name))

const CAVEATS = 2

/** What a source prints and what the rest of its own text gives instead; which of the two is wrong is not decided. */
export function caveats(tale: Tale, pen: Pen): Sentence[] {
  const seen = new Set<string>()
  return (tale.slips ?? [])
    .flatMap(({ itemId, slip }) => {
      const telling = tale.dossier.tellings.find(({ item }) => item.id === itemId)
      if (!telling || seen.has(slip.said)) return []
      seen.add(slip.said)
      const days = slip.kind === 'days' ? Number.parseInt(slip.computed, 10) : 0
      const counted =
        days > 0
          ? [
              tally(
                'days',
                Array.from({ length: days }, (_, day) => String(day)),
              ),
            ]
          : []
      const said = `${telling.source.name} says “${slip.said}”`
      return (
        computedHeld(pen, `${said}; ${slip.because}.`, [telling], counted) ??
        computedHeld(pen, `${said}, which does not agree with the other figures of its own text.`, [
          telling,
        ]) ??
        []
      )
    })
    .slice(0, CAVEATS)
}
