import type { Claim } from './claim.ts'

/** Claims of different sources on one subject and metric whose numbers cannot all be right. No winner is picked. */
export type Disagreement = {
  readonly storyId: string
  readonly subject: string
  readonly metric: string
  readonly sides: readonly { readonly itemId: string; readonly claim: Claim }[]
}
