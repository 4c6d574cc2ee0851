import type { Tier } from './profile.ts'

/** One reason for a score: the shares of all reasons add up to the score. */
export type Reason = {
  /** What was looked at: `topic`, `corroboration`, `source`, `novelty`, `artifact`, `claims`, `attention`, `boost`, `mute` … */
  readonly factor: string
  /** Points given or taken, on the score's scale of 0 to 100. */
  readonly share: number
  /** In words that a reader can check: "named in 3 publisher families: …". */
  readonly because: string
}

/** What a score means: where it lies among the stories of the weeks before, on a scale that is the same in every week. */
export type ScoreStanding = {
  /** 0 to 100: the share of those stories, in percent, that lie below. */
  readonly value: number
  /** In words: "above 83 of 100 stories of the 8 weeks before, by 320 of them". */
  readonly because: string
  /** How many stories it was measured by. */
  readonly stories: number
  /** The version of what made it. */
  readonly by: string
}

/** A judgment: what a story is worth to one reader, and every reason why. */
export type Score = {
  readonly storyId: string
  /** 1 is the core of the profile; null when no topic of the profile matches. */
  readonly tier: Tier | null
  /** The topic of the profile that gave the tier; null with the tier. */
  readonly topic: string | null
  /** 0 to 100. */
  readonly score: number
  readonly reasons: readonly Reason[]
  /** Absent where nobody looked at the weeks before. */
  readonly standing?: ScoreStanding
}
