import type { Block, Edition } from '#domain'
import type { House } from '../house.ts'
import { type Scored, scoredWithStanding } from '../score.ts'

/** A story of an edition's window: its score with every factor, and the sections that tell it. */
export type Weighed = { readonly scored: Scored; readonly told: readonly string[] }

/** Every story of an edition's window, best first, told or not: the answer to "why this, why not that". */
export async function weighedIn(house: House, edition: Edition): Promise<Weighed[]> {
  const told = new Map<string, string[]>()
  for (const { title, blocks } of edition.sections)
    for (const storyId of blocks.flatMap(storiesIn)) {
      const sections = told.get(storyId) ?? []
      if (!sections.includes(title)) told.set(storyId, [...sections, title])
    }
  return (await scoredWithStanding(house, edition.window, edition.madeAt)).map((scored) => ({
    scored,
    told: told.get(scored.dossier.story.id) ?? [],
  }))
}

function storiesIn(block: Block): string[] {
  switch (block.kind) {
    case 'thread':
      return block.members.map(({ storyId }) => storyId)
    case 'picture':
      return block.rows.flatMap(({ left, right }) => [...left, ...right].map(({ storyId }) => storyId))
    default:
      return 'storyId' in block && block.storyId !== null ? [block.storyId] : []
  }
}
