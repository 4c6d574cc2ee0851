import type { Item, Source, Span, Tier } from '#domain'

/** One item found by a search. */
export type Hit = {
  readonly id: string
  readonly title: string
  readonly url: string | null
  readonly source: string
  readonly publishedAt: string | null
  readonly seenAt: string
  readonly excerpt: string
  /** Where words of the query stand in the excerpt. */
  readonly marks: readonly Span[]
  readonly storyId: string | null
  readonly tier: Tier | null
}

type Told = Pick<Hit, 'storyId' | 'tier'> & {
  readonly item: Item
  readonly source: Source | null
  readonly hit: Pick<Hit, 'excerpt' | 'marks'>
}

export function hit({ item, source, hit: { excerpt, marks }, storyId, tier }: Told): Hit {
  const { id, title, url, publishedAt, seenAt } = item
  return {
    id,
    title,
    url,
    source: source?.name ?? item.sourceId,
    publishedAt,
    seenAt,
    excerpt,
    marks,
    storyId,
    tier,
  }
}
