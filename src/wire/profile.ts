import type { Instant, Profile, RelatedPhrase, Tier } from '#domain'

/** The reader's profile with what weighed how much, and what a change would do. */
export type ProfileView = {
  readonly profile: Profile
  /** When it was kept on the page; null when the settings file is in force. */
  readonly keptAt: Instant | null
  /** Words that the reader's stories say with topics of the profile in force. */
  readonly learnt: readonly RelatedPhrase[]
  readonly factors: readonly FactorRow[]
  readonly effect: ProfileEffect | null
  readonly fault: string | null
}

/** What one factor of the score did over many stories, in points of 100. */
export type FactorRow = {
  readonly factor: string
  readonly stories: number
  readonly mean: number
  readonly least: number
  readonly most: number
}

/** What another profile would make of the same stories. */
export type ProfileEffect = {
  readonly stories: number
  readonly changed: number
  readonly up: number
  readonly down: number
  readonly retiered: number
  /** The largest moves first. */
  readonly changes: readonly {
    readonly storyId: string
    readonly title: string
    readonly before: number
    readonly after: number
    readonly tierBefore: Tier | null
    readonly tierAfter: Tier | null
    readonly rankBefore: number
    readonly rankAfter: number
  }[]
}
