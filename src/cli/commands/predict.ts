import { addPrediction, duePredictions, type LedgerEntry, ledger, predictionRecords, settle } from '#app'
import type { Outcome, Proposal, TrackRecord } from '#domain'
import { type Answer, type Deed, type Setting, WrongUse } from '../command.ts'
import { countOption } from '../options.ts'

type Options = Readonly<Record<string, string | boolean>>

const OUTCOMES: readonly string[] = ['right', 'wrong', 'void', 'open']
const SCORED_BY = ['all', 'source', 'person', 'topic', 'horizon', 'road'] as const

/** The ledger of predictions: add one, list them, what is due, settle one, and how well they did. */
export const deed: Deed = async (setting, [what = 'list', ...words], options) => {
  switch (what) {
    case 'add':
      return add(setting, words.join(' '), options)
    case 'list':
      return list(setting, options)
    case 'due':
      return due(setting, options)
    case 'settle':
      return end(setting, words, options)
    case 'scores':
      return scores(setting, options)
    default:
      throw new WrongUse(`predict ${what}: write predict add, list, due, settle or scores`)
  }
}

async function add(setting: Setting, claim: string, options: Options): Promise<Answer> {
  if (claim === '')
    throw new WrongUse('predict add: write what will happen, in quotation marks, and --due with a date')
  const { house } = await setting.open()
  const { entered, faults } = await addPrediction(house, {
    ...{ claim, due: dateOption(options.due, '--due'), criterion: text(options.criterion) },
    ...{ probability: probabilityOption(options.probability), replaces: text(options.replaces) },
  })
  const marks = faults.map(({ because, suggestion }) => `  ${because}\n    Better: ${suggestion}`)
  const head = entered
    ? `Entered as ${entered.id}, due ${entered.due}.${marks.length > 0 ? ' It is marked:' : ''}`
    : 'Not entered: it could not be judged.'
  return { data: { entered, faults }, text: [head, ...marks].join('\n'), failed: entered === null }
}

async function list(setting: Setting, options: Options): Promise<Answer> {
  const { house } = await setting.open()
  const all = await ledger(house, { asOf: setting.asOf })
  const wanted = options.all === true ? all : all.filter(({ resolution }) => isOpen(resolution?.outcome))
  const shown = wanted.slice(-countOption(options.limit, '--limit', 50))
  const head = `${all.length} predictions; ${all.filter(({ resolution }) => isOpen(resolution?.outcome)).length} are open.`
  return { data: shown, text: [head, ...shown.map(entryLine)].join('\n') }
}

function entryLine({ prediction, resolution }: LedgerEntry): string {
  const { id, due: day, by, claim, faults } = prediction
  const state = resolution?.outcome ?? 'open'
  const marks = faults.length > 0 ? ` [${faults.map(({ kind }) => kind).join(', ')}]` : ''
  return `${id}  ${state.padEnd(5)}  due ${day ?? 'never'}  ${by}: ${clip(claim)}${marks}`
}

async function due(setting: Setting, options: Options): Promise<Answer> {
  const { house } = await setting.open()
  const proposals = await duePredictions(house, {
    asOf: setting.asOf,
    limit: countOption(options.limit, '--limit', 20),
  })
  if (options.clear === true)
    for (const { prediction, outcome, because, evidence } of proposals.filter(({ clear }) => clear))
      await settle(house, prediction.id, {
        ...{ outcome, because, by: 'house' },
        itemIds: evidence.map(({ itemId }) => itemId),
      })
  const text = proposals.length === 0 ? 'Nothing is due, and nothing seen speaks to an open prediction.' : ''
  return { data: proposals, text: text || proposals.map(proposalText).join('\n\n') }
}

function proposalText({
  prediction,
  outcome,
  clear,
  because,
  evidence,
  elapsedDays,
  lateDays,
}: Proposal): string {
  const late = lateDays ? `, ${lateDays} days late` : ''
  const verdict = clear ? `${outcome}, after ${elapsedDays} days` : `${outcome}?`
  return [
    `${prediction.id}  ${prediction.by}, ${prediction.madeAt.slice(0, 10)}, due ${prediction.due ?? 'never'}${late}`,
    `  ${clip(prediction.claim)}`,
    `  ${verdict}: ${because}`,
    ...evidence.map(
      (one) =>
        `    ${one.side} (${Math.round(one.weight * 100)} %) ${one.seenAt.slice(0, 10)} ${one.title}: ${clip(one.text)}`,
    ),
  ].join('\n')
}

async function end(setting: Setting, [id, outcome]: readonly string[], options: Options): Promise<Answer> {
  if (!id || !isOutcome(outcome))
    throw new WrongUse('predict settle: write the id and right, wrong, void or open')
  const { house } = await setting.open()
  if ((await house.store.predictions({ ids: [id] })).length === 0)
    throw new WrongUse(`the ledger has no prediction ${id}; "bellwether predict list" shows them`)
  const resolution = await settle(house, id, {
    ...{ outcome, by: 'reader', because: text(options.because) ?? 'The reader says so.' },
    itemIds: text(options.items)?.split(',') ?? [],
  })
  return { data: resolution, text: `${id} is ${outcome}.` }
}

async function scores(setting: Setting, options: Options): Promise<Answer> {
  const by = SCORED_BY.find((one) => one === (options.by ?? 'all'))
  if (!by) throw new WrongUse(`--by ${options.by}: write one of ${SCORED_BY.join(', ')}`)
  const { house } = await setting.open()
  const records = await predictionRecords(house, { asOf: setting.asOf, by })
  const shown = records.slice(0, countOption(options.limit, '--limit', 20))
  if (shown.length === 0) return { data: shown, text: 'Nobody has foretold anything yet.' }
  return { data: shown, text: shown.map(recordText).join('\n') }
}

function recordText({
  of,
  entered,
  right,
  wrong,
  void: voided,
  open,
  baseRate,
  brier,
  logScore,
}: TrackRecord): string {
  const counts = `${of}: ${entered} entered, ${right} right, ${wrong} wrong, ${voided} void, ${open} open`
  const base = baseRate
    ? `; came true ${percent(baseRate.value)} (${percent(baseRate.low)} to ${percent(baseRate.high)}, ${right + wrong} settled)`
    : ''
  const scored = brier
    ? `; Brier ${brier.value.toFixed(3)} against ${brier.ofBaseRate.toFixed(3)} of the base rate, log score ${logScore?.toFixed(3)}, over ${brier.cases}`
    : ''
  return `${counts}${base}${scored}`
}

const MOST = 160
const clip = (words: string): string => (words.length > MOST ? `${words.slice(0, MOST - 1)}…` : words)
const percent = (share: number): string => `${Math.round(share * 100)} %`
const isOpen = (outcome: Outcome | undefined): boolean => outcome === undefined || outcome === 'open'
const isOutcome = (word: string | undefined): word is Outcome => word !== undefined && OUTCOMES.includes(word)
const text = (option: string | boolean | undefined): string | null =>
  typeof option === 'string' ? option : null

function dateOption(option: string | boolean | undefined, flag: string): string | null {
  if (option === undefined) return null
  if (typeof option !== 'string' || !/^\d{4}(?:-(?:Q[1-4]|\d{2}(?:-\d{2})?))?$/.test(option))
    throw new WrongUse(`${flag} ${option}: write a date such as 2026-09-30, 2026-09 or 2026-Q3`)
  return option
}

function probabilityOption(option: string | boolean | undefined): number | null {
  if (option === undefined) return null
  const probability = Number(option)
  if (!(probability >= 0 && probability <= 1))
    throw new WrongUse(`--probability ${option}: a number from 0 to 1`)
  return probability
}
