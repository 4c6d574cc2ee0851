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
  const parcels = await parcelsOf(house, edition)
  const past = await house.store.sendings({ editionId: edition.id })
  for (const delivery of house.deliveries)
    if (delivery.kinds.includes(edition.kind))
      for (const receiver of await delivery.receivers(edition.kind))
        await send(house, delivery, parcels[delivery.audience], receiver, past)
  return edition
}

/** Tries again what waits and is due. Returns how many sendings were tried. */
export async function deliverDue(house: House): Promise<number> {
  const now = house.clock.now()
  const due = (await house.store.sendings({ state: 'waiting' })).filter(
    ({ nextTryAt }) => (nextTryAt ?? '') <= now,
  )
  const isHeld = await heldBackIn(house)
  for (const sending of due) {
    const delivery = house.deliveries.find(({ name }) => name === sending.delivery)
    const edition = await house.store.edition(sending.editionId)
    if (!delivery || !edition || isHeld(edition)) continue
    const parcels = await parcelsOf(house, edition)
    await send(house, delivery, parcels[delivery.audience], sending.receiver, [sending])
  }
  return due.length
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
  parcel: Parcel,
  receiver: string,
  past: readonly Sending[],
): Promise<void> {
  const before = past.find((one) => one.delivery === delivery.name && one.receiver === receiver)
  const now = house.clock.now()
  if (!delivery.repeats && before && (before.state !== 'waiting' || (before.nextTryAt ?? '') > now)) return
  const outcome = await attempt(delivery, parcel, receiver)
  const attempts = (before?.attempts ?? 0) + 1
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
    nextTryAt: new Date(Date.parse(now) + pause * 60_000).toISOString(),
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
