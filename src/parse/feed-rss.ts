import { type parseRdfFeed, parseRssFeed } from 'feedsmith'
import type { Attachment, RawItem } from '#domain'
import { arxivAbstract } from './arxiv.ts'
import { type DateLog, dateLog } from './date-log.ts'
import { atomAuthors, atomLink, atomTags } from './feed-atom.ts'
import { entryName, type ReadFeed } from './feed-info.ts'
import { oneLine, plainTitle } from './markup.ts'
import { bodyOf, rawItem } from './raw-item.ts'
import { absoluteUrl } from './sanitise.ts'

type Rss = ReturnType<typeof parseRssFeed<string>>
type Rdf = ReturnType<typeof parseRdfFeed<string>>
type RssItem = NonNullable<Rss['items']>[number]
type RdfItem = NonNullable<Rdf['items']>[number]
/** An item of either format: RDF has the same fields, only fewer. */
type Entry = RssItem & Pick<RdfItem, 'rdf'>

/** RSS 0.91 to 2.0 as a feed. Throws where feedsmith does: the caller mends the text and tries again. */
export function readRss(text: string, url: string | null): ReadFeed {
  const rss = parseRssFeed(text)
  return channel(rss, 'rss', rss.items ?? [], url)
}

/** What RSS and RDF have in common, which is nearly all. */
export function channel(
  rss: Rss & Pick<Rdf, 'rdf'>,
  format: 'rss' | 'rdf',
  entries: readonly Entry[],
  url: string | null,
): ReadFeed {
  const dates = dateLog()
  const base = absoluteUrl(rss.xml?.base ?? '', url)
  const home = rss.link ?? atomLink(rss.atom?.links, 'alternate') ?? null
  const feed = {
    format,
    id: rss.rdf?.about ?? rss.atom?.id ?? null,
    title: plainTitle(rss.title ?? rss.itunes?.title ?? rss.dc?.titles?.[0] ?? rss.atom?.title?.value),
    url: home === null ? null : (absoluteUrl(home, base ?? url) ?? home),
    feedUrl: atomLink(rss.atom?.links, 'self'),
    description: oneLine(rss.description ?? rss.itunes?.summary ?? rss.dc?.descriptions?.[0]),
    language: rss.language ?? rss.dc?.languages?.[0] ?? rss.xml?.lang ?? null,
    author: feedAuthor(rss),
    published: dates.read(rss.pubDate, 'the feed itself'),
    updated: dates.read(rss.lastBuildDate ?? rss.dc?.dates?.[0] ?? rss.atom?.updated, 'the feed itself'),
    imageUrl: rss.image?.url ?? rss.itunes?.image ?? null,
  }
  const place = base ?? feed.url ?? url
  const items = entries.map((entry, index) => itemOf(entry, index, place, dates))
  return { feed, items, problems: dates.problems() }
}

function feedAuthor(rss: Rss): string | null {
  const people = rss.managingEditor ?? rss.webMaster
  return (
    person(people) ??
    oneLine(rss.itunes?.author ?? rss.dc?.creators?.join(', ') ?? rss.dc?.publishers?.[0]) ??
    atomAuthors(rss.atom?.authors)
  )
}

function itemOf(entry: Entry, index: number, feedBase: string | null, dates: DateLog): RawItem {
  const title = plainTitle(
    entry.title ??
      entry.dc?.titles?.[0] ??
      entry.itunes?.title ??
      entry.atom?.title?.value ??
      mediaTitle(entry),
  )
  const where = entryName(index, title)
  const guid = entry.guid?.value ?? entry.atom?.id ?? entry.rdf?.about ?? entry.dc?.identifiers?.[0] ?? null
  const base = absoluteUrl(entry.xml?.base ?? '', feedBase) ?? feedBase
  const link = addressOf(entry)
  const url = link === null ? null : (absoluteUrl(link, base) ?? link)
  const published = dates.read(entry.pubDate ?? entry.atom?.published ?? entry.dcterms?.issued?.[0], where)
  const changed = dates.read(entry.atom?.updated ?? entry.dcterms?.modified?.[0], where)
  const dublin = published && changed ? null : dates.read(entry.dc?.dates?.[0], where)
  const paper = arxivAbstract(bodyText(entry))
  return rawItem({
    guid,
    title,
    url,
    author: itemAuthor(entry),
    published: published ?? dublin,
    updated: changed ?? dublin,
    ...(paper === null
      ? bodyOf(bodyText(entry), entry.xml?.base ? base : (url ?? base))
      : { text: paper, kind: 'paper' as const }),
    attachments: attachmentsOf(entry, base),
    signals: signalsOf(entry),
    tags: tagsOf(entry),
  })
}

/** The link; else the alternate Atom link; else a guid that is an address and does not say that it is none. */
function addressOf(entry: Entry): string | null {
  const told = entry.link ?? atomLink(entry.atom?.links, 'alternate')
  if (told) return told
  const guid = entry.guid?.value
  if (guid && entry.guid?.isPermaLink !== false && /^https?:\/\//i.test(guid)) return guid
  const about = entry.rdf?.about
  return about && /^https?:\/\//i.test(about) ? about : null
}

const bodyText = (entry: Entry): string | null =>
  entry.content?.encoded ??
  entry.atom?.content?.value ??
  entry.description ??
  entry.dc?.descriptions?.[0] ??
  entry.atom?.summary?.value ??
  entry.itunes?.summary ??
  entry.itunes?.subtitle ??
  entry.media?.groups?.[0]?.description?.value ??
  entry.media?.description?.value ??
  null

const mediaTitle = (entry: Entry): string | undefined =>
  entry.media?.title?.value ?? entry.media?.groups?.[0]?.title?.value

function itemAuthor(entry: Entry): string | null {
  const people = entry.authors?.flatMap((author) => person(author) ?? []) ?? []
  if (people.length > 0) return people.join(', ')
  return oneLine(entry.dc?.creators?.join(', ') ?? entry.itunes?.author) ?? atomAuthors(entry.atom?.authors)
}

const person = (told: { name?: string; email?: string; link?: string } | undefined): string | null =>
  plainTitle(told?.name) ?? oneLine(told?.email ?? told?.link)

function tagsOf(entry: Entry): string[] {
  const names = entry.categories?.flatMap((category) => plainTitle(category.name) ?? []) ?? []
  const more = [
    ...(entry.dc?.subjects ?? []),
    ...atomTags(entry.atom?.categories),
    ...(entry.itunes?.keywords ?? []),
  ]
  return [...new Set([...names, ...more.map((tag) => tag.trim()).filter(Boolean)])]
}

function attachmentsOf(entry: Entry, base: string | null): Attachment[] {
  const media = [...(entry.media?.contents ?? []), ...(entry.media?.groups?.[0]?.contents ?? [])]
  const told = [
    ...(entry.enclosures ?? []).map((file) => ({ url: file.url, type: file.type, size: file.length })),
    ...media.map((file) => ({ url: file.url, type: file.type, size: file.fileSize })),
  ]
  const files = new Map<string, Attachment>()
  for (const { url, type, size } of told) {
    const address = url ? absoluteUrl(url, base) : null
    if (address && !files.has(address)) {
      files.set(address, { url: address, type: type ?? null, sizeBytes: size && size > 0 ? size : null })
    }
  }
  return [...files.values()]
}

function signalsOf(entry: Entry): Record<string, number> {
  const comments = entry.slash?.comments ?? entry.thr?.total
  const views =
    entry.media?.community?.statistics?.views ?? entry.media?.groups?.[0]?.community?.statistics?.views
  return { ...(comments === undefined ? {} : { comments }), ...(views === undefined ? {} : { views }) }
}
