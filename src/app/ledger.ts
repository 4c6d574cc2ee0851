import type {
  Edition,
  Forecast,
  Instant,
  Item,
  Mention,
  Outcome,
  PartialDate,
  Prediction,
  PredictionEvidence,
  PredictionFault,
  Proposal,
  Resolution,
  Source,
  TrackRecord,
} from '#domain'
import type { Understanding } from '#ports'
import { lastDayOf, plain, shortHash, terms } from '#text'
import {
  evidenceIn,
  lastOutcomes,
  lintPrediction,
  propose,
  type ScoredBy,
  scopeOf,
  trackRecords,
  wordsToFind,
} from '#track'
import { finderOf } from './finder.ts'
import type { House } from './house.ts'

const LONGEST_CLAIM = 700
const WORDS_LOOKED_FOR = 8
const ITEMS_LOOKED_AT = 24

/** An entry of the ledger with how it stands. */
export type LedgerEntry = { readonly prediction: Prediction; readonly resolution: Resolution | null }

/**
 * Enters what sources foretell, oldest first: their explicit forecasts that can be judged one day. A copy foretells
 * nothing of its own. Entering twice adds nothing, so that a rebuild leaves the ledger as it was.
 */
export async function enterForecasts(
  house: House,
  items: readonly Item[],
  understandings: readonly Understanding[],
  copies: ReadonlyMap<string, string | null>,
): Promise<number> {
  const sources = await sourcesById(house, understandings)
  const predictions = understandings.flatMap(({ itemId, forecasts, mentions }, at) => {
    const item = items[at]
    if (!item || item.id !== itemId || copies.get(itemId)) return []
    return forecasts
      .filter(({ explicit, stance }) => explicit && stance !== 'question' && stance !== 'appointment')
      .flatMap((forecast) => foretold(item, forecast, mentions, sources.get(item.sourceId) ?? null) ?? [])
  })
  if (predictions.length === 0) return 0
  return (await house.store.enterPredictions(await firstTold(house, predictions))).length
}

/** Without those that repeat, in other words, what the same voice foretold for about the same day. */
async function firstTold(house: House, predictions: readonly Prediction[]): Promise<Prediction[]> {
  const known = new Map<string, Prediction[]>()
  const hold = (one: Prediction) => known.set(one.by, [...(known.get(one.by) ?? []), one])
  for (const sourceId of new Set(predictions.flatMap(({ sourceId: id }) => id ?? [])))
    for (const one of await house.store.predictions({ sourceId })) hold(one)
  return predictions.filter((one) => {
    const repeats = (known.get(one.by) ?? []).some((other) => other.id !== one.id && isRepeated(one, other))
    if (!repeats) hold(one)
    return !repeats
  })
}

const REPEATS_SHARE = 0.6
/** "Within five years", said on a Monday and told again on Friday. */
const SAME_DUE_MS = 7 * 86_400_000
const lastMs = ({ due }: Prediction): number => Date.parse((due && lastDayOf(due)) ?? '')

function isRepeated(one: Prediction, other: Prediction): boolean {
  if (Math.abs(lastMs(one) - lastMs(other)) > SAME_DUE_MS) return false
  const [short = [], long = []] = [wordsOf(one.claim), wordsOf(other.claim)].sort(
    (a, b) => a.length - b.length,
  )
  const shared = short.filter((word) => long.includes(word)).length
  return shared > 1 && shared >= REPEATS_SHARE * short.length
}

/** What a claim says beside its date. */
const wordsOf = (claim: string): string[] => [...new Set(terms(claim))].filter((word) => !OF_DATES.test(word))

const OF_DATES =
  /^(?:\d+|(?:januar|februar|march|april|may|june|jul|august|septemb|octob|novemb|decemb)\p{Ll}{0,2})$/u

async function sourcesById(
  house: House,
  understandings: readonly Understanding[],
): Promise<ReadonlyMap<string, Source>> {
  if (!understandings.some(({ forecasts }) => forecasts.some(({ explicit }) => explicit))) return new Map()
  return new Map([...(await house.store.sources()), ...house.sources].map((source) => [source.id, source]))
}

/** The entry that a forecast makes; null when the ledger refuses it. */
function foretold(
  item: Item,
  forecast: Forecast,
  mentions: readonly Mention[],
  source: Source | null,
): Prediction | null {
  const claim = oneLine(forecast.text)
  const draft = {
    ...{ claim, madeAt: item.publishedAt ?? item.seenAt, due: forecast.due, dueAlso: forecast.dueAlso },
    criterion: forecast.criterion === null ? null : oneLine(forecast.criterion),
  }
  const faults = lintPrediction(draft)
  if (faults.some(({ refuses }) => refuses)) return null
  const inside = mentions.filter(
    ({ field, start, end }) => field === 'text' && start >= forecast.start && end <= forecast.end,
  )
  return {
    ...{
      ...draft,
      id: idOf(item.id, claim),
      road: 'source',
      enteredAt: item.seenAt,
      probability: null,
      faults,
    },
    by: forecast.by ?? item.authors[0] ?? source?.name ?? item.sourceId,
    scope: scopeOf(claim, draft.criterion),
    entityIds: [...new Set(inside.map(({ entityId }) => entityId))],
    ...{ sourceId: item.sourceId, itemIds: [item.id], replaces: null },
  }
}

/**
 * Enters what a published edition told its reader to watch. A forecast that a source road entered already is the same
 * entry: our own watching adds to the ledger only what no source entry holds.
 */
export async function enterWatches(house: House, edition: Edition): Promise<number> {
  const known = new Set((await house.store.predictions({})).map(({ id }) => id))
  const predictions = edition.sections
    .flatMap(({ blocks }) => blocks)
    .flatMap((block): Prediction[] => {
      if (block.kind !== 'watch') return []
      const [evidence] = edition.evidence.filter(({ number }) => block.sentence.evidence.includes(number))
      const claim = oneLine(block.sentence.text)
      const draft = { claim, madeAt: edition.date, due: block.due, dueAlso: null, criterion: block.criterion }
      const faults = lintPrediction(draft)
      const id = idOf(evidence?.itemId ?? edition.id, claim)
      if (known.has(id) || faults.some(({ refuses }) => refuses)) return []
      return [
        {
          ...{ ...draft, id, road: 'house', by: block.by ?? evidence?.sourceName ?? 'Bellwether', faults },
          ...{ enteredAt: edition.window.to, probability: null, scope: scopeOf(claim, block.criterion) },
          ...{ entityIds: [], sourceId: null, itemIds: evidence ? [evidence.itemId] : [], replaces: null },
        },
      ]
    })
  if (predictions.length === 0) return 0
  return (await house.store.enterPredictions(predictions)).length
}

/** What the reader foretells. */
export type ReaderPrediction = {
  readonly claim: string
  readonly due: PartialDate | null
  readonly dueAlso?: PartialDate | null
  readonly criterion: string | null
  readonly probability: number | null
  /** Words that bound it; taken from the claim when left out. */
  readonly scope?: readonly string[]
  /** The version that it takes the place of, by id. */
  readonly replaces?: string | null
}

/** Enters a prediction of the reader, or says why it cannot be judged. Throws when it replaces what nobody entered. */
export async function addPrediction(
  house: House,
  given: ReaderPrediction,
): Promise<{ entered: Prediction | null; faults: readonly PredictionFault[] }> {
  const now = house.clock.now()
  const { due, criterion, probability, replaces = null, dueAlso = null } = given
  const claim = oneLine(given.claim)
  if (replaces !== null && (await house.store.predictions({ ids: [replaces] })).length === 0)
    throw new Error(`the ledger has no prediction ${replaces}`)
  const draft = { claim, madeAt: now.slice(0, 10), due, dueAlso, criterion }
  const faults = lintPrediction(draft)
  if (faults.some(({ refuses }) => refuses)) return { entered: null, faults }
  const mentions = (await finderOf(house)).findMentions({ title: '', text: claim })
  const prediction: Prediction = {
    ...{
      ...draft,
      id: idOf(`reader ${now}`, claim),
      road: 'reader',
      by: house.profile.reader,
      enteredAt: now,
    },
    ...{ probability, scope: given.scope ?? scopeOf(claim, criterion), faults, replaces },
    ...{ entityIds: [...new Set(mentions.map(({ entityId }) => entityId))], sourceId: null, itemIds: [] },
  }
  await house.store.enterPredictions([prediction])
  return { entered: prediction, faults }
}

/** The ledger in the order entered, each entry with the resolution that counts. */
export async function ledger(
  house: House,
  query: { readonly asOf: Instant | null; readonly entityId?: string; readonly ids?: readonly string[] },
): Promise<LedgerEntry[]> {
  const { entityId, ids } = query
  const asOf = query.asOf ? { asOf: query.asOf } : {}
  const predictions = await house.store.predictions({
    ...asOf,
    ...(entityId === undefined ? {} : { entityId }),
    ...(ids ? { ids } : {}),
  })
  const ends = lastOutcomes(
    await house.store.resolutions({ ...asOf, predictionIds: predictions.map(({ id }) => id) }),
  )
  return predictions.map((prediction) => ({ prediction, resolution: ends.get(prediction.id) ?? null }))
}

const isOpen = ({ resolution }: LedgerEntry) => resolution === null || resolution.outcome === 'open'

/**
 * What waits to be settled: late ones first, until somebody settles them, then those that evidence speaks to before
 * their date. Each with the evidence on both sides and what the ledger proposes.
 */
export async function duePredictions(
  house: House,
  query: { readonly asOf: Instant | null; readonly limit?: number },
): Promise<Proposal[]> {
  const now = query.asOf ?? house.clock.now()
  const limit = query.limit ?? Number.POSITIVE_INFINITY
  const open = (await ledger(house, { asOf: query.asOf }))
    .filter(isOpen)
    .map(({ prediction }) => ({ prediction, lateDays: propose(prediction, [], now).lateDays ?? 0 }))
    .sort((a, b) => b.lateDays - a.lateDays)
  const proposals: Proposal[] = []
  for (const { prediction, lateDays } of open) {
    // Every late one is listed and the latest come first, so once there are enough the rest need no search.
    const last = proposals.at(-1)?.lateDays ?? 0
    if (proposals.length >= limit && last > 0 && lateDays < last) break
    proposals.push(propose(prediction, await evidenceFor(house, prediction, now), now))
  }
  return proposals
    .filter(
      ({ outcome, evidence, lateDays }) => outcome !== 'open' || evidence.length > 0 || (lateDays ?? 0) > 0,
    )
    .sort(
      (a, b) =>
        (b.lateDays ?? 0) - (a.lateDays ?? 0) ||
        Number(b.clear) - Number(a.clear) ||
        (b.evidence[0]?.weight ?? 0) - (a.evidence[0]?.weight ?? 0) ||
        (a.prediction.id < b.prediction.id ? -1 : 1),
    )
    .slice(0, limit)
}

/** What items seen since a prediction was entered say for or against it, its own text and the issue around it aside. */
async function evidenceFor(
  house: House,
  prediction: Prediction,
  now: Instant,
): Promise<PredictionEvidence[]> {
  const words = wordsToFind(prediction).slice(0, WORDS_LOOKED_FOR).join(' ')
  const filter = { from: prediction.enteredAt, to: now }
  const hits = await house.store.search(words, { limit: ITEMS_LOOKED_AT, asOf: now, filter })
  const own = await house.store.items({ ids: prediction.itemIds, asOf: now })
  const itsIssues = new Set(own.flatMap(({ id, partOf }) => [id, ...(partOf === null ? [] : [partOf])]))
  const items = await house.store.items({ ids: hits.map(({ itemId }) => itemId), asOf: now })
  return items
    .filter(({ id, partOf }) => !itsIssues.has(id) && !(partOf !== null && itsIssues.has(partOf)))
    .map((item) => ({ ...item, itemId: item.id, text: plain(item.text) }))
    .filter(({ text }) => !text.includes(prediction.claim))
    .flatMap((passage) => evidenceIn(prediction, passage) ?? [])
}

/** Writes down how a prediction ended. Throws where there is none of that id. */
export async function settle(
  house: House,
  predictionId: string,
  end: {
    readonly outcome: Outcome
    readonly by: Resolution['by']
    readonly because: string
    readonly itemIds: readonly string[]
  },
): Promise<Resolution> {
  const resolution = { ...end, predictionId, resolvedAt: house.clock.now() }
  await house.store.resolve(resolution)
  return resolution
}

/** How well predictions did, by source, person, topic, horizon or road. */
export async function predictionRecords(
  house: House,
  query: { readonly asOf: Instant | null; readonly by: ScoredBy },
): Promise<TrackRecord[]> {
  const asOf = query.asOf ? { asOf: query.asOf } : {}
  const names = new Map<string, string>([
    ...(await house.store.sources()).map(({ id, name }): [string, string] => [id, name]),
    ...(query.by === 'topic' ? house.registry.map(({ id, name }): [string, string] => [id, name]) : []),
  ])
  return trackRecords(
    await house.store.predictions(asOf),
    await house.store.resolutions(asOf),
    query.by,
    (id) => names.get(id) ?? id,
  )
}

const oneLine = (text: string): string => plain(text).replace(/\s+/g, ' ').trim().slice(0, LONGEST_CLAIM)

/** The same for the same words of the same item, however its span was cut. */
const idOf = (from: string, claim: string): string =>
  `p${shortHash(`${from} ${terms(claim).slice(0, 12).join(' ')}`)}`
