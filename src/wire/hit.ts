import type { Item, ItemKind, Source, Span, Tier } from '#domain'
import type { Run } from './telling.ts'

/** One item found by a search. */
export type Hit = {
  readonly id: string
  readonly title: string
  readonly url: string | null
  readonly source: string
  readonly sourceId: string
  readonly kind: ItemKind
  readonly publishedAt: string | null
  readonly seenAt: string
  readonly excerpt: string
  /** Where words of the query stand in the excerpt. */
  readonly marks: readonly Span[]
  readonly storyId: string | null
  /** As a paper's page is found; null for what is no paper. */
  readonly paperId: string | null
  readonly tier: Tier | null
}

type Told = Pick<Hit, 'storyId' | 'paperId' | 'tier'> & {
  readonly item: Item
  readonly source: Source | null
  readonly hit: Pick<Hit, 'excerpt' | 'marks'>
}

export function hit({ item, source, hit: { excerpt, marks }, storyId, paperId, tier }: Told): Hit {
  const { id, title, url, sourceId, kind, publishedAt, seenAt } = item
  return {
    id,
    title,
    url,
    source: source?.name ?? sourceId,
    sourceId,
    kind,
    publishedAt,
    seenAt,
    excerpt,
    marks,
    storyId,
    paperId,
    tier,
  }
}

/** A value that some of what was found share, and the query that keeps only those. */
export type Facet = {
  readonly name: string
  readonly values: readonly { readonly label: string; readonly count: number; readonly query: string }[]
}

export type SearchView = {
  readonly query: string
  readonly hits: readonly Hit[]
  readonly facets: readonly Facet[]
  /** Words that were read as other ones, and what of the query was not understood. */
  readonly notes: readonly string[]
}

/** A text cut at the spans that are meant. */
export function runsOf(text: string, marks: readonly Span[]): Run[] {
  const runs: Run[] = []
  let at = 0
  for (const { start, end } of marks) {
    if (start < at || end > text.length) continue
    if (start > at) runs.push({ text: text.slice(at, start), marked: false })
    runs.push({ text: text.slice(start, end), marked: true })
    at = end
  }
  if (at < text.length) runs.push({ text: text.slice(at), marked: false })
  return runs
}
