import type { Instant } from './time.ts'

/** One revision of a wiki page; a page is the series of its revisions, each made from facts. */
export type Page = {
  readonly id: string
  readonly revision: number
  readonly title: string
  readonly markdown: string
  /** The items that its sentences cite. */
  readonly itemIds: readonly string[]
  readonly madeAt: Instant
}
