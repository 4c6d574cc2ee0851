import { parseJsonFeed } from 'feedsmith'
import type { RawItem } from '#domain'
import { type DateLog, dateLog } from './date-log.ts'
import { entryName, type ReadFeed } from './feed-info.ts'
import type { Json } from './json.ts'
import { oneLine } from './markup.ts'
import { rawItem } from './raw-item.ts'
import { absoluteUrl, safeHtml } from './sanitise.ts'

type JsonFeed = ReturnType<typeof parseJsonFeed<string>>
type Entry = NonNullable<JsonFeed['items']>[number]

/** JSON Feed 1.0 and 1.1. Throws where feedsmith does. */
export function readJsonFeed(json: Json, url: string | null): ReadFeed {
  // A version of `1.1` alone is common and means the same as the address that the standard asks for.
  const version = `https://jsonfeed.org/version/${/1\.?[01]?/.exec(String(json.version ?? ''))?.[0] ?? '1.1'}`
  const told = parseJsonFeed({ ...json, version })
  const dates = dateLog()
  const feed = {
    format: 'json' as const,
    id: null,
    title: oneLine(told.title),
    url: told.home_page_url ?? null,
    feedUrl: told.feed_url ?? null,
    description: oneLine(told.description),
    language: told.language ?? null,
    author: names(told.authors),
    published: null,
    updated: null,
    imageUrl: told.icon ?? told.favicon ?? null,
  }
  const base = absoluteUrl(feed.url ?? '', url) ?? url
  const items = (told.items ?? []).map((entry, index) => itemOf(entry, index, base, dates))
  return { feed, items, problems: dates.problems() }
}

function itemOf(entry: Entry, index: number, base: string | null, dates: DateLog): RawItem {
  const title = oneLine(entry.title)
  const where = entryName(index, title)
  const link = entry.url ?? entry.external_url ?? null
  const url = link === null ? null : (absoluteUrl(link, base) ?? link)
  return rawItem({
    guid: entry.id ?? null,
    title,
    url,
    author: names(entry.authors),
    published: dates.read(entry.date_published, where),
    updated: dates.read(entry.date_modified, where),
    html: entry.content_html ? safeHtml(entry.content_html, url ?? base) || null : null,
    text: entry.content_text ?? (entry.content_html ? null : (entry.summary ?? null)),
    attachments: (entry.attachments ?? []).flatMap((file) => {
      const address = file.url ? absoluteUrl(file.url, base) : null
      return address
        ? [{ url: address, type: file.mime_type ?? null, sizeBytes: file.size_in_bytes ?? null }]
        : []
    }),
    tags: entry.tags ?? [],
  })
}

const names = (people: readonly { name?: string; url?: string }[] | undefined): string | null =>
  (people ?? []).flatMap((who) => oneLine(who.name ?? who.url) ?? []).join(', ') || null
