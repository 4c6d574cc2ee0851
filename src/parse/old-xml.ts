import type { XmlFormat } from './feed-root.ts'

const BINARY =
  /<(title|subtitle|tagline|summary|content|rights|copyright|info)\b([^>]{0,500}\b(?:mode\s*=\s*["']base64|type\s*=\s*["']application\/octet-stream)["'][^>]{0,500})>\s*([A-Za-z\d+/=\s]*)<\/\1>/g
const PERSON = /<(author|managingEditor|webMaster)>([\s\S]{0,2000}?)<\/\1>/g

/**
 * Rewrites what old or careless feeds say in ways that feedsmith does not know: texts in base64 (Atom 0.3), a person's
 * `homepage`, `dc:author` for `dc:creator`, and names that carry markup. Everything else stays as it is.
 */
export function modernised(text: string, format: XmlFormat): string {
  let modern = text
  if (format === 'atom' && /base64|octet-stream/.test(modern)) modern = modern.replace(BINARY, inPlainLetters)
  if (format === 'atom' && modern.includes('<homepage>'))
    modern = modern.replace(/<(\/?)homepage>/g, '<$1url>')
  if (modern.includes('<dc:author>')) modern = modern.replace(/<(\/?)dc:author>/g, '<$1dc:creator>')
  if (format === 'rss' && /<(?:author|managingEditor|webMaster)>/.test(modern)) {
    modern = modern.replace(PERSON, (element, tag: string, told: string) => {
      const carriesMarkup =
        /<(?:p|a|b|i|span|strong|em|div)[\s>]|&lt;\/?(?:p|a|b|i|span|strong|em|div)\b/i.test(told)
      return carriesMarkup ? `<${tag}>${withoutTags(told)}</${tag}>` : element
    })
  }
  return modern
}

function inPlainLetters(element: string, tag: string, attributes: string, base64: string): string {
  try {
    const bytes = Uint8Array.from(atob(base64.replace(/\s+/g, '')), (letter) => letter.charCodeAt(0))
    const said = new TextDecoder().decode(bytes).replaceAll('&', '&amp;').replaceAll('<', '&lt;')
    const plain = attributes.replace(
      /\s(?:mode|type)\s*=\s*["'](?:base64|application\/octet-stream)["']/g,
      '',
    )
    return `<${tag}${plain} type="html">${said}</${tag}>`
  } catch {
    return element
  }
}

const withoutTags = (told: string): string =>
  told
    .replace(/<!\[CDATA\[|\]\]>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replace(/<\/?[a-z][^<>]{0,1000}>/gi, ' ')
    .replaceAll('<', '&lt;')
    .trim()
