import type { Dossier, Edition, Item, Score, Turn } from '#domain'
import { type Shortfall, shortfall } from '#score'
import { timeline } from '#track'
import type { House } from './house.ts'
import { scoredWithStanding } from './score.ts'
import { dateOf, windowOf } from './windows.ts'

/** Why a story stands where it stands in the edition of its day, or what it would have taken to be there. */
export type Why = {
  readonly date: string
  readonly dossier: Dossier
  readonly score: Score
  /** Its place among the stories of the day, 1 the first. */
  readonly place: number
  readonly stories: number
  /** Whether the edition printed it; null while the day's edition is not out. */
  readonly printed: boolean | null
  /** Null when it was printed, or nothing was printed yet. */
  readonly shortfall: Shortfall | null
  /** How the story grew, telling by telling, until the end of that day. */
  readonly turns: readonly Turn[]
}

/** Opens the score of the story that an item tells, on the day on which the item was seen. Null when it tells none, as a whole newsletter does. */
export async function whyOf(house: House, item: Item): Promise<Why | null> {
  const date = dateOf(item.seenAt, house.digestAt)
  const edition = await house.store.edition(`digest-${date}`)
  const scored = await scoredWithStanding(house, windowOf(date, house.digestAt), edition?.madeAt ?? null)
  const at = scored.findIndex(({ dossier }) => dossier.story.itemIds.includes(item.id))
  const found = scored[at]
  if (!found) return null
  const printed = edition && printedStories(edition)
  const isPrinted = printed === null ? null : printed.has(found.dossier.story.id)
  const bar = Math.min(
    ...scored.flatMap(({ dossier, score }) => (printed?.has(dossier.story.id) ? [score.score] : [])),
  )
  return {
    date,
    ...found,
    place: at + 1,
    stories: scored.length,
    printed: isPrinted,
    shortfall: isPrinted === false && Number.isFinite(bar) ? shortfall(found.score, bar) : null,
    turns: timeline(found.dossier),
  }
}

function printedStories({ sections }: Edition): ReadonlySet<string> {
  return new Set(
    sections.flatMap(({ blocks }) =>
      blocks.flatMap((block) => ('storyId' in block && block.storyId !== null ? [block.storyId] : [])),
    ),
  )
}
