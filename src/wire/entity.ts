import type { EntityType, Mover } from '#domain'
import type { NameLink, StoryRow } from './story.ts'
import type { ClaimLine } from './telling.ts'

/** What is known of a name. */
export type EntityView = {
  readonly id: string
  readonly name: string
  readonly type: EntityType
  /** One clause from the registry; null where it has none. */
  readonly gloss: string | null
  readonly aliases: readonly string[]
  readonly handles: readonly string[]
  readonly parent: NameLink | null
  /** False when the registry does not hold it. */
  readonly known: boolean
  /** Stories a week, the newest week last, and the day on which the newest week ends. */
  readonly weeks: readonly number[]
  readonly until: string
  readonly stories: readonly StoryRow[]
  readonly beside: readonly (NameLink & { readonly stories: number })[]
  readonly claims: readonly ClaimLine[]
}

export type MoverRow = Mover & { readonly path: string; readonly history: readonly number[] }

export const entityPath = (id: string): string => `/entities/${encodeURIComponent(id)}`
export const storyPath = (id: string): string => `/stories/${encodeURIComponent(id)}`
