import PostalMime, { type Address, type Email } from 'postal-mime'
import type { Problem, RawItem } from '#domain'
import { type DateLog, dateLog } from './date-log.ts'
import { oneLine } from './markup.ts'
import { rawItem } from './raw-item.ts'
import { safeHtml } from './sanitise.ts'

type Read = { readonly items: readonly RawItem[]; readonly problems: readonly Problem[] }

const OPTIONS = {
  maxNestingDepth: 100,
  maxHeadersSize: 2_000_000,
  attachmentEncoding: 'arraybuffer',
} as const

/** One message (RFC 5322, MIME) as one item. Its files are named but not kept. */
export async function readMail(bytes: Uint8Array): Promise<Read> {
  const dates = dateLog()
  const { item, problems } = await message(bytes, 'the message', dates)
  return { items: item ? [item] : [], problems: [...problems, ...dates.problems()] }
}

/** A mailbox (RFC 4155): messages that begin with a `From ` line. One that cannot be read does not stop the others. */
export async function readMailbox(bytes: Uint8Array): Promise<Read> {
  const dates = dateLog()
  const items: RawItem[] = []
  const problems: Problem[] = []
  let count = 0
  for (const [start, end] of messagesIn(bytes)) {
    count++
    const read = await message(unquoted(bytes.subarray(start, end)), `message ${count}`, dates)
    if (read.item) items.push(read.item)
    problems.push(...read.problems)
  }
  if (count === 0) {
    const what = 'This is no mailbox: no line of it begins a message with "From ". Export it again as mbox.'
    problems.push({ severity: 'lost', what, where: null })
  }
  return { items, problems: [...problems, ...dates.problems()] }
}

const NEW_LINE = 0x0a
const FROM = [0x46, 0x72, 0x6f, 0x6d, 0x20]

/** Where each message begins and ends, the `From ` lines left out: each follows an empty line or begins the file. */
function messagesIn(bytes: Uint8Array): [number, number][] {
  const found: [number, number][] = []
  let from = -1
  for (let line = 0; line < bytes.length; ) {
    const next = bytes.indexOf(NEW_LINE, line)
    const end = next < 0 ? bytes.length : next + 1
    if (FROM.every((byte, at) => bytes[line + at] === byte) && (line === 0 || blankBefore(bytes, line))) {
      if (from >= 0) found.push([from, line])
      from = end
    }
    line = end
  }
  if (from >= 0) found.push([from, bytes.length])
  return found
}

const blankBefore = (bytes: Uint8Array, line: number): boolean =>
  bytes[line - 1] === NEW_LINE &&
  (bytes[line - 2] === NEW_LINE || (bytes[line - 2] === 0x0d && bytes[line - 3] === NEW_LINE))

const GREATER = 0x3e

/** `>From ` at the start of a line was `From `; of several marks in front one was put there (mboxrd). */
function unquoted(bytes: Uint8Array): Uint8Array {
  const kept = new Uint8Array(bytes.length)
  let size = 0
  for (let line = 0; line < bytes.length; ) {
    const next = bytes.indexOf(NEW_LINE, line)
    const end = next < 0 ? bytes.length : next + 1
    const from = isQuotedFrom(bytes, line) ? line + 1 : line
    kept.set(bytes.subarray(from, end), size)
    size += end - from
    line = end
  }
  return kept.subarray(0, size)
}

function isQuotedFrom(bytes: Uint8Array, line: number): boolean {
  let at = line
  while (bytes[at] === GREATER) at++
  return at > line && FROM.every((byte, next) => bytes[at + next] === byte)
}

async function message(
  bytes: Uint8Array,
  where: string,
  dates: DateLog,
): Promise<{ item: RawItem | null; problems: Problem[] }> {
  try {
    const mail = withoutUtf7(await PostalMime.parse(inUtf8(bytes), OPTIONS), bytes)
    const item = itemOf(mail, where, dates)
    if (item) return { item, problems: [] }
    const what = 'This is no mail: it has neither a subject nor a sender nor a text.'
    return { item: null, problems: [{ severity: 'lost', what, where }] }
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    const what = `The mail could not be read: ${why}. Export it again.`
    return { item: null, problems: [{ severity: 'lost', what, where }] }
  }
}

function itemOf(mail: Email, where: string, dates: DateLog): RawItem | null {
  const html = mail.html ? safeHtml(mail.html, null) : ''
  const text = mail.text?.trim() ?? ''
  const title = oneLine(mail.subject)
  const author = mail.from ? nameOf(mail.from) : null
  if (html === '' && text === '' && title === null && author === null) return null
  const printed = mail.headers.find((header) => header.key === 'date')?.value
  return rawItem({
    guid: oneLine(mail.messageId),
    title,
    url: webVersion(mail),
    author,
    published: dates.read(printed ?? mail.date, where),
    html: html || null,
    text: text || null,
    kind: mail.headers.some((header) => header.key === 'list-unsubscribe' || header.key === 'list-id')
      ? 'issue'
      : null,
    attachments: mail.attachments.flatMap((file) =>
      file.filename === null
        ? []
        : [
            {
              url: `cid:${file.contentId?.replace(/^<|>$/g, '') ?? file.filename}`,
              type: file.mimeType,
              sizeBytes: sizeOf(file.content),
            },
          ],
    ),
  })
}

// The library does not know UTF-7 and leaves it as the letters it is made of.
function withoutUtf7(mail: Email, bytes: Uint8Array): Email {
  if (!UTF7.test(new TextDecoder('latin1').decode(bytes.subarray(0, HEAD_MOST)))) return mail
  const { text, html } = mail
  return {
    ...mail,
    ...(text === undefined ? {} : { text: fromUtf7(text) }),
    ...(html === undefined ? {} : { html: fromUtf7(html) }),
  }
}

const HEAD_MOST = 100_000
const UTF7 = /charset="?utf-7\b/i

/** `Fr+APY-sche`: UTF-16 in base64 between plus and minus (RFC 2152); bits that fill no unit are dropped. */
const fromUtf7 = (text: string): string =>
  text.replace(/\+([A-Za-z\d+/]*)-?/g, (_, coded: string) => {
    if (coded === '') return '+'
    const units = Math.floor((coded.length * 6) / 16)
    const bytes = atob(coded.slice(0, Math.ceil((units * 16) / 6)))
    return new TextDecoder('utf-16be').decode(Uint8Array.from(bytes, (byte) => byte.charCodeAt(0)))
  })

// `=?iso-8859-1?Q?…?=`: bytes that should have been escaped in it are in its own encoding.
const QUOTED_WORD = /=\?[\w-]{1,40}\?q\?[^?\s]{0,200}\?=/gi

/** Old mails write their headers in Windows-1252, which the library takes for UTF-8. */
function inUtf8(bytes: Uint8Array): Uint8Array {
  const end = headEnd(bytes)
  const head = bytes.subarray(0, end)
  if (head.every((byte) => byte < 0x80)) return bytes
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(head)
    return bytes
  } catch {
    const old = new TextDecoder('windows-1252')
      .decode(head)
      .replace(QUOTED_WORD, (word) =>
        word.replace(/[\xa0-\xff]/g, (letter) => `=${letter.charCodeAt(0).toString(16).toUpperCase()}`),
      )
    const recoded = new TextEncoder().encode(old)
    const whole = new Uint8Array(recoded.length + bytes.length - end)
    whole.set(recoded)
    whole.set(bytes.subarray(end), recoded.length)
    return whole
  }
}

/** Where the headers end: at the first empty line. */
function headEnd(bytes: Uint8Array): number {
  for (let at = bytes.indexOf(NEW_LINE); at >= 0; at = bytes.indexOf(NEW_LINE, at + 1)) {
    if (bytes[at + 1] === NEW_LINE || (bytes[at + 1] === 0x0d && bytes[at + 2] === NEW_LINE)) return at + 1
  }
  return bytes.length
}

const sizeOf = (content: ArrayBuffer | Uint8Array | string): number =>
  typeof content === 'string' ? content.length : content.byteLength

const nameOf = (who: Address): string | null => oneLine(who.name) ?? oneLine(who.address)

/** The address at which a newsletter can be read on the web, when the mail names one in its headers. */
function webVersion(mail: Email): string | null {
  const told = mail.headers.find(
    (header) => header.key === 'list-post' || header.key === 'archived-at',
  )?.value
  return /<(https?:\/\/[^>\s]+)>/.exec(told ?? '')?.[1] ?? null
}
