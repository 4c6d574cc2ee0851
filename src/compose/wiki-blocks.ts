import { shortHash } from '#text'

/**
 * A block of a page: what stands between blank lines. One of the reader carries an id of theirs, printed after it as
 * Obsidian prints block ids (` ^r1a2b3c`), so that it is told from the house's own when a vault comes back.
 */
export type WikiBlock = { readonly text: string; readonly readerId: string | null }

const READER_ID = /(?:[ \n]|^)\^(r[0-9a-z]{6,16})$/

/** The blocks of a text in order. Code between fences stays whole; spaces at line ends and further blank lines go. */
export function blocksIn(markdown: string): WikiBlock[] {
  const found: WikiBlock[] = []
  let lines: string[] = []
  let fence: string | null = null
  const close = () => {
    const text = lines.join('\n').replace(/^\n+|\s+$/g, '')
    lines = []
    if (text === '') return
    const id = READER_ID.exec(text)
    found.push({
      text: id ? text.slice(0, id.index) : text,
      readerId: id?.[1] ?? null,
    })
  }
  for (const line of markdown.replaceAll('\r\n', '\n').split('\n')) {
    const mark = /^\s{0,3}(`{3,}|~{3,})/.exec(line)?.[1]
    if (mark && fence === null) fence = mark
    else if (fence !== null && line.trim().startsWith(fence)) fence = null
    if (line.trim() === '' && fence === null) close()
    else lines.push(fence === null ? line.replace(/\s+$/, '') : line)
  }
  close()
  return found
}

/** The text of some blocks: what `blocksIn` reads back as the same blocks. */
export function textOfBlocks(blocks: readonly WikiBlock[]): string {
  return blocks
    .map(({ text, readerId }) => {
      if (readerId === null) return text
      // After a table, a list or code a block id stands on a line of its own.
      return /^[|>\-*\d`~]/.test(text.split('\n').at(-1) ?? '')
        ? `${text}\n^${readerId}`
        : `${text} ^${readerId}`
    })
    .join('\n\n')
    .concat('\n')
}

/** What tells a block of the house: the hash of its words, citations and spaces aside. */
export const hashOfBlock = (text: string): string =>
  shortHash(
    text
      .replace(/\[\^[^\]\s]{1,80}\]/g, '')
      .replace(/\s+/g, ' ')
      .trim(),
  )

const HEADING = /^#{1,6}\s+(.+)$/

/** The words of a heading block; null for another block. */
export const headingOf = (text: string): string | null => HEADING.exec(text)?.[1]?.trim() ?? null
