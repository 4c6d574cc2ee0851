import { randomUUID } from 'node:crypto'
import type { EditionKind, Subscriber } from '#domain'
import type { Outcome } from '#ports'
import type { House } from './house.ts'

const ADDRESS = /^[^\s@<>(),;:"[\]\\]{1,64}@[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?$/i

/**
 * Notes a wish to be mailed and asks the address whether it is its own. Someone who confirmed before gets their channels
 * changed only after confirming again. Throws a RangeError on what is no address.
 */
export async function subscribe(
  house: House,
  address: string,
  channels: readonly EditionKind[],
): Promise<{ subscriber: Subscriber; asked: Outcome }> {
  if (!ADDRESS.test(address)) throw new RangeError(`"${address}" is no mail address`)
  const subscriber: Subscriber = {
    ...{ address: address.toLowerCase(), channels, state: 'pending' },
    ...{ token: randomUUID(), since: house.clock.now() },
  }
  await house.store.saveSubscriber(subscriber)
  const asked: Outcome = house.postman
    ? await house.postman.ask(subscriber)
    : { kind: 'failed', why: 'the settings name no delivery of kind mail', next: 'never' }
  return { subscriber, asked }
}

/** The second half of the double opt-in; null for a token that nobody has. Confirming twice changes nothing. */
export async function confirmSubscription(house: House, token: string): Promise<Subscriber | null> {
  return change(house, token, 'confirmed')
}

/** Ends a subscription at once and for good. */
export async function leave(house: House, token: string): Promise<Subscriber | null> {
  return change(house, token, 'left')
}

/** A mail server gave this address back for good: it gets nothing more. */
export async function noteBounced(house: House, address: string): Promise<boolean> {
  const found = (await house.store.subscribers()).find((one) => one.address === address.toLowerCase())
  if (found) await house.store.saveSubscriber({ ...found, state: 'bounced' })
  return found !== undefined
}

async function change(house: House, token: string, state: 'confirmed' | 'left'): Promise<Subscriber | null> {
  const found = (await house.store.subscribers()).find((one) => one.token === token)
  if (!found) return null
  const changed: Subscriber = { ...found, state }
  await house.store.saveSubscriber(changed)
  return changed
}
