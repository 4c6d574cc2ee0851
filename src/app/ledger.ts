import type {
  Instant,
  Outcome,
  Prediction,
  PredictionEvidence,
  Proposal,
  Resolution,
  TrackRecord,
} from '#domain'
import { plain } from '#text'
import { evidenceIn, lastOutcomes, propose, type ScoredBy, trackRecords, wordsToFind } from '#track'
import type { House } from './house.ts'

const WORDS_LOOKED_FOR = 8
const ITEMS_LOOKED_AT = 24

/** An entry of the ledger with how it stands. */
export type LedgerEntry = { readonly prediction: Prediction; readonly resolution: Resolution | null }

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
