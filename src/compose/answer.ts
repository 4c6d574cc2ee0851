import type { AnswerSentence } from '#domain'
import { sentences, terms, tokens } from '#text'

/** An item that may speak to a question. */
export type AnswerPassage = Omit<AnswerSentence, 'text'> & { readonly text: string; readonly family: string }

const MOST_UNITS = 40_000
const MOST_SENTENCES = 300
const SENTENCE_UNITS = { least: 30, most: 450 }
// A passage speaks to the question when it holds so much of what is asked, rarer words counting more.
const SPEAKS = 0.6
const SENTENCE_SPEAKS = 0.34
const SAME = 0.6

export type AnswerOptions = {
  readonly most: number
  /** How telling each term of the question is. */
  readonly rarity: ReadonlyMap<string, number>
  /** Whom or what it names, each as its terms. */
  readonly names?: readonly (readonly string[])[]
  /** The question is after what is newest. */
  readonly newest?: boolean
}

/**
 * The sentences that answer a question, in order of time, at most `most`: those of passages that speak to it, chosen by how
 * much of the question they hold and whether they give a number, and each unlike the ones before (after Carbonell and
 * Goldstein 1998, maximal marginal relevance). Who or what the question names must be named by the sentence or above it.
 */
export function answerSentences(
  asked: readonly string[],
  passages: readonly AnswerPassage[],
  { most, rarity, names = [], newest = false }: AnswerOptions,
): AnswerSentence[] {
  const weight = (term: string) => rarity.get(term) ?? 1
  const total = asked.reduce((sum, term) => sum + weight(term), 0)
  const share = (held: ReadonlySet<string>) =>
    total === 0 ? 0 : asked.reduce((sum, term) => sum + (held.has(term) ? weight(term) : 0), 0) / total
  const speaking = passages.filter(
    ({ title, text }) => share(heldBy(`${title} ${text.slice(0, MOST_UNITS)}`)) >= SPEAKS,
  )
  const isOn = onTopic(asked, names)
  const last = speaking.reduce((latest, { at }) => (at > latest ? at : latest), '')
  const candidates = speaking.flatMap((passage) => {
    const title = share(heldBy(passage.title))
    const fresh = newest ? NEWEST_WORTH * 0.5 ** (days(passage.at, last) / HALF_LIFE_DAYS) : 0
    return sentencesOf(passage.text).flatMap((text, at) => {
      const own = share(heldBy(text))
      if (Math.max(own, title * 0.8) < SENTENCE_SPEAKS || !isOn(`${passage.title} ${text}`)) return []
      return [
        {
          passage,
          text,
          worth: fresh + own + 0.4 * title + (/\d/.test(text) ? 0.15 : 0) + (at === 0 ? 0.1 : 0),
        },
      ]
    })
  })
  const sorted = candidates.sort((a, b) => b.worth - a.worth || (a.passage.at < b.passage.at ? 1 : -1))
  return unlike(sorted, most)
    .map(({ passage: { text: _, family: __, ...where }, text }) => ({ ...where, text }))
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
}

const NEWEST_WORTH = 0.8
const HALF_LIFE_DAYS = 21

/** Holds for a text that names all who are named, and something of what is asked of them. */
function onTopic(asked: readonly string[], names: readonly (readonly string[])[]): (text: string) => boolean {
  if (names.length === 0) return () => true
  const named = new Set(names.flat())
  const beside = asked.filter((term) => !named.has(term))
  return (text) => {
    const held = heldBy(text)
    const tells = beside.length === 0 || beside.some((term) => held.has(term))
    return tells && names.every((name) => name.every((term) => held.has(term)))
  }
}

function sentencesOf(text: string): string[] {
  return sentences(text.slice(0, MOST_UNITS))
    .slice(0, MOST_SENTENCES)
    .map((one) => one.text.replace(/\s+/g, ' ').trim())
    .filter(
      (one) =>
        one.length >= SENTENCE_UNITS.least && one.length <= SENTENCE_UNITS.most && /[.!?]["”)]?$/.test(one),
    )
}

/** Two sentences of one item at most, and none that says what another said. */
function unlike<T extends { readonly passage: AnswerPassage; readonly text: string }>(
  sorted: readonly T[],
  most: number,
): T[] {
  const chosen: { one: T; held: ReadonlySet<string> }[] = []
  for (const one of sorted) {
    if (chosen.length === most) break
    const held = heldBy(one.text)
    const ofItem = chosen.filter(({ one: other }) => other.passage.itemId === one.passage.itemId).length
    if (ofItem < 2 && !chosen.some(({ held: other }) => alike(held, other) >= SAME))
      chosen.push({ one, held })
  }
  return chosen.map(({ one }) => one)
}

function alike(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((term) => b.has(term)).length
  return shared / Math.max(1, Math.min(a.size, b.size))
}

function heldBy(text: string): Set<string> {
  const held = new Set(terms(text))
  for (const { text: word } of tokens(text))
    if (/[-/]/.test(word)) for (const part of terms(word.replace(/[-/]/g, ' '))) held.add(part)
  return held
}

/** What is being asked: the terms of a question without the words that ask. Compounds stand with their parts. */
export function termsAsked(question: string): string[] {
  return [...new Set(terms(question.replace(/[-/]/g, ' ')))].filter((term) => !ASKING.has(term))
}

const ASKING = new Set(
  terms(
    'know known tell told learn learned happened happen anything something everything new news latest find found show give list summarise summarize explain since ago today current currently recent recently say says said large big many much long good best work works working change changed changes happening',
  ),
)

/** What an answer does not cover: words that nothing holds, one publisher alone, long silences at its ends. */
export function answerGaps(
  asked: readonly string[],
  found: readonly AnswerSentence[],
  {
    passages,
    asOf,
    since,
  }: { readonly passages: readonly AnswerPassage[]; readonly asOf: string; readonly since: string | null },
): string[] {
  if (found.length === 0) return []
  const held = heldBy(found.map(({ text, title }) => `${title} ${text}`).join(' '))
  const missing = asked.filter((term) => !held.has(term))
  const families = new Set(
    found.flatMap(({ itemId }) => passages.find((passage) => passage.itemId === itemId)?.family ?? []),
  )
  const [first, last] = [found[0]?.at.slice(0, 10) ?? '', found.at(-1)?.at.slice(0, 10) ?? '']
  return [
    ...(missing.length > 0
      ? [`No sentence found speaks of ${missing.map((term) => `"${term}"`).join(', ')}.`]
      : []),
    ...(families.size === 1 ? ['All of it comes from one publisher; nobody else we read confirms it.'] : []),
    ...(days(last, asOf) > 30 ? [`Nothing on it was seen after ${last}.`] : []),
    ...(since !== null && days(since, first) > 30
      ? [`Nothing on it was seen from ${since} to ${first}.`]
      : []),
  ]
}

const days = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000 || 0
