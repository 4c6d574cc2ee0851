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
}
