import { describe, expect, test } from 'vitest'
import { type House, mark, rebuild } from './index.ts'
import { testHouses } from './test-houses.ts'

const houses = testHouses('obey')

/** A house at an instant, as a process that has just started would open it. */
async function house(name: string, now: string): Promise<House> {
  await houses.close()
  return houses.house(now, name)
}

type Told = { readonly id: string; readonly title: string; readonly text?: string; readonly at: string }

const read = (at: House, told: readonly Told[]): Promise<void> =>
  houses.read(
    at,
    told.map(({ id, title, text = title, at: published }) => ({
      ...{ title, text, url: `https://desk.example/${id}`, published },
    })),
  )

/** Each item's last path segment and the story it tells, as of an instant. */
async function places(at: House, asOf = '2026-12-01T00:00:00.000Z'): Promise<Map<string, string>> {
  const items = await at.store.items({ asOf })
  const told = await at.store.dossiers({ itemIds: items.map(({ id }) => id), asOf })
  const names = new Map(items.map(({ id, url }) => [id, String(url).split('/').at(-1) ?? '']))
  return new Map(
    told
      .flatMap(({ story }) => story.itemIds.map((id) => [names.get(id) ?? id, story.id] as const))
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  )
}

/** The stories as groups of names, whatever their ids. */
async function groups(at: House, asOf?: string): Promise<string[]> {
  const byStory = new Map<string, string[]>()
  for (const [name, story] of await places(at, asOf))
    byStory.set(story, [...(byStory.get(story) ?? []), name])
  return [...byStory.values()].map((names) => names.join(' ')).sort()
}

const idOf = async (at: House, name: string): Promise<string> =>
  (await at.store.items({})).find(({ url }) => url === `https://desk.example/${name}`)?.id ?? name
const idsOf = (at: House, names: string): Promise<string[]> =>
  Promise.all(names.split(' ').map((name) => idOf(at, name)))
const merge = async (at: House, names: string) => mark(at, { kind: 'merge', itemIds: await idsOf(at, names) })
const split = async (at: House, names: string) => {
  const [itemId = '', ...otherItemIds] = await idsOf(at, names)
  return mark(at, { kind: 'split', itemId, otherItemIds })
}

const morning: readonly Told[] = [
  { id: 'a', title: 'Mistral releases Large 4 with open weights', at: '2026-05-12T08:00:00Z' },
  { id: 'b', title: 'Large 4 with open weights released by Mistral', at: '2026-05-12T09:00:00Z' },
  { id: 'c', title: 'Hospital chain picks a voice agent for its wards', at: '2026-05-12T10:00:00Z' },
  { id: 'd', title: 'Robot dogs patrol the harbour of Rotterdam', at: '2026-05-12T11:00:00Z' },
]
const later: readonly Told[] = [
  { id: 'e', title: 'Voice agent for hospital wards: chain picks it', at: '2026-05-13T08:00:00Z' },
]
const NOON = '2026-05-12T12:00:00.000Z'
const EVENING = '2026-05-12T20:00:00.000Z'
const NEXT_DAY = '2026-05-13T12:00:00.000Z'

describe('a merge', () => {
  test('takes effect at once, holds for what comes, and lets the past be as it was', async () => {
    await read(await house('merge', NOON), morning)
    expect(await groups(await house('merge', NOON))).toEqual(['a b', 'c', 'd'])
    const before = await places(await house('merge', NOON))
    await merge(await house('merge', EVENING), 'c d')
    expect(await groups(await house('merge', EVENING))).toEqual(['a b', 'c d'])
    await read(await house('merge', NEXT_DAY), later)
    const at = await house('merge', NEXT_DAY)
    expect(await groups(at)).toEqual(['a b', 'c d e'])
    expect(await groups(at, EVENING)).toEqual(['a b', 'c', 'd'])
    const [story] = await at.store.dossiers({ storyIds: [before.get('d') ?? ''], asOf: NEXT_DAY })
    expect(story?.story.id).toBe(before.get('c'))
  })

  test('survives a rebuild, each place and each moment as before', async () => {
    const at = await house('merge', NEXT_DAY)
    const now = await places(at)
    await rebuild(at)
    expect(await places(at)).toEqual(now)
    expect(await groups(at, EVENING)).toEqual(['a b', 'c', 'd'])
  })

  test('is taken back by an undo and done again by the undo of that, before and after a rebuild', async () => {
    await read(await house('undo', NOON), morning)
    const before = await places(await house('undo', NOON))
    const act = await merge(await house('undo', EVENING), 'a c')
    expect(await groups(await house('undo', EVENING))).toEqual(['a b c', 'd'])
    const undo = await mark(await house('undo', '2026-05-12T21:00:00.000Z'), { kind: 'undo', actId: act.id })
    const at = await house('undo', NEXT_DAY)
    expect(await places(at)).toEqual(before)
    expect(await groups(at, '2026-05-12T20:30:00.000Z')).toEqual(['a b c', 'd'])
    await rebuild(at)
    expect(await places(at)).toEqual(before)
    await mark(at, { kind: 'undo', actId: undo.id })
    expect(await groups(at)).toEqual(['a b c', 'd'])
    await rebuild(at)
    expect(await groups(at)).toEqual(['a b c', 'd'])
  })

  test('undone leaves a later one in force', async () => {
    await read(await house('chain', NOON), morning)
    const at = await house('chain', EVENING)
    const first = await merge(at, 'a c')
    await merge(at, 'c d')
    expect(await groups(at)).toEqual(['a b c d'])
    await mark(at, { kind: 'undo', actId: first.id })
    expect(await groups(at)).toEqual(['a b', 'c d'])
    await rebuild(at)
    expect(await groups(at)).toEqual(['a b', 'c d'])
  })
})

describe('a split', () => {
  test('moves the item out, keeps it out, and can be taken back', async () => {
    await read(await house('split', NOON), morning)
    const before = await places(await house('split', NOON))
    const act = await split(await house('split', EVENING), 'a b')
    const at = await house('split', NEXT_DAY)
    expect(await groups(at)).toEqual(['a', 'b', 'c', 'd'])
    expect((await places(at)).get('b')).toBe(before.get('b'))
    const apart = await places(at)
    await rebuild(at)
    expect(await places(at)).toEqual(apart)
    expect(await groups(at, EVENING)).toEqual(['a b', 'c', 'd'])
    // A new text of the item does not lead it back, however like the other it is.
    await read(at, [{ ...morning[1], id: 'a', text: 'Changed.', at: '2026-05-12T08:00:00Z' } as Told])
    expect(await groups(at)).toEqual(['a', 'b', 'c', 'd'])
    await mark(at, { kind: 'undo', actId: act.id })
    expect(await places(at)).toEqual(before)
  })

  test('holds after the two weeks for which stories take part in decisions', async () => {
    await read(await house('old', NOON), morning)
    await split(await house('old', EVENING), 'a b')
    const at = await house('old', '2026-06-20T12:00:00.000Z')
    await read(at, [{ ...morning[0], text: 'A correction of length.', at: '2026-06-18T08:00:00Z' } as Told])
    expect(await groups(at)).toEqual(['a', 'b', 'c', 'd'])
    const now = await places(at)
    await rebuild(at)
    expect(await places(at)).toEqual(now)
  })
})
