import { type WikiEdits, withEdits } from '#compose'
import type { Act, Page } from '#domain'

export const NO_EDITS: WikiEdits = { notes: [], strikes: new Set() }

/** The reader's edits of each page: the last of each block counts. */
export function editsOf(acts: readonly Act[]): ReadonlyMap<string, WikiEdits> {
  const edits = new Map<
    string,
    { notes: Map<string, { under: string; text: string }>; strikes: Set<string> }
  >()
  const of = (pageId: string) => {
    const known = edits.get(pageId) ?? { notes: new Map(), strikes: new Set() }
    edits.set(pageId, known)
    return known
  }
  for (const { deed } of acts) {
    if (deed.kind === 'page-strike') of(deed.pageId).strikes.add(deed.hash)
    if (deed.kind !== 'page-note') continue
    if (deed.text === null) of(deed.pageId).notes.delete(deed.blockId)
    else of(deed.pageId).notes.set(deed.blockId, { under: deed.under, text: deed.text })
  }
  return new Map(
    [...edits].map(([id, { notes, strikes }]) => [
      id,
      { notes: [...notes].map(([blockId, note]) => ({ blockId, ...note })), strikes },
    ]),
  )
}

export const textOf = (page: Page, edits: ReadonlyMap<string, WikiEdits>): string =>
  withEdits(page.markdown, edits.get(page.id) ?? NO_EDITS)
