import { shortHash } from '#text'
import { blocksIn, hashOfBlock, headingOf, textOfBlocks, type WikiBlock } from './wiki-blocks.ts'

/** What the reader made of a page: blocks of their own, and blocks of the house that they struck. */
export type WikiEdits = {
  readonly notes: readonly { readonly blockId: string; readonly under: string; readonly text: string }[]
  readonly strikes: ReadonlySet<string>
}

/** What a page that came back says beyond the one that went out. */
export type WikiChange =
  | { readonly kind: 'note'; readonly blockId: string; readonly under: string; readonly text: string | null }
  | { readonly kind: 'strike'; readonly hash: string }

/**
 * The house's text with the reader's edits: struck blocks gone, own blocks at the end of the part they stand under (above
 * all where that part is no longer there). Nothing of the reader's is ever lost: what has no place stands first.
 */
export function withEdits(markdown: string, { notes, strikes }: WikiEdits): string {
  const kept = blocksIn(markdown).filter(
    ({ text }) => headingOf(text) !== null || !strikes.has(hashOfBlock(text)),
  )
  const headings = new Set(kept.flatMap(({ text }) => headingOf(text) ?? []))
  const out: WikiBlock[] = []
  const place = (under: string) => {
    for (const note of notes)
      if (note.under === under || (under === '' && !headings.has(note.under)))
        out.push({ text: note.text, readerId: note.blockId })
  }
  let part = ''
  let isFirst = true
  for (const block of kept) {
    const heading = headingOf(block.text)
    if (heading !== null && !isFirst) {
      place(part)
      part = heading
    } else if (heading !== null && isFirst) part = ''
    isFirst = false
    out.push(block)
  }
  place(part)
  if (part !== '' && !out.some(({ readerId }) => readerId !== null)) place('')
  return textOfBlocks(out)
}

/**
 * What the reader changed: compares the page that went out with the one that came back, block by block. A new block is
 * a note under the heading before it; a block with one of their ids that changed is that note anew, one that is gone is
 * taken away; a block of the house that is gone is struck, and where another stands in its place that is a note.
 */
export function changesIn(out: string, back: string): WikiChange[] {
  const [before, after] = [blocksIn(out), blocksIn(back)]
  const ours = countsOf(before.filter(({ readerId }) => readerId === null))
  const theirs = new Map(
    before.flatMap(({ readerId, text }) => (readerId === null ? [] : [[readerId, text] as const])),
  )
  const changes: WikiChange[] = []
  const seen = new Set<string>()
  let under = ''
  let isFirst = true
  for (const { text, readerId } of after) {
    if (readerId !== null) {
      seen.add(readerId)
      if (theirs.get(readerId) !== text) changes.push({ kind: 'note', blockId: readerId, under, text })
    } else if (take(ours, text)) {
      // Only the house's own headings make parts: a heading of the reader's is a note like any other.
      const heading = headingOf(text)
      if (heading !== null && !isFirst) under = heading
      isFirst = false
    } else {
      const blockId = `r${shortHash(`${under}\n${text}\n${changes.length}`).slice(0, 10)}`
      changes.push({ kind: 'note', blockId, under, text })
    }
  }
  for (const [text, count] of ours)
    if (count > 0 && headingOf(text) === null) changes.push({ kind: 'strike', hash: hashOfBlock(text) })
  for (const [blockId] of theirs)
    if (!seen.has(blockId)) changes.push({ kind: 'note', blockId, under: '', text: null })
  return changes
}

function countsOf(blocks: readonly WikiBlock[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { text } of blocks) counts.set(text, (counts.get(text) ?? 0) + 1)
  return counts
}

function take(counts: Map<string, number>, text: string): boolean {
  const count = counts.get(text) ?? 0
  if (count === 0) return false
  counts.set(text, count - 1)
  return true
}

/** Words of the reader that a text lost: the alarm of a round trip. Empty when all are there. */
export function lostNotes(markdown: string, { notes }: WikiEdits): string[] {
  const held = new Map(
    blocksIn(markdown).flatMap(({ readerId, text }) =>
      readerId === null ? [] : [[readerId, text] as const],
    ),
  )
  return notes
    .filter(({ blockId, text }) => held.get(blockId) !== blocksIn(text)[0]?.text)
    .map(({ text }) => text)
}

/** Blocks of a file that came back which a page does not hold, whoever wrote them: the alarm of an import. */
export function missingBlocks(markdown: string, back: string): string[] {
  const held = countsOf(blocksIn(markdown))
  return blocksIn(back).flatMap(({ text }) => (take(held, text) ? [] : [text]))
}
