import type { Link } from '#domain'
import { visible } from './letters.ts'
import type { Read } from './text-writer.ts'

const ADDRESS = /\bhttps?:\/\/[^\s<>"'`\]}|\\^]{3,2000}/g
const MOST_LINKS = 2_000
const BULLET = /^([ \t]*)[•‣▪●◦∙*+–—-](?=[ \t]+\S)/

/**
 * A plain text made clean: invisible letters gone, runs of blanks one, at most one empty line, bullets written as `- `.
 * Line breaks stay, since in mails, lists and transcripts they mean something. Bare addresses become links, Markdown's
 * `[text](address)` and `text <address>` links with their text; the address is left out of the text where a text names it.
 */
export function plainText(given: string, limit: number): Read {
  // Cleaning only ever shortens, so what lies far beyond the limit cannot come in.
  const text = visible(given.length > limit * 2 ? given.slice(0, limit * 2) : given)
  const links: Link[] = []
  let out = ''
  let empty = 0
  for (const raw of text.split('\n')) {
    const line = tidy(raw)
    if (line === '') {
      empty++
      continue
    }
    if (out !== '') out += empty > 0 ? '\n\n' : '\n'
    empty = 0
    out += line.includes('http') ? withLinks(line, out.length, links) : line
    if (out.length > limit) break
  }
  const cut = out.length > limit || given.length > limit * 2
  return { text: out.slice(0, limit).trimEnd(), links: links.filter(({ at = 0 }) => at < limit), cut }
}

function tidy(raw: string): string {
  if (raw.trim() === '') return ''
  const [, indent = ''] = BULLET.exec(raw) ?? []
  const bullet = BULLET.test(raw)
  const words = (bullet ? raw.replace(BULLET, '') : raw).replace(/\s+/g, ' ').trim()
  return bullet
    ? `${'  '.repeat(Math.min(4, Math.floor(indent.replaceAll('\t', '  ').length / 2)))}- ${words}`
    : words
}

const NAMED = /\[([^\][]{1,300})\]\((https?:\/\/[^\s()<>]{3,2000}(?:\([^\s()]{0,100}\)[^\s()<>]{0,500})?)\)/g

function withLinks(line: string, at: number, links: Link[]): string {
  let out = ''
  let from = 0
  for (const match of line.matchAll(NAMED)) {
    const [whole, text = '', url = ''] = match
    out += line.slice(from, match.index)
    keep(links, { url, text, at: at + out.length })
    out += text
    from = match.index + whole.length
  }
  const plain = out + line.slice(from)
  for (const match of plain.matchAll(ADDRESS)) {
    const url = withoutTail(match[0])
    keep(links, { url, text: url, at: at + match.index })
  }
  return plain
}

function keep(links: Link[], link: Link): void {
  if (links.length < MOST_LINKS) links.push(link)
}

/** An address in prose without the punctuation that follows it, and without brackets that it never opened. */
function withoutTail(address: string): string {
  let url = address.replace(/[.,;:!?*_…]+$/, '')
  let open = countOf(url, '(') - countOf(url, ')')
  for (; url.endsWith(')') && open < 0; open++) url = url.slice(0, -1).replace(/[.,;:!?]+$/, '')
  return url
}

const countOf = (text: string, letter: string): number => text.split(letter).length - 1
