import type { Page, WikiFault } from '#domain'
import { blocksIn, headingOf } from './wiki-blocks.ts'

/** What the wiki is held against. */
export type WikiFacts = {
  /** Stories that each page should tell of, newest first. */
  readonly storiesOf: ReadonlyMap<string, readonly string[]>
  /** Entities that stories name and that have no page, with how many stories. */
  readonly unpaged: readonly { readonly pageId: string; readonly name: string; readonly stories: number }[]
  /** The hash of each cited item's text today. */
  readonly contentHashes: ReadonlyMap<string, string>
}

const STALE_STORIES = 3
const MISSING_STORIES = 3
const LINK = /(?<!\\)\[\[([^\]|\n]{1,200})(?:\|[^\]\n]{1,200})?\]\]/g
const CITATION = /(?<!\\)\[\^([\w-]{1,80})\](?!:)/g
const COUNT = /^(\S+), (\d+) (?:story|stories)$/

/**
 * What a mechanical reading of all pages finds amiss, page by page: pages name it and none leads to it, three newer stories than it
 * knows, a name of three stories without a page, links and citations that lead nowhere, items whose text changed since
 * it was cited, sources that disagree on it, counts that are not the lengths of their lists.
 */
export function lintWiki(pages: readonly Page[], facts: WikiFacts): WikiFault[] {
  const ids = new Set(pages.map(({ id }) => id))
  const linked = new Set(pages.flatMap(({ id, markdown }) => linksIn(markdown).filter((to) => to !== id)))
  const alone = orphans(pages, linked)
  return [
    ...pages.flatMap((page) => [
      ...[alone.get(page.id) ?? []].flat(),
      ...stale(page, facts),
      ...broken(page, ids),
      ...drift(page, facts),
      ...contradiction(page),
      ...counts(page),
    ]),
    ...facts.unpaged
      .filter(({ stories }) => stories >= MISSING_STORIES)
      .map(({ pageId, name, stories }) => ({
        ...{
          kind: 'missing' as const,
          pageId,
          because: `${stories} stories are about ${name}, and it has no page.`,
        },
        proposal: 'bellwether wiki build',
      })),
  ]
}

/** The pages that a text links to, in order, each once. */
function linksIn(markdown: string): string[] {
  return [...new Set(Array.from(markdown.matchAll(LINK), ([, id = '']) => id))]
}

/** The items that a text cites, in order, each once. */
function citationsIn(markdown: string): string[] {
  return [...new Set(Array.from(markdown.matchAll(CITATION), ([, id = '']) => id))]
}

/** Which pages lead to each page. */
export function backlinks(pages: readonly Pick<Page, 'id' | 'markdown'>[]): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const { id, markdown } of pages)
    for (const to of linksIn(markdown)) if (to !== id) found.set(to, [...(found.get(to) ?? []), id])
  return found
}

/**
 * Pages that nothing leads to and that another page names in its own words: there a link is missing. What no page names
 * is reached by the index and by search, and there is nothing to mend.
 */
function orphans(pages: readonly Page[], linked: ReadonlySet<string>): Map<string, WikiFault> {
  const alone = pages.filter(({ id, kind }) => kind !== 'thread' && !linked.has(id))
  const found = new Map<string, WikiFault>()
  if (alone.length === 0) return found
  const words = pages.map(({ id, title, markdown }) => ({ id, title, text: ownWords(markdown) }))
  for (const { id, title } of alone) {
    const naming = words.find((other) => other.id !== id && isNamedIn(title, other.text))
    if (naming)
      found.set(id, {
        ...{ kind: 'orphan', pageId: id, because: `${naming.title} names ${title} and does not lead to it.` },
        proposal: `Write [[${id}|${title}]] on ${naming.id}.`,
      })
  }
  return found
}

/** What a page says, without the footnotes, which hold titles of sources. */
function ownWords(markdown: string): string {
  const notes = markdown.search(/^\[\^[\w-]+\]:/m)
  return notes < 0 ? markdown : markdown.slice(0, notes)
}

/** A whole word or words, as written; a name in lower case is a plain word, which is named everywhere and nowhere. */
function isNamedIn(name: string, text: string): boolean {
  if (!/\p{Lu}|\d/u.test(name) || name.length < SHORTEST_NAME) return false
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const around = `${text[at - 1] ?? ' '}${text[at + name.length] ?? ' '}`
    if (!/[\p{L}\p{N}-]/u.test(around)) return true
  }
  return false
}

const SHORTEST_NAME = 3

function stale({ id, storyIds }: Page, { storiesOf }: WikiFacts): WikiFault[] {
  const known = new Set(storyIds)
  const newest = storiesOf.get(id) ?? []
  const news = newest.findIndex((storyId) => known.has(storyId))
  const newer = news < 0 ? newest.length : news
  if (newer < STALE_STORIES) return []
  return [
    {
      ...{ kind: 'stale', pageId: id, because: `${newer} stories are newer than it.` },
      proposal: 'bellwether wiki build',
    },
  ]
}

function broken({ id, markdown, cited }: Page, ids: ReadonlySet<string>): WikiFault[] {
  const known = new Set(cited.map(({ itemId }) => itemId))
  return [
    ...linksIn(markdown)
      .filter((to) => !ids.has(to))
      .map((to) => ({
        ...{ kind: 'broken-link' as const, pageId: id, because: `[[${to}]] leads nowhere.` },
        proposal: 'Mend the link, or take it away.',
      })),
    ...citationsIn(markdown)
      .filter((itemId) => !known.has(itemId))
      .map((itemId) => ({
        ...{
          kind: 'broken-link' as const,
          pageId: id,
          because: `It cites ${itemId}, which it does not hold.`,
        },
        proposal: 'Cite an item that the page holds.',
      })),
  ]
}

function drift({ id, cited }: Page, { contentHashes }: WikiFacts): WikiFault[] {
  return cited
    .filter(({ itemId, contentHash }) => contentHashes.get(itemId) !== contentHash)
    .map(({ itemId }) => ({
      ...{ kind: 'drift' as const, pageId: id },
      because: contentHashes.has(itemId)
        ? `The text of ${itemId} changed since it was cited.`
        : `${itemId} is cited and not kept any more.`,
      proposal: 'bellwether wiki build, and read what changed.',
    }))
}

function contradiction({ id, markdown }: Page): WikiFault[] {
  const blocks = blocksIn(markdown)
  const at = blocks.findIndex(({ text }) => headingOf(text) === 'Where sources disagree')
  const lines = at < 0 ? [] : (blocks[at + 1]?.text.split('\n') ?? [])
  return lines.map((line) => ({
    ...{ kind: 'contradiction' as const, pageId: id, because: line.replace(/^- /, '') },
    proposal: 'Read both sources; the house picks no winner.',
  }))
}

/** Headings that count, against the lists below them. */
function counts({ id, markdown }: Page): WikiFault[] {
  const blocks = blocksIn(markdown)
  return blocks.flatMap(({ text }, at) => {
    const said = COUNT.exec(headingOf(text) ?? '')
    if (!said) return []
    const lines = (blocks[at + 1]?.text ?? '').split('\n').filter((line) => line.startsWith('- ')).length
    if (lines === Number(said[2])) return []
    return [
      {
        ...{ kind: 'count' as const, pageId: id, because: `"${headingOf(text)}" stands over ${lines}.` },
        proposal: 'Let the heading say what the list holds.',
      },
    ]
  })
}
