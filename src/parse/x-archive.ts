import type { RawItem } from '#domain'
import type { DateLog } from './date-log.ts'
import { countsOf, isJson, type Json, objectsOf, textAt } from './json.ts'
import { withoutEntities } from './markup.ts'
import { rawItem } from './raw-item.ts'

/** The posts of an X archive. Short links are written out; the archive names no author, so none is given. */
export function readXArchive(value: unknown, dates: DateLog): RawItem[] {
  return objectsOf(value).flatMap((record, index) => {
    const tweet = isJson(record.tweet) ? record.tweet : record
    const id = textAt(tweet, 'id_str', 'id')
    const text = textAt(tweet, 'full_text', 'text')
    if (text === null) return []
    const said = withLinks(withoutEntities(text), tweet)
    return rawItem({
      guid: id,
      url: id === null ? null : `https://x.com/i/status/${id}`,
      author: isJson(tweet.user) ? textAt(tweet.user, 'screen_name', 'name') : null,
      published: dates.read(textAt(tweet, 'created_at'), `post ${id ?? index + 1}`),
      text: said,
      kind: 'post',
      signals: countsOf(tweet, { likes: 'favorite_count', reposts: 'retweet_count', replies: 'reply_count' }),
      tags: isJson(tweet.entities)
        ? objectsOf(tweet.entities.hashtags).flatMap((tag) => textAt(tag, 'text') ?? [])
        : [],
    })
  })
}

function withLinks(text: string, tweet: Json): string {
  const links = isJson(tweet.entities) ? objectsOf(tweet.entities.urls) : []
  return links.slice(0, 50).reduce((said, link) => {
    const [short, long] = [textAt(link, 'url'), textAt(link, 'expanded_url')]
    return short && long ? said.replaceAll(short, long) : said
  }, text)
}
