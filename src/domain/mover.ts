import type { EntityType } from './entity.ts'

/** An entity whose week differs from its own history, counted in stories and never in mentions. */
export type Mover = {
  readonly entityId: string
  readonly name: string
  readonly type: EntityType
  readonly direction: 'up' | 'down' | 'new'
  /** Stories of this week and of the week before. */
  readonly now: number
  readonly before: number
  /** Mean stories a week over the history looked at, and how many weeks that is. */
  readonly usual: number
  readonly weeks: number
  /** Chance of a week this far from its history if nothing had changed, 0 to 1. */
  readonly chance: number
}
