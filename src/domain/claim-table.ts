import type { Claim } from './claim.ts'
import type { Instant } from './time.ts'

/** A claim with who told it and when. */
export type ToldClaim = {
  readonly itemId: string
  readonly at: Instant
  /** The publisher that answers for it; two feeds of one family corroborate nothing. */
  readonly family: string
  /** The entity that its subject names; null when only the words are known. */
  readonly subjectId: string | null
  readonly claim: Claim
}

/**
 * How a claim stands to those before it on the same line: the first; repeated by the same family; confirmed by another;
 * another number that replaces an older one; or one that cannot be true beside another family's of the same days.
 */
export type Standing = 'first' | 'repeats' | 'agrees' | 'changes' | 'contradicts'

/** Everything told of one measure of one entity, in time order. */
export type ClaimLine = {
  readonly metric: string
  readonly unit: string
  readonly condition: string | null
  readonly baseline: string | null
  readonly points: readonly (ToldClaim & { readonly standing: Standing })[]
  /** Families whose latest number is that of the newest point, that one's own among them. */
  readonly families: number
  /** Numbers contradict each other, or a text says that a number is disputed; null when nobody contests it. */
  readonly contested: 'numbers' | 'words' | null
}
