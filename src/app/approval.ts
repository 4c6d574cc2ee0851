import type { Act, Edition } from '#domain'
import { queue } from './deliver.ts'
import { approvalsIn } from './held-back.ts'
import type { House } from './house.ts'

export type Approved = {
  readonly edition: Edition
  readonly act: Act
  /** How many receivers it waits for. */
  readonly waiting: number
}

/**
 * Lets a held edition out: from now on it waits for every receiver that does not have it yet. `deliver` carries it there,
 * now or with the next round of the schedule. Null where there is no such edition. Once approved it stays so until that
 * act is undone; then it may be approved again.
 */
export async function approve(house: House, editionId: string): Promise<Approved | null> {
  const edition = await house.store.edition(editionId)
  if (!edition) return null
  const act = (await approvalsIn(house)).get(editionId) ?? (await newApproval(house, editionId))
  return { edition, act, waiting: await queue(house, edition) }
}

async function newApproval({ store, clock }: House, editionId: string): Promise<Act> {
  const before = (await store.acts({ kinds: ['approve'], undone: true })).filter(
    ({ deed }) => deed.kind === 'approve' && deed.editionId === editionId,
  )
  const id = before.length === 0 ? `${editionId}-approved` : `${editionId}-approved-${before.length + 1}`
  const act: Act = { id, at: clock.now(), deed: { kind: 'approve', editionId } }
  await store.saveAct(act)
  return act
}
