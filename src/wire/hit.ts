import type { Item } from '#domain'

/** One item found by a search. */
export type Hit = {
  readonly id: string
  readonly title: string
  readonly url: string | null
  readonly source: string
  readonly publishedAt: string | null
  readonly seenAt: string
  readonly excerpt: string
}

export function hit(item: Item, sourceName: string, excerpt: string): Hit {
  const { id, title, url, publishedAt, seenAt } = item
  return { id, title, url, source: sourceName, publishedAt, seenAt, excerpt }
}
