import type { Entity, Trouble } from '#domain'
import { cell, citations, entityPageId, inline, link, type PageDraft } from './wiki-page.ts'

/** A trouble as one item states it. */
export type ToldTrouble = Trouble & {
  readonly itemId: string
  readonly storyId: string
  readonly sourceName: string
}

const MOST_ROWS = 40
const NOT_SAID = 'not said'

/**
 * The troubleshooting table of an entity: what is seen, why, what cures it and who says so, each cell citing the item
 * that states it; where no cause is stated the cell says so. Newest first, as given; null where nothing is told.
 */
export function draftOfTroubles(
  { id, name, type }: Pick<Entity, 'id' | 'name' | 'type'>,
  told: readonly ToldTrouble[],
  hasPage: (id: string) => boolean,
): PageDraft | null {
  if (told.length === 0) return null
  const { ids, cite } = citations()
  const shown = told.slice(0, MOST_ROWS)
  const rows = shown.map(({ symptom, cause, fix, itemId, sourceName }) => {
    const cited = (text: string) => `${cell(text)}${cite(itemId)}`
    return `| ${[cited(symptom.text), cause ? cited(cause.text) : NOT_SAID, cited(fix.text), cited(sourceName)].join(' | ')} |`
  })
  const table = ['| what is seen | why | what cures it | who |', '|---|---|---|---|', ...rows].join('\n')
  const parts = [
    `# Troubles with ${inline(name)}`,
    `As items on ${link(entityPageId(type, id), name, hasPage)} tell of them.`,
    table,
  ]
  return {
    ...{ id: `troubles/${id}`, kind: 'troubles', title: `Troubles with ${name}`, aliases: [] },
    ...{ markdown: `${parts.join('\n\n')}\n`, itemIds: ids },
    storyIds: [...new Set(shown.map(({ storyId }) => storyId))],
  }
}
