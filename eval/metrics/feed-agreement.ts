import { decodeHTML } from 'entities'
import type { RawItem } from '#domain'
import type { FeedInfo, Parsed } from '#parse'

/** What a gofeed case expects, in its parser's or its translator's words; only the fields that are compared. */
export type ExpectedFeed = {
  readonly title?: string
  readonly id?: string
  readonly link?: string
  readonly links?: readonly (string | ExpectedLink)[]
  readonly feedLink?: string
  readonly authors?: readonly ExpectedPerson[]
  readonly managingEditor?: string
  readonly updatedParsed?: string
  readonly publishedParsed?: string
  readonly pubDateParsed?: string
  readonly lastBuildDateParsed?: string
  readonly items?: readonly ExpectedItem[]
  readonly entries?: readonly ExpectedItem[]
}
type ExpectedLink = { readonly href?: string; readonly rel?: string }
type ExpectedPerson = { readonly name?: string; readonly email?: string; readonly uri?: string }
type ExpectedItem = {
  readonly title?: string
  readonly link?: string
  readonly links?: readonly (string | ExpectedLink)[]
  readonly id?: string
  readonly guid?: string | { readonly value?: string }
  readonly author?: string | ExpectedPerson
  readonly authors?: readonly ExpectedPerson[]
  readonly publishedParsed?: string
  readonly pubDateParsed?: string
  readonly updatedParsed?: string
  readonly content?: string | { readonly value?: string }
  readonly description?: string
  readonly summary?: string
}

/**
 * Which fields of a case do not agree; none is agreement. Compared are, where the case expects them: the number of
 * entries; of the feed its title, id, page link, author, published and updated dates; of each entry its title, link,
 * id, author, published and updated dates, and its body (the content, else the summary). Texts are compared as a
 * reader sees them, without markup and runs of blanks, because ours are sanitised; dates as instants; links and ids as
 * they stand. What we give beyond the expected is not held against us.
 */
export function disagreements(parsed: Parsed, expected: ExpectedFeed): string[] {
  const wanted = expected.items ?? expected.entries ?? []
  const wrong =
    parsed.items.length === wanted.length ? [] : [`${parsed.items.length} entries for ${wanted.length}`]
  wrong.push(...feedFaults(parsed.feed, expected).map((field) => `feed ${field}`))
  wanted.forEach((want, at) => {
    const item = parsed.items[at]
    if (item) wrong.push(...itemFaults(item, want).map((field) => `entry ${at + 1} ${field}`))
  })
  return wrong
}

type Pair = readonly [field: string, agrees: boolean]

const faults = (pairs: readonly Pair[]): string[] => pairs.flatMap(([field, agrees]) => (agrees ? [] : field))

function feedFaults(feed: FeedInfo | null, want: ExpectedFeed): string[] {
  return faults([
    ['title', sameText(want.title, feed?.title)],
    ['id', same(want.id, feed?.id)],
    ['link', same(linkOf(want), feed?.url)],
    ['own address', same(want.feedLink, feed?.feedUrl)],
    ['author', samePeople(want.authors ?? want.managingEditor, feed?.author)],
    ['published', sameDate(want.publishedParsed ?? want.pubDateParsed, feed?.published)],
    ['updated', sameDate(want.updatedParsed ?? want.lastBuildDateParsed, feed?.updated)],
  ])
}

function itemFaults(item: RawItem, want: ExpectedItem): string[] {
  const content = typeof want.content === 'string' ? want.content : want.content?.value
  const guid = typeof want.guid === 'string' ? want.guid : want.guid?.value
  return faults([
    ['title', sameText(want.title, item.title)],
    ['link', same(linkOf(want), item.url)],
    ['id', same(want.id ?? guid, item.guid)],
    ['author', samePeople(want.authors ?? want.author, item.author)],
    ['published', sameDate(want.publishedParsed ?? want.pubDateParsed, item.published)],
    ['updated', sameDate(want.updatedParsed, item.updated)],
    ['content', sameText(content || want.description || want.summary, item.html ?? item.text)],
  ])
}

function linkOf(want: { link?: string; links?: readonly (string | ExpectedLink)[] }): string | undefined {
  if (want.link) return want.link
  // A translator's list of bare addresses mixes the feed's own with the page's: only `link` tells.
  const links = (want.links ?? []).filter((link) => typeof link !== 'string')
  return links.find((link) => link.href && (link.rel ?? 'alternate') === 'alternate')?.href
}

const same = (want: string | undefined, got: string | null | undefined): boolean =>
  want === undefined || want === '' || want.trim() === got?.trim()

const sameText = (want: string | undefined, got: string | null | undefined): boolean =>
  want === undefined || plain(want) === plain(got ?? '')

const plain = (text: string): string =>
  decodeHTML(decodeHTML(text).replace(/<[^>]*>/g, ' '))
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()

function samePeople(
  want: readonly ExpectedPerson[] | ExpectedPerson | string | undefined,
  got: string | null | undefined,
) {
  if (want === undefined || want === '') return true
  if (typeof want === 'string') return got != null && plain(want).includes(plain(got))
  const people = Array.isArray(want) ? want : [want]
  return people.every((who) => {
    const name = who.name || who.email || who.uri
    return !name || (got != null && plain(got).includes(plain(name)))
  })
}

/** The first instant of a date, partial or not. */
export const instantOf = (date: string): number => {
  const day = /^\d{4}$/.test(date) ? `${date}-01-01` : /^\d{4}-\d{2}$/.test(date) ? `${date}-01` : date
  return Date.parse(day)
}

const sameDate = (want: string | undefined, got: string | null | undefined): boolean =>
  want === undefined || (got != null && Math.abs(instantOf(want) - instantOf(got)) < 1000)
