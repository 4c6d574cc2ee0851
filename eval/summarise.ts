import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { summarise } from '#compose'
import type { Evaluation, Row } from './evaluation.ts'
import { type Rouge, rougeL, rougeN } from './metrics/rouge.ts'

type Case = { title?: string; source: string[]; target: string[] }

const MEASURES = [
  {
    metric: 'ROUGE-1 F',
    of: (a: string, b: string) => rougeN(a, b, 1),
    reach: 0.4,
    reference:
      'LEAD-1 .282, first "we propose" .374 [B], MatchSum .427 [P], oracle .458 [U] (unstemmed as here: LEAD-1 .272, oracle .447)',
  },
  { metric: 'ROUGE-2 F', of: (a: string, b: string) => rougeN(a, b, 2), reach: null, reference: null },
  { metric: 'ROUGE-L F', of: rougeL, reach: null, reference: null },
] as const

/** One sentence of each abstract against its gold summaries: the best over references, whole sentence, no stemming. */
export const evaluation: Evaluation = {
  room: 'summarise',
  async run({ own, shared }) {
    const rows = [...measure('own', join(own, 'summarise.jsonl'))]
    for (const set of shared ? ['train', 'dev'] : [])
      rows.push(...measure(`scitldr_${set}`, join(shared ?? '', `summaries/scitldr_${set}.jsonl`)))
    return rows
  },
}

function measure(data: string, file: string): Row[] {
  if (!existsSync(file)) return []
  const cases: Case[] = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  const chosen = cases.map(({ title, source }) =>
    summarise({ title: title ?? null, sentences: source, max: 1 })
      .map((index) => source[index] ?? '')
      .join(' '),
  )
  return MEASURES.map(({ metric, of, reach, reference }) => {
    const best = (one: Case, index: number) =>
      Math.max(...one.target.map((target) => (of(chosen[index] ?? '', target) as Rouge).f))
    const value = cases.reduce((total, one, index) => total + best(one, index), 0) / cases.length
    const isDev = data === 'scitldr_dev'
    return {
      room: 'summarise',
      data,
      metric,
      value,
      cases: cases.length,
      reference: isDev ? reference : null,
      reach: isDev ? reach : null,
    }
  })
}
