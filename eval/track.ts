import { join } from 'node:path'
import type { Claim, Dossier, Item, Source, Telling } from '#domain'
import { disagreements, type EntityWeeks, movers } from '#track'
import type { Evaluation, Gold, Row } from './evaluation.ts'
import { linesOf } from './files.ts'
import { poisson, randoms } from './metrics/chance.ts'

const TRIALS = 300
const NAMES = 80
const WEEKS = 9
const PLANTED = 8

type Numbers = Pick<Claim, 'subject' | 'metric' | 'value' | 'number' | 'unit' | 'change'> & {
  readonly family: string
  readonly condition?: string
  readonly low?: number
  readonly high?: number
}
type Case = { readonly id: string; readonly claims: readonly Numbers[]; readonly disagree: boolean }

/**
 * Movers on simulated weeks of 80 names whose usual counts run from 0.1 to 12 stories: how often a week in which
 * nothing changed raises any alarm, and, with eight names planted at four times their usual count, how many of those are
 * found and what share of all named is wrong. Disagreements on own cases: the share judged as a person judged them.
 */
export const evaluation: Evaluation = {
  room: 'track',
  async run(gold: Gold): Promise<readonly Row[]> {
    return [...moverRows(), await disagreementRow(join(gold.own, 'track-disagreements.jsonl'))]
  },
}

function moverRows(): Row[] {
  const random = randoms(2026)
  let quietAlarms = 0
  let found = 0
  let wrong = 0
  let named = 0
  for (let trial = 0; trial < TRIALS; trial++) {
    if (movers(simulated(random, 0)).length > 0) quietAlarms++
    const told = movers(simulated(random, PLANTED))
    const right = told.filter(
      ({ entityId, direction }) => entityId.startsWith('planted') && direction !== 'down',
    )
    found += right.length
    named += told.length
    wrong += told.length - right.length
  }
  const row = { room: 'track', data: `${TRIALS} simulated weeks`, cases: TRIALS, reference: null }
  return [
    { ...row, metric: 'quiet weeks without alarm', value: 1 - quietAlarms / TRIALS, reach: 0.9 },
    { ...row, metric: 'planted rises found', value: found / (TRIALS * PLANTED), reach: 0.6 },
    { ...row, metric: 'movers that are real', value: named === 0 ? 1 : 1 - wrong / named, reach: 0.9 },
  ]
}

/** Usual counts spread evenly on a log scale, so that most names are rare, as names are. */
function simulated(random: () => number, planted: number): EntityWeeks[] {
  return Array.from({ length: NAMES }, (_, i) => {
    const isPlanted = i % Math.floor(NAMES / PLANTED) === 7 && planted > 0
    const rate = 0.1 * 120 ** (i / NAMES)
    const weeks = Array.from({ length: WEEKS }, (_, week) =>
      poisson(week === 0 && isPlanted ? 4 * Math.max(1, rate) : rate, random),
    )
    return { entityId: `${isPlanted ? 'planted' : 'usual'}-${i}`, name: `name ${i}`, type: 'company', weeks }
  })
}

async function disagreementRow(path: string): Promise<Row> {
  const cases = await linesOf<Case>(path)
  const right = cases.filter((one) => disagreements(dossierOf(one)).length > 0 === one.disagree).length
  return {
    room: 'track',
    data: 'own gold',
    metric: 'disagreements judged right',
    value: right / cases.length,
    cases: cases.length,
    reference: null,
    reach: 0.9,
  }
}

const AT = '2026-05-14T08:00:00.000Z'

function dossierOf({ id, claims }: Case): Dossier {
  const tellings = claims.map((numbers, i): Telling => {
    const { family, condition = null, low = null, high = null, ...told } = numbers
    const claim: Claim = {
      ...told,
      low,
      high,
      condition,
      baseline: null,
      kind: 'level',
      sentence: numbers.value,
      start: 0,
      end: numbers.value.length,
    }
    return {
      item: itemOf(`${id}-${i}`),
      source: sourceOf(family),
      copyOf: null,
      mentions: [],
      claims: [claim],
      forecasts: [],
    }
  })
  const itemIds = tellings.map(({ item }) => item.id)
  return { story: { id, eventId: id, title: id, itemIds, firstSeenAt: AT, lastSeenAt: AT }, tellings }
}

function sourceOf(family: string): Source {
  return { id: family, name: family, kind: 'feed', address: family, family, weight: 0.5, staleAfterHours: 48 }
}

function itemOf(id: string): Item {
  return {
    id,
    revision: 1,
    key: id,
    sourceId: id,
    captureHash: '',
    kind: 'article',
    url: null,
    title: id,
    authors: [],
    text: '',
    lang: 'en',
    publishedAt: null,
    dateRepair: null,
    capturedAt: AT,
    seenAt: AT,
    ids: {},
    links: [],
    tags: [],
    signals: {},
    partOf: null,
    contentHash: id,
  }
}
