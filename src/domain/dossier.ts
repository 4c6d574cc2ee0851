import type { Claim } from './claim.ts'
import type { Item } from './item.ts'
import type { Mention } from './mention.ts'
import type { Forecast } from './prediction.ts'
import type { Source } from './source.ts'
import type { Story } from './story.ts'
import type { Instant } from './time.ts'

/** One item of a story, with who told it and what was understood of it. */
export type Telling = {
  readonly item: Item
  readonly source: Source
  /** The item whose text it repeats; null when it is its own. */
  readonly copyOf: string | null
  readonly mentions: readonly Mention[]
  readonly claims: readonly Claim[]
  readonly forecasts: readonly Forecast[]
}

/** A story with everything known of it at one instant: what `score` weighs and `compose` writes from. */
export type Dossier = { readonly story: Story; readonly tellings: readonly Telling[] }

/** A story told before that shares rare names with one of today's: what "In our memory" points to. */
export type EarlierStory = {
  readonly storyId: string
  readonly title: string
  readonly seenAt: Instant
  /** The names shared, as they are printed. */
  readonly sharedEntities: readonly string[]
  /** Its most telling item, as evidence. */
  readonly telling: { readonly item: Item; readonly source: Source }
}
