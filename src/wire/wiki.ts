import type { Page } from '#domain'

// An answer and a page have no secrets and no rows: their domain shapes are what others see.
export type { Answer } from '#domain'

export type WikiRow = Pick<Page, 'id' | 'kind' | 'title' | 'revision'>

/** The list of pages: of each kind how many there are and some of them, or one kind page by page. */
export type WikiListView = {
  readonly total: number
  readonly kinds: readonly {
    readonly kind: Page['kind']
    readonly total: number
    readonly rows: readonly WikiRow[]
  }[]
  /** The kind that is looked at alone, and which part of it, counted from 1. */
  readonly only: { readonly kind: Page['kind']; readonly part: number; readonly parts: number } | null
}

/** One revision of a wiki page, with what it changed against the one before, block by block. */
export type WikiView = {
  readonly page: Page
  readonly text: string
  readonly backlinks: readonly Pick<Page, 'id' | 'title'>[]
  readonly revisions: readonly Pick<Page, 'revision' | 'madeAt' | 'because'>[]
  readonly added: readonly string[]
  readonly removed: readonly string[]
}
