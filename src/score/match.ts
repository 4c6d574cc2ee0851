import type { Entity, Profile, ProfileTier, RelatedPhrase, Tier } from '#domain'
import { thesaurus } from './expand.ts'
import { NOT_MEANT } from './field.ts'
import { type PhraseTable, phrasesIn, phraseTable } from './phrases.ts'
import { isSpelt } from './related-phrases.ts'
import { parseTopic, type Topic } from './topic.ts'
import { stems, type Words, words } from './words.ts'

/** A profile's topics made ready to be found in text. */
export type TopicIndex = {
  readonly topics: readonly (Topic & { readonly tier: Tier })[]
  readonly table: PhraseTable<Sign>
}

/** What a phrase says: how much of which topics, and which topics it excludes. */
type Sign = {
  readonly stems: readonly string[]
  readonly says: { readonly topic: number; readonly weight: number; readonly learnt?: RelatedPhrase }[]
  readonly denies: number[]
  /** The only spelling that counts; null when any does. */
  exactly: string | null
}

/** A phrase found in a story, with the words as they stand. */
export type Trace = {
  readonly surface: string
  readonly weight: number
  readonly inTitle: boolean
  /** How often in the text of the telling that has it most. */
  readonly timesInText: number
  /** What it adds to the topic's evidence. */
  readonly gives: number
  /** What the reader's corpus taught of it; null for the profile's and the trade's own words. */
  readonly learnt: RelatedPhrase | null
}

/** How strongly a story speaks of one topic: 1 is its name once in a short text; in a title alone it gives 1.7. */
export type Evidence = {
  readonly topic: number
  readonly amount: number
  /** The part of it that only learnt words give. */
  readonly byLearnt: number
  readonly denied: boolean
  readonly traces: readonly Trace[]
}

/** All evidence of a story, with the words of its longest text: how much it had room to say. */
export type Findings = { readonly topics: readonly Evidence[]; readonly words: number }

/** The part of a telling that topics are looked for in. */
export type Passage = { readonly title: string; readonly text: string; readonly isPaper: boolean }

// BM25F (Robertson, Zaragoza and Taylor 2004): fields are weighed before saturation, and text length is normalised.
const TITLE_WEIGHT = 3
const SATURATION = 1.5
const LENGTH_SHARE = 0.5
const USUAL_WORDS = 220
const MAX_CHARS = 6000
const HINT = 0.25
const HINTS_AT_MOST = 0.6
const DENIES_FROM = 0.5
/** A learnt word says less than any of the profile's and the trade's: alone it places nothing, two of them a headline. */
const LEARNT = 0.5
const LEARNT_AT_MOST = 1.2
const SHY = 0.7

/** Compiles a profile once. `related` is what the reader's corpus taught of its topics; of others it is left alone. */
export function indexTopics(
  profile: Profile,
  vocabulary: readonly Entity[],
  related: readonly RelatedPhrase[] = [],
): TopicIndex {
  const book = thesaurus(vocabulary)
  const topics = profile.tiers.flatMap(topicsOf)
  const signs = new Map<string, Sign>()
  const at = (phrase: readonly string[], exactly: string | null): Sign => {
    const key = phrase.join(' ')
    const sign = signs.get(key) ?? { stems: phrase, says: [], denies: [], exactly }
    if (exactly === null) sign.exactly = null
    signs.set(key, sign)
    return sign
  }
  for (const phrase of NOT_MEANT.split('|')) at(stems(phrase), null)
  topics.forEach((topic, index) => {
    for (const { stems: phrase, weight, exactly } of book.termsOf(topic)) {
      at(phrase, exactly).says.push({ topic: index, weight })
    }
    for (const { stems: phrase, weight, exactly } of book.terms(topic.unless)) {
      if (weight >= DENIES_FROM) at(phrase, exactly).denies.push(index)
    }
  })
  for (const learnt of related) {
    const topic = topics.findIndex(({ phrase }) => phrase === learnt.topic)
    const key = stems(learnt.phrase)
    // Words of the profile and the trade outrank what was learnt.
    if (topic < 0 || signs.get(key.join(' '))?.says.some((one) => one.topic === topic)) continue
    at(key, isSpelt(learnt.phrase) ? learnt.phrase : null).says.push({ topic, weight: LEARNT, learnt })
  }
  return {
    topics,
    table: phraseTable([...signs.values()].map((sign) => ({ stems: sign.stems, value: sign }))),
  }
}

function topicsOf({ tier, topics }: ProfileTier) {
  return topics.map((phrase) => ({ ...parseTopic(phrase), tier }))
}

const ADDRESS = /https?:\/\/\S{1,2000}/g

/** The text that is read, addresses blanked in place: their letters spell all kinds of names. */
function prose(text: string): string {
  const read = text.length > MAX_CHARS ? text.slice(0, MAX_CHARS) : text
  return read.includes('http') ? read.replace(ADDRESS, (address) => ' '.repeat(address.length)) : read
}

type Find = { readonly surface: string; inTitle: boolean; timesInText: number; length: number }

/** The evidence that a story's passages give for each topic, in the order of the profile; topics without any are left out. */
export function evidenceOf(passages: readonly Passage[], index: TopicIndex): Findings {
  const finds = new Map<Sign, Find>()
  let longest = 0
  for (const passage of passages) {
    const read = prose(passage.text)
    const title = words(passage.title)
    const text = words(read)
    longest = Math.max(longest, text.stems.length)
    const length = 1 - LENGTH_SHARE + LENGTH_SHARE * Math.max(1, text.stems.length / USUAL_WORDS)
    const here = new Map<Sign, Find>()
    note(title, passage.title, true, index.table, here)
    note(text, read, false, index.table, here)
    for (const [sign, find] of here) {
      find.length = length
      const known = finds.get(sign)
      if (known === undefined || frequency(known) < frequency(find)) finds.set(sign, find)
    }
  }
  const ofPaper = passages.some(({ isPaper }) => isPaper)
  return { topics: weighed(finds, index, ofPaper), words: longest }
}

function note(
  at: Words,
  source: string,
  inTitle: boolean,
  table: PhraseTable<Sign>,
  finds: Map<Sign, Find>,
): void {
  for (const { from, to, value: sign } of phrasesIn(at, table)) {
    if (sign.says.length + sign.denies.length === 0) continue
    const known = finds.get(sign)
    if (known !== undefined && sign.exactly === null) {
      if (!inTitle) known.timesInText++
      continue
    }
    const surface = source.slice(at.start[from], at.end[to - 1])
    if (sign.exactly !== null && surface !== sign.exactly) continue
    if (known === undefined) finds.set(sign, { surface, inTitle, timesInText: inTitle ? 0 : 1, length: 1 })
    else if (!inTitle) known.timesInText++
  }
}

function frequency(find: Find): number {
  return (find.inTitle ? TITLE_WEIGHT : 0) + find.timesInText / find.length
}

function weighed(finds: ReadonlyMap<Sign, Find>, { topics }: TopicIndex, ofPaper: boolean): Evidence[] {
  const traces: Trace[][] = topics.map(() => [])
  const denied = new Set<number>()
  for (const [sign, find] of finds) {
    for (const topic of sign.denies) denied.add(topic)
    const times = frequency(find)
    const saturated = (times * (SATURATION + 1)) / (times + SATURATION)
    for (const { topic, weight, learnt = null } of sign.says) {
      const { surface, inTitle, timesInText } = find
      traces[topic]?.push({ surface, weight, inTitle, timesInText, gives: weight * saturated, learnt })
    }
  }
  return traces.flatMap((some, topic) =>
    some.length === 0 ? [] : [summed(topic, some, denied.has(topic), topics[topic], ofPaper)],
  )
}

function summed(
  topic: number,
  traces: Trace[],
  denied: boolean,
  { broad = false, papers = false }: Partial<Topic> = {},
  ofPaper: boolean,
): Evidence {
  let strong = 0
  let hints = 0
  let learnt = 0
  for (const { weight, gives, learnt: taught } of traces) {
    if (taught !== null) learnt += gives
    else if (weight > HINT) strong += gives
    else hints += gives
  }
  // A whole field is named in passing everywhere: without a word in a title it must be named more often, unless the
  // reader wants its papers and this is one.
  const named =
    (papers && ofPaper) || traces.some((one) => one.inTitle && one.weight > HINT && one.learnt === null)
  const shy = (broad && !named) || (papers && !ofPaper) ? SHY : 1
  const byLearnt = Math.min(LEARNT_AT_MOST, learnt) * shy
  const amount = (strong + Math.min(HINTS_AT_MOST, hints)) * shy + byLearnt
  return { topic, amount, byLearnt, denied, traces: traces.sort((a, b) => b.gives - a.gives) }
}
