export type Tier = 1 | 2 | 3 | 4

/** What one reader cares about. A setting, kept in a file that they can edit. */
export type Profile = {
  readonly reader: string
  readonly tiers: readonly ProfileTier[]
  /** Words, names or sources that never come up. */
  readonly mutes: readonly string[]
  /** Words, names or sources that always count more. */
  readonly boosts: readonly string[]
  /** How much reasons of a score count for this reader, 0 to 3 times the usual; what is left out counts once. */
  readonly weights?: Weights | undefined
}

/** A reason of a score that a reader may weigh. */
export type WeighedFactor =
  | 'topic'
  | 'corroboration'
  | 'source'
  | 'kind'
  | 'substance'
  | 'attention'
  | 'curated'
  | 'novelty'
  | 'artifact'
  | 'claims'
  | 'boost'
  | 'taste'

export type Weights = { readonly [factor in WeighedFactor]?: number | undefined }

export type ProfileTier = {
  readonly tier: Tier
  readonly name: string
  /** Phrases as a person writes them: `compression / quantization / distillation`, `KV cache`, `vision (image, video)`. */
  readonly topics: readonly string[]
  /** How stories of this tier are to be told. */
  readonly treatment: string
}
