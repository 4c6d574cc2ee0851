import type { Link } from '#domain'

/** A stretch of an issue's text: a heading, a paragraph, or a list item with the items below it. Places in UTF-16 units. */
export type IssueBlock = {
  readonly kind: 'heading' | 'paragraph' | 'bullet'
  /** Level of a heading, depth of a bullet (0 at the margin). */
  readonly level: number
  /** The words without the mark before them. */
  readonly text: string
  readonly start: number
  readonly end: number
  readonly links: readonly Link[]
  readonly below: readonly IssueBlock[]
}

type Growing = Omit<IssueBlock, 'links' | 'below' | 'text' | 'end'> & {
  text: string
  end: number
  links: Link[]
  below: Growing[]
}

const HEADING = /^(#{1,6})\s+/
const BULLET = /^( *)- /

/** The blocks of a text written with the marks of `htmlText`, in order; each link lies in the innermost block around it. */
export function issueBlocks(text: string, links: readonly Link[]): IssueBlock[] {
  const roots: Growing[] = []
  const all: Growing[] = []
  let open: Growing[] = []
  let at = 0
  for (const line of text.split('\n')) {
    const heading = HEADING.exec(line)
    const bullet = BULLET.exec(line)
    const indent = /^ */.exec(line)?.[0].length ?? 0
    if (line.trim() === '') {
      if (open[0]?.kind === 'paragraph') open = []
    } else if (heading || bullet || open.length === 0 || (indent === 0 && open[0]?.kind !== 'paragraph')) {
      const kind = heading ? 'heading' : bullet ? 'bullet' : 'paragraph'
      const level = heading?.[1]?.length ?? Math.floor((bullet?.[1]?.length ?? 0) / 2)
      const mark = (heading ?? bullet)?.[0].length ?? 0
      const block: Growing = {
        ...{ kind, level, text: line.slice(mark), start: at, end: at + line.length, links: [], below: [] },
      }
      if (kind === 'bullet') {
        open = open.filter((outer) => outer.kind === 'bullet' && outer.level < level)
        const outer = open.at(-1)
        if (outer) outer.below.push(block)
        else roots.push(block)
        open.push(block)
      } else {
        roots.push(block)
        open = kind === 'paragraph' ? [block] : []
      }
      all.push(block)
    } else {
      const block = open.at(-1)
      if (block) {
        block.text += `\n${line.trim()}`
        block.end = at + line.length
      }
    }
    at += line.length + 1
  }
  share(links, all)
  return roots
}

function share(links: readonly Link[], blocks: readonly Growing[]): void {
  const placed = links.filter((link) => link.at !== undefined).sort((a, b) => (a.at ?? 0) - (b.at ?? 0))
  let block = 0
  for (const link of placed) {
    const at = link.at ?? 0
    while (block + 1 < blocks.length && (blocks[block + 1]?.start ?? 0) <= at) block++
    const holder = blocks[block]
    if (holder && holder.start <= at && at < holder.end) holder.links.push(link)
  }
}
