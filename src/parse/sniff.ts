import { feedFormat, rootName, type XmlFormat } from './feed-root.ts'

export type Format =
  | XmlFormat
  | 'xml'
  | 'opml'
  | 'html'
  | 'json'
  | 'json-lines'
  | 'x-archive'
  | 'markdown'
  | 'transcript'
  | 'mail'
  | 'mbox'
  | 'unknown'

const BY_EXTENSION: Readonly<Record<string, Format>> = {
  ...{
    md: 'markdown',
    markdown: 'markdown',
    mdx: 'markdown',
    txt: 'transcript',
    vtt: 'transcript',
    srt: 'transcript',
  },
  ...{
    jsonl: 'json-lines',
    ndjson: 'json-lines',
    eml: 'mail',
    mbox: 'mbox',
    html: 'html',
    htm: 'html',
    xhtml: 'html',
  },
}

const BY_TYPE: readonly (readonly [RegExp, Format])[] = [
  [/^text\/markdown/, 'markdown'],
  [/^text\/vtt|^application\/x-subrip/, 'transcript'],
  [/^message\/rfc822/, 'mail'],
  [/^application\/mbox/, 'mbox'],
  [/ndjson|jsonl|json-seq/, 'json-lines'],
  [/html/, 'html'],
]

/** What a document is: by its first characters where they leave no doubt, then by extension, then by content type. */
export function formatOf(text: string, hint: { contentType: string | null; url: string | null }): Format {
  const start = text.slice(0, 5_000).replace(/^[\uFEFF\s]+/, '')
  const hinted = BY_EXTENSION[extensionOf(hint.url)] ?? typeHint(hint.contentType?.toLowerCase() ?? '')
  if (/^window\.YTD\.[\w-]+\.part\d+\s*=/.test(start)) return 'x-archive'
  if (hinted === 'mail' || hinted === 'mbox' || hinted === 'json-lines') return hinted
  if (isCaptions(start)) return 'transcript'
  if (/^---[ \t]*\r?\n/.test(start)) return 'markdown'
  // In Markdown and plain text a tag or a bracket at the start means nothing.
  if (hinted === 'markdown' || hinted === 'transcript') return hinted
  if (start.startsWith('<')) return markupFormat(text, hinted)
  if (/^[[{]/.test(start))
    return /^\{[^\n]*\}\s*\r?\n\s*\{/.test(text.trimStart().slice(0, 200_000)) ? 'json-lines' : 'json'
  if (/^From \S+.*\d{4}\s*\r?\n[\w-]+:/.test(start)) return 'mbox'
  if (isMailHead(start)) return 'mail'
  if (feedFormat(text.slice(0, 5_000))) return markupFormat(text, hinted)
  if (hinted === 'html') return 'html'
  if (isTranscript(start)) return 'transcript'
  return /^#{1,6}\s|\n#{1,6}\s|\]\(https?:/.test(start) ? 'markdown' : 'unknown'
}

function markupFormat(text: string, hinted: Format | null): Format {
  const feed = feedFormat(text)
  if (feed) return feed
  const root = rootName(text.slice(0, 100_000))
  if (root === 'opml') return 'opml'
  if (
    root === 'html' ||
    hinted === 'html' ||
    /<(?:html|body|head|article|p|div|main)[\s>]/i.test(text.slice(0, 20_000))
  ) {
    return 'html'
  }
  return /^\s*<\?xml/.test(text) ? 'xml' : root === null ? 'unknown' : isHtmlFragment(root) ? 'html' : 'xml'
}

const isHtmlFragment = (root: string): boolean =>
  /^(?:a|b|h[1-6]|i|iframe|img|ol|section|span|table|ul)$/.test(root)

const typeHint = (type: string): Format | null => BY_TYPE.find(([pattern]) => pattern.test(type))?.[1] ?? null

const extensionOf = (url: string | null): string =>
  /\.([a-z\d]{1,10})$/i.exec((url ?? '').replace(/[?#].*$/, ''))?.[1]?.toLowerCase() ?? ''

/** At least three header lines of mail in a row, one of which is told by its name. */
function isMailHead(start: string): boolean {
  const lines = start.split(/\r?\n/, 60)
  const end = lines.indexOf('')
  const head = end < 0 ? lines : lines.slice(0, end)
  const headers = head.filter((line) => /^[A-Za-z][\w-]{1,60}:(?:\s|$)/.test(line))
  const told = headers.filter((line) =>
    /^(?:from|to|subject|date|received|message-id|mime-version|return-path):/i.test(line),
  )
  return told.length >= 2 && headers.length >= 3 && head.every((line) => /^[A-Za-z][\w-]*:|^[ \t]/.test(line))
}

/** Whether a text is WebVTT or SubRip captions. */
export const isCaptions = (text: string): boolean =>
  /^\uFEFF?\s*WEBVTT/.test(text) || /^\uFEFF?\s*\d+\s*\n\d{2}:\d{2}:\d{2},\d{3} --> /.test(text.slice(0, 200))

const isTranscript = (start: string): boolean =>
  /^##?\s+transcript\s*$/im.test(start) || /\*\*podcast:\*\*/i.test(start.slice(0, 2_000))
