import type { Ids, Instant } from '#domain'
import type { StoryRow, StoryView } from './story.ts'
import type { ClaimLine, Run, TellingRow } from './telling.ts'

/** One paper: its facts, what it claims, what belongs to its story, and what it stands beside in our memory. */
export type PaperView = {
  /** Its arXiv id, or that of the item that it is. */
  readonly id: string
  readonly title: string
  readonly authors: readonly string[]
  /** Where the world has it: arXiv, its code, its model. */
  readonly places: readonly { readonly name: string; readonly label: string; readonly url: string }[]
  readonly tags: readonly string[]
  /** Its own text as the fullest source gave it; null where no source carries it. */
  readonly abstract: {
    readonly text: readonly Run[]
    readonly itemId: string
    readonly sourceName: string
  } | null
  /** Its sources, with the counts that each prints about it. */
  readonly own: readonly (TellingRow & { readonly signals: string })[]
  readonly others: readonly TellingRow[]
  readonly claims: readonly ClaimLine[]
  readonly disagreements: StoryView['disagreements']
  /** Its story, with its tier and every reason for its score. */
  readonly row: StoryRow
  readonly firstSeenAt: Instant
  readonly cites: readonly PaperLink[]
  readonly citedBy: readonly {
    readonly title: string
    readonly path: string
    readonly sourceId: string
    readonly date: string
  }[]
  readonly earlier: StoryView['earlier']
  readonly later: StoryView['earlier']
}

type PaperLink = { readonly id: string; readonly title: string; readonly date: string }

/** Where a paper's page is. */
export const paperPath = (id: string): string => `/papers/${encodeURIComponent(id)}`

/** The arXiv id that an address is the home of; null for another address. */
export function arxivIn(url: string | null): string | null {
  const home = /^https?:\/\/(?:www\.)?(?:arxiv\.org\/(?:abs|pdf)|huggingface\.co\/papers)\/(\d{4}\.\d{4,5})/i
  return home.exec(url ?? '')?.[1] ?? null
}

/** Where the world has a paper, from its ids, in the order in which one would open them. */
export function placesOf(ids: Ids): PaperView['places'] {
  const place = (name: string, id: string | undefined, url: (id: string) => string) =>
    id === undefined ? [] : [{ name, label: id, url: url(id) }]
  return [
    ...place('arXiv', ids.arxiv, (id) => `https://arxiv.org/abs/${id}`),
    ...place('DOI', ids.doi, (id) => `https://doi.org/${id}`),
    ...place('Code', ids.github, (id) => `https://github.com/${id}`),
    ...place('Model', ids.huggingface, (id) => `https://huggingface.co/${id}`),
    ...place('Film', ids.youtube, (id) => `https://www.youtube.com/watch?v=${encodeURIComponent(id)}`),
  ]
}
