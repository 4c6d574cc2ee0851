import type { Problem } from '#domain'
import { readAtom } from './feed-atom.ts'
import type { FeedInfo, ReadFeed } from './feed-info.ts'
import { readRdf } from './feed-rdf.ts'
import { declarationEnd, type XmlFormat } from './feed-root.ts'
import { readRss } from './feed-rss.ts'
import { type Mended, mend } from './mend.ts'
import { modernised } from './old-xml.ts'

const READERS = { rss: readRss, atom: readAtom, rdf: readRdf } as const
const ENTRY = { rss: /<item[\s>]/gi, atom: /<(?:\w+:)?entry[\s>]/gi, rdf: /<(?:\w+:)?item[\s>]/gi } as const
const LAST_TAG = {
  rss: /<\/(?:\w+:)?rss\s*>/i,
  atom: /<\/(?:\w+:)?feed\s*>/i,
  rdf: /<\/(?:\w+:)?rdf\s*>/i,
} as const
const TAIL = 2_000

/**
 * Reads an XML feed with feedsmith. One that is malformed or breaks off is mended first; what was lost and where is
 * told in the problems. Entities that the document declares itself are never expanded.
 */
export function readXmlFeed(text: string, format: XmlFormat, url: string | null): ReadFeed {
  const bare = prepared(text, format)
  const whole = LAST_TAG[format].test(bare.slice(-TAIL))
  const first = whole ? attempt(bare, format, url) : null
  const expected = bare.match(ENTRY[format])?.length ?? 0
  if (first && first.items.length >= expected) return first

  const mended = mend(bare)
  const again = mended.brokenAtLine === null ? null : attempt(mended.text, format, url)
  const best = [first, again]
    .filter((read) => read !== null)
    .sort((a, b) => b.items.length - a.items.length)[0]
  if (!best) return nothing(format, expected, mended)
  return { ...best, problems: [...losses(best, expected, mended, best === again), ...best.problems] }
}

const HIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g

/** Without what stands before the first tag, without the document type, without characters that XML forbids. */
function prepared(text: string, format: XmlFormat): string {
  const start = text.indexOf('<')
  let bare = (start > 0 ? text.slice(start) : text).replace(HIDDEN, '')
  const type = /<!DOCTYPE/i.exec(bare.slice(0, TAIL))
  if (type) bare = bare.slice(0, type.index) + bare.slice(declarationEnd(bare, type.index) + 1)
  // A channel without its rss element is feedsmith's one blind spot among old feeds.
  const naked = format === 'rss' && !/<(?:\w+:)?rss[\s>]/i.test(bare)
  return modernised(naked ? `<rss version="2.0">${bare}</rss>` : bare, format)
}

function attempt(text: string, format: XmlFormat, url: string | null): ReadFeed | null {
  try {
    return READERS[format](text, url)
  } catch {
    return null
  }
}

const EMPTY: Omit<FeedInfo, 'format'> = {
  ...{ id: null, title: null, url: null, feedUrl: null, description: null, language: null, author: null },
  ...{ published: null, updated: null, imageUrl: null },
}

/** A feed in which feedsmith finds nothing: a fault only when entries were promised or it is broken. */
function nothing(format: XmlFormat, expected: number, mended: Mended): ReadFeed {
  const line = mended.brokenAtLine
  const what =
    line !== null
      ? `The feed is broken at line ${line} and nothing could be read. Fetch it again, or tell its publisher.`
      : `None of its ${expected} entries could be read. Check the address, or tell its publisher.`
  const lost: Problem = { severity: 'lost', what, where: line === null ? null : `line ${line}` }
  return { feed: { ...EMPTY, format }, items: [], problems: line !== null || expected > 0 ? [lost] : [] }
}

function losses(best: ReadFeed, expected: number, mended: Mended, wasMended: boolean): Problem[] {
  const line = mended.brokenAtLine
  const missing = expected - best.items.length
  const count = `${best.items.length} of ${Math.max(expected, best.items.length)} entries were read`
  if (wasMended && line !== null) {
    const what = mended.cut
      ? `The feed breaks off; ${count}, the last one perhaps in part. Fetch it again for the rest.`
      : `The feed is malformed from line ${line} on and was mended; ${count}.`
    return [{ severity: mended.cut || missing > 0 ? 'lost' : 'repaired', what, where: `line ${line}` }]
  }
  return missing > 0 ? [{ severity: 'lost', what: `${count}; the others hold nothing.`, where: null }] : []
}
