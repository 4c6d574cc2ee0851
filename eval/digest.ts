import { composeAgain, type House } from '#app'
import { brokenContracts, evidenceText, sentencesOf, tallyTexts } from '#compose'
import type { Edition } from '#domain'
import { ground } from '#ground'
import type { Evaluation, Row } from './evaluation.ts'
import { CORPUS, inCorpus } from './metrics/corpus.ts'

const DAYS = 30
/**
 * The last thirty days of real newsletters, each composed as a digest: how many keep every contract of length and order,
 * and what share of their sentences the evidence holds when it is fetched and read anew, apart from the gate.
 */
export const evaluation: Evaluation = {
  room: 'digest',
  run: ({ shared }) =>
    inCorpus(shared, async (house, names) => rowsOf(await judged(house, names.slice(-DAYS)))),
}

type Judged = { broken: readonly string[]; sentences: number; held: number; withdrawn: number }

async function judged(house: House, names: readonly string[]): Promise<Judged[]> {
  const results: Judged[] = []
  for (const date of new Set(names.map((name) => dayAfter(name.slice(0, 10))))) {
    const edition = await composeAgain(house, date)
    const broken = brokenContracts(edition)
    for (const line of broken) console.error(`${date}: ${line}`)
    const sentences = sentencesOf(edition)
    const held = await heldIn(house, edition)
    results.push({ broken, sentences: sentences.length, held, withdrawn: edition.counts.withdrawn })
  }
  return results
}

// An issue of a morning is in the window that closes the next.
function dayAfter(date: string): string {
  return new Date(Date.parse(date) + 86_400_000).toISOString().slice(0, 10)
}

async function heldIn(house: House, edition: Edition): Promise<number> {
  const sources = new Map((await house.store.sources()).map((source) => [source.id, source]))
  const items = await house.store.items({
    ids: edition.evidence.map(({ itemId }) => itemId),
    asOf: edition.window.to,
  })
  const texts = new Map(
    items.map((item) => [item.id, evidenceText({ item, source: sources.get(item.sourceId) ?? CORPUS })]),
  )
  const held = sentencesOf(edition).filter((sentence) => {
    const cited = sentence.evidence.map(
      (number) => texts.get(edition.evidence[number - 1]?.itemId ?? '') ?? '',
    )
    const evidence = [...cited, ...tallyTexts(sentence, edition.counts)]
    return ground(
      sentence.text,
      evidence.map((text, index) => ({ id: String(index), text })),
    ).every(({ supported }) => supported)
  })
  return held.length
}

function rowsOf(results: readonly Judged[]): Row[] {
  const sum = (of: (one: Judged) => number) => results.reduce((total, one) => total + of(one), 0)
  const sentences = sum((one) => one.sentences)
  const row = (metric: string, value: number, cases: number, reach: number | null): Row => ({
    ...{
      room: 'digest',
      data: `corpus, ${results.length} days`,
      metric,
      value,
      cases,
      reach,
      reference: null,
    },
  })
  return [
    row(
      'editions that keep every contract',
      sum(({ broken }) => (broken.length === 0 ? 1 : 0)) / results.length,
      results.length,
      1,
    ),
    row('sentences held by their evidence', sum(({ held }) => held) / sentences, sentences, 1),
    row(
      'sentences withdrawn by the gate, of those composed',
      sum(({ withdrawn }) => withdrawn) / (sentences + sum(({ withdrawn }) => withdrawn)),
      sentences,
      null,
    ),
  ]
}
