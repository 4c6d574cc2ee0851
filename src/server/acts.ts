import { randomUUID } from 'node:crypto'
import { approvalsIn, approve, deliver, type House, obeyDue } from '#app'
import type { Act, Deed } from '#domain'
import { justAfter } from '#reading'

/** What came of an act: what to say, and the act that would take it back; or why it could not be done and what to do. */
export type Done =
  | {
      readonly said: string
      readonly undo: string | null
      /** Whether the button that asked for it stands pressed now; left out where it is none that stays so. */
      readonly pressed?: boolean
      /** What follows once it is answered, when something does. */
      readonly follows?: () => Promise<unknown>
    }
  | { readonly error: string }

/** What each mark says when it is set, and when pressing it once more takes it back. */
const MARKS = {
  read: ['Marked as read.', 'Marked as unread.'],
  star: ['It will be in the next digest, whatever its score.', 'It has to earn its place again.'],
  more: ['More like this from now on.', 'That wish is taken back.'],
  less: ['Less like this from now on.', 'That wish is taken back.'],
} as const

/** Wishes that cannot both stand: the later takes the earlier back. */
const CONTRARY: Partial<Record<keyof typeof MARKS, readonly ('more' | 'less')[]>> = {
  more: ['less'],
  less: ['more'],
}

/**
 * Does what a button asks: `read ITEM`, `star ITEM`, `more ITEM`, `less ITEM` (pressed again, they are taken back),
 * `pin ITEM DATE`, `drop ITEM DATE`, `merge ITEM ITEM`, `split ITEM`, `approve EDITION`, `undo ACT`. Two tabs may ask the same at once: what is done already
 * is said, and nothing is done twice.
 */
export async function doAct(house: House, asked: string): Promise<Done> {
  const [verb = '', ...names] = asked.trim().split(/\s+/)
  const [first = '', second = ''] = names
  switch (verb) {
    case 'read':
    case 'star':
    case 'more':
    case 'less':
      return mark(house, verb, first)
    case 'merge':
      return merge(house, first, second)
    case 'split':
      return split(house, first)
    case 'approve':
      return letOut(house, first)
    case 'pin':
    case 'drop':
      return place(house, verb, first, second)
    case 'undo':
      return undo(house, first)
    default:
      return {
        error: `“${asked.slice(0, 80)}” is nothing that can be done here. Reload the page and use its buttons.`,
      }
  }
}

async function mark(house: House, kind: keyof typeof MARKS, itemId: string): Promise<Done> {
  const story = await storyOf(house, itemId)
  if (!story) return gone(itemId)
  const onIt = (await house.store.acts({ kinds: [kind, ...(CONTRARY[kind] ?? [])] })).filter(
    ({ deed }) => 'itemId' in deed && story.itemIds.includes(deed.itemId),
  )
  const inForce = onIt.find(({ deed }) => deed.kind === kind)
  if (inForce) {
    const undo = await keep(house, { kind: 'undo', actId: inForce.id })
    return { said: MARKS[kind][1], undo, pressed: false }
  }
  for (const { id } of onIt) await keep(house, { kind: 'undo', actId: id })
  return { said: MARKS[kind][0], undo: await keep(house, { kind, itemId }), pressed: true }
}

async function merge(house: House, itemId: string, otherId: string): Promise<Done> {
  const [story, other] = [await storyOf(house, itemId), await storyOf(house, otherId)]
  if (!story) return gone(itemId)
  if (!other) return gone(otherId)
  if (story.id === other.id) return { said: 'They are one story already.', undo: null }
  return {
    said: `“${other.title}” is told by this story from now on.`,
    undo: await keep(house, { kind: 'merge', itemIds: [itemId, otherId] }),
  }
}

async function split(house: House, itemId: string): Promise<Done> {
  const story = await storyOf(house, itemId)
  if (!story) return gone(itemId)
  const otherItemIds = story.itemIds.filter((id) => id !== itemId)
  if (otherItemIds.length === 0) return { said: 'It stands alone already.', undo: null }
  return {
    said: 'It no longer tells this story.',
    undo: await keep(house, { kind: 'split', itemId, otherItemIds }),
  }
}

async function place(house: House, kind: 'pin' | 'drop', itemId: string, date: string): Promise<Done> {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date))
    return { error: 'A pin or drop needs the day of its edition, as 2026-05-14.' }
  if (await house.store.edition(`digest-${date}`))
    return {
      error: `The digest of ${date} is published and frozen. Pin or drop for a day that is still open.`,
    }
  const story = await storyOf(house, itemId)
  if (!story) return gone(itemId)
  const before = (await house.store.acts({ kinds: ['pin', 'drop'] })).filter(
    ({ deed }) => 'date' in deed && deed.date === date && story.itemIds.includes(deed.itemId),
  )
  // What was said before is taken back: pressed again it is no more than that, and nothing is both pinned and dropped.
  for (const { id } of before) await keep(house, { kind: 'undo', actId: id })
  if (before.some(({ deed }) => deed.kind === kind))
    return { said: `The digest of ${date} takes it for what it is worth again.`, undo: null, pressed: false }
  return { said: PLACED[kind](date), undo: await keep(house, { kind, itemId, date }), pressed: true }
}

const PLACED = {
  pin: (date: string) => `It will stand on top of the digest of ${date}.`,
  drop: (date: string) => `The digest of ${date} will leave it out.`,
} as const

async function letOut(house: House, editionId: string): Promise<Done> {
  const before = (await approvalsIn(house)).get(editionId)
  if (before) return { said: 'It was approved already.', undo: before.id }
  const approved = await approve(house, editionId)
  if (!approved)
    return { error: `No edition “${editionId.slice(0, 80)}” is here. Look at /editions for those that are.` }
  const { edition, act, waiting } = approved
  const to = waiting > 0 ? ` It is on its way to ${receivers(waiting)}; its page says what arrives.` : ''
  return { said: `Approved.${to}`, undo: act.id, follows: () => deliver(house, edition) }
}

const receivers = (n: number): string => (n === 1 ? '1 receiver' : `${n} receivers`)

async function delivered({ store }: House, editionId: string): Promise<number> {
  return (await store.sendings({ editionId })).filter(({ state }) => state === 'delivered').length
}

async function undo(house: House, actId: string): Promise<Done> {
  const all = await house.store.acts({ undone: true })
  if (!all.some(({ id }) => id === actId))
    return { error: 'There is no such act to undo. Reload the page: it shows what is in force.' }
  const inForce = await house.store.acts({})
  const isUndoing = all.some(({ id, deed }) => id === actId && deed.kind === 'undo')
  if (!isUndoing && !inForce.some(({ id }) => id === actId))
    return { said: 'It is undone already.', undo: null }
  const undoing = await keep(house, { kind: 'undo', actId })
  const deed = all.find(({ id }) => id === actId)?.deed
  if (deed?.kind !== 'approve') return { said: 'Undone.', undo: undoing }
  const had = await delivered(house, deed.editionId)
  const gone = had > 0 ? ` What ${receivers(had)} had already cannot be called back.` : ''
  return { said: `Undone: it is held back again.${gone}`, undo: undoing }
}

async function keep(house: House, deed: Deed): Promise<string> {
  const act: Act = { id: `a${randomUUID()}`, at: house.clock.now(), deed }
  await house.store.saveAct(act)
  await obeyDue(house)
  return act.id
}

async function storyOf(house: House, itemId: string) {
  const [dossier] = await house.store.dossiers({ itemIds: [itemId], asOf: justAfter(house.clock.now()) })
  return dossier?.story ?? null
}

const gone = (itemId: string): Done => ({
  error: `Nothing here is known as “${itemId.slice(0, 80)}”. Reload the page: its stories may have been made anew.`,
})
