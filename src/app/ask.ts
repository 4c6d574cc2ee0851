import { type AnswerPassage, answerGaps, answerSentences, termsAsked } from '#compose'
import type { Answer, Dossier, Instant } from '#domain'
import { datesIn, dayAfter, firstDayOf, lastDayOf, plain, terms as termsOf } from '#text'
import { disagreements } from '#track'
import { finderOf } from './finder.ts'
import type { House } from './house.ts'

const ITEMS_LOOKED_AT = 60
const SENTENCES = 8
const NEAREST = 3

/**
 * What is known of a question at an instant, in sentences of sources: `what do we know about KV-cache eviction since
 * April?`. A date after "since", "after" or "from" bounds what is looked at from below, one after "in" or "during" on both
 * sides. Where nothing that we hold speaks to it the answer has
 * no sentence, and names what comes closest.
 */
export async function ask(
  house: House,
  question: string,
  asked: { readonly asOf: Instant | null },
): Promise<Answer> {
  const asOf = asked.asOf ?? house.clock.now()
  const { since, until, words } = withoutDate(question, asOf)
  const terms = termsAsked(words)
  const to = until !== null && `${until}T00:00:00.000Z` < asOf ? `${until}T00:00:00.000Z` : asOf
  const filter = { to, ...(since === null ? {} : { from: `${since}T00:00:00.000Z` }) }
  const passages = terms.length === 0 ? [] : await passagesFor(house, terms, asOf, filter)
  const rarity = await raritiesOf(house, terms, asOf)
  const sentences = answerSentences(terms, passages, {
    ...{ most: SENTENCES, rarity, newest: NEWEST.test(question) },
    names: await namesIn(house, words),
  })
  const cited = new Set(sentences.map(({ itemId }) => itemId))
  return {
    ...{ question, asOf, since, sentences },
    disagreements: await disagreementsAmong(house, [...cited], asOf),
    gaps: answerGaps(terms, sentences, { passages, asOf: to, since }),
    nearest:
      sentences.length > 0
        ? []
        : passages.slice(0, NEAREST).map(({ text: _, family: __, ...passage }) => passage),
  }
}

const NEWEST = /\b(?:latest|newest|most recent|recently|current|currently|now|new)\b/i
const NAMED = new Set(['company', 'lab', 'model', 'product', 'person'])

/** Whom and what a question names, each as its terms. */
async function namesIn(house: House, words: string): Promise<string[][]> {
  const { findMentions } = await finderOf(house)
  return findMentions({ title: '', text: words })
    .filter(({ known, type }) => known && NAMED.has(type))
    .map(({ surface }) => termsOf(surface.replace(/[-/]/g, ' ')))
}

const BOUND = /\b(?:since|after|from|in|during)\s+(?:the\s+)?(?:(?:beginning|start|end) of\s+)?/giu

type Bounded = { readonly since: string | null; readonly until: string | null; readonly words: string }

/** The question without the date that bounds it, that date's first day, and the day after its last where it bounds both. */
function withoutDate(question: string, asOf: Instant): Bounded {
  for (const { index, 0: bound } of question.matchAll(BOUND)) {
    const rest = question.slice(index)
    const date = datesIn(rest, asOf.slice(0, 10)).find(({ start }) => start <= bound.length)
    const day = date && pastDay(date, asOf)
    if (!date || !day) continue
    const words = question.slice(0, index) + rest.slice(date.end)
    if (!WITHIN.test(bound)) return { since: day, until: null, words }
    const last = lastDayOf(date.value ?? '')
    // The last March that has begun, whatever year was read.
    if (last) return { since: day, until: dayAfter(`${day.slice(0, 4)}${last.slice(4)}`, { days: 1 }), words }
  }
  return { since: null, until: null, words: question }
}

const WITHIN = /^(?:in|during)\b/i

/** The first day of a date, the last one that has begun: in May, "since October" is last October. */
function pastDay(
  date: { readonly value?: string | null; readonly from?: string | null },
  asOf: Instant,
): string | null {
  const day = firstDayOf(date.value ?? date.from ?? '') ?? firstDayOf(date.from ?? '')
  if (day === null || day <= asOf) return day
  return `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`
}

async function passagesFor(
  house: House,
  terms: readonly string[],
  asOf: Instant,
  filter: { readonly from?: Instant; readonly to: Instant },
): Promise<AnswerPassage[]> {
  const hits = await house.store.search(terms.join(' '), { limit: ITEMS_LOOKED_AT, asOf, filter })
  const items = new Map(
    (await house.store.items({ ids: hits.map(({ itemId }) => itemId), asOf })).map((item) => [item.id, item]),
  )
  const sources = new Map((await house.store.sources()).map((source) => [source.id, source]))
  const texts = new Set<string>()
  return hits.flatMap(({ itemId }) => {
    const item = items.get(itemId)
    // A whole is told in its parts, and a copy says nothing more.
    if (!item || item.kind === 'issue' || item.kind === 'transcript' || texts.has(item.text)) return []
    texts.add(item.text)
    const source = sources.get(item.sourceId)
    return [
      {
        ...{ itemId, title: item.title, url: item.url, text: plain(item.text) },
        ...{ sourceName: source?.name ?? item.sourceId, family: source?.family ?? item.sourceId },
        at: item.publishedAt ?? item.seenAt,
      },
    ]
  })
}

/** How telling each term is: the fewer items hold it, the more. A term that nothing holds tells most. */
async function raritiesOf(
  house: House,
  terms: readonly string[],
  asOf: Instant,
): Promise<Map<string, number>> {
  const most = 400
  const rarities = new Map<string, number>()
  for (const term of terms) {
    const held = await house.store.textsHolding(term, { most, asOf })
    rarities.set(term, Math.log(1 + (2 * most) / (held + 1)))
  }
  return rarities
}

/** Where the stories of what is cited contradict each other on a number. */
async function disagreementsAmong(
  house: House,
  itemIds: readonly string[],
  asOf: Instant,
): Promise<Answer['disagreements']> {
  if (itemIds.length === 0) return []
  const dossiers = await house.store.dossiers({ itemIds, asOf })
  const [first] = dossiers
  if (!first) return []
  const together: Dossier = { story: first.story, tellings: dossiers.flatMap(({ tellings }) => tellings) }
  return disagreements(together)
}
