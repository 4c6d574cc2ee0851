import { join } from 'node:path'
import type { Interval } from '#domain'
import { entityNamed, type House } from '../src/app/index.ts'
import type { Evaluation, Row } from './evaluation.ts'
import { linesOf } from './files.ts'
import { corpusBeside, withHouse } from './metrics/houses.ts'
import { spearman } from './metrics/spearman.ts'

type Issue = {
  readonly date: string
  readonly companies: readonly string[] | null
  readonly models: readonly string[] | null
  readonly topics: readonly string[] | null
  readonly people: readonly string[] | null
}

// Weeks end on a Sunday, when no issue appears: a repaired hour moves none of them into another week than its tags.
const NOW = '2026-05-10T12:00:00.000Z'
const WEEKS = 17
const HISTORY = { least: 4, most: 8 }
const ENTITIES = 50
const WEEK_MS = 7 * 86_400_000

/**
 * Weekly moves from the text of four months of newsletters against moves from their editor's tags, over the 50 entities
 * tagged most: a move is how far a week is from the mean of the weeks before, in standard deviations. The tags name a
 * handful of things an issue, five issues a week: how far two halves of the issues agree with each other by the same
 * measure says how well anything can agree with them.
 */
export const evaluation: Evaluation = {
  room: 'movers',
  async run({ shared }) {
    const corpus = corpusBeside(shared)
    if (corpus === null) return []
    const issues = await linesOf<Issue>(join(corpus, 'ainews-index.jsonl'))
    return withHouse({ paths: [join(corpus, 'ainews')], now: NOW }, (house) => rowsOf(house, issues))
  },
}

async function rowsOf(house: House, issues: readonly Issue[]): Promise<Row[]> {
  const bins = weeksUntil(NOW)
  const tagged = tagCounts(house, issues, bins)
  const top = [...tagged].sort((a, b) => sum(b[1]) - sum(a[1])).slice(0, ENTITIES)
  if (top.length === 0) return []
  const found = await house.store.entityBins({ bins, entityIds: top.map(([id]) => id) })
  const text = new Map(found.map(({ entityId, stories }) => [entityId, stories]))
  const nothing = new Array<number>(WEEKS).fill(0)
  const moves = (counts: ReadonlyMap<string, readonly number[]>) =>
    top.flatMap(([id]) => movesOf(counts.get(id) ?? nothing))
  const halves = [0, 1].map((parity) =>
    tagCounts(
      house,
      issues.filter((_, at) => at % 2 === parity),
      bins,
    ),
  )
  const [even = new Map(), odd = new Map()] = halves
  const base = { room: 'movers', data: 'newsletters of 2026', reference: null, cases: ENTITIES }
  const between = spearman(moves(even), moves(odd))
  return [
    {
      ...{ ...base, metric: 'Spearman of weekly moves, text and tags', reach: 0.7 },
      ...{ value: spearman(moves(text), moves(tagged)) },
      reference: `halves of the tags ${between.toFixed(2)} [U ${ceiling(between).toFixed(2)}]`,
    },
    { ...base, metric: 'Spearman of weekly moves, two halves of the tags', value: between, reach: null },
  ]
}

/** The most that a faultless measure could correlate with the whole, after Spearman and Brown 1910. */
const ceiling = (halves: number): number => Math.sqrt(Math.max(0, (2 * halves) / (1 + halves)))

function weeksUntil(until: string): Interval[] {
  const end = Date.parse(until)
  const at = (age: number) => new Date(end - age * WEEK_MS).toISOString()
  return Array.from({ length: WEEKS }, (_, i) => ({ from: at(WEEKS - i), to: at(WEEKS - i - 1) }))
}

/** In how many issues of each week the editor tagged each entity. */
function tagCounts(house: House, issues: readonly Issue[], bins: readonly Interval[]): Map<string, number[]> {
  const counts = new Map<string, number[]>()
  for (const { date, companies, models, topics, people } of issues) {
    const noon = `${date}T12:00:00.000Z`
    const bin = bins.findIndex(({ from, to }) => from <= noon && noon < to)
    if (bin < 0) continue
    const names = [companies, models, topics, people].flatMap((some) => some ?? [])
    for (const id of new Set(names.flatMap((name) => entityNamed(house, name)?.id ?? []))) {
      const weeks = counts.get(id) ?? new Array<number>(WEEKS).fill(0)
      weeks[bin] = (weeks[bin] ?? 0) + 1
      counts.set(id, weeks)
    }
  }
  return counts
}

function movesOf(counts: readonly number[]): number[] {
  return counts.slice(HISTORY.least).map((now, i) => {
    const at = i + HISTORY.least
    const history = counts.slice(Math.max(0, at - HISTORY.most), at)
    const usual = sum(history) / history.length
    return (now - usual) / Math.sqrt(usual + 0.5)
  })
}

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0)
