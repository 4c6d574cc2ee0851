import type { PartialDate } from '#domain'
import { parseDate } from './dates.ts'
import { isJson, type Json, textAt } from './json.ts'
import { oneLine, plainTitle } from './markup.ts'

/** What a page's head says of it; absent is null. */
export type PageFacts = {
  readonly title: string | null
  readonly byline: string | null
  readonly published: PartialDate | null
  readonly lang: string | null
  /** Where it says that it stands on the web: its canonical link. */
  readonly address: string | null
}

/** The little of a DOM that is needed here. */
export type Dom = {
  readonly documentElement: { getAttribute(name: string): string | null } | null
  querySelector(selector: string): DomElement | null
  querySelectorAll(selector: string): Iterable<DomElement>
}
type DomElement = {
  readonly textContent: string | null
  getAttribute(name: string): string | null
  remove(): void
}

const TITLES = ['og:title', 'twitter:title', 'dc.title', 'citation_title', 'parsely-title']
const AUTHORS = [
  'author',
  'article:author',
  'parsely-author',
  'dc.creator',
  'citation_author',
  'sailthru.author',
  'byl',
]
const DATES = [
  ...[
    'article:published_time',
    'article:published',
    'og:published_time',
    'parsely-pub-date',
    'date',
    'pubdate',
    'publishdate',
  ],
  ...[
    'dc.date',
    'dc.date.issued',
    'dcterms.created',
    'citation_publication_date',
    'citation_date',
    'sailthru.date',
  ],
]

/** Title, byline, date and language from meta elements, JSON-LD and the first dated `time` element. */
export function pageFacts(page: Dom): PageFacts {
  const meta = metaOf(page)
  const linked = articleData(page)
  const first = (names: readonly string[]) => names.map((name) => meta.get(name)).find((value) => value)
  return {
    title: withoutSite(
      plainTitle((linked && textAt(linked, 'headline')) ?? first(TITLES)),
      meta.get('og:site_name'),
    ),
    byline: authorOf(linked) ?? name(first(AUTHORS)),
    published: dateOf([
      linked && textAt(linked, 'datePublished', 'dateCreated'),
      first(DATES),
      page
        .querySelector('time[pubdate][datetime], [itemprop="datePublished"][datetime]')
        ?.getAttribute('datetime'),
      page.querySelector('[itemprop="datePublished"]')?.getAttribute('content'),
      page
        .querySelector('article time[datetime], header time[datetime], main time[datetime]')
        ?.getAttribute('datetime'),
    ]),
    lang: languageCode(page.documentElement?.getAttribute('lang') ?? meta.get('og:locale') ?? null),
    address: webAddress([
      page.querySelector('link[rel="canonical"]')?.getAttribute('href'),
      meta.get('og:url'),
    ]),
  }
}

const webAddress = (told: readonly (string | null | undefined)[]): string | null =>
  told.find((address) => address && /^https?:\/\//i.test(address)) ?? null

/** `A title | The Paper` is titled `A title`, where the page says that it belongs to The Paper. */
function withoutSite(title: string | null, site: string | undefined): string | null {
  if (title === null || !site || !title.toLowerCase().endsWith(site.toLowerCase())) return title
  const rest = title.slice(0, -site.length)
  return /\s[|–—·:-]\s*$/.test(rest) ? oneLine(rest.replace(/\s[|–—·:-]\s*$/, '')) : title
}

function metaOf(page: Dom): Map<string, string> {
  const meta = new Map<string, string>()
  for (const element of page.querySelectorAll('meta[content]')) {
    const key =
      element.getAttribute('property') ?? element.getAttribute('name') ?? element.getAttribute('itemprop')
    const value = element.getAttribute('content')?.trim()
    if (key && value && !meta.has(key.toLowerCase())) meta.set(key.toLowerCase(), value)
  }
  return meta
}

const ARTICLE = /(?:Article|Posting|Report|Review)$/

/** The JSON-LD description of the article, wherever it is nested one level deep; null when there is none. */
function articleData(page: Dom): Json | null {
  for (const script of page.querySelectorAll('script[type="application/ld+json"]')) {
    const source = script.textContent ?? ''
    if (source.length > 500_000) continue
    try {
      // Line breaks inside texts are the commonest fault here.
      const data: unknown = JSON.parse(source.replace(/[\u0000-\u001f]+/g, ' '))
      const roots = Array.isArray(data) ? data : [data]
      const all = roots.flatMap((root) =>
        isJson(root) && Array.isArray(root['@graph']) ? root['@graph'] : [root],
      )
      const found = all.find(
        (node): node is Json =>
          isJson(node) && [node['@type']].flat().some((type) => ARTICLE.test(String(type))),
      )
      if (found) return found
    } catch {}
  }
  return null
}

function authorOf(linked: Json | null): string | null {
  const told = linked === null ? [] : [linked.author].flat()
  const names = told.flatMap(
    (who) => name(typeof who === 'string' ? who : isJson(who) ? textAt(who, 'name') : null) ?? [],
  )
  return names.length > 0 ? [...new Set(names)].join(', ') : null
}

/** A person's or desk's name; an address is none. */
const name = (told: string | null | undefined): string | null =>
  told && !/^https?:\/\//.test(told)
    ? oneLine(
        plainTitle(told)
          ?.replace(/^by\s+/i, '')
          .slice(0, 200),
      )
    : null

function dateOf(told: readonly (string | null | undefined)[]): PartialDate | null {
  for (const text of told) {
    const date = text ? parseDate(text)?.date : null
    if (date) return date
  }
  return null
}

const languageCode = (told: string | null): string | null =>
  /^([a-z]{2})(?:[-_]|$)/i.exec(told?.trim() ?? '')?.[1]?.toLowerCase() ?? null
