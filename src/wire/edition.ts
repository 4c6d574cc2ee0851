import type { Edition, EditionKind } from '#domain'

/** A line of the list of editions. */
export type EditionRow = {
  readonly id: string
  readonly kind: EditionKind
  readonly date: string
  readonly title: string
  readonly path: string
}

export function editionRow(edition: Pick<Edition, 'id' | 'kind' | 'date' | 'title'>): EditionRow {
  return {
    id: edition.id,
    kind: edition.kind,
    date: edition.date,
    title: edition.title,
    path: `/editions/${encodeURIComponent(edition.id)}`,
  }
}
