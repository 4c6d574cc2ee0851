import { entityNamed, itemCalled, mark, sameEntity } from '#app'
import type { Act, Deed as ActDeed } from '#domain'
import { type Deed, WrongUse } from '../command.ts'

type House = Parameters<typeof mark>[0]

const KINDS = [
  'more',
  'less',
  'star',
  'pin',
  'drop',
  'prefer',
  'merge',
  'split',
  'same',
  'undo',
  'list',
] as const

export const deed: Deed = async (setting, [kind = '', ...names], options) => {
  const { house } = await setting.open()
  if (kind === 'list') return listed(await house.store.acts({}))
  const wanted = await deedOf(house, kind, names, options.date)
  const act = await mark(house, wanted)
  return { data: act, text: `${told(act)}\nTo take it back: bellwether mark undo ${act.id}` }
}

async function deedOf(
  house: House,
  kind: string,
  names: readonly string[],
  date: string | boolean | undefined,
): Promise<ActDeed> {
  if (kind === 'undo')
    return { kind, actId: need(names[0], 'the id of an act: "bellwether mark list" has them') }
  if (kind === 'same') return mergeOf(house, names)
  if (!KINDS.some((known) => known === kind))
    throw new WrongUse(`"${kind}" is no mark; there are ${KINDS.join(', ')}`)
  const items = await Promise.all(names.map((name) => itemId(house, name)))
  const first = need(items[0], 'an item: its id, or the address it stands at')
  switch (kind) {
    case 'more':
    case 'less':
    case 'star':
      return { kind, itemId: first }
    case 'pin':
    case 'drop':
      return { kind, itemId: first, date: need(date, 'the date of the edition: --date 2026-05-14') }
    case 'prefer':
      return { kind, itemId: first, overItemId: need(items[1], 'two items: this before that') }
    case 'merge':
      need(items[1], 'two items or more, which tell one story')
      return { kind, itemIds: items }
    default:
      need(items[1], 'the item, then those whose story it does not tell')
      return { kind: 'split', itemId: first, otherItemIds: items.slice(1) }
  }
}

// A later `bellwether rebuild` reads what is kept with it.
async function mergeOf(house: House, [name, called]: readonly string[]): Promise<ActDeed> {
  const written = need(name, 'the name as texts write it, then the entity that it means')
  const entity = entityNamed(house, need(called, 'the entity that the name means'))
  if (!entity) throw new WrongUse(`no entity is called "${called}"; "bellwether entity NAME" shows one`)
  const merge = await sameEntity(house, written, entity)
  if (merge === null) throw new WrongUse(`"${written}" is a name of ${entity.name} already`)
  return merge
}

async function itemId(house: House, name: string): Promise<string> {
  const item = await itemCalled(house, name)
  if (!item) throw new WrongUse(`nothing is kept under "${name}"; "bellwether search WORDS --json" gives ids`)
  return item.id
}

function need(value: string | boolean | undefined, what: string): string {
  if (typeof value === 'string' && value !== '') return value
  throw new WrongUse(`this needs ${what}`)
}

function listed(acts: readonly Act[]) {
  const text = acts.length > 0 ? acts.map(told).join('\n') : 'Nothing was marked yet.'
  return { data: acts, text }
}

function told({ id, at, deed: { kind, ...rest } }: Act): string {
  return `${id}  ${at.slice(0, 16).replace('T', ' ')}  ${kind} ${Object.values(rest).flat().join(' ')}`
}
