import type { Page } from '#domain'

// An answer and a page have no secrets and no rows: their domain shapes are what others see.
export type { Answer } from '#domain'

export type WikiRow = Pick<Page, 'id' | 'kind' | 'title' | 'revision'>

/** One revision of a wiki page, with what it changed against the one before, block by block. */
export type WikiView = {
  readonly page: Page
  readonly text: string
  readonly backlinks: readonly string[]
  readonly revisions: readonly Pick<Page, 'revision' | 'madeAt' | 'because'>[]
  readonly added: readonly string[]
  readonly removed: readonly string[]
}
