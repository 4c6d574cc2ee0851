import type { Act, Instant } from '#domain'
import type { House } from './house.ts'
import { MAKERS } from './makers.ts'
import { applied, reverted } from './moves.ts'

/**
 * Obeys the merges and splits, and what takes them back, whose turn it is: each after all that was seen before it, so
 * that a rebuild does at each point of the stream what was done then. Returns the instant of the first act that must wait
 * for items; null when none does.
 */
export async function obeyDue(house: House): Promise<Instant | null> {
  const { store } = house
  for (;;) {
    const [[act], [first]] = [await store.unobeyed(), await store.awaiting(1)]
    if (!act) return null
    if (first && first.seenAt <= act.at) return act.at
    const moved = await movesOf(house, act)
    await store.saveJudgments({ makers: MAKERS, understandings: [], ...moved, obeyed: [act.id] })
  }
}

const NOTHING = { placements: [], forwards: [] }

/** What an act, or its taking back, changes in the places of items. */
async function movesOf({ store }: House, act: Act) {
  const inForce = await store.acts({ kinds: ['merge', 'split'], obeyed: true })
  const { ruling, takesBack } = await rulingOf({ store }, act)
  if (ruling === null) return NOTHING
  if (!takesBack) return applied(store, ruling, act)
  if (!inForce.some(({ id }) => id === ruling.id)) return NOTHING
  const at = inForce.findIndex(({ id }) => id === ruling.id)
  // As of an instant means before it: what was ruled at the very instant of the ruling is done again too.
  const again = inForce.filter((one, place) => place > at || (place < at && one.at === ruling.at))
  return reverted(store, ruling, act, again)
}

/** The merge or split that an act does or undoes; an undo of an undo does it again. */
async function rulingOf(
  { store }: Pick<House, 'store'>,
  act: Act,
): Promise<{ ruling: Act | null; takesBack: boolean }> {
  const log = new Map((await store.acts({ undone: true })).map((one) => [one.id, one]))
  let ruling: Act | null = act
  let takesBack = false
  while (ruling?.deed.kind === 'undo') {
    ruling = log.get(ruling.deed.actId) ?? null
    takesBack = !takesBack
  }
  return { ruling: ruling && isRuling(ruling) ? ruling : null, takesBack }
}

const isRuling = ({ deed }: Act): boolean => deed.kind === 'merge' || deed.kind === 'split'
