import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Forecast } from '#domain'
import { forecasts } from '#extract'
import { lastDayOf } from '#text'
import type { Evaluation, Row } from './evaluation.ts'
import { linesOf } from './files.ts'
import { f1, recall } from './metrics/assignment.ts'

type Wanted = {
  readonly doc: string
  readonly text: string
  readonly due: string | null
  readonly due_alt?: string
  readonly explicit: boolean
  readonly made_on: string
}
type ReadingLine = {
  readonly date: string
  readonly text: string
  readonly due: string | null
  readonly horizon_days: number | null
}
type OwnCase = {
  readonly text: string
  readonly published: string
  readonly forecasts: readonly { text: string; due: string | null; explicit: boolean }[]
}

/** Forecasts of a reference digest, of one reader's watch lists, and of our own sentences. */
export const evaluation: Evaluation = {
  room: 'predictions',
  async run({ own, shared }) {
    const rows = ownRows(await linesOf<OwnCase>(join(own, 'predictions.jsonl')))
    if (shared === null) return rows
    rows.push(...(await sourceRows(join(shared, 'sources'))))
    const reading = await linesOf<ReadingLine>(join(shared, 'reading', 'predictions.jsonl'))
    const dated = reading.filter(({ due }) => due !== null)
    const exact = dated.filter((one) =>
      forecasts(one.text, { published: one.date }).some((found) => dueIs(found, one.due)),
    )
    rows.push({
      ...{ room: 'predictions', data: 'reading', metric: 'dated ones found with the exact due date' },
      ...{
        value: exact.length / Math.max(1, dated.length),
        cases: dated.length,
        reference: null,
        reach: 0.9,
      },
    })
    return rows
  },
}

async function sourceRows(folder: string): Promise<Row[]> {
  const gold = (await linesOf<Wanted>(join(folder, 'predictions.jsonl'))).filter(({ doc }) => doc === '002')
  const path = join(folder, '002.txt')
  if (!existsSync(path) || gold.length === 0) return []
  const text = await readFile(path, 'utf8')
  const found = forecasts(text, { published: gold[0]?.made_on ?? null }).filter(({ explicit }) => explicit)
  const explicit = gold.filter(
    (one) => one.explicit && !gold.some((other) => other !== one && other.text.includes(one.text)),
  )
  const pairs = explicit.map((wanted) => found.find((one) => overlaps(one.text, wanted.text)))
  const right = pairs.filter((one) => one !== undefined).length
  const dues = explicit.filter((wanted, at) => {
    const one = pairs[at]
    return (
      one !== undefined &&
      dueIs(one, wanted.due) &&
      (wanted.due_alt === undefined || lastDayOf(one.dueAlso ?? '') === wanted.due_alt)
    )
  }).length
  const base = { room: 'predictions', data: 'sources', reference: null, cases: explicit.length }
  return [
    {
      ...base,
      metric: 'F1 of the explicit ones',
      value: f1({ right, found: found.length, wanted: explicit.length }),
      reach: 0.9,
    },
    { ...base, metric: 'exact due among those found', value: right === 0 ? 0 : dues / right, reach: 1 },
  ]
}

// A span that covers most of the other says the same.
function overlaps(found: string, wanted: string): boolean {
  const [a, b] = [found.replace(/\s+/g, ' '), wanted.replace(/\s+/g, ' ')]
  return (
    a.includes(b.slice(0, 60)) ||
    b.includes(a.slice(0, 60)) ||
    a.includes(b.slice(-60)) ||
    b.includes(a.slice(-60))
  )
}

const dueIs = (found: Forecast, wanted: string | null): boolean =>
  wanted === null
    ? found.due === null
    : lastDayOf(found.due ?? '') === wanted || lastDayOf(found.dueAlso ?? '') === wanted

function ownRows(cases: readonly OwnCase[]): Row[] {
  let right = 0
  let dues = 0
  let found = 0
  let wanted = 0
  for (const one of cases) {
    const explicit = forecasts(one.text, { published: one.published }).filter((forecast) => forecast.explicit)
    const gold = one.forecasts.filter((forecast) => forecast.explicit)
    found += explicit.length
    wanted += gold.length
    for (const forecast of gold) {
      const pair = explicit.find((other) => overlaps(other.text, forecast.text))
      if (!pair) continue
      right++
      if (pair.due === forecast.due) dues++
    }
  }
  const base = { room: 'predictions', data: 'own sentences', reference: null, cases: cases.length }
  return [
    { ...base, metric: 'F1 of the explicit ones', value: f1({ right, found, wanted }), reach: 0.9 },
    {
      ...base,
      metric: 'exact due among those found',
      value: recall({ right: dues, found: right, wanted: right }),
      reach: 1,
    },
  ]
}
