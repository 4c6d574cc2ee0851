import sanitize from 'sanitize-html'
import { flattened, isDeep } from './nesting.ts'
import { isPlainlySafe } from './plainly-safe.ts'

const DEEPEST = 120
const LONGEST = 5_000_000

const OPTIONS: sanitize.IOptions = {
  allowedTags: [
    ...['p', 'br', 'hr', 'div', 'span', 'section', 'article', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'q', 'cite'],
    ...['ul', 'ol', 'li', 'dl', 'dt', 'dd', 'table', 'caption', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td'],
    ...['a', 'b', 'strong', 'i', 'em', 'u', 's', 'del', 'ins', 'sub', 'sup', 'small', 'mark', 'abbr', 'time', 'code', 'kbd'],
    ...['samp', 'var', 'pre', 'figure', 'figcaption', 'img', 'picture', 'audio', 'video', 'source', 'details', 'summary', 'wbr'],
  ], // biome-ignore format: a table
  allowedAttributes: {
    a: ['href', 'title'],
    img: ['src', 'alt', 'title', 'width', 'height'],
    audio: ['src', 'controls'],
    video: ['src', 'controls', 'poster'],
    source: ['src', 'type'],
    time: ['datetime'],
    abbr: ['title'],
    ol: ['start'],
    td: ['colspan', 'rowspan'],
    th: ['colspan', 'rowspan'],
    code: ['class'],
  },
  allowedClasses: { code: ['language-*'] },
  allowedSchemes: ['http', 'https', 'mailto'],
  allowProtocolRelative: true,
  nonTextTags: ['style', 'script', 'textarea', 'option', 'noscript', 'template', 'iframe', 'object', 'svg', 'math'],
  nestingLimit: DEEPEST,
  exclusiveFilter: (frame) => frame.tag === 'img' && isPixel(frame.attribs),
  disallowedTagsMode: 'discard',
} // biome-ignore format: lists read better in rows

/** An image that nobody is meant to see: it tells its owner that the text was opened. */
function isPixel({ src, width, height }: Readonly<Record<string, string | undefined>>): boolean {
  if (!src) return true
  const tiny = (size: string | undefined) => size !== undefined && Number.parseFloat(size) <= 2
  return (
    (tiny(width) && tiny(height)) ||
    /[/.](?:pixel|beacon|open|track)(?:\.(?:gif|png|php))?(?:[?/]|$)/i.test(src)
  )
}

const ADDRESSES = ['href', 'src', 'poster'] as const

/**
 * HTML that is safe to print: only text, links, images and their like; no scripts, styles, handlers, frames, unsafe
 * schemes or tracking pixels. Addresses are made absolute against `base` where there is one. At most five million
 * characters are read and 120 levels kept; beyond 600 levels nothing but the text is.
 */
export function safeHtml(html: string, base: string | null): string {
  const given = html.length > LONGEST ? html.slice(0, LONGEST) : html
  if (!given.includes('<') && !given.includes('&')) return given.replaceAll('>', '&gt;').trim()
  if (isPlainlySafe(given)) return given.trim()
  if (isDeep(given)) return flattened(given)
  if (base === null || !URL.canParse(base)) return sanitize(given, OPTIONS).trim()
  return sanitize(given, { ...OPTIONS, transformTags: { '*': absolute(base) } }).trim()
}

const absolute =
  (base: string): sanitize.Transformer =>
  (tagName, attribs) => {
    for (const name of ADDRESSES) {
      const address = attribs[name]
      if (address !== undefined) attribs[name] = absoluteUrl(address, base) ?? address
    }
    return { tagName, attribs }
  }

/** The address as it is meant where it stands; null when it is none. Only surrounding blanks are taken away. */
export function absoluteUrl(address: string, base: string | null): string | null {
  const given = address.trim()
  if (given === '') return null
  // An address that is whole stays as the source wrote it: making it canonical is not this room's work.
  if (/^[a-z][a-z\d+.-]*:/i.test(given)) return given
  return base !== null && URL.canParse(given, base) ? new URL(given, base).href : null
}
