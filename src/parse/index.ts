export { parseDate, type ReadDate } from './dates.ts'
export type { FeedInfo } from './feed-info.ts'

import type { Page } from './page.ts'

export { type Document, parse } from './parse.ts'
export type { Parsed } from './parsed.ts'
export { isAllowed } from './robots.ts'
export type { Page }

/**
 * The article on a page: title, byline, date, language, text and sanitised HTML. Never throws on bad HTML; at most
 * 2.5 million characters are read. Asynchronous because the extractors are loaded only when the first page comes.
 */
export async function extractPage(html: string, url: string | null): Promise<Page> {
  const { extractPage: extract } = await import('./page.ts')
  return extract(html, url)
}
