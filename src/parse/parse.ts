import { decode, isBinary } from './decode.ts'
import { readJson } from './json.ts'
import { ofFeed, type Parsed, unread, withDates } from './parsed.ts'
import { type Format, formatOf } from './sniff.ts'

/** The bytes of one document, what its server or folder said of it, and where it came from. */
export type Document = {
  readonly bytes: Uint8Array
  readonly contentType: string | null
  /** Address or file path: its extension is a hint, and relative links are resolved against an address. */
  readonly url: string | null
}

const MOST_BYTES = 100_000_000
// The first bytes of what people hand in as they downloaded it.
const PACKED: readonly (readonly [name: string, mark: readonly number[]])[] = [
  ['gzip', [0x1f, 0x8b]],
  ['ZIP', [0x50, 0x4b, 0x03, 0x04]],
  ['7z', [0x37, 0x7a, 0xbc, 0xaf]],
  ['bzip2', [0x42, 0x5a, 0x68]],
  ['xz', [0xfd, 0x37, 0x7a, 0x58]],
]

/**
 * Reads a document of any format that the house knows. Never throws and never rejects: what cannot be read becomes a
 * problem, the rest is returned. It is asynchronous so that the reader of each format is loaded only when it is first
 * needed, and because the mail reader is. At most 100 MB are read.
 */
export async function parse({ bytes, contentType, url }: Document): Promise<Parsed> {
  if (bytes.length === 0) return unread('The document is empty. Check that it was saved or fetched whole.')
  if (bytes.length > MOST_BYTES)
    return unread('The document is larger than 100 MB. Split it and read the parts.')
  const packed = PACKED.find(([, mark]) => mark.every((byte, at) => bytes[at] === byte))
  if (packed) return unread(`This is packed (${packed[0]}). Unpack it and give the files in it.`)
  const { text, problems } = decode(bytes, contentType)
  const format = formatOf(text, { contentType, url })
  if (format !== 'mail' && format !== 'mbox') {
    if (isBinary(text)) {
      return unread('This is no text: an image, an archive or a damaged file. Give the document itself.')
    }
    if (text.trim() === '') return unread('The document holds nothing but blanks.')
  }
  try {
    const place = url !== null && /^https?:\/\//i.test(url) ? url : null
    if (format === 'mail' || format === 'mbox') return await readMails(bytes, format)
    const parsed = await readAs(format, text, place)
    return problems.length > 0 ? { ...parsed, problems: [...problems, ...parsed.problems] } : parsed
  } catch (error) {
    // The readers throw on nothing they know; this is what a library did with input that nobody foresaw.
    const why = error instanceof Error ? error.message : String(error)
    const lost = unread(`The document looked like ${format} but could not be read: ${why}.`)
    return { ...lost, problems: [...problems, ...lost.problems] }
  }
}

async function readAs(
  format: Exclude<Format, 'mail' | 'mbox'>,
  text: string,
  url: string | null,
): Promise<Parsed> {
  switch (format) {
    case 'rss':
    case 'atom':
    case 'rdf': {
      const { readXmlFeed } = await import('./feed.ts')
      return ofFeed(readXmlFeed(text, format, url))
    }
    case 'json-lines': {
      const { readJsonLines } = await import('./json-document.ts')
      return withDates('posts', (dates) => readJsonLines(text, dates))
    }
    case 'json':
    case 'x-archive':
      return readJsonDocument(text, format === 'x-archive', url)
    case 'markdown': {
      const { readMarkdown } = await import('./markdown.ts')
      return withDates('markdown', (dates) => readMarkdown(text, dates))
    }
    case 'transcript': {
      const { readTranscript } = await import('./transcript.ts')
      return withDates('transcript', (dates) => ({ items: readTranscript(text, dates), problems: [] }))
    }
    case 'html': {
      const { readPage } = await import('./page.ts')
      return { kind: 'page', feed: null, ...readPage(text, url) }
    }
    case 'opml':
      return unread('This is a list of feeds (OPML), not a document: import it as sources.')
    case 'xml':
      return unread('This XML is no feed that is known here. Give the address of its RSS or Atom feed.')
    case 'unknown':
      return unread(
        'What this document is could not be told. Give it the extension of its format, such as .md or .txt.',
      )
    default:
      return format satisfies never
  }
}

async function readJsonDocument(text: string, isXArchive: boolean, url: string | null): Promise<Parsed> {
  const { readJsonValue } = await import('./json-document.ts')
  const json = isXArchive ? text.slice(text.indexOf('=') + 1).replace(/;\s*$/, '') : text
  const { value, problems } = readJson(json)
  const read = value === undefined ? null : readJsonValue(value, isXArchive, url)
  if (read) return { ...read, problems: [...problems, ...read.problems] }
  if (problems.length > 0) return { kind: 'unknown', feed: null, items: [], problems }
  return unread('This JSON is no list of papers, posts or ranks that is known here.')
}

async function readMails(bytes: Uint8Array, format: 'mail' | 'mbox'): Promise<Parsed> {
  const { readMail, readMailbox } = await import('./mail.ts')
  const read = format === 'mbox' ? await readMailbox(bytes) : await readMail(bytes)
  return { kind: 'mail', feed: null, ...read }
}
