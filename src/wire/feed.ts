import { generateAtomFeed, generateJsonFeed, generateRssFeed } from 'feedsmith'

export type FeedFormat = 'rss' | 'atom' | 'json'

export const FEED_TYPES: Readonly<Record<FeedFormat, string>> = {
  rss: 'application/rss+xml; charset=utf-8',
  atom: 'application/atom+xml; charset=utf-8',
  json: 'application/feed+json; charset=utf-8',
}

/** An entry of a feed; `audio` makes it an episode. */
export type WireEntry = {
  readonly id: string
  readonly title: string
  /** Below `home`, or an address elsewhere; null where there is none. */
  readonly url: string | null
  readonly at: string
  readonly text: string
  readonly html: string
  readonly audio?: {
    readonly url: string
    readonly bytes: number
    readonly type: string
    readonly seconds: number
    readonly chaptersUrl: string
    readonly transcriptUrl: string
  }
}

export type WireFeed = {
  readonly title: string
  readonly about: string
  readonly entries: readonly WireEntry[]
  /** The address of the house without a slash at the end. */
  readonly home: string
  /** Where this feed lies below it, with a slash in front. */
  readonly path: string
}

/** The feed as text of one of three formats; the same feed gives the same bytes. */
export function feedText(feed: WireFeed, format: FeedFormat): string {
  if (format === 'rss') return rss(feed)
  if (format === 'atom') return atom(feed)
  return `${JSON.stringify(jsonFeed(feed), null, 2)}\n`
}

const whole = (home: string, url: string): string => (url.startsWith('/') ? `${home}${url}` : url)

// A guid that is an address would have to lead somewhere for good; these only have to be the same for good.
const guidOf = (home: string, id: string): string => `urn:bellwether:${new URL(home).hostname}:${id}`

function rss({ title, about, entries, home, path }: WireFeed): string {
  const isPodcast = entries.some(({ audio }) => audio !== undefined)
  return generateRssFeed(
    {
      ...{ title, link: home, description: about },
      atom: { links: [{ href: `${home}${path}`, rel: 'self', type: 'application/rss+xml' }] },
      ...(isPodcast
        ? { itunes: { author: 'Bellwether', explicit: false, categories: [{ text: 'Technology' }] } }
        : {}),
      items: entries.map(({ id, title: name, url, at, html, audio }) => ({
        ...{ title: name, guid: { value: guidOf(home, id), isPermaLink: false }, pubDate: new Date(at) },
        ...(url ? { link: whole(home, url) } : {}),
        description: html,
        ...(audio
          ? {
              enclosures: [{ url: whole(home, audio.url), length: audio.bytes, type: audio.type }],
              itunes: { duration: Math.round(audio.seconds) },
              podcast: {
                chapters: { url: whole(home, audio.chaptersUrl), type: 'application/json+chapters' },
                transcripts: [{ url: whole(home, audio.transcriptUrl), type: 'text/vtt' }],
              },
            }
          : {}),
      })),
    },
    { lenient: true },
  )
}

function atom({ title, about, entries, home, path }: WireFeed): string {
  const updated = new Date(entries[0]?.at ?? 0)
  return generateAtomFeed(
    {
      id: guidOf(home, path),
      ...{ title: { value: title }, subtitle: { value: about }, updated },
      links: [{ href: `${home}${path}`, rel: 'self' }, { href: home }],
      authors: [{ name: 'Bellwether' }],
      entries: entries.map(({ id, title: name, url, at, html }) => ({
        ...{ id: guidOf(home, id), title: { value: name }, updated: new Date(at), published: new Date(at) },
        ...(url ? { links: [{ href: whole(home, url) }] } : {}),
        content: { value: html, type: 'html' as const },
      })),
    },
    { lenient: true },
  )
}

function jsonFeed({ title, about, entries, home, path }: WireFeed): unknown {
  return generateJsonFeed(
    {
      ...{ title, description: about, home_page_url: home, feed_url: `${home}${path}` },
      items: entries.map(({ id, title: name, url, at, html, text }) => ({
        ...{
          id: guidOf(home, id),
          title: name,
          content_html: html,
          content_text: text,
          date_published: new Date(at),
        },
        ...(url ? { url: whole(home, url) } : {}),
      })),
    },
    { lenient: true },
  )
}
