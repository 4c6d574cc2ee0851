import { evidenceText, instructs, rewriteSentences, withdraw } from '#compose'
import type { Edition, Sentence, Writing, WritingFault } from '#domain'
import { ground } from '#ground'
import type { Answer, Ask, Writer, WrittenSentence } from '#ports'
import { unsupportedIn } from './held.ts'
import type { House } from './house.ts'

/** What the reader allows a model: at most so much a day, and so many tries for a passage. */
const TRIES = 2
/** A provider that fails this often in a row is dead for this edition. */
const MOST_FAILURES = 2
const MOST_WORDS_MORE = 1.2
const EVIDENCE_CHARACTERS = 4000

/**
 * The edition with passages of chosen sentences written anew by the model, where there is one. Each of its sentences must
 * name its own evidence, hold against it, carry no link, markup or order, and keep to the length; after two tries the
 * sentences that stood there stand. A model that is dead, slow or too dear leaves the rest as it was. What was not written,
 * and why, is kept with the edition.
 */
export async function written(house: House, edition: Edition): Promise<Edition> {
  const { writer } = house
  if (!writer) return edition
  const texts = await textsOf(house, edition)
  const day = house.clock.now().slice(0, 10)
  const desk = openDesk(writer, await leftToSpend(house, day))
  const faults: WritingFault[] = []
  let passages = 0
  const better = async (passage: readonly Sentence[], part: string): Promise<readonly Sentence[]> => {
    if (passage.length === 0 || passage.some(({ origin }) => origin !== 'chosen')) return passage
    passages += 1
    const told = await passageBy(desk, passage, texts)
    if ('sentences' in told) return told.sentences
    faults.push({ ...told, part: shortened(part, PART_CHARACTERS), why: shortened(told.why, WHY_CHARACTERS) })
    if (told.kind === 'failed')
      house.progress({ what: `not written by a model: ${told.why}`, done: 0, total: 1 })
    return passage
  }

  const rewritten = await rewriteSentences(edition, better)
  const { bill } = desk
  if (bill.tokensIn + bill.tokensOut > 0) await house.store.saveSpend({ editionId: edition.id, day, ...bill })
  const count = passages - faults.length
  const writing: Writing = { model: writer.model, passages, written: count, faults }
  if (count === 0) return { ...edition, writing }
  const made = { ...rewritten, writing, makers: [...edition.makers, `writer:${writer.model}`].sort() }
  return withdraw(made, new Set(await unsupportedIn(house, made)))
}

const PART_CHARACTERS = 120
const WHY_CHARACTERS = 240
const shortened = (text: string, most: number): string => {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length <= most ? line : `${line.slice(0, most - 1).trimEnd()}…`
}

async function leftToSpend(house: House, day: string): Promise<number> {
  const spent = (await house.store.spends(day)).reduce((sum, { usd }) => sum + usd, 0)
  return house.writerUsdPerDay - spent
}

type Unwritten = Omit<WritingFault, 'part'>

/** A model with what it may still cost and how often it failed. */
type Desk = {
  readonly bill: { asks: number; tokensIn: number; tokensOut: number; usd: number }
  ask(ask: Ask): Promise<Answer | Unwritten>
}

function openDesk(writer: Writer, usdLeft: number): Desk {
  const bill = { asks: 0, tokensIn: 0, tokensOut: 0, usd: 0 }
  let failures = 0
  return {
    bill,
    async ask(ask) {
      if (failures >= MOST_FAILURES)
        return { kind: 'not-asked', why: `it failed ${failures} times in a row before` }
      if (bill.usd >= usdLeft) return { kind: 'not-asked', why: 'what it may cost in a day is spent' }
      try {
        const answer = await writer.write(ask)
        bill.asks += 1
        bill.tokensIn += answer.tokensIn
        bill.tokensOut += answer.tokensOut
        bill.usd += answer.usd
        failures = 0
        return answer
      } catch (error) {
        failures += 1
        return { kind: 'failed', why: error instanceof Error ? error.message : String(error) }
      }
    },
  }
}

/** The passage as the model writes it within its tries, or why it stays as it stood. */
async function passageBy(
  desk: Desk,
  passage: readonly Sentence[],
  texts: ReadonlyMap<number, string>,
): Promise<{ readonly sentences: readonly Sentence[] } | Unwritten> {
  let faults: string[] = []
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const answer = await desk.ask(askOf(passage, texts, faults))
    if ('why' in answer) return answer
    faults = faultsIn(answer.sentences, passage, texts)
    if (faults.length === 0)
      return {
        sentences: answer.sentences.map(({ text, evidence }) => ({
          ...{ text: text.trim(), origin: 'written', tallies: [] },
          evidence: [...new Set(evidence)],
        })),
      }
  }
  return { kind: 'refused', why: faults.join('; ') }
}

function askOf(
  passage: readonly Sentence[],
  texts: ReadonlyMap<number, string>,
  faults: readonly string[],
): Ask {
  const numbers = [...new Set(passage.flatMap(({ evidence }) => evidence))]
  return {
    task: 'Rewrite this passage from its evidence.',
    draft: passage.map(({ text }) => text),
    evidence: numbers.map((number) => ({
      number,
      text: (texts.get(number) ?? '').slice(0, EVIDENCE_CHARACTERS),
    })),
    mostSentences: passage.length,
    mostWords: Math.ceil(MOST_WORDS_MORE * wordsIn(passage)),
    faults,
  }
}

const wordsIn = (sentences: readonly { readonly text: string }[]): number =>
  sentences.reduce((sum, { text }) => sum + text.split(/\s+/).length, 0)

const FOREIGN = /https?:|www\.|\b[\w-]+\.(?:com|org|net|io|ai|dev|example)\b|[<>[\]{}|`*_#]|@\w|\p{Cc}/u

/** What is wrong with a model's sentences, for its second try; empty when all of them may be printed. */
function faultsIn(
  sentences: readonly WrittenSentence[],
  passage: readonly Sentence[],
  texts: ReadonlyMap<number, string>,
): string[] {
  const allowed = new Set(passage.flatMap(({ evidence }) => evidence))
  const draft = passage.map(({ text }) => text).join(' ')
  if (sentences.length === 0 || sentences.length > passage.length) return ['the number of sentences']
  if (wordsIn(sentences) > Math.ceil(MOST_WORDS_MORE * wordsIn(passage))) return ['it is too long']
  return sentences.flatMap(({ text, evidence }): string[] => {
    if (evidence.some((number) => !allowed.has(number)))
      return [`evidence that was not given: ${evidence.join(', ')}`]
    const foreign = FOREIGN.exec(text)?.[0]
    if (foreign !== undefined && !draft.includes(foreign)) return ['a link or markup']
    if (instructs(text)) return ['an order instead of news']
    const cited = evidence.map((number) => ({ id: String(number), text: texts.get(number) ?? '' }))
    return ground(text, cited).flatMap(({ missing }) => missing)
  })
}

async function textsOf(house: House, { evidence, window }: Edition): Promise<ReadonlyMap<number, string>> {
  const sources = new Map((await house.store.sources()).map((source) => [source.id, source]))
  const items = await house.store.items({ ids: evidence.map(({ itemId }) => itemId), asOf: window.to })
  const byId = new Map(items.map((item) => [item.id, item]))
  return new Map(
    evidence.flatMap(({ number, itemId }): [number, string][] => {
      const item = byId.get(itemId)
      const source = item && sources.get(item.sourceId)
      return item && source ? [[number, evidenceText({ item, source })]] : []
    }),
  )
}
