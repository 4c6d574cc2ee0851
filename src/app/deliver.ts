import {
  type Private,
  publicEdition,
  toHtml,
  toJson,
  toMailHtml,
  toMarkdown,
  toShort,
  toText,
  withErrata,
} from '#compose'
import type { Correction, Edition, Instant, Sending } from '#domain'
import type { Delivery, Outcome, Parcel } from '#ports'
import { correctionsOf } from './corrections.ts'
import { heldBackIn } from './held-back.ts'
import type { House } from './house.ts'

const SHORT_CHARACTERS = 1500

/** An edition in every form it is read in, with its errata; the same edition gives the same bytes. */
export function parcelOf(frozen: Edition, corrections: readonly Correction[] = []): Parcel {
  const edition = withErrata(frozen, corrections)
  return {
    ...{ edition, corrections },
    ...{ markdown: toMarkdown(edition), html: toHtml(edition), json: toJson(edition), text: toText(edition) },
    short: toShort(edition, SHORT_CHARACTERS),
    mailHtml: toMailHtml(edition, { readAt: null, leaveAt: null }),
  }
}

/** deliver: the edition to every receiver of every place the reader named, each once. A place that fails is told, is tried again later and does not stop the rest. */
export async function deliver(house: House, edition: Edition): Promise<Edition> {
  if ((await heldBackIn(house))(edition)) {
    house.progress({ what: `${edition.id} waits for "bellwether approve ${edition.id}"`, done: 0, total: 1 })
    return edition
  }
  await queue(house, edition)
  const parcels = await parcelsOf(house, edition)
  for (const delivery of house.deliveries)
    if (delivery.repeats && delivery.kinds.includes(edition.kind))
      for (const receiver of await delivery.receivers(edition.kind))
        await send(house, delivery, parcels, receiver)
  await sendDue(
    house,
    edition,
    parcels,
    await house.store.sendings({ editionId: edition.id, state: 'waiting' }),
  )
  return edition
}

/**
 * Lets the edition wait for each receiver that has no part of it yet, so that none is forgotten should the house end
 * before it goes out. Returns how many wait.
 */
export async function queue(house: House, { id, kind }: Edition): Promise<number> {
  const now = house.clock.now()
  const waiting: Sending = {
    ...{ editionId: id, delivery: '', receiver: '', state: 'waiting', attempts: 0 },
    ...{ triedAt: now, nextTryAt: now, why: null },
  }
  for (const { name, kinds, repeats, receivers } of house.deliveries)
    if (!repeats && kinds.includes(kind))
      await house.store.queueSendings(
        (await receivers(kind)).map((receiver) => ({ ...waiting, delivery: name, receiver })),
      )
  return (await house.store.sendings({ editionId: id, state: 'waiting' })).length
}

/** Tries again what waits and is due. Returns how many sendings were tried. */
export async function deliverDue(house: House): Promise<number> {
  const waiting = Map.groupBy(await house.store.sendings({ state: 'waiting' }), ({ editionId }) => editionId)
  const isHeld = await heldBackIn(house)
  let tried = 0
  for (const [editionId, sendings] of waiting) {
    const edition = await house.store.edition(editionId)
    if (!edition || isHeld(edition) || !sendings.some((one) => isDue(one, house.clock.now()))) continue
    tried += await sendDue(house, edition, await parcelsOf(house, edition), sendings)
  }
  return tried
}

const isDue = ({ nextTryAt }: Sending, now: Instant): boolean => nextTryAt !== null && nextTryAt <= now

/** No attempt takes as long: who took a sending and says nothing by then has ended, and another may try. */
const ATTEMPT_MINUTES = 10
const after = (now: Instant, minutes: number): Instant =>
  new Date(Date.parse(now) + minutes * 60_000).toISOString()

/**
 * Sends what is due of one edition. Whoever takes a sending first sends it: several threads and processes may be at it.
 * An approval that is undone meanwhile stops what has not left.
 */
async function sendDue(
  house: House,
  edition: Edition,
  parcels: Parcels,
  sendings: readonly Sending[],
): Promise<number> {
  let tried = 0
  for (const sending of sendings) {
    const now = house.clock.now()
    const delivery = house.deliveries.find(({ name }) => name === sending.delivery)
    if (!delivery?.kinds.includes(edition.kind) || !isDue(sending, now)) continue
    if ((await heldBackIn(house))(edition)) break
    if (!(await house.store.takeSending(sending, { at: now, until: after(now, ATTEMPT_MINUTES) }))) continue
    await send(house, delivery, parcels, sending.receiver, sending.attempts)
    tried += 1
  }
  return tried
}

type Parcels = Readonly<Record<Delivery['audience'], Parcel>>

async function parcelsOf(house: House, edition: Edition): Promise<Parcels> {
  const corrections = await correctionsOf(house, edition.id)
  return {
    reader: parcelOf(edition, corrections),
    public: parcelOf(await forEveryone(house, edition), corrections),
  }
}

/** The edition without anything from a private source. */
export async function forEveryone(house: House, edition: Edition): Promise<Edition> {
  return publicEdition(edition, await privateIn(house, edition))
}

async function privateIn(house: House, { window, evidence }: Edition): Promise<Private> {
  const isPrivate = (sourceId: string) => house.privateSources.has(sourceId)
  if (house.privateSources.size === 0)
    return { itemIds: new Set(), storyIds: new Set(), sourceNames: new Set() }
  const asOf = window.to
  const cited = await house.store.items({ ids: evidence.map(({ itemId }) => itemId), asOf })
  const seen = await house.store.items({ seen: window, asOf })
  const itemIds = [...cited, ...seen].filter(({ sourceId }) => isPrivate(sourceId)).map(({ id }) => id)
  const stories = itemIds.length > 0 ? await house.store.dossiers({ itemIds, asOf }) : []
  const sources = (await house.store.sources()).filter(({ id }) => isPrivate(id))
  return {
    itemIds: new Set(itemIds),
    storyIds: new Set(stories.map(({ story }) => story.id)),
    sourceNames: new Set(sources.map(({ name }) => name)),
  }
}

async function send(
  house: House,
  delivery: Delivery,
  parcels: Parcels,
  receiver: string,
  attemptsBefore = 0,
): Promise<void> {
  const parcel = parcels[delivery.audience]
  const now = house.clock.now()
  const outcome = await attempt(delivery, parcel, receiver)
  const attempts = attemptsBefore + 1
  await house.store.saveSending({
    ...{ editionId: parcel.edition.id, delivery: delivery.name, receiver, attempts, triedAt: now },
    ...afterwards(outcome, attempts, now),
  })
  if (outcome.kind === 'failed' && outcome.next === 'gone') await noteBounce(house, receiver)
  tell(house, delivery, outcome)
}

// The one catch: whatever breaks in a delivery is that sending's failure.
async function attempt(delivery: Delivery, parcel: Parcel, receiver: string): Promise<Outcome> {
  try {
    return await delivery.deliver(parcel, receiver)
  } catch (error) {
    return { kind: 'failed', why: error instanceof Error ? error.message : String(error), next: 'again' }
  }
}

/** Minutes before each further attempt; after the last the sending is given up. */
const PAUSES_MINUTES = [1, 5, 30, 120, 360, 720]

function afterwards(
  outcome: Outcome,
  attempts: number,
  now: Instant,
): Pick<Sending, 'state' | 'nextTryAt' | 'why'> {
  if (outcome.kind === 'delivered') return { state: 'delivered', nextTryAt: null, why: null }
  const pause = outcome.next === 'again' ? PAUSES_MINUTES[attempts - 1] : undefined
  if (pause === undefined) return { state: 'given-up', nextTryAt: null, why: outcome.why }
  return {
    state: 'waiting',
    nextTryAt: after(now, pause),
    why: outcome.why,
  }
}

async function noteBounce(house: House, address: string): Promise<void> {
  const subscriber = (await house.store.subscribers()).find((one) => one.address === address)
  if (subscriber) await house.store.saveSubscriber({ ...subscriber, state: 'bounced' })
}

function tell(house: House, { name }: Delivery, outcome: Outcome): void {
  if (outcome.kind === 'delivered')
    for (const place of outcome.places) house.progress({ what: `delivered to ${place}`, done: 1, total: 1 })
  else house.progress({ what: `not delivered by ${name}: ${outcome.why}`, done: 0, total: 1 })
}
