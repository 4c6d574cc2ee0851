import type { Act, Deed, Item } from '#domain'
import { canonical } from '#normalise'
import { shortHash } from '#text'
import type { House } from './house.ts'
import { obeyDue } from './obey.ts'

/**
 * Keeps what a person did; the same deed at the same instant is one act. A merge or split, or taking one back, moves the
 * items at once. Throws where an undone act is not there.
 */
export async function mark(house: House, deed: Deed): Promise<Act> {
  const at = house.clock.now()
  const act: Act = { id: `a${shortHash(`${at} ${JSON.stringify(deed)}`)}`, at, deed }
  await house.store.saveAct(act)
  await obeyDue(house)
  return act
}

/** The item that a person means by its id, its address, or an id of the world such as `arXiv:2605.12483`; null when none is kept. */
export async function itemCalled(house: House, name: string): Promise<Item | null> {
  const [byId] = await house.store.items({ ids: [name] })
  if (byId) return byId
  const [byKey] = await house.store.items({ keys: [canonical(name).key, name], limit: 1 })
  return byKey ?? null
}
