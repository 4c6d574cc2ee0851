import type { EarlierStory, Sentence, Tally } from '#domain'
import { type Book, tally } from './book.ts'
import { type Cluster, isNarrow } from './clusters.ts'
import type { Day } from './day.ts'
import { computedHeld, type Pen } from './held.ts'
import { type Advised, implicationOf } from './implication.ts'
import { told, within } from './line.ts'
import { hasCode } from './links.ts'
import { rememberedOf } from './memory.ts'
import type { Tale } from './tale.ts'
import { printedTitle } from './title.ts'
import { isShelf } from './topic-of.ts'
import { capitalised, counted, dayOf, listed } from './words.ts'

const IMPLICATION_WORDS = 40
const IN_TITLE = 3
const PUBLISHERS_NAMED = 4
const REMEMBERED = 2

// A word as wide as a shelf ties nothing together.
export const clusterOf = ({ id }: Tale, { clusters }: Day): Cluster | undefined =>
  clusters.find(
    ({ label, entityId, tales }) =>
      isNarrow(label) &&
      tales.some((one) => one.id === id && (entityId === null || isAbout(one.names.get(entityId)))),
  )

const ACTORS: ReadonlySet<string> = new Set(['company', 'lab', 'person', 'product', 'government'])

// Who made it and what it runs on is named in passing; what it is about may be so only where it is in the title.
const isAbout = (named: { readonly salience: number; readonly type: string } | undefined): boolean =>
  named !== undefined && (named.salience === IN_TITLE || !ACTORS.has(named.type))

/** What stands beside a story today, what we told of the same names before, with the day, and what it is the first to do. */
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
  for (const [shared, stories] of toldBefore(tale, day))
    add(
      computedHeld(
        pen,
        `${capitalised(shared)} before: ${listed(stories.map(({ title, seenAt }) => `“${printedTitle(title)}” (${dayOf(seenAt, day.date)})`))}.`,
        [...stories.map(({ telling }) => telling), tale.lead],
        [tally(`stories that name ${shared}`, [tale.id, ...stories.map(({ storyId }) => storyId)])],
      ),
    )
  add(firstInMemory(tale, pen))
  return sentences
}

// By the names that tie them to today's story; of stories under one title the newest.
function toldBefore(tale: Tale, day: Day): Map<string, EarlierStory[]> {
  const titles = new Set<string>()
  const found = new Map<string, EarlierStory[]>()
  for (const { story, shared } of rememberedOf(tale, day)) {
    if (titles.size === REMEMBERED || titles.has(story.title)) continue
    titles.add(story.title)
    found.set(listed(shared), [...(found.get(listed(shared)) ?? []), story])
  }
  return found
}

/** So many stories before can be counted by who doubts it; of more it is only said that there is none. */
const COUNTABLE = 40

// The first thing of which the day's story is the first; the counts that make it so stand in the tallies.
function firstInMemory(tale: Tale, pen: Pen): Sentence | null {
  for (const { kind, names, before } of tale.firsts ?? []) {
    const countable = kind === 'first-with' && before.every(({ length }) => length <= COUNTABLE)
    const counts = names.map((name, at) => tally(`stories on ${name}`, before[at] ?? []))
    const came = countable
      ? `; ${listed(counts.map(({ value, what }) => `${value} ${what}`))} came before`
      : ''
    const text =
      kind === 'first-of'
        ? `The first story in our memory on ${names[0]}.`
        : `The first in our memory to name ${listed(names)} together${came}.`
    const sentence = computedHeld(pen, text, [tale.lead], countable ? counts : [])
    if (sentence) return sentence
  }
  return null
}

/**
 * What changes for the reader: what the source says follows from it, else the deed that its facts ask for; then what sets
 * it apart among today's stories on its topic. Nothing is counted for its own sake.
 */
export function whyItMatters(tale: Tale, day: Day, pen: Pen, advised: Advised): Sentence[] {
  const { book } = pen
  const said = implication(tale, book)
  const deed =
    said.length > 0
      ? null
      : implicationOf(tale, pen, advised, said, (name) => FIT_FOR_A_DIVE.has(name) && !advised.has(name))
  const sentences: Sentence[] = [...said, ...(deed ? [deed.sentence] : [])]
  const standing = standingOf(tale, day)
  if (standing && !book.isSaid(standing.text))
    sentences.push(book.computed(standing.text, [tale.lead], standing.tallies))
  if (sentences.length > 0) return sentences
  // Where the whole day has one publisher, that a story has only one is no news of it.
  const single = new Set(day.tales.flatMap(({ families }) => families)).size < 2
  const last = implicationOf(
    tale,
    pen,
    advised,
    [],
    (name) => !advised.has(name) && name !== 'corroborated' && !(single && name === 'alone'),
  )
  return last ? [last.sentence] : []
}

/** Who tells it in their own words, where that is more than one. */
export function toldBy(tale: Tale, { book }: Pen): Sentence[] {
  const own = tale.dossier.tellings.filter(({ copyOf }) => copyOf === null)
  const publishers = new Map(own.map(({ source }) => [source.family, source.name]))
  const [names, families] = [[...publishers.values()], [...publishers.keys()]]
  if (names.length < 2) return []
  return [
    book.computed(
      `${counted(names.length, 'publisher')} in their own words: ${listed(some(names, PUBLISHERS_NAMED))}.`,
      own.slice(0, 6),
      [tally('publishers', families), ...restOf(families, PUBLISHERS_NAMED)],
    ),
  ]
}

// What fits any paper or any post says nothing of this one.
const FIT_FOR_A_DIVE: ReadonlySet<string> = new Set(
  'disagreement hole measure price code deal money rules model market product hardware benchmark forecast'.split(
    ' ',
  ),
)

const IMPLIES =
  /\b(?:suggest(?:s|ing)?|impl(?:y|ies)|mak(?:es|ing) it (?:possible|practical)|practical|in practice|pav(?:es|ing)|means that|which means|principle|operational|turn(?:s|ing) .{3,60} into|no longer|it matters|(?:do|does) not need|clearest|the (?:resulting )?rule|worth|would have to|can now|cannot)\b/i
// In an account of how it works these tell what a part is for; elsewhere what follows from the whole.
const IMPLIES_OF_THE_WHOLE =
  /\b(?:enabl(?:es|ing)|deploy\w*|(?:provid|offer)(?:es|s|ing) (?:a|an|the)|opens?|broaden|shift(?:s|ing)?|without (?:re)?training|instead of)\b/i

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
    .findLast(
      (one) =>
        (IMPLIES.test(one.text) || (one.role !== 'approach' && IMPLIES_OF_THE_WHOLE.test(one.text))) &&
        !INTRODUCES.test(one.text) &&
        !book.isPrinted(one) &&
        book.isHeld(one),
    )
  const fitting = line ? within(told(line), IMPLICATION_WORDS) : null
  return fitting ? [book.chosen(fitting)] : []
}

const INTRODUCES = /^The authors (?:\w+ )?(?:propose|introduce|present|develop|design|describe|build)\b/

const some = (names: readonly string[], most: number) =>
  names.length > most + 1 ? [...names.slice(0, most), `${names.length - most} more`] : names

const restOf = (families: readonly string[], most: number) =>
  families.length > most + 1 ? [tally('more', families.slice(most))] : []

const publishersOf = ({ dossier }: Tale): string[] => [
  ...new Set(dossier.tellings.flatMap(({ copyOf, source }) => (copyOf === null ? [source.family] : []))),
]

type Mark = { readonly one: string; readonly has: (tale: Tale) => boolean }

const MARKS: readonly Mark[] = [
  { one: 'told by more than one publisher', has: ({ families }) => families.length > 1 },
  { one: 'with code linked', has: hasCode },
] // biome-ignore format: a table

/** What sets the story apart among today's on its topic: it is the only one, or the only one with a mark. */
function standingOf(tale: Tale, day: Day): { text: string; tallies: Tally[] } | null {
  const { topic, tier } = tale.score
  if (topic === null || tier === null || isShelf(topic)) return null
  const peers = day.tales.filter(({ score }) => score.topic === topic)
  const bare = topic.replace(/\s*\(.*$/, '')
  const what = `stories today on “${bare}”`
  const count = tally(
    what,
    peers.map(({ id }) => id),
  )
  if (peers.length === 1)
    return {
      text: `The only story today on “${bare}”, tier ${tier} of your profile.`,
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
  const own = publishersOf(tale)
  return own.length > 2 && peers.every((peer) => peer === tale || publishersOf(peer).length < own.length)
    ? {
        text: `Of ${count.value} ${what}, it is the most widely told: by ${own.length} publishers.`,
        tallies: [count, tally('publishers', own)],
      }
    : null
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
