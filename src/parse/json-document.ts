import type { Problem, RawItem } from '#domain'
import type { DateLog } from './date-log.ts'
import { readJsonFeed } from './feed-json.ts'
import { isJson, type Json } from './json.ts'
import { isDailyPapers, readDailyPapers } from './papers.ts'
import { ofFeed, type Parsed, withDates } from './parsed.ts'
import { hackerNewsStories, isReddit, postList, readHackerNews, readPosts, readReddit } from './posts.ts'
import { rankedEntries, readRanking } from './ranking.ts'
import { readXArchive } from './x-archive.ts'

/** A JSON document by its shape; null when it is none that is known here. */
export function readJsonValue(value: unknown, isXArchive: boolean, url: string | null): Parsed | null {
  if (isXArchive) return plain('posts', (dates) => readXArchive(value, dates))
  if (isDailyPapers(value)) return plain('papers', (dates) => readDailyPapers(value, dates))
  if (isReddit(value)) return plain('posts', (dates) => readReddit(value, dates))
  const stories = hackerNewsStories(value)
  if (stories) return plain('posts', (dates) => readHackerNews(stories, dates))
  const ranked = rankedEntries(value)
  if (ranked) return plain('ranking', (dates) => readRanking(value, ranked, dates))
  if (isJson(value) && isJsonFeed(value)) return jsonFeed(value, url)
  const posts = postList(value)
  return posts === null ? null : plain('posts', (dates) => readPosts(posts, dates))
}

const plain = (kind: Parsed['kind'], read: (dates: DateLog) => RawItem[]): Parsed =>
  withDates(kind, (dates) => ({ items: read(dates), problems: [] }))

const isJsonFeed = (value: Json): boolean => {
  const version = String(value.version ?? '')
  if (version.includes('jsonfeed.org')) return true
  return (
    /^1(?:\.[01])?$/.test(version) ||
    (Array.isArray(value.items) && ('home_page_url' in value || 'feed_url' in value))
  )
}

function jsonFeed(value: Json, url: string | null): Parsed | null {
  try {
    return ofFeed(readJsonFeed(value, url))
  } catch {
    return null
  }
}

const MOST_NAMED = 5

/** One record a line. A line that cannot be read is named by its number and left out; the others are read. */
export function readJsonLines(text: string, dates: DateLog): { items: RawItem[]; problems: Problem[] } {
  const records: Json[] = []
  const broken: number[] = []
  text.split('\n').forEach((line, index) => {
    if (line.trim() === '') return
    try {
      const record: unknown = JSON.parse(line)
      if (isJson(record)) records.push(record)
      else broken.push(index + 1)
    } catch {
      broken.push(index + 1)
    }
  })
  const items = isDailyPapers(records) ? readDailyPapers(records, dates) : readPosts(records, dates)
  if (broken.length === 0) return { items, problems: [] }
  const named = `${broken.slice(0, MOST_NAMED).join(', ')}${broken.length > MOST_NAMED ? ' …' : ''}`
  const what = `${broken.length} of ${records.length + broken.length} lines are no JSON objects (line ${named}); the others were read.`
  return { items, problems: [{ severity: 'lost', what, where: `line ${broken[0]}` }] }
}
