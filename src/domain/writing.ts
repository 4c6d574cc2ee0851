/** A passage that a language model was to write and did not, or not so that it could be printed: ours stands there. */
export type WritingFault = {
  /** Where it stands: `lede`, `Industry pulse: Recursive leaves stealth`. */
  readonly part: string
  /** `failed`: no answer, or none in time. `refused`: its answers did not pass the checks. `not-asked`: it was not asked any more. */
  readonly kind: 'failed' | 'refused' | 'not-asked'
  readonly why: string
}

/** What became of the passages that a language model was to write. */
export type Writing = {
  /** As its provider calls it. */
  readonly model: string
  readonly passages: number
  /** Passages that stand as the model wrote them. */
  readonly written: number
  /** In the order of reading. */
  readonly faults: readonly WritingFault[]
}
