import type { Ids, Instant, Item, ItemKind, Link, Problem, RawItem, Source } from '#domain'
import { languageOf, shortHash } from '#text'
import { type Canonical, canonical } from './canonical.ts'
import { dated } from './dates.ts'
import { htmlText } from './html-text.ts'
import { onOneLine } from './letters.ts'
import { tellsMany } from './linked-items.ts'
import { plainText } from './plain-text.ts'
import { type Replay, seenAt } from './seen.ts'
import type { Read } from './text-writer.ts'
import { cleanTitle, titleFrom, titleOfFile } from './title.ts'

/** How a raw item came to us. */
export type Arrival = {
  readonly source: Source
  readonly captureHash: string
  /** The file or address that it was read from. */
  readonly address: string
  readonly capturedAt: Instant
  readonly replay: Replay
}

const LONGEST_TEXT = 1_000_000
const LANGUAGE_SAMPLE = 600
// A guid that means the same everywhere.
const GLOBAL = /^(?:https?:\/\/|arxiv:|doi:)/i
const NOTHING: Read = { text: '', links: [], cut: false }

/**
 * The item in a raw item: canonical address and key, clean text (marks as in `htmlText`), a date that can be true, and
 * the ids by which the world knows it. Null only when there is neither title nor text nor address.
 */
export function normalise(raw: RawItem, at: Arrival): { item: Item | null; problems: Problem[] } {
  const problems: Problem[] = []
  const body = bodyOf(raw)
  const address = addressOf(raw, at)
  const told = cleanTitle(raw.title, at.source.name)
  const title = told || fileTitle(raw, at) || titleFrom(body.text) || (address?.url ?? '')
  if (title === '') return { item: null, problems }
  const note = (severity: Problem['severity'], what: string) =>
    problems.push({ severity, what, where: title.slice(0, 120) })
  if (body.cut)
    note(
      'lost',
      `The text is longer than ${LONGEST_TEXT} characters; what lies beyond was left out. Split it and hand in the parts.`,
    )

  const links = linksOf(body.links, raw, address?.url ?? webAddress(at.address))
  const key = address?.key ?? ownKey(raw, at, title, body.text)
  const url = address?.url || null
  const { publishedAt, dateRepair, notBefore } = dated({
    published: raw.published,
    updated: raw.updated,
    capturedAt: at.capturedAt,
    ids: address?.ids ?? {},
    url,
    fileName: fileNameOf(at.address),
    links,
  })
  if (dateRepair !== null && raw.published !== null) note('repaired', `Its date was repaired: ${dateRepair}.`)
  const kind = kindOf(raw.kind, key, { url, text: body.text, links })
  return {
    item: {
      id: `i${shortHash(`${at.source.id} ${key}`)}`,
      revision: 1,
      key,
      sourceId: at.source.id,
      captureHash: at.captureHash,
      kind,
      url,
      title,
      authors: authorsIn(raw.author),
      text: body.text,
      lang: languageOf(`${title} ${body.text.slice(0, LANGUAGE_SAMPLE)}`),
      publishedAt,
      dateRepair,
      capturedAt: at.capturedAt,
      seenAt: seenAt(at.capturedAt, { publishedAt, notBefore, replay: at.replay }),
      ids: idsOf(address, raw, kind, links),
      links,
      tags: [...new Set(raw.tags.map(onOneLine).filter(Boolean))].slice(0, 100),
      signals: raw.signals,
      partOf: null,
      contentHash: shortHash(`${title}\n${body.text}`),
    },
    problems,
  }
}

function bodyOf({ html, text }: RawItem): Read {
  const read = html === null ? NOTHING : htmlText(html, LONGEST_TEXT)
  return read.text === '' && text !== null ? plainText(text, LONGEST_TEXT) : read
}

const webAddress = (address: string): string | null => (/^https?:\/\//i.test(address) ? address : null)

/** Where the item stands on the web: its address, else a guid that is one. Null when the source names no usable one. */
function addressOf(raw: RawItem, at: Arrival): Canonical | null {
  const base = webAddress(at.address)
  for (const told of [raw.url, raw.guid]) {
    if (told === null || (told === raw.guid && !GLOBAL.test(told))) continue
    const found = canonical(told, base, base)
    if (found.url !== '') return found
  }
  return null
}

/**
 * The key of what has no address. A guid counts only inside its source; a file that holds one thing is known by its name,
 * since writers copy a guid from issue to issue with the rest of the front matter; else the words must do.
 */
function ownKey(raw: RawItem, at: Arrival, title: string, text: string): string {
  const file = fileNameOf(at.address)
  if (file !== null) return `text:${shortHash(`${at.source.id} ${file} ${title}`)}`
  if (raw.guid !== null) return `text:${shortHash(`${at.source.id} ${raw.guid}`)}`
  return `text:${shortHash(`${title}\n${text.slice(0, 200)}`)}`
}

/** The name of a file whose kind holds one thing: a page, a note, a mail, a transcript; null for feeds and lists. */
function fileNameOf(address: string): string | null {
  if (webAddress(address) !== null) return null
  const name = address.split(/[\\/]/).at(-1) ?? ''
  return /\.(?:md|markdown|txt|html?|vtt|srt|eml|pdf)$/i.test(name) ? name : null
}

/** Captions have no title of their own, and their first words are a greeting: the file is named by what they are. */
function fileTitle(raw: RawItem, at: Arrival): string {
  const file = raw.kind === 'transcript' ? fileNameOf(at.address) : null
  return file === null ? '' : titleOfFile(file)
}

const KINDS: readonly (readonly [RegExp, ItemKind])[] = [
  [/^(?:arxiv|doi):/, 'paper'],
  [/^x:/, 'post'],
  [/^(?:reddit|hn):/, 'discussion'],
  [/^github:/, 'repository'],
  [/^hf:(?!datasets|spaces)/, 'model'],
]

function kindOf(
  told: ItemKind | null,
  key: string,
  whole: { url: string | null; text: string; links: readonly Link[] },
): ItemKind {
  if (told !== null) return told
  return KINDS.find(([form]) => form.test(key))?.[1] ?? (tellsMany(whole) ? 'issue' : 'article')
}

function linksOf(found: readonly Link[], raw: RawItem, base: string | null): Link[] {
  const links: Link[] = []
  for (const link of found) {
    const { url } = canonical(link.url, base)
    if (webAddress(url) !== null) links.push({ ...link, url })
  }
  // What a post or thread points at is told by its format, not by its text.
  for (const { url: pointedAt, type } of raw.attachments) {
    const url = type === null ? canonical(pointedAt, base).url : ''
    if (webAddress(url) !== null && !links.some((link) => link.url === url)) links.push({ url, text: '' })
  }
  return links
}

const FROM_LINKS = ['arxiv', 'doi', 'github', 'huggingface', 'youtube', 'xStatus'] as const

/** The ids of the item's own address, and those of which its links name exactly one. */
function idsOf(address: Canonical | null, raw: RawItem, kind: ItemKind, links: readonly Link[]): Ids {
  const own: Ids = { ...address?.ids, ...(raw.guid && GLOBAL.test(raw.guid) ? canonical(raw.guid).ids : {}) }
  if (kind === 'issue' || kind === 'transcript' || links.length === 0) return own
  const seen = new Map<keyof Ids, Set<string>>()
  for (const { url } of links) {
    const { ids } = canonical(url)
    for (const name of FROM_LINKS) {
      const id = ids[name]
      if (id === undefined || own[name] !== undefined) continue
      seen.set(name, (seen.get(name) ?? new Set()).add(id))
    }
  }
  const single = [...seen].flatMap(([name, ids]) => (ids.size === 1 ? [[name, [...ids][0]]] : []))
  return { ...Object.fromEntries(single), ...own }
}

/** The names in an author line: `A, B and C`, `mail@x.org (A)`, `A <mail@x.org>`. */
function authorsIn(author: string | null): string[] {
  if (author === null) return []
  const names = onOneLine(author)
    .slice(0, 8_000)
    .split(/\s*[;,]\s*|\s+(?:and|&)\s+/)
    .map((name) =>
      name
        .replace(/^\S+@\S+\s+\((.+)\)$/, '$1')
        .replace(/\s*<[^<>]*>$/, '')
        .replace(/^(?:by|and)\s+/i, ''),
    )
  return [...new Set(names.filter(Boolean))].slice(0, 200)
}
