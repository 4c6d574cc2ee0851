import type { Item } from '#domain'
import type { House } from './house.ts'

const TOWNS = ['Turku', 'Bergen', 'Tartu', 'Aarhus', 'Gdynia', 'Riga', 'Oulu', 'Narvik']

/** An item of the open source, seen on 13 May 2026. */
export const itemOf = (id: string, title: string, text: string, more: Partial<Item> = {}): Item => {
  const seenAt = '2026-05-13T10:00:00.000Z'
  return {
    ...{
      id,
      revision: 1,
      key: id,
      sourceId: 'open',
      captureHash: 'c',
      kind: 'article',
      lang: 'en',
      title,
      text,
    },
    ...{
      url: `https://open.example/${id}`,
      authors: [],
      publishedAt: seenAt,
      dateRepair: null,
      capturedAt: seenAt,
    },
    ...{ seenAt, ids: {}, links: [], tags: [], signals: {}, partOf: null, contentHash: id },
    ...more,
  }
}

/** One story for each item, kept and understood. */
export async function tellAll(house: House, items: readonly Item[]): Promise<void> {
  const source = { kind: 'feed', weight: 0.5, staleAfterHours: 72 } as const
  await house.store.saveSources([
    { ...source, id: 'open', name: 'The open', address: 'https://open.example', family: 'open' },
  ])
  await house.store.saveItems(items)
  await house.store.saveJudgments({
    makers: { understanding: 'u', placement: 'p' },
    understandings: items.map(({ id }) => ({
      itemId: id,
      revision: 1,
      mentions: [],
      claims: [],
      forecasts: [],
    })),
    placements: items.map(({ id, seenAt }) => ({
      itemId: id,
      storyId: `s-${id}`,
      eventId: `e-${id}`,
      joinedAt: seenAt,
      copyOf: null,
    })),
    forwards: [],
  })
}

/** Eight plain stories of one week, for tests of deeds. */
export const townItems = (): Item[] =>
  TOWNS.map((town, at) =>
    itemOf(
      town.toLowerCase(),
      `${town} opens a data centre`,
      `${town} opened a data centre that draws ${100 + at} MW of power at full load. The halls of ${town} hold ${20 + at} thousand accelerators cooled by sea water. Customers will be moved to ${town} over the summer.`,
    ),
  )
