// Elements that end with their own tag: a p or li that is never closed does not nest.
const NESTING =
  /<(\/?)(?:div|span|section|article|table|ul|ol|dl|blockquote|b|i|em|strong|font|a|form|main|nav|pre|code|sub|sup|u|s)\b/gi
const DEEPEST = 600

/** Whether HTML nests deeper than 600 elements: libraries need time with the square of the depth, or the stack gives way. */
export function isDeep(html: string): boolean {
  let depth = 0
  for (const tag of html.matchAll(NESTING)) {
    depth = Math.max(0, depth + (tag[1] === '/' ? -1 : 1))
    if (depth > DEEPEST) return true
  }
  return false
}

/** HTML without any markup, as paragraphs: what is left to do with a page that no library can hold. */
export const flattened = (html: string): string =>
  html
    .replace(/<(script|style|noscript|template)\b[^>]{0,2000}>[\s\S]*?(?:<\/\1\s*>|$)/gi, ' ')
    .replace(/<[^<>]*>?/g, '\n')
    .split(/\s*\n\s*/)
    .filter(Boolean)
    .map((line) => `<p>${line.replaceAll('>', '&gt;')}</p>`)
    .join('\n')
