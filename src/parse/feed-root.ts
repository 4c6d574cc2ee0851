export type XmlFormat = 'rss' | 'atom' | 'rdf'

/** The name of the first element, in lower case and without its prefix; null when there is none. */
export function rootName(text: string): string | null {
  let at = text.indexOf('<')
  while (at >= 0 && (text[at + 1] === '?' || text[at + 1] === '!')) {
    const end = text.startsWith('<!--', at) ? text.indexOf('-->', at) : declarationEnd(text, at)
    at = end < 0 ? -1 : text.indexOf('<', end)
  }
  if (at < 0) return null
  return /^<(?:[\w.-]+:)?([\w-]+)[\s/>]/.exec(text.slice(at, at + 80))?.[1]?.toLowerCase() ?? null
}

/** The feed format that the root element names; null when it is no feed. */
export function feedFormat(text: string): XmlFormat | null {
  const root = rootName(text)
  if (root === 'feed') return 'atom'
  if (root === 'rdf') return 'rdf'
  return root === 'rss' || root === 'channel' ? 'rss' : null
}

/** Where a `<!DOCTYPE …>` or `<?…>` ends: its declarations in square brackets may hold `>` themselves. */
export function declarationEnd(text: string, start: number): number {
  const end = text.indexOf('>', start)
  const bracket = text.indexOf('[', start)
  if (text[start + 1] !== '!' || bracket < 0 || bracket > end) return end
  const close = text.indexOf(']', bracket)
  return close < 0 ? end : text.indexOf('>', close)
}
