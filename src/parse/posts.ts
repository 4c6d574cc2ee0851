import type { ItemKind, RawItem } from '#domain'
import type { DateLog } from './date-log.ts'
import { entryName } from './feed-info.ts'
import { countsOf, isJson, type Json, objectsOf, textAt, textsAt } from './json.ts'
import { oneLine, plainTitle, withoutEntities } from './markup.ts'
import { authorsOf } from './papers.ts'
import { bodyOf, rawItem } from './raw-item.ts'

const LISTS = [
  'items',
  'posts',
  'data',
  'results',
  'tweets',
  'articles',
  'entries',
  'stories',
  'records',
] as const

/** The records of a list of posts in any common wrapping; null when there is no list of objects. */
export function postList(value: unknown): Json[] | null {
  if (Array.isArray(value)) {
    const list = objectsOf(value)
    return list.length > 0 ? list : null
  }
  if (!isJson(value)) return null
  for (const field of LISTS) {
    const list = objectsOf(value[field])
    if (list.length > 0) return list
  }
  // RSS written as JSON, as some feeds offer it.
  const channel = isJson(value.rss) && isJson(value.rss.channel) ? value.rss.channel : value.channel
  if (isJson(channel)) return postList({ items: channel.item ?? channel.items })
  return null
}

/** Posts of unknown make, by the names that fields of this sense commonly have. Records that say nothing are left out. */
export function readPosts(records: readonly Json[], dates: DateLog): RawItem[] {
  return records.flatMap((told, index) => {
    const record = isJson(told.tweet) ? told.tweet : told
    const meta = isJson(record.meta) ? record.meta : {}
    const text = textAt(record, 'text', 'full_text', 'body', 'content', 'content_text', 'description', 'summary', 'abstract')
    const html = textAt(record, 'html', 'content_html')
    const title = plainTitle(textAt(record, 'title', 'headline', 'name'))
    const url = textAt(record, 'url', 'link', 'href', 'permalink')
    if (title === null && text === null && html === null) return []
    const date = textAt(record, 'published', 'publishedAt', 'published_at', 'pubDate', 'created_at', 'createdAt', 'date', 'timestamp', 'time')
    return rawItem({
      guid: textAt(record, 'id', 'guid', 'id_str') ?? url,
      title,
      url,
      author: oneLine(textAt(record, 'author', 'username', 'handle', 'user', 'by') ?? authorsOf(record) ?? authorsOf(meta)),
      published: dates.read(date, entryName(index, title)),
      updated: dates.read(textAt(record, 'updated', 'updated_at', 'modified', 'edited_at'), entryName(index, title)),
      ...bodyOf(html ?? text, url),
      kind: kindOf(record, url),
      signals: { ...countsOf(meta, COUNTS), ...countsOf(record, COUNTS) },
      tags: [...new Set([...textsAt(record, 'tags', 'categories', 'keywords'), ...textsAt(meta, 'flair')])],
    })
  }) // biome-ignore format: one field a line
}

const COUNTS: Readonly<Record<string, string>> = {
  ...{
    score: 'score',
    points: 'points',
    upvotes: 'upvotes',
    comments: 'comments',
    replies: 'replies',
    rank: 'rank',
  },
  ...{ likes: 'likes', reposts: 'reposts', win_rate: 'win_rate', ai_rating: 'ai_rating' },
}

/** What the list itself says it is: by the name of its source, or by what kind of address it has. */
function kindOf(record: Json, url: string | null): ItemKind | null {
  const source = textAt(record, 'source', 'kind', 'type')?.toLowerCase() ?? ''
  if (/^(?:paper|huggingface|arxiv)\b/.test(source)) return 'paper'
  if (/^(?:kurate|ranking|leaderboard)\b/.test(source)) return 'ranking'
  if (/^(?:twitter|x|tweet|post|bluesky|mastodon)\b/.test(source)) return 'post'
  if (/^(?:reddit|hackernews|hn|discussion)\b/.test(source)) return 'discussion'
  return url && /^https?:\/\/(?:www\.|mobile\.)?(?:twitter|x)\.com\/[^/]+\/status\//i.test(url)
    ? 'post'
    : null
}

/** A post that only points elsewhere says its title, linked. */
const pointer = (linked: string | null, title: string): string | null =>
  linked === null ? null : `<p><a href="${attribute(linked)}">${attribute(title)}</a></p>`

const attribute = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')

/** Whether this is a listing of Reddit, or the pair of listings that a thread's page gives. */
export const isReddit = (value: unknown): boolean =>
  isJson(value) ? value.kind === 'Listing' && isJson(value.data) : Array.isArray(value) && isReddit(value[0])

/** The links of a Reddit listing (`/r/NAME/new.json`); comments under a thread are left out. */
export function readReddit(value: unknown, dates: DateLog): RawItem[] {
  const listing: unknown = Array.isArray(value) ? value[0] : value
  const data = isJson(listing) && isJson(listing.data) ? listing.data : {}
  return objectsOf(data.children).flatMap((child, index) => {
    const post = isJson(child.data) ? child.data : child
    const title = plainTitle(textAt(post, 'title'))
    if (title === null) return []
    const permalink = textAt(post, 'permalink')
    const thread = permalink && new URL(permalink, 'https://www.reddit.com/').href
    const target = textAt(post, 'url_overridden_by_dest', 'url')
    const linked = target !== null && !target.includes('/comments/') && post.is_self !== true ? target : null
    const body = textAt(post, 'selftext_html')
    return rawItem({
      guid: textAt(post, 'name', 'id'),
      title,
      url: thread ?? target,
      author: textAt(post, 'author'),
      published: dates.read(textAt(post, 'created_utc', 'created'), entryName(index, title)),
      ...(body ? bodyOf(withoutEntities(body), thread) : bodyOf(textAt(post, 'selftext') ?? pointer(linked, title), thread)),
      // What the post points at is its matter: it hangs on it, so that others who tell of it meet it there.
      attachments: linked === null ? [] : [{ url: linked, type: null, sizeBytes: null }],
      kind: 'discussion',
      signals: countsOf(post, { score: 'score', comments: 'num_comments', upvote_ratio: 'upvote_ratio' }),
      tags: [textAt(post, 'subreddit_name_prefixed', 'subreddit'), textAt(post, 'link_flair_text')].filter((tag) => tag !== null),
    })
  }) // biome-ignore format: one field a line
}

/** The stories of Hacker News: Algolia's `{hits}`, or one or many items of its Firebase API; null when it is neither. */
export function hackerNewsStories(value: unknown): Json[] | null {
  if (isJson(value) && Array.isArray(value.hits)) {
    const hits = objectsOf(value.hits)
    return hits.every((hit) => textAt(hit, 'objectID') !== null) ? hits : null
  }
  const items = isJson(value) ? [value] : objectsOf(value)
  const stories = items.filter(
    (item) => ['story', 'job', 'poll'].includes(String(item.type)) && 'by' in item && 'time' in item,
  )
  return stories.length > 0 ? stories : null
}

/** Stories of Hacker News; the address is the story's own, or the discussion when it has none. */
export function readHackerNews(stories: readonly Json[], dates: DateLog): RawItem[] {
  return stories.flatMap((story, index) => {
    const id = textAt(story, 'objectID', 'id')
    const title = plainTitle(textAt(story, 'title', 'story_title'))
    if (title === null || story.deleted === true || story.dead === true) return []
    const thread = `https://news.ycombinator.com/item?id=${id}`
    const linked = textAt(story, 'url', 'story_url')
    return rawItem({
      guid: id,
      title,
      url: thread,
      author: textAt(story, 'author', 'by'),
      published: dates.read(textAt(story, 'created_at', 'created_at_i', 'time'), entryName(index, title)),
      ...bodyOf(textAt(story, 'story_text', 'text') ?? pointer(linked, title), thread),
      attachments: linked === null ? [] : [{ url: linked, type: null, sizeBytes: null }],
      kind: 'discussion',
      signals: {
        ...countsOf(story, { points: 'points' }),
        ...countsOf(story, { points: 'score' }),
        ...countsOf(story, { comments: 'num_comments' }),
        ...countsOf(story, { comments: 'descendants' }),
      },
    })
  })
}
