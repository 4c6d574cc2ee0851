import type { Page } from '#domain'

/** How links are written in a vault: as Obsidian writes them, or so that any reader of Markdown follows them. */
export type LinkStyle = 'wiki' | 'relative'

/** A page as a file of the vault holds it. */
export type VaultPage = {
  readonly id: string
  readonly markdown: string
  /** Lines of the front matter that are the reader's own. */
  readonly ownFrontMatter: string
}

const OWN_KEYS = /^(?:id|title|kind|aliases|revision|made):/

/** The file of a page: front matter, then its text with links in the style asked for. */
export function fileOf(
  page: Pick<Page, 'id' | 'title' | 'kind' | 'aliases' | 'revision' | 'madeAt'>,
  text: string,
  { links, ownFrontMatter }: { readonly links: LinkStyle; readonly ownFrontMatter: string },
): string {
  const front = [
    '---',
    `id: ${page.id}`,
    `title: ${JSON.stringify(page.title)}`,
    `kind: ${page.kind}`,
    `aliases: ${JSON.stringify(page.aliases)}`,
    `revision: ${page.revision}`,
    `made: ${page.madeAt}`,
    ...(ownFrontMatter === '' ? [] : [ownFrontMatter]),
    '---',
  ].join('\n')
  return `${front}\n\n${links === 'wiki' ? text : withRelativeLinks(text, page.id)}`
}

/** Reads a file of a vault back. Its path (without the ending) is its id where the front matter names none. */
export function pageOfFile(content: string, path: string): VaultPage {
  const text = content.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n')
  const front = /^---\n([\s\S]*?)\n---(?:\n|$)/.exec(text)
  const lines = front?.[1]?.split('\n') ?? []
  const id =
    lines
      .find((line) => line.startsWith('id: '))
      ?.slice(4)
      .trim() || path
  const own: string[] = []
  let isOurs = false
  for (const line of lines) {
    // What is indented belongs to the key above it.
    if (!/^\s|^-/.test(line)) isOurs = OWN_KEYS.test(line)
    if (!isOurs) own.push(line)
  }
  const body = front ? text.slice(front[0].length) : text
  return { id, markdown: withWikiLinks(body, id), ownFrontMatter: own.join('\n').trim() }
}

const WIKI_LINK = /(?<!\\)\[\[([^\]|\n]{1,200})(?:\|([^\]\n]{1,200}))?\]\]/g
const RELATIVE_LINK = /(?<![\\!])\[([^\]\n]{1,200})\]\(((?:\.\.\/)*[\w%./-]{1,300})\.md\)/g

function withRelativeLinks(text: string, from: string): string {
  const up = '../'.repeat(from.split('/').length - 1)
  return text.replace(
    WIKI_LINK,
    (_, id: string, words?: string) => `[${words ?? id}](${up}${encodeURI(id)}.md)`,
  )
}

function withWikiLinks(text: string, from: string): string {
  return text.replace(RELATIVE_LINK, (whole, words: string, path: string) => {
    const id = resolved(path, from)
    if (id === null) return whole
    return words === id ? `[[${id}]]` : `[[${id}|${words}]]`
  })
}

/** A relative path from a page as an id; null where it leads out of the vault. */
function resolved(path: string, from: string): string | null {
  const at = from.split('/').slice(0, -1)
  for (const step of safeDecoded(path).split('/')) {
    if (step === '..') {
      if (at.length === 0) return null
      at.pop()
    } else if (step !== '.' && step !== '') at.push(step)
  }
  return at.join('/')
}

function safeDecoded(path: string): string {
  try {
    return decodeURI(path)
  } catch {
    return path
  }
}
