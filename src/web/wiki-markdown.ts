import { html } from 'hono/html'
import { webAddress } from '#wire'
import type { Html } from './page.ts'

/** The items that a page cites, in the order of its list of them: the number that a citation shows, and what it says. */
export type Citations = ReadonlyMap<string, { readonly number: number; readonly words: string }>

export const wikiPath = (id: string): string => `/wiki/${id.split('/').map(encodeURIComponent).join('/')}`

const DEFINITION = /^\[\^([^\]]+)\]: (.*)$/

export function citationsIn(markdown: string): Citations {
  const found = new Map<string, { number: number; words: string }>()
  for (const line of markdown.split('\n')) {
    const [, id, words] = DEFINITION.exec(line.trim()) ?? []
    if (id && words !== undefined) found.set(id, { number: found.size + 1, words })
  }
  return found
}

/** What the page rests on, by number. */
export function evidenceOf(citations: Citations): Html | '' {
  if (citations.size === 0) return ''
  const line = ([id, { number, words }]: [string, { number: number; words: string }]) =>
    html`<li id="e${number}"><span class="num soft">${number}</span><span>${inline(words, citations)} <a href="/items/${encodeURIComponent(id)}">text</a></span></li>`
  return html`<section><h2>Evidence</h2><ol class="source-list">${[...citations].map(line)}</ol></section>`
}

/** The blocks of a page: headings, lists, tables, paragraphs. Its own title and the list of what it cites are shown elsewhere. */
export function markdownHtml(markdown: string, title: string, citations: Citations): Html[] {
  return markdown
    .split(/\n{2,}/)
    .map((block) => block.trim())
    .filter(
      (block) => block !== '' && block !== `# ${title}` && !DEFINITION.test(block.split('\n', 1)[0] ?? ''),
    )
    .map((block) => blockHtml(block, citations))
}

function blockHtml(block: string, citations: Citations): Html {
  const [, marks, heading] = /^(#{1,4}) (.*)$/.exec(block) ?? []
  if (marks && heading)
    return marks.length > 2
      ? html`<h3>${inline(heading, citations)}</h3>`
      : html`<h2>${inline(heading, citations)}</h2>`
  const lines = block.split('\n')
  if (lines.every((line) => /^[-*] /.test(line)))
    return html`<ul class="plain-list">${lines.map((line) => html`<li>${inline(line.slice(2), citations)}</li>`)}</ul>`
  if (lines.every((line) => line.startsWith('|'))) return tableHtml(lines, citations)
  return html`<p>${inline(lines.join(' '), citations)}</p>`
}

function tableHtml(lines: readonly string[], citations: Citations): Html {
  const cells = (line: string) =>
    line
      .slice(1, line.lastIndexOf('|'))
      .split(/(?<!\\)\|/)
      .map((cell) => cell.trim())
  const [head = '', rule = '', ...rows] = lines
  const body = /^[|\s:-]+$/.test(rule) ? rows : [rule, ...rows]
  return html`<div class="scroll" role="region" tabindex="0" aria-label="Table"><table class="grid"><thead><tr>${cells(head).map((cell) => html`<th scope="col">${capital(cell)}</th>`)}</tr></thead><tbody>${body.map((line) => html`<tr>${cells(line).map((cell) => html`<td${DATE.test(cell) ? html` class="fit"` : ''}>${inline(cell, citations)}</td>`)}</tr>`)}</tbody></table></div>`
}

const DATE = /^\d{4}-\d{2}-\d{2}$/
const capital = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`

const INLINE =
  /(?<!\\)(?:\[\[([^\]|]{1,300})(?:\|([^\]]{1,300}))?\]\]|\[\^([^\]]{1,200})\]|\*\*([^*]{1,500})\*\*|\[([^\]]{1,500})\]\(<?([^)>\s]{1,2000})>?\))/g

/** Links between pages and to the world, citations, and what is set in bold. */
export function inline(text: string, citations: Citations): Html[] {
  const parts: Html[] = []
  let at = 0
  for (const match of text.matchAll(INLINE)) {
    parts.push(html`${plain(text.slice(at, match.index))}`)
    const [whole, id, words, itemId, bold, label, url] = match
    if (id) parts.push(html`<a href="${wikiPath(id)}">${plain(words ?? id)}</a>`)
    else if (itemId) parts.push(citation(itemId, citations))
    else if (label) parts.push(outward(plain(label), url ?? null))
    else parts.push(html`<b>${plain(bold ?? '')}</b>`)
    at = match.index + whole.length
  }
  parts.push(html`${plain(text.slice(at))}`)
  return parts
}

/** Words without the backslashes that keep their signs from being marks. */
const plain = (text: string): string => text.replace(/\\([\\`*_[\]<>#|^~$])/g, '$1')

function citation(itemId: string, citations: Citations): Html {
  const known = citations.get(itemId)
  return known
    ? html`<sup><a href="#e${known.number}" aria-label="Evidence ${known.number}">${known.number}</a></sup>`
    : html`<sup><a href="/items/${encodeURIComponent(itemId)}" aria-label="Evidence">•</a></sup>`
}

function outward(label: string, url: string | null): Html {
  const safe = webAddress(url)
  return safe ? html`<a href="${safe}" rel="noopener nofollow">${label}</a>` : html`${label}`
}
