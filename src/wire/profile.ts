import type { Instant, Profile, RelatedPhrase, Tier, WeighedFactor } from '#domain'

/** The reader's profile with what weighed how much, and what a change would do. */
export type ProfileView = {
  readonly profile: Profile
  /** When it was kept on the page; null when the settings file is in force. */
  readonly keptAt: Instant | null
  /** Words that the reader's stories say with topics of the profile in force. */
  readonly learnt: readonly RelatedPhrase[]
  /** What each reason of a score gave or took last week; empty while that is being counted. */
  readonly factors: readonly FactorRow[]
  readonly effect: ProfileEffect | null
  readonly fault: string | null
}

/** The most that a reader may make a reason count, in times of the usual. */
export const WEIGHT_MOST = 3

/** The reasons of a score that a reader may weigh, in the words of a page. */
export const WEIGHED: readonly { readonly factor: WeighedFactor; readonly meaning: string }[] = [
  { factor: 'topic', meaning: 'how well it fits what you follow' },
  { factor: 'corroboration', meaning: 'how many publishers tell it in their own words' },
  { factor: 'source', meaning: 'the weight of its best source' },
  { factor: 'kind', meaning: 'a paper, a release, an article, a post' },
  { factor: 'substance', meaning: 'whether there is a text to check' },
  { factor: 'attention', meaning: 'more votes or answers than its source usually gets' },
  { factor: 'curated', meaning: 'picked by hand where it was found' },
  { factor: 'novelty', meaning: 'names that were never told of before' },
  { factor: 'artifact', meaning: 'code, weights or data that it links to' },
  { factor: 'claims', meaning: 'claims with a number, and what they are compared with' },
  { factor: 'boost', meaning: 'words, names and sources that you boost' },
  { factor: 'taste', meaning: 'what your “more” and “less” have taught' },
]

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
