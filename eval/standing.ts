import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Profile } from '#domain'
import type { House } from '../src/app/index.ts'
import { judgeOf } from '../src/app/judge.ts'
import { standingsAt } from '../src/app/standing.ts'
import type { Evaluation, Row } from './evaluation.ts'
import { corpusBeside, withHouse } from './metrics/houses.ts'

const NOW = '2026-05-09T00:00:00.000Z'
const FIRST_WEEK = Date.parse('2026-03-05T00:00:00.000Z')
const WEEKS = 9
const WEEK_MS = 7 * 86_400_000
const STORIES_PER_WEEK = 300
const HIGH = 80

type Judged = { readonly points: number; readonly standing: number }

/**
 * Whether a score means the same each week: nine weeks of newsletters, each with eight weeks before it, for the reader of
 * the shared profile. How much the share of stories at 80 and above moves from week to week, against the share above the
 * points that a fifth of all stories reach, which only the end of the nine weeks knows.
 */
export const evaluation: Evaluation = {
  room: 'standing',
  async run({ shared }) {
    const corpus = corpusBeside(shared)
    if (corpus === null || shared === null) return []
    const written = JSON.parse(await readFile(join(shared, 'reading', 'profile.json'), 'utf8')) as Profile
    const profile = { ...written, mutes: written.mutes ?? [], boosts: written.boosts ?? [] }
    return withHouse({ paths: [join(corpus, 'ainews')], now: NOW }, (house) => rowsOf({ ...house, profile }))
  },
}

async function rowsOf(house: House): Promise<Row[]> {
  const weeks: Judged[][] = []
  for (let week = 0; week < WEEKS; week++) weeks.push(await judgedIn(house, FIRST_WEEK + week * WEEK_MS))
  const all = weeks.flat().sort((a, b) => a.points - b.points)
  const bar = all[Math.floor(all.length * (HIGH / 100))]?.points ?? 0
  const raw = weeks.map((week) => shareOf(week, ({ points }) => points >= bar))
  const calibrated = weeks.map((week) => shareOf(week, ({ standing }) => standing >= HIGH))
  const base = { room: 'standing', data: `newsletters of 2026, ${WEEKS} weeks`, cases: all.length }
  const row = (metric: string, value: number, reference: string | null = null): Row => ({
    ...{ ...base, metric, value, reach: null, reference },
  })
  const uncalibrated = mean(weeks.map((week) => shareOf(week, ({ points }) => points >= HIGH)))
  return [
    row(
      `share of stories at ${HIGH} and above`,
      mean(calibrated),
      `.2 is meant; of bare points ${uncalibrated}`,
    ),
    row(
      'that share, deviation between weeks',
      deviation(calibrated),
      `of points ${deviation(raw).toFixed(3)}`,
    ),
  ]
}

async function judgedIn(house: House, from: number): Promise<Judged[]> {
  const seen = { from: new Date(from).toISOString(), to: new Date(from + WEEK_MS).toISOString() }
  const judge = await judgeOf(house)
  const standing = await standingsAt(house, seen.to, judge, { remembers: false })
  const stories = await house.store.stories({ seen, asOf: seen.to })
  const storyIds = stories
    .map(({ id }) => id)
    .sort()
    .slice(-STORIES_PER_WEEK)
  return (await house.store.dossiers({ storyIds, asOf: seen.to })).map((dossier) => {
    const { score } = judge(dossier, { now: seen.to })
    return { points: score, standing: standing(score).value }
  })
}

const shareOf = (some: readonly Judged[], is: (one: Judged) => boolean): number =>
  some.filter(is).length / Math.max(1, some.length)

const mean = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0) / values.length

function deviation(values: readonly number[]): number {
  const middle = mean(values)
  return Math.sqrt(mean(values.map((value) => (value - middle) ** 2)))
}
