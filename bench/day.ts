import type { Item } from '../src/domain/index.ts'
import { hash32 } from '../src/text/index.ts'
import type { Words } from './floor.ts'

const FIRST_DAY = Date.parse('2025-01-01T00:00:00Z')
const DAY_MS = 86_400_000

/**
 * As many items as wanted, made from real ones: each round over the originals swaps one word in eight for another of
 * the same corpus, so that nothing is a copy and every story has strangers beside it. Begins at the item `first` of
 * that endless row; the same call gives the same items.
 */
export function manyItems(originals: readonly Words[], count: number, first = 0): Words[] {
  const vocabulary = [...new Set(originals.flatMap(({ text }) => text.split(' ')))].filter(
    (word) => word.length > 3,
  )
  return Array.from({ length: count }, (_, offset) => {
    const index = first + offset
    const original = originals[index % originals.length] as Words
    const round = Math.floor(index / originals.length)
    if (round === 0) return original
    const swap = (text: string) =>
      text
        .split(' ')
        .map((word, at) => {
          const dice = hash32(`${round} ${index} ${at}`)
          return dice % 8 === 0 ? (vocabulary[dice % vocabulary.length] ?? word) : word
        })
        .join(' ')
    return {
      title: swap(original.title),
      text: swap(original.text),
      url: `https://example.org/${round}/${index}`,
    }
  })
}

/** Items as the bytes of a JSON Feed, spread evenly over days of `perDay` items from 2025-01-01. */
export function jsonFeed(
  items: readonly Words[],
  { first, perDay }: { first: number; perDay: number },
): Uint8Array {
  const entries = items.map(({ title, text, url }, index) => ({
    id: url ?? `item-${first + index}`,
    url,
    title,
    content_text: text,
    date_published: new Date(FIRST_DAY + ((first + index) / perDay) * DAY_MS).toISOString(),
  }))
  return new TextEncoder().encode(
    JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'bench', items: entries }),
  )
}

/** The item number `n` of a made field: as plain as an item can be, from one of 40 sources. */
export function plainItem(
  n: number,
  { title, text, seenAt, url = null }: { title: string; text: string; seenAt: string; url?: string | null },
): Item {
  return {
    ...{ id: `i${n}`, revision: 1, key: `k${n}`, sourceId: `source-${n % 40}`, captureHash: 'c' },
    ...{ kind: 'article', url, title, authors: [], text, lang: 'en', publishedAt: seenAt, dateRepair: null },
    ...{ capturedAt: seenAt, seenAt, ids: {}, links: [], tags: [], signals: {}, partOf: null },
    contentHash: `h${n}`,
  }
}
