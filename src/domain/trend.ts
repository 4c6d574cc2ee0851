import type { EntityType } from './entity.ts'
import type { Instant, Interval } from './time.ts'

/**
 * Where a line stands at its end. `returned`: told again after at least half of the line in silence. `dormant`: told
 * before, and silent for long enough that chance does not explain it. `silent`: never told within the line.
 */
export type TrendState = 'rising' | 'falling' | 'steady' | 'dormant' | 'returned' | 'silent'

/** One bin of a line: stories that named the entity, of all stories told in the bin. */
export type TrendPoint = Interval & {
  readonly stories: number
  readonly told: number
  /** Stories per hundred told, with the 95 % band; null where nothing was told at all. */
  readonly share: { readonly value: number; readonly low: number; readonly high: number } | null
}

/** A source that began or ended within a line: a step there may be the source's and not the world's. */
export type SourceBreak = {
  readonly at: Instant
  readonly kind: 'added' | 'lost'
  readonly sourceId: string
  readonly sourceName: string
}

/** How often an entity was told of, bin by bin, oldest first, and what that says. */
export type TrendLine = {
  readonly entityId: string
  readonly name: string
  readonly type: EntityType
  readonly points: readonly TrendPoint[]
  readonly state: TrendState
  /** Why that state, in words that can be counted again: "9 stories in the last 4 weeks, 2 in the 4 before". */
  readonly because: string
}

/** Lines over the same bins, with what they share. */
export type Trends = {
  readonly bin: 'week' | 'month'
  readonly bins: readonly Interval[]
  readonly lines: readonly TrendLine[]
  readonly breaks: readonly SourceBreak[]
}

/** The field at a glance: where the telling is dense, who tells it, how it grew. */
export type Atlas = {
  readonly weeks: readonly Interval[]
  /** Stories per topic and week, densest topic first. */
  readonly heat: readonly {
    readonly entityId: string
    readonly name: string
    readonly stories: readonly number[]
  }[]
  /** Stories per tier and source of the newest weeks; a tier of 0 is none. */
  readonly tiers: readonly {
    readonly tier: 0 | 1 | 2 | 3 | 4
    readonly sourceName: string
    readonly stories: number
  }[]
  /** Items and stories known at the end of each week. */
  readonly growth: readonly { readonly at: Instant; readonly items: number; readonly stories: number }[]
}
