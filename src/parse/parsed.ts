import type { Problem, RawItem } from '#domain'
import { type DateLog, dateLog } from './date-log.ts'
import type { FeedInfo, ReadFeed } from './feed-info.ts'

/** What a document turned out to be, what it holds, and what could not be read. */
export type Parsed = {
  readonly kind:
    | 'feed'
    | 'page'
    | 'papers'
    | 'posts'
    | 'markdown'
    | 'transcript'
    | 'ranking'
    | 'mail'
    | 'unknown'
  readonly feed: FeedInfo | null
  readonly items: readonly RawItem[]
  readonly problems: readonly Problem[]
}

/** A document of which nothing could be read, and why. */
export const unread = (what: string): Parsed => ({
  kind: 'unknown',
  feed: null,
  items: [],
  problems: [{ severity: 'lost', what, where: null }],
})

/** A feed; one that lists nothing but papers is called so. */
export function ofFeed({ feed, items, problems }: ReadFeed): Parsed {
  const papers = items.length > 0 && items.every((item) => item.kind === 'paper')
  return { kind: papers ? 'papers' : 'feed', feed, items, problems }
}

/** Reads items with a log for their dates, whose troubles join the other problems. */
export function withDates(
  kind: Parsed['kind'],
  read: (dates: DateLog) => { items: readonly RawItem[]; problems: readonly Problem[] },
): Parsed {
  const dates = dateLog()
  const { items, problems } = read(dates)
  return { kind, feed: null, items, problems: [...problems, ...dates.problems()] }
}
