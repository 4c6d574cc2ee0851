import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ground } from '#ground'
import { plain, sentences } from '#text'
import type { Evaluation, Row } from './evaluation.ts'
import { corruptionsOf, rewordingsOf } from './metrics/corruptions.ts'

type Case = { kind: string; text: string; supported: boolean; evidence: { id: string; text: string }[] }

/**
 * How surely a false sentence is refused and a true one let through. `own`: cases written by hand, each with one thing
 * wrong or none. `reading`, `news`, `newsletters`: sentences of real
 * texts against the text they stand in, as they are and with one number, unit, date, name, direction, hedge or denial made
 * wrong by rule.
 */
export const evaluation: Evaluation = {
  room: 'ground',
  async run({ own, shared }) {
    const written = linesOf<Case>(join(own, 'ground.jsonl'))
    const sets = shared === null ? [] : textsOf(shared)
    return [
      ...measure('own', written),
      ...sets.flatMap(({ data, texts }) => (texts.length > 0 ? measure(data, generated(texts)) : [])),
    ]
  },
}

type Text = { readonly title: string; readonly text: string }

const MOST_TEXTS = 160

/** Abstracts and posts, newspaper reports, newsletter entries: three kinds of text, one setting. */
function textsOf(shared: string): { data: string; texts: readonly Text[] }[] {
  const corpus = join(shared, '..', 'corpus', 'ainews')
  const entries = existsSync(corpus)
    ? readdirSync(corpus)
        .sort()
        .filter((_, at) => at % 8 === 0)
    : []
  return [
    { data: 'reading', texts: linesOf<Text>(join(shared, 'reading/raw-items.jsonl')).slice(0, MOST_TEXTS) },
    {
      data: 'news',
      texts: linesOf<Text>(join(shared, 'clustering/allsides_dev.jsonl')).slice(0, MOST_TEXTS),
    },
    {
      data: 'newsletters',
      texts: entries
        .flatMap((name) => entriesOf(readFileSync(join(corpus, name), 'utf8')))
        .slice(0, MOST_TEXTS),
    },
  ]
}

const entriesOf = (issue: string): Text[] =>
  issue
    .split(/\n+/)
    .filter((line) => /^[-*] /.test(line) && line.length > 200)
    .map((line) => ({ title: '', text: line.slice(2) }))

function measure(data: string, cases: readonly Case[]): Row[] {
  const judged = cases.map((one) => ({
    ...one,
    refused: ground(one.text, one.evidence).some(({ supported }) => !supported),
  }))
  const wrong = judged.filter(({ supported }) => !supported)
  const right = judged.filter(({ supported }) => supported)
  const reworded = right.filter(({ kind }) => kind === 'reworded')
  const refused = judged.filter((one) => one.refused)
  const row = (metric: string, hits: number, all: number, reach: number | null): Row => ({
    ...{
      room: 'ground',
      data,
      metric,
      value: all === 0 ? 0 : hits / all,
      cases: all,
      reference: null,
      reach,
    },
  })
  const kinds = [...new Set(wrong.map(({ kind }) => kind))].sort()
  return [
    row('recall of false sentences', wrong.filter((one) => one.refused).length, wrong.length, 0.95),
    row('precision of refusals', refused.filter(({ supported }) => !supported).length, refused.length, 0.95),
    row('true sentences let through', right.filter((one) => !one.refused).length, right.length, 0.9),
    ...(reworded.length > 0
      ? [
          row(
            'reworded true sentences let through',
            reworded.filter((one) => !one.refused).length,
            reworded.length,
            0.9,
          ),
        ]
      : []),
    ...kinds.map((kind) => {
      const some = wrong.filter((one) => one.kind === kind)
      return row(`recall: ${kind}`, some.filter((one) => one.refused).length, some.length, null)
    }),
  ]
}

function generated(texts: readonly Text[]): Case[] {
  return texts.flatMap(({ title, text }, at): Case[] => {
    const evidence = [{ id: String(at), text: `${title}\n\n${text}` }]
    return sentences(plain(text))
      .filter((sentence) => sentence.text.length > 60 && sentence.text.length < 400)
      .slice(0, 6)
      .flatMap((sentence): Case[] => [
        { kind: 'true', text: sentence.text, supported: true, evidence },
        ...rewordingsOf(sentence.text).map((text) => ({ kind: 'reworded', text, supported: true, evidence })),
        ...corruptionsOf(sentence.text).map((lie) => ({ ...lie, supported: false, evidence })),
      ])
  })
}

function linesOf<T>(file: string): T[] {
  return existsSync(file)
    ? readFileSync(file, 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as T)
    : []
}
