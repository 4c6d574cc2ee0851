import { expect, test } from 'vitest'
import { EXAMPLE_SETTINGS, EXAMPLE_STREAM } from '../wiring.ts'
import { type House, importFiles, mark, rebuild } from './index.ts'
import { testHouses } from './test-houses.ts'

const houses = testHouses('desk')
const { read } = houses

const END = '2026-05-14T18:00:00.000Z'
const DAY_MS = 86_400_000
/** Not a divisor of the two weeks for which stories are live, so that imports begin anywhere within them. */
const STEP_DAYS = 5

type Raw = { readonly title: string; readonly text: string; readonly url: string; readonly published: string }

/** As a process that has just started would open it. */
async function house(name: string, now: string): Promise<House> {
  await houses.close()
  return houses.house(now, name, EXAMPLE_SETTINGS)
}

/** The example stream as one list in the order of telling; every seventh item comes once more two days later, revised. */
async function stream(): Promise<Raw[]> {
  const at = await house('all', END)
  const source = {
    ...{ id: 'all', name: 'All', kind: 'file' as const, address: EXAMPLE_STREAM, family: 'all.example' },
    ...{ weight: 0.5, staleAfterHours: 72 },
  }
  await importFiles(at, [{ source, paths: [EXAMPLE_STREAM] }])
  const raws = (await at.store.items({})).map(({ id, title, text, seenAt }) => ({
    ...{ title, text, url: `https://desk.example/${id}`, published: seenAt },
  }))
  const revised = raws
    .filter((_, n) => n % 7 === 0)
    .map((raw) => ({
      ...raw,
      text: `${raw.text} A correction was added.`,
      published: new Date(Date.parse(raw.published) + 2 * DAY_MS).toISOString(),
    }))
  return [...raws, ...revised]
    .filter(({ published }) => published < END)
    .sort((a, b) => (a.published < b.published ? -1 : 1))
}

/** Where every item is, and was at the end of each step. */
async function places(at: House, ends: readonly string[]): Promise<string[]> {
  const told: string[] = []
  for (const asOf of ends) {
    const stories = await at.store.dossiers({ seen: { from: '2026-01-01', to: asOf }, asOf })
    for (const { story, tellings } of stories)
      for (const { item, copyOf } of tellings)
        told.push(`${asOf} ${item.id} ${item.revision} ${story.id} ${story.eventId} ${copyOf}`)
  }
  return told.sort()
}

test.each([
  ['started anew for each import', 'anew'],
  ['that stays', 'stays'],
])(
  'a process %s, with acts in between, ends where a rebuild ends',
  async (_, folderName) => {
    const raws = await stream()
    const ends: string[] = []
    let clock = ''
    const stays =
      folderName === 'stays' ? { ...(await house(folderName, END)), clock: { now: () => clock } } : null
    const houseAt = async (now: string): Promise<House> => {
      clock = now
      return stays ?? house(folderName, now)
    }
    const from = Date.parse(raws[0]?.published ?? '')
    for (let start = from; start < Date.parse(END); start += STEP_DAYS * DAY_MS) {
      const [since, until] = [start, start + STEP_DAYS * DAY_MS].map((ms) => new Date(ms).toISOString())
      const at = await houseAt(until as string)
      await read(
        at,
        raws.filter(({ published }) => published >= (since as string) && published < (until as string)),
      )
      ends.push(until as string)
      const stories = await at.store.dossiers({
        seen: { from: since as string, to: until as string },
        asOf: until as string,
      })
      const [one, other] = stories.filter(({ story }) => story.itemIds.length === 1)
      const larger = stories.find(({ story }) => story.itemIds.length > 2)
      if (ends.length % 2 === 0 && one && other)
        await mark(at, { kind: 'merge', itemIds: [one, other].flatMap(({ story }) => story.itemIds) })
      if (ends.length % 3 === 0 && larger) {
        const [itemId = '', ...otherItemIds] = larger.story.itemIds
        await mark(at, { kind: 'split', itemId, otherItemIds })
      }
    }
    const at = await houseAt(END)
    const lived = await places(at, ends)
    expect((await at.store.acts({ kinds: ['merge'] })).length).toBeGreaterThan(2)
    expect((await at.store.acts({ kinds: ['split'] })).length).toBeGreaterThan(1)
    expect(lived.length).toBeGreaterThan(800)
    await rebuild(at)
    expect(await places(at, ends)).toEqual(lived)
  },
  60_000,
)

test('a rebuild of many items, one batch ahead of itself, obeys each act at its turn', async () => {
  const raws = Array.from({ length: 1300 }, (_, n) => ({
    title: `Model ${n % 400} is released in ${n % 7} sizes`,
    text: `The lab released model ${n % 400} with ${n} billion parameters. It runs in hall ${n % 61}.`,
    url: `https://many.example/${n}`,
    published: new Date(Date.parse('2026-05-01T00:00:00Z') + n * 600_000).toISOString(),
  }))
  const ends: string[] = []
  for (const [from, to] of [
    [0, 450],
    [450, 700],
    [700, 1300],
  ] as const) {
    const until = raws[to]?.published ?? END
    const at = await house('many', until)
    await read(at, raws.slice(from, to))
    ends.push(until)
    const [one, other] = await at.store.dossiers({
      seen: { from: raws[from]?.published ?? '', to: until },
      asOf: until,
    })
    if (one && other)
      await mark(at, { kind: 'merge', itemIds: [...one.story.itemIds, ...other.story.itemIds] })
  }
  const at = await house('many', END)
  const lived = await places(at, ends)
  await rebuild(at)
  expect(await places(at, ends)).toEqual(lived)
  expect((await at.store.acts({ kinds: ['merge'] })).length).toBe(3)
}, 120_000)
