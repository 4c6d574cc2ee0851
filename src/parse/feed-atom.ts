import { parseAtomFeed } from 'feedsmith'
import type { Attachment, RawItem } from '#domain'
import { isArxivUrl } from './arxiv.ts'
import { type DateLog, dateLog } from './date-log.ts'
import { entryName, type ReadFeed } from './feed-info.ts'
import { oneLine, plainTitle } from './markup.ts'
import { bodyOf, rawItem } from './raw-item.ts'
import { absoluteUrl, safeHtml } from './sanitise.ts'

type Atom = ReturnType<typeof parseAtomFeed<string>>
type Entry = NonNullable<Atom['entries']>[number]
type Text = NonNullable<Entry['title']>
type AtomLink = {
  readonly href?: string
  readonly rel?: string
  readonly type?: string
  readonly length?: number
}
type Person = { readonly name?: string; readonly email?: string; readonly uri?: string }

/** Atom 0.3 and 1.0 as a feed. Throws where feedsmith does: the caller mends the text and tries again. */
export function readAtom(text: string, url: string | null): ReadFeed {
  const atom = parseAtomFeed(text)
  const dates = dateLog()
  const base = absoluteUrl(atom.xml?.base ?? '', url) ?? url
  const home = atomLink(atom.links, 'alternate')
  const feed = {
    format: 'atom' as const,
    id: atom.id ?? null,
    title: titleOf(atom.title),
    url: home === null ? null : (absoluteUrl(home, base) ?? home),
    feedUrl: atomLink(atom.links, 'self'),
    description: titleOf(atom.subtitle),
    language: atom.xml?.lang ?? atom.dc?.languages?.[0] ?? null,
    author: atomAuthors(atom.authors) ?? oneLine(atom.dc?.creators?.join(', ')),
    published: null,
    updated: dates.read(atom.updated, 'the feed itself'),
    imageUrl: atom.logo ?? atom.icon ?? null,
  }
  const place = atom.xml?.base ? base : (feed.url ?? base)
  const items = (atom.entries ?? []).map((entry, index) => itemOf(entry, index, place, dates))
  return { feed, items, problems: dates.problems() }
}

function itemOf(entry: Entry, index: number, feedBase: string | null, dates: DateLog): RawItem {
  const title = titleOf(entry.title) ?? plainTitle(entry.media?.groups?.[0]?.title?.value)
  const where = entryName(index, title)
  const base = absoluteUrl(entry.xml?.base ?? '', feedBase) ?? feedBase
  const link = atomLink(entry.links, 'alternate') ?? entry.content?.src ?? addressIn(entry.id)
  const url = link === null || link === undefined ? null : (absoluteUrl(link, base) ?? link)
  const paper = isArxivUrl(url)
  return rawItem({
    guid: entry.id ?? null,
    title,
    url,
    author:
      atomAuthors(entry.authors) ??
      oneLine(entry.dc?.creators?.join(', ')) ??
      atomAuthors(entry.source?.authors),
    published: dates.read(entry.published ?? entry.dcterms?.issued?.[0] ?? entry.dc?.dates?.[0], where),
    updated: dates.read(entry.updated, where),
    ...body(entry, base, url),
    attachments: enclosures(entry.links, base),
    kind: paper ? 'paper' : null,
    signals: signalsOf(entry),
    tags: [...new Set([...atomTags(entry.categories), ...(entry.dc?.subjects ?? [])])],
  })
}

/** The content, else the summary, else a video's description; how it is written is told by its type. */
function body(entry: Entry, base: string | null, url: string | null): Pick<RawItem, 'html' | 'text'> {
  const told = entry.content?.value ? entry.content : entry.summary
  const place = told?.xml?.base ? absoluteUrl(told.xml.base, base) : entry.xml?.base ? base : (url ?? base)
  const type = told?.type?.toLowerCase()
  if (told?.value && (type === undefined || type === 'text' || type === 'text/plain')) {
    // Many feeds put HTML where they announce text.
    return /<(?:p|a|br|div|img|ul|blockquote)[\s/>]/i.test(told.value)
      ? bodyOf(told.value, place)
      : { html: null, text: told.value.trim() }
  }
  if (told?.value && type?.includes('html')) return { html: safeHtml(told.value, place) || null, text: null }
  return bodyOf(told?.value ?? entry.media?.groups?.[0]?.description?.value ?? null, place)
}

/** Text of type `text` means what it shows; HTML and unnamed types lose their markup. */
function titleOf(title: Text | undefined): string | null {
  const type = title?.type?.toLowerCase()
  if (type !== undefined && type !== 'text' && type !== 'text/plain') return plainTitle(title?.value)
  return title?.value.includes('&') || title?.value.includes('</')
    ? plainTitle(title.value)
    : oneLine(title?.value)
}

const addressIn = (id: string | undefined): string | null => (id && /^https?:\/\//i.test(id) ? id : null)

/** The address of the link with this relation (a link without one is `alternate`), an HTML page before others. */
export function atomLink(links: readonly AtomLink[] | undefined, rel: 'alternate' | 'self'): string | null {
  const fitting = (links ?? []).filter((link) => link.href && (link.rel ?? 'alternate').toLowerCase() === rel)
  const page = fitting.find((link) => link.type === undefined || link.type.includes('html'))
  return (page ?? fitting[0])?.href ?? null
}

/** The people's names, joined by commas; who has no name is called by mail or web address. */
export const atomAuthors = (people: readonly Person[] | undefined): string | null =>
  (people ?? []).flatMap((who) => plainTitle(who.name) ?? oneLine(who.email ?? who.uri) ?? []).join(', ') ||
  null

export const atomTags = (tags: readonly { label?: string; term?: string }[] | undefined): string[] =>
  (tags ?? []).flatMap((tag) => plainTitle(tag.label ?? tag.term) ?? [])

function enclosures(links: readonly AtomLink[] | undefined, base: string | null): Attachment[] {
  return (links ?? []).flatMap((link) => {
    const url = link.rel?.toLowerCase() === 'enclosure' && link.href ? absoluteUrl(link.href, base) : null
    return url ? [{ url, type: link.type ?? null, sizeBytes: link.length ?? null }] : []
  })
}

function signalsOf(entry: Entry): Record<string, number> {
  const comments = entry.thr?.total ?? entry.slash?.comments
  const views = entry.media?.groups?.[0]?.community?.statistics?.views
  return { ...(comments === undefined ? {} : { comments }), ...(views === undefined ? {} : { views }) }
}
