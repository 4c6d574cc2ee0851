import type { RawItem } from '#domain'
import type { DateLog } from './date-log.ts'
import { entryName } from './feed-info.ts'
import { countsOf, isJson, type Json, numberAt, objectsOf, textAt } from './json.ts'
import { oneLine } from './markup.ts'
import { authorsOf } from './papers.ts'
import { rawItem } from './raw-item.ts'

const LISTS = ['entries', 'leaderboard', 'ranking', 'papers', 'items', 'results'] as const

/** The ranked entries of a leaderboard such as Kurate's; null when this is none. */
export function rankedEntries(value: unknown): Json[] | null {
  const lists = isJson(value) ? LISTS.map((field) => value[field]) : [value]
  for (const list of lists) {
    const entries = objectsOf(list)
    const ranked = entries.filter(
      (entry) => numberAt(entry, 'rank') !== null && textAt(entry, 'title') !== null,
    )
    if (ranked.length > 0 && ranked.length >= entries.length / 2) return ranked
  }
  return null
}

/** One item for each ranked entry; its place and marks are signals, the board's category and period are tags. */
export function readRanking(value: unknown, entries: readonly Json[], dates: DateLog): RawItem[] {
  const board = isJson(value) ? value : {}
  const labels = [textAt(board, 'category', 'name'), textAt(board, 'period', 'window')].filter(
    (tag) => tag !== null,
  )
  return entries.map((entry, index) => {
    const title = oneLine(textAt(entry, 'title'))
    const arxiv = textAt(entry, 'arxiv_id', 'arxivId', 'arxiv')
    const url = textAt(entry, 'url', 'arxiv_url', 'arxivUrl', 'link')
    return rawItem({
      guid: textAt(entry, 'id') ?? arxiv ?? url,
      title,
      url: url ?? (arxiv && /^https?:/.test(arxiv) ? arxiv : arxiv && `https://arxiv.org/abs/${arxiv}`),
      author: authorsOf(entry),
      published: dates.read(textAt(entry, 'published', 'publishedAt', 'date'), entryName(index, title)),
      text: oneLine(textAt(entry, 'abstract', 'summary', 'text')),
      kind: 'ranking',
      signals: countsOf(entry, {
        ...{ rank: 'rank', score: 'score', win_rate: 'win_rate', ai_rating: 'ai_rating' },
        ...{ votes: 'votes', matches: 'matches' },
      }),
      tags: [...new Set([...labels, ...(textAt(entry, 'category') ?? '').split(',').filter(Boolean)])],
    })
  })
}
