import type { ClaimLine, Standing } from './claim-table.ts'
import type { Disagreement } from './disagreement.ts'
import type { Entity, EntityType } from './entity.ts'
import type { ItemKind } from './item.ts'
import type { Prediction, Resolution, TrackRecord } from './prediction.ts'
import type { Instant, PartialDate } from './time.ts'
import type { TrendLine } from './trend.ts'

/** A story on an entity's page. */
export type PageStory = {
  readonly storyId: string
  readonly title: string
  readonly at: Instant
  readonly url: string | null
  readonly sourceNames: readonly string[]
  readonly itemIds: readonly string[]
  readonly kind: ItemKind
  /** Its first printable sentence, of the item that `citedId` names; null when it has none. */
  readonly sentence: { readonly text: string; readonly itemId: string } | null
}

/** What one source said of a number at one time. */
export type PageClaim = {
  readonly value: string
  readonly number: number
  readonly unit: string
  readonly baseline: string | null
  readonly condition: string | null
  readonly at: PartialDate
  readonly sourceName: string
  readonly itemId: string
  readonly sentence: string
  /** How it stands to those before it. */
  readonly standing: Standing
}

/** Everything known of an entity at an instant: what its page shows. */
export type EntityPage = {
  readonly entity: Entity
  readonly asOf: Instant
  readonly parent: Pick<Entity, 'id' | 'name' | 'type'> | null
  /** Entities whose parent it is: its versions, models, people. */
  readonly children: readonly Pick<Entity, 'id' | 'name' | 'type'>[]
  readonly firstSeenAt: Instant | null
  /** Newest first. */
  readonly stories: readonly PageStory[]
  readonly papers: readonly PageStory[]
  /** One row for each measure, with what each source said of it, oldest first: its history. What is told of most comes first. */
  readonly claims: readonly (Pick<ClaimLine, 'metric' | 'families' | 'contested'> & {
    readonly history: readonly PageClaim[]
  })[]
  readonly disagreements: readonly Disagreement[]
  readonly people: readonly { readonly entityId: string; readonly name: string; readonly stories: number }[]
  readonly related: readonly {
    readonly entityId: string
    readonly name: string
    readonly type: EntityType
    readonly stories: number
  }[]
  readonly predictions: readonly { readonly prediction: Prediction; readonly resolution: Resolution | null }[]
  /** How well its own predictions did; null for one who never foretold anything. */
  readonly record: TrackRecord | null
  readonly trend: TrendLine | null
}
