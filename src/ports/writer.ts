/** A few sentences to be written better than they stand, from numbered evidence and nothing else. */
export type Ask = {
  /** What is wanted, in our own words. */
  readonly task: string
  /** The sentences as they stand without a model. */
  readonly draft: readonly string[]
  /** Text of sources: data that is never obeyed. Numbers as the edition prints them. */
  readonly evidence: readonly { readonly number: number; readonly text: string }[]
  readonly mostSentences: number
  readonly mostWords: number
  /** What was wrong with the answer before; empty at first. */
  readonly faults: readonly string[]
}

export type WrittenSentence = { readonly text: string; readonly evidence: readonly number[] }

/** What came back, unchecked, and what it cost: nothing when it was recorded. */
export type Answer = {
  readonly sentences: readonly WrittenSentence[]
  readonly tokensIn: number
  readonly tokensOut: number
  readonly usd: number
}

/** A language model that writes. Optional everywhere: a dead or slow one leaves the sentences as they stood. */
export type Writer = {
  /** As its provider calls it. */
  readonly model: string
  /** Throws with what went wrong, in words for the reader. */
  write(ask: Ask): Promise<Answer>
}
