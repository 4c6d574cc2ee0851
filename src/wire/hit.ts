import type { Item, ItemKind, Prediction, Source, Span, Tier } from '#domain'
import type { NameLink } from './story.ts'
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
  /** The story that it stands for, and how many more of its tellings were found. */
  readonly storyId: string | null
  readonly more: number
  /** As a paper's page is found; null for what is no paper. */
  readonly paperId: string | null
  readonly tier: Tier | null
}

type Told = Pick<Hit, 'storyId' | 'more' | 'paperId' | 'tier'> & {
  readonly item: Item
  readonly source: Source | null
  readonly hit: Pick<Hit, 'excerpt' | 'marks'>
}

export function hit({ item, source, hit: found, storyId, more, paperId, tier }: Told): Hit {
  const { excerpt, marks } = beyondTitle(item.title, found)
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
    more,
    paperId,
    tier,
  }
}

// Many texts begin with their title, which stands above the excerpt already.
function beyondTitle(title: string, { excerpt, marks }: Told['hit']): Told['hit'] {
  if (title === '' || !excerpt.toLowerCase().startsWith(title.toLowerCase())) return { excerpt, marks }
  const from = title.length + (/^\s*[:.–—-]+\s+/.exec(excerpt.slice(title.length))?.[0].length ?? 0)
  if (from === title.length || from >= excerpt.length) return { excerpt, marks }
  return {
    excerpt: excerpt.slice(from),
    marks: marks.flatMap(({ start, end }) =>
      start >= from ? [{ start: start - from, end: end - from }] : [],
    ),
  }
}

/** A value that some of what was found share, and the query that keeps only those. */
export type Facet = {
  readonly name: string
  readonly values: readonly { readonly label: string; readonly count: number; readonly query: string }[]
}

/** A prediction where it stands among other things. */
export type ForetoldLine = {
  readonly id: string
  readonly claim: string
  readonly by: string
  readonly madeAt: string
  readonly due: string | null
}

export const foretoldLine = ({ id, claim, by, madeAt, due }: Prediction): ForetoldLine => ({
  ...{ id, claim, by, madeAt, due },
})

export type SearchView = {
  readonly query: string
  readonly hits: readonly Hit[]
  readonly facets: readonly Facet[]
  /** Who or what goes by these words, pages of the wiki and predictions that hold them. */
  readonly names: readonly NameLink[]
  readonly pages: readonly { readonly id: string; readonly title: string }[]
  readonly predictions: readonly ForetoldLine[]
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
