import type { Edition, Item, Mention, Page, Placement, Prediction, Source } from '#domain'
import type { Judgments, Store, Understanding } from '../store.ts'

// What the suite keeps in a store and finds again.

const MAKERS = { understanding: 'extract@1', placement: 'cluster@1' }
export const DAY = { from: '2026-05-13T06:00:00.000Z', to: '2026-05-14T06:00:00.000Z' }
export const NEXT_DAY = { from: DAY.to, to: '2026-05-15T06:00:00.000Z' }
export const at = (day: number, time = '12:00') => `2026-05-${String(day).padStart(2, '0')}T${time}:00.000Z`

export function item(id: string, fields: Partial<Item> = {}): Item {
  return {
    ...{ id, revision: 1, key: `key:${id}`, sourceId: 'source', captureHash: 'capture', kind: 'article' },
    ...{ url: null, title: `Title of ${id}`, authors: [], text: `Text of ${id}`, lang: 'en' },
    ...{ publishedAt: null, dateRepair: null, capturedAt: at(13), seenAt: at(13), ids: {}, links: [] },
    ...{ tags: [], signals: {}, partOf: null, contentHash: `hash of ${id}` },
    ...fields,
  }
}

export function capture(hash: string, capturedAt: string) {
  return {
    hash,
    sourceId: 's',
    address: 'https://example.org/feed',
    contentType: null,
    sizeBytes: 9,
    capturedAt,
  }
}

export function source(id: string): Source {
  return {
    ...{ id, name: `Name of ${id}`, kind: 'feed', address: `https://${id}.example/feed` },
    ...{ family: `${id}.example`, weight: 0.5, staleAfterHours: 72 },
  }
}

export function mention(entityId: string): Mention {
  const name = entityId.charAt(0).toUpperCase() + entityId.slice(1)
  return {
    ...{ start: 0, end: name.length, field: 'text', surface: name, name, entityId },
    ...{ known: true, type: 'company', salience: 2 },
  }
}

export function understanding(
  itemId: string,
  revision = 1,
  mentions: readonly Mention[] = [],
): Understanding {
  return { itemId, revision, mentions, claims: [], forecasts: [] }
}

export function placement(itemId: string, storyId: string, joinedAt: string): Placement {
  return { itemId, storyId, eventId: 'event', joinedAt, copyOf: null }
}

export function judged(
  understandings: readonly Understanding[],
  placements: readonly Placement[] = [],
): Judgments {
  return { makers: MAKERS, understandings, placements, forwards: [] }
}

export function prediction(id: string): Prediction {
  return {
    ...{ id, road: 'source', claim: `Claim of ${id}`, by: 'Ada', madeAt: '2026-05', enteredAt: at(13) },
    ...{ due: '2026-Q3', dueAlso: null, criterion: null, probability: 0.7, scope: ['multimodal'] },
    ...{ entityIds: [], sourceId: null, itemIds: ['a'], faults: [], replaces: null },
  }
}

export function page(id: string, revision: number, madeAt: string): Page {
  return {
    ...{ id, kind: 'entity', revision, title: `Title of ${id}`, aliases: [], markdown: '# A\n', madeAt },
    ...{ cited: [{ itemId: 'a', contentHash: 'h' }], storyIds: ['s'], because: 'new' },
  }
}

export function edition(date: string): Edition {
  return {
    ...{ id: `digest-${date}`, kind: 'digest', date, window: DAY, title: `Digest of ${date}`, lede: [] },
    ...{ sections: [], evidence: [], gaps: [], silent: [], madeAt: at(14, '07:00'), makers: ['compose@1'] },
    counts: {
      ...{ items: 0, stories: 0, copies: 0, sourcesRead: 0, perSource: [], leftOut: 0 },
      ...{ sentences: 0, withdrawn: 0 },
    },
  }
}

export const idsOf = (items: readonly Item[]): string[] => items.map(({ id }) => id)

export async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = []
  for await (const item of items) found.push(item)
  return found
}

export const found = async (store: Store, query: string, asOf?: string): Promise<string[]> =>
  (await store.search(query, { limit: 100, ...(asOf ? { asOf } : {}) })).map(({ itemId }) => itemId)

export const tellings = judged(
  [understanding('a', 1, [mention('openai')]), understanding('b')],
  [placement('a', 'story', at(13)), { ...placement('b', 'story', at(13, '14:00')), copyOf: 'a' }],
)

/** Item a of a plain source, and b that copies it; told by a source of more weight, but not in its own words. */
export async function twoTellings(store: Store): Promise<void> {
  await store.saveSources([source('source'), { ...source('heavy'), weight: 0.9 }])
  await store.saveItems([item('a'), item('b', { sourceId: 'heavy', seenAt: at(13, '14:00') })])
  await store.saveJudgments(tellings)
}
