import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ground } from '#ground'
import { plain, sentences } from '#text'
import type { Evaluation, Row } from './evaluation.ts'
import { corruptionsOf } from './metrics/corruptions.ts'

type Case = { kind: string; text: string; supported: boolean; evidence: { id: string; text: string }[] }

/**
 * How surely a false sentence is refused and a true one let through. `own`: cases written by hand, each with one thing
 * wrong or none. `reading`: sentences of real items against the item they stand in, as they are and with one number, unit,
 * date, name or direction made wrong by rule.
 */
export const evaluation: Evaluation = {
  room: 'ground',
  async run({ own, shared }) {
    const written = linesOf<Case>(join(own, 'ground.jsonl'))
    const items = shared === null ? [] : linesOf<RawItem>(join(shared, 'reading/raw-items.jsonl'))
    return [...measure('own', written), ...(items.length > 0 ? measure('reading', generated(items)) : [])]
  },
}

function measure(data: string, cases: readonly Case[]): Row[] {
  const judged = cases.map((one) => ({
    ...one,
    refused: ground(one.text, one.evidence).some(({ supported }) => !supported),
  }))
  const wrong = judged.filter(({ supported }) => !supported)
  const right = judged.filter(({ supported }) => supported)
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
    ...kinds.map((kind) => {
      const some = wrong.filter((one) => one.kind === kind)
      return row(`recall: ${kind}`, some.filter((one) => one.refused).length, some.length, null)
    }),
  ]
}

type RawItem = { id: string; title: string; text: string }

function generated(items: readonly RawItem[]): Case[] {
  return items.flatMap(({ id, title, text }): Case[] => {
    const evidence = [{ id, text: `${title}\n\n${text}` }]
    return sentences(plain(text))
      .filter((sentence) => sentence.text.length > 60 && sentence.text.length < 400)
      .slice(0, 6)
      .flatMap((sentence): Case[] => [
        { kind: 'true', text: sentence.text, supported: true, evidence },
        ...corruptionsOf(sentence.text, 'Larkspur').map((lie) => ({ ...lie, supported: false, evidence })),
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
