import type { Act, Deed, Forward, Instant, Placement } from '#domain'
import type { Judgments, Store } from '#ports'
import { shortHash } from '#text'

type Moves = Pick<Judgments, 'placements' | 'forwards'>
type Place = Pick<Placement, 'storyId' | 'eventId' | 'copyOf'> & { readonly seenAt: Instant }
/** Where items are, in the order seen. */
type Board = Map<string, Place>

const FOREVER: Instant = '9999-12-31T23:59:59.999Z'

/** A merge or split done: the stories of the items become one, or the item leaves for a story of its own. */
export async function applied(store: Store, ruling: Act, { at }: Act): Promise<Moves> {
  const board = await boardOf(store, itemsOf(ruling), FOREVER)
  const before = new Map(board)
  rule(board, ruling)
  return movesBetween(before, board, at)
}

/**
 * A merge or split taken back: what it moved returns to where it was, and the rulings that came later, or at the same
 * instant, and touch the same stories are done again from there. Items that joined meanwhile stay where they joined.
 */
export async function reverted(
  store: Store,
  ruling: Act,
  { at }: Act,
  otherRulings: readonly Act[],
): Promise<Moves> {
  const board = await boardOf(store, itemsOf(ruling), FOREVER)
  const later: Act[] = []
  for (const one of otherRulings) {
    if (!itemsOf(one).some((id) => board.has(id))) continue
    later.push(one)
    for (const [id, place] of await boardOf(store, itemsOf(one), FOREVER)) board.set(id, place)
  }
  const before = new Map(board)
  const undone = new Set([ruling, ...later].flatMap(itemsOf))
  for (const asOf of [...later.map((one) => one.at).reverse(), ruling.at])
    for (const [id, { storyId, eventId }] of await boardOf(store, [...undone], asOf)) {
      const place = board.get(id)
      if (place) board.set(id, { ...place, storyId, eventId })
    }
  for (const one of later) rule(board, one)
  return movesBetween(before, board, at)
}

const itemsOf = ({ deed }: Act): readonly string[] =>
  deed.kind === 'merge' ? deed.itemIds : deed.kind === 'split' ? [deed.itemId, ...deed.otherItemIds] : []

/** All members of the stories that these items tell. */
async function boardOf(store: Store, itemIds: readonly string[], asOf: Instant): Promise<Board> {
  const board: Board = new Map()
  for (const { story, tellings } of await store.dossiers({ itemIds, asOf }))
    for (const { item, copyOf } of tellings)
      board.set(item.id, { storyId: story.id, eventId: story.eventId, copyOf, seenAt: item.seenAt })
  return board
}

function rule(board: Board, { id, deed }: Act): void {
  if (deed.kind === 'merge') unite(board, deed.itemIds)
  if (deed.kind === 'split') part(board, deed, id)
}

/** The elder story takes the members of the others. */
function unite(board: Board, itemIds: readonly string[]): void {
  const told = new Set(itemIds.flatMap((id) => board.get(id)?.storyId ?? []))
  const elder = [...board.values()].filter(({ storyId }) => told.has(storyId)).sort(bySeen)[0]
  if (!elder) return
  for (const [id, place] of board)
    if (told.has(place.storyId)) board.set(id, { ...place, storyId: elder.storyId, eventId: elder.eventId })
}

/** The item leaves, where it tells the story of one of the others; the affair stays the same. */
function part(board: Board, { itemId, otherItemIds }: Deed & { kind: 'split' }, actId: string): void {
  const place = board.get(itemId)
  if (!place || !otherItemIds.some((id) => id !== itemId && board.get(id)?.storyId === place.storyId)) return
  board.set(itemId, { ...place, storyId: `s${shortHash(`${itemId} ${actId}`)}` })
}

/** What has another place now, and where stories that lost all their members, or have some again, lead from now on. */
function movesBetween(before: Board, after: Board, at: Instant): Moves {
  const placements: Placement[] = []
  const leads = new Map<string, string>()
  const told = new Set(Array.from(after.values(), ({ storyId }) => storyId))
  for (const [itemId, { seenAt, ...place }] of after) {
    const last = before.get(itemId)
    if (!last || last.storyId === place.storyId) continue
    // It cannot have had a place before it was seen.
    placements.push({ itemId, ...place, joinedAt: seenAt > at ? seenAt : at })
    if (!told.has(last.storyId) && !leads.has(last.storyId)) leads.set(last.storyId, place.storyId)
    leads.set(place.storyId, place.storyId)
  }
  const known = new Set(Array.from(before.values(), ({ storyId }) => storyId))
  const forwards: Forward[] = Array.from(leads, ([fromStoryId, toStoryId]) => ({
    fromStoryId,
    toStoryId,
    at,
  }))
  return {
    placements,
    forwards: forwards.filter(
      ({ fromStoryId, toStoryId }) => fromStoryId !== toStoryId || !known.has(fromStoryId),
    ),
  }
}

const bySeen = (a: Place, b: Place): number =>
  a.seenAt !== b.seenAt ? (a.seenAt < b.seenAt ? -1 : 1) : a.storyId < b.storyId ? -1 : 1
