import type {
  Edition,
  Forecast,
  Item,
  Mention,
  PartialDate,
  Prediction,
  PredictionFault,
  Source,
} from '#domain'
import { forecasts } from '#extract'
import type { Understanding } from '#ports'
import { lastDayOf, plain, shortHash, terms } from '#text'
import { lintPrediction, scopeOf } from '#track'
import { finderOf } from './finder.ts'
import type { House } from './house.ts'

const LONGEST_CLAIM = 700

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

/** Without those that repeat, in other words, what the same source foretold for about the same day. */
async function firstTold(house: House, predictions: readonly Prediction[]): Promise<Prediction[]> {
  const known = new Map<string | null, Prediction[]>()
  const hold = (one: Prediction) => known.set(one.sourceId, [...(known.get(one.sourceId) ?? []), one])
  for (const sourceId of new Set(predictions.flatMap(({ sourceId: id }) => id ?? [])))
    for (const one of await house.store.predictions({ sourceId })) hold(one)
  return predictions.filter((one) => {
    const repeats = (known.get(one.sourceId) ?? []).some(
      (other) => other.id !== one.id && isRepeated(one, other),
    )
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
  const claim = claimOf(item, forecast)
  if (claim === null) return null
  const draft = {
    ...{ claim, madeAt: item.publishedAt ?? item.seenAt, due: forecast.due, dueAlso: forecast.dueAlso },
    criterion: forecast.criterion === null ? null : oneLine(forecast.criterion),
  }
  const faults = lintPrediction(draft)
  const inside = mentions.filter(
    ({ field, start, end }) => field === 'text' && start >= forecast.start && end <= forecast.end,
  )
  const named = nameOf(forecast, inside)
  if (faults.some(({ refuses }) => refuses)) return null
  if (!speaksOfSomething(claim, inside) || (named === null && isNeverWrong(faults))) return null
  return {
    ...{
      ...draft,
      id: idOf(item.id, oneLine(forecast.text)),
      road: 'source',
      enteredAt: item.seenAt,
      probability: null,
      faults,
    },
    by: named ?? voiceOf(item, forecast, source),
    scope: scopeOf(claim, draft.criterion),
    entityIds: [...new Set(inside.map(({ entityId }) => entityId))],
    ...{ sourceId: item.sourceId, itemIds: [item.id], replaces: null },
  }
}

// A newsletter prints "Heading: what is foretold": the claim is the half that foretells it; null where neither does alone.
function claimOf({ title, publishedAt, seenAt }: Item, { text }: Forecast): string | null {
  const whole = oneLine(text)
  const rest = behindHeading(whole, oneLine(title))
  if (rest === null) return whole
  const published = publishedAt ?? seenAt.slice(0, 10)
  const foretells = (half: string) =>
    forecasts(half, { published }).some(({ explicit, stance }) => explicit && stance !== 'question')
  return [rest, oneLine(title)].find(foretells) ?? null
}

function behindHeading(text: string, title: string): string | null {
  const end = text.slice(0, title.length + 8).lastIndexOf(': ')
  return end > 0 && flat(title) !== '' && flat(text.slice(0, end)) === flat(title)
    ? text.slice(end + 2)
    : null
}

const flat = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

// What neither names what would show it nor says it plainly is right whatever comes.
const isNeverWrong = (faults: readonly PredictionFault[]): boolean => {
  const kinds = new Set(faults.map(({ kind }) => kind))
  return kinds.has('no-criterion') && (kinds.has('hedged') || kinds.has('vague-scope'))
}

const NO_NAME =
  /^(?:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*|The|A|An|In|On|At|By|If|It|Its|There|They|Their|This|That|These|Those|We|I|He|She|What|Whoever|Which|When|While|With|Within|For|From|After|Before|Once|Another|One|Some|Several|Many|Most|All|Both|Each|Under|Over|Yet|But|And|So|As|To|Not|No|Future|Next)$/
// What a customer gets or must do is an offer or an instruction, and who asks or doubts foretells nothing.
const TELLS_NOTHING =
  /\b(?:you(?:rs?)?|you['’](?:ll|re|ve))\b|\b(?:users?|members|customers|subscribers|participants|people) (?:of \S+ )?(?:can|should|must|may|need to|have to)\b|^to (?:enter|join|apply|participate|register)\b|\b(?:seeking|asks?|asked|asking|wondering|complain(?:s|ed)|advice|recommendations|skepticism|interpretation)\b/i
const OPENS_A_SENTENCE = /^["“'‘(@]*(?:[\p{Lu}\d$€£]|\p{Ll}+\p{Lu})/u

/** Whether a claim is a whole sentence that names somebody or something and is told to nobody in particular. */
function speaksOfSomething(claim: string, inside: readonly Mention[]): boolean {
  if (TELLS_NOTHING.test(claim) || !OPENS_A_SENTENCE.test(claim) || claim.endsWith('?')) return false
  const names = claim.match(/(?<![\p{L}\p{N}])(?:\p{Lu}[\p{L}\d.-]*|\p{L}+\d[\p{L}\d.-]*)/gu) ?? []
  return inside.length > 0 || names.some((name) => name.length > 1 && !NO_NAME.test(name))
}

const SPEAKS: ReadonlySet<string> = new Set(['person', 'company', 'lab', 'government'])

/** Who is named as the one who foretells: in the sentence, or before its colon; null where nobody is. */
function nameOf({ by, start, text }: Forecast, inside: readonly Mention[]): string | null {
  if (by !== null && /^@?\p{Lu}/u.test(by)) return by
  const label = inside.find(
    (one) => one.start === start && SPEAKS.has(one.type) && text[one.end - start] === ':',
  )
  return label?.name ?? null
}

/**
 * Whose voice it is where the sentence names none. A letter has a voice of its own in what it says with a test, and none
 * where it sums up others.
 */
function voiceOf(
  { authors, partOf, kind, sourceId }: Item,
  { criterion }: Forecast,
  source: Source | null,
): string {
  const name = source?.name ?? sourceId
  if (partOf === null || kind === 'transcript' || criterion !== null) return authors[0] ?? name
  return authors[0]?.startsWith('@') ? authors[0] : `unnamed, in ${name}`
}

/**
 * Enters what a published edition told its reader to watch. A forecast that a source road entered already is the same
 * entry: our own watching adds to the ledger only what no source entry holds.
 */
export async function enterWatches(house: House, edition: Edition): Promise<number> {
  const entered = await house.store.predictions({})
  const known = new Set(entered.map(({ id }) => id))
  const isEntered = (words: string) => entered.some(({ claim }) => claim.includes(words))
  const predictions = edition.sections
    .flatMap(({ blocks }) => blocks)
    .flatMap((block): Prediction[] => {
      if (block.kind !== 'watch') return []
      const [evidence] = edition.evidence.filter(({ number }) => block.sentence.evidence.includes(number))
      const claim = oneLine(block.sentence.text)
      if (block.entry !== undefined || isEntered(wordsSaid(claim))) return []
      const draft = { claim, madeAt: edition.date, due: block.due, dueAlso: null, criterion: block.criterion }
      const faults = lintPrediction(draft)
      const id = idOf(evidence?.itemId ?? edition.id, claim)
      if (known.has(id) || faults.some(({ refuses }) => refuses)) return []
      return [
        {
          ...{
            ...draft,
            id,
            road: 'house',
            by: block.sentence.origin === 'chosen' ? (block.by ?? evidence?.sourceName ?? OURS) : OURS,
            faults,
          },
          ...{ enteredAt: edition.window.to, probability: null, scope: scopeOf(claim, block.criterion) },
          ...{ entityIds: [], sourceId: null, itemIds: evidence ? [evidence.itemId] : [], replaces: null },
        },
      ]
    })
  if (predictions.length === 0) return 0
  return (await house.store.enterPredictions(predictions)).length
}

const OURS = 'Bellwether'

// A sentence that is quoted in an edition, `Ines Halvorsen: “We expect …”`, was entered in its own words.
const wordsSaid = (claim: string): string => /^[^“”]{1,80}: “([^“”]+)”$/.exec(claim)?.[1] ?? claim

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

const oneLine = (text: string): string => plain(text).replace(/\s+/g, ' ').trim().slice(0, LONGEST_CLAIM)

/** The same for the same words of the same item, however its span was cut. */
const idOf = (from: string, claim: string): string =>
  `p${shortHash(`${from} ${terms(claim).slice(0, 12).join(' ')}`)}`
