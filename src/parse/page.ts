import { Readability } from '@mozilla/readability'
import extractor from 'defuddle'
import { parseHTML } from 'linkedom'
import type { PartialDate, Problem, RawItem } from '#domain'
import { languageOf } from '#text'
import { oneLine, plainTitle, withoutEntities } from './markup.ts'
import { flattened, isDeep } from './nesting.ts'
import { type Block, blocksOf, type Node } from './page-blocks.ts'
import { type Dom, pageFacts } from './page-facts.ts'
import { vote } from './page-vote.ts'
import { rawItem } from './raw-item.ts'
import { safeHtml } from './sanitise.ts'

/** The article on a page, without what surrounds it. */
export type Page = {
  readonly title: string | null
  readonly byline: string | null
  readonly published: PartialDate | null
  /** ISO 639-1, or `und`. */
  readonly lang: string
  /** One line for each paragraph, empty lines between them. */
  readonly text: string
  /** The same, sanitised, with its links and pictures. */
  readonly html: string
  /** Where the page says that it stands on the web; null when it does not say. */
  readonly address: string | null
}

const MOST_CHARACTERS = 2_500_000
const MOST_FOR_BOTH = 1_000_000
const MOST_ELEMENTS = 60_000

/**
 * The article on a page: Mozilla's Readability and Defuddle each choose, and a vote over their blocks decides (see
 * `vote`). Pictures keep their captions in `html` but not in `text`. At most 2.5 million characters are read; beyond one
 * million only Readability runs, and a page nested deeper than 600 elements is only stripped of its markup. A page with
 * no article gives what text it has.
 */
export function extractPage(source: string, url: string | null): Page {
  const html = source.slice(0, MOST_CHARACTERS)
  if (isDeep(html)) return flatPage(html)
  const facts = factsOf(html)
  const read = byReadability(html)
  const ours = read.root === null ? [] : blocksOf(read.root)
  const theirs = html.length > MOST_FOR_BOTH ? [] : byDefuddle(html, url)
  const voted = vote(ours, theirs.length > 0 || ours.length === 0 ? theirs : ours)
  const chosen = voted.length > 0 ? voted : wholeBody(html)
  const text = chosen.map((block) => block.text).join('\n\n')
  const title = facts.title ?? oneLine(read.title)
  return {
    title,
    byline: facts.byline ?? oneLine(read.byline),
    published: facts.published,
    lang: facts.lang ?? languageOf(text),
    text,
    html: safeHtml(markupOf(read.root, ours, chosen), url ?? facts.address),
    address: facts.address,
  }
}

function flatPage(source: string): Page {
  const html = flattened(source)
  const text = withoutEntities(html.replace(/<\/p>\n?/g, '\n\n').replaceAll('<p>', '')).trim()
  const title = plainTitle(/<title[^>]*>([^<]{0,500})/i.exec(source.slice(0, 100_000))?.[1])
  return { title, byline: null, published: null, lang: languageOf(text), text, html, address: null }
}

/** A page as one item; a page without a text is a problem. */
export function readPage(source: string, url: string | null): { items: RawItem[]; problems: Problem[] } {
  const page = extractPage(source, url)
  if (page.text === '') {
    const what =
      'The page holds no text to read: it may need JavaScript or a login. Look for its feed instead.'
    return { items: [], problems: [{ severity: 'lost', what, where: null }] }
  }
  const item = rawItem({
    // A page that was saved to a file still knows where it came from.
    url: url ?? page.address,
    title: page.title,
    author: page.byline,
    published: page.published,
    html: page.html || null,
    text: page.text,
  })
  const cut = source.length > MOST_CHARACTERS
  const what = `Only the first ${MOST_CHARACTERS} characters of the page were read.`
  return { items: [item], problems: cut ? [{ severity: 'lost', what, where: null }] : [] }
}

function factsOf(html: string): ReturnType<typeof pageFacts> {
  try {
    const { document } = parseHTML(html)
    const facts = pageFacts(document as unknown as Dom)
    return facts.title === null
      ? { ...facts, title: oneLine(document.querySelector('h1')?.textContent) }
      : facts
  } catch {
    return { title: null, byline: null, published: null, lang: null, address: null }
  }
}

type Reading = { readonly root: Node | null; readonly title: string | null; readonly byline: string | null }

/** Both extractors throw on pages they did not foresee, such as ones nested a thousand deep. */
function byReadability(html: string): Reading {
  try {
    const { document } = parseHTML(html)
    const options = {
      maxElemsToParse: MOST_ELEMENTS,
      charThreshold: 200,
      serializer: (root: unknown) => root as Node,
    }
    const read = new Readability<Node>(document as never, options).parse()
    return { root: read?.content ?? null, title: read?.title ?? null, byline: read?.byline ?? null }
  } catch {
    return { root: null, title: null, byline: null }
  }
}

function byDefuddle(html: string, url: string | null): Block[] {
  try {
    const { document } = parseHTML(html)
    // It reads JSON-LD too, and writes to the console where that is malformed.
    for (const script of document.querySelectorAll('script')) script.remove()
    const options = { useAsync: false, ...(url === null ? {} : { url }) }
    const { content } = new extractor.default(document as never, options).parse()
    return blocksIn(content)
  } catch {
    return []
  }
}

function wholeBody(html: string): Block[] {
  try {
    return blocksIn(html)
  } catch {
    return []
  }
}

const blocksIn = (html: string): Block[] =>
  blocksOf(parseHTML(`<!doctype html><html><body>${html}</body></html>`).document.body as unknown as Node)

/** The chosen article as markup: Readability's without the blocks that were dropped, else paragraphs of the text. */
function markupOf(root: Node | null, blocks: readonly Block[], chosen: readonly Block[]): string {
  const kept = new Set(chosen)
  const ours = root !== null && blocks.some((block) => kept.has(block))
  if (!ours) return chosen.map((block) => `<p>${escaped(block.text)}</p>`).join('\n')
  const needed = new Set(chosen.map((block) => block.element))
  for (const { element } of blocks) {
    if (!needed.has(element) && element !== root && !holdsAny(element, needed)) element.remove?.()
  }
  return (root as Node & { readonly innerHTML: string }).innerHTML
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** Whether one of these elements lies inside this one. */
function holdsAny(element: Node, needed: ReadonlySet<Node>): boolean {
  for (const child of element.childNodes) {
    if (needed.has(child) || holdsAny(child, needed)) return true
  }
  return false
}
