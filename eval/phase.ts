import { join } from 'node:path'
import type { Phase } from '#domain'
import { phaseOf, type ToldAt, toldAtOf } from '#track'
import type { Evaluation, Row } from './evaluation.ts'
import { corpusBeside, withHouse } from './metrics/houses.ts'

const HOUR_MS = 3_600_000
const STEP_HOURS = 12
/** How long a story is followed after its last telling. */
const AFTER_HOURS = 48
const PHASES: readonly Phase[] = ['breaking', 'developing', 'sustained', 'fading']
/** A phase that is rarer than this tells a reader nothing. */
const SHARE_MIN = 0.05

/** How often each phase occurs: all stories of four months of newsletters that were told twice, looked at twice a day while they live. */
export const evaluation: Evaluation = {
  room: 'phase',
  async run({ shared }) {
    const corpus = corpusBeside(shared)
    if (corpus === null) return []
    const now = '2026-05-12T00:00:00.000Z'
    const stories = await withHouse({ paths: [join(corpus, 'ainews')], now }, async ({ store }) =>
      (await store.dossiers({ seen: { from: '2026-01-01', to: now }, asOf: now })).map(toldAtOf),
    )
    const phases = stories.filter((told) => told.length > 1).flatMap(phasesOf)
    return PHASES.map(
      (phase): Row => ({
        ...{ room: 'phase', data: 'newsletters of 2026', metric: `share ${phase}` },
        value: phases.filter((one) => one === phase).length / phases.length,
        ...{ reach: SHARE_MIN, cases: phases.length, reference: null },
      }),
    )
  },
}

function phasesOf(told: readonly ToldAt[]): Phase[] {
  const times = told.map(({ at }) => Date.parse(at))
  const first = Math.min(...times)
  const steps = Math.floor((Math.max(...times) - first) / HOUR_MS + AFTER_HOURS) / STEP_HOURS
  return Array.from({ length: Math.floor(steps) + 1 }, (_, at) =>
    phaseOf(told, new Date(first + at * STEP_HOURS * HOUR_MS).toISOString()),
  )
}
