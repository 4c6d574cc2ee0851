// Elements that may stand without attributes and do nothing but carry text.
const SIMPLE = new Set(
  'p br hr div span h1 h2 h3 h4 h5 h6 blockquote ul ol li dl dt dd table thead tbody tr th td b strong i em u s del ins sub sup small mark code kbd pre'.split(
    ' ',
  ),
)
const EMPTY = new Set(['br', 'hr'])
const HEADINGS = 'h1 h2 h3 h4 h5 h6'
// Each open element and what may not begin directly inside it: a parser would close the open one first (HTML, 13.1.2.4).
const ENDED_BY: Readonly<Record<string, ReadonlySet<string>>> = Object.fromEntries(
  [
    ['p', `p div blockquote ul ol dl table pre hr ${HEADINGS}`],
    ...HEADINGS.split(' ').map((heading) => [heading, HEADINGS] as const),
    ['li', 'li'],
    ['dt', 'dt dd'],
    ['dd', 'dt dd'],
    ['thead', 'thead tbody td'],
    ['tbody', 'thead tbody'],
    ['tr', 'tr'],
    ['th', 'tr th td'],
    ['td', 'tr th td'],
    ['a', 'a'],
  ].map(([open, names]) => [open, new Set(names?.split(' '))]),
)
const TAG = /^<(\/?)([a-z][a-z\d]{0,9})\s?\/?>$/
const LINK = /^<a href="(?:https?:\/\/|mailto:)[^"<>\s\\]*"(?: title="[^"<>&]*")?>$/
const LONGEST_TAG = 2_000
const DEEPEST = 100

/**
 * Whether HTML is so simple that it is safe as it stands: balanced elements that only carry text, without attributes,
 * and links to whole http(s) addresses. Most bodies are, and need not go through the sanitiser, which costs ten times
 * as much. Any doubt is a no.
 */
export function isPlainlySafe(html: string): boolean {
  const open: string[] = []
  for (let start = html.indexOf('<'); start >= 0; start = html.indexOf('<', start + 1)) {
    const end = html.indexOf('>', start)
    if (end < 0 || end - start > LONGEST_TAG) return false
    const source = html.slice(start, end + 1)
    if (LINK.test(source)) {
      if (open.at(-1) === 'a') return false
      open.push('a')
    } else {
      const tag = TAG.exec(source)
      const name = tag?.[2]
      if (!tag || name === undefined) return false
      if (tag[1] === '/') {
        if (open.pop() !== name) return false
      } else if (!SIMPLE.has(name) || ENDED_BY[open.at(-1) ?? '']?.has(name)) return false
      else if (!EMPTY.has(name)) open.push(name)
    }
    if (open.length > DEEPEST) return false
  }
  return open.length === 0
}
