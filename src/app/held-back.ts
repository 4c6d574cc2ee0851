import type { Act, Edition } from '#domain'
import type { House } from './house.ts'

/** The approvals in force, by the edition that each lets out. */
export async function approvalsIn({ store }: Pick<House, 'store'>): Promise<ReadonlyMap<string, Act>> {
  const acts = await store.acts({ kinds: ['approve'] })
  return new Map(acts.flatMap((act) => (act.deed.kind === 'approve' ? [[act.deed.editionId, act]] : [])))
}

/** Tells of editions whether the settings want a person's word before they go out, and nobody gave it yet. */
export async function heldBackIn(house: House): Promise<(edition: Pick<Edition, 'id' | 'kind'>) => boolean> {
  if (house.held.length === 0) return () => false
  const approved = await approvalsIn(house)
  return ({ id, kind }) => house.held.includes(kind) && !approved.has(id)
}
