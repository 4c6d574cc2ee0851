import type { Act, Deed } from '#domain'
import type { House } from '../house.ts'

/** What people did to items, as far as it is in force: by item, the act of each kind that names it. */
export type Marks = {
  /** The act of this kind on any of these items, the latest; null where there is none. */
  on(kind: Deed['kind'], itemIds: readonly string[]): Act | null
}

const MARKING: readonly Deed['kind'][] = ['read', 'star', 'more', 'less', 'pin', 'drop']

/** Reads the marks that are in force. */
export async function marksOf(house: House): Promise<Marks> {
  const acts = new Map<string, Act>()
  for (const act of await house.store.acts({ kinds: MARKING }))
    if ('itemId' in act.deed) acts.set(`${act.deed.kind} ${act.deed.itemId}`, act)
  return {
    on(kind, itemIds) {
      for (const itemId of itemIds) {
        const act = acts.get(`${kind} ${itemId}`)
        if (act) return act
      }
      return null
    },
  }
}
