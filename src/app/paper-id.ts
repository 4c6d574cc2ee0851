import type { Item, Telling } from '#domain'

/** The id by which a paper's page is found, its arXiv id where it has one; null for an item that is no paper. */
export function paperIdOf({ id, kind, key, ids }: Item): string | null {
  const [, arxiv] = /^arxiv:(\d{4}\.\d{4,5})(?:#|$)/.exec(key) ?? []
  if (arxiv !== undefined) return arxiv
  return kind === 'paper' ? (ids.arxiv ?? id) : null
}

/** The first paper among tellings; null where none is one. */
export function paperIn(tellings: readonly Telling[]): string | null {
  for (const { item } of tellings) {
    const id = paperIdOf(item)
    if (id !== null) return id
  }
  return null
}
