import type { Claim } from './claim.ts'
import type { Tier } from './profile.ts'
import type { Reason } from './score.ts'
import type { Instant, Interval } from './time.ts'

export type EditionKind = 'digest' | 'brief' | 'dive' | 'alert'

/**
 * A sentence that leaves the house, with what holds it.
 * `chosen`: a source's own sentence, perhaps shortened. `computed`: made from counts, dates, claims and links by a
 * fixed pattern. `ledger`: from a prediction. `written`: by a language model, after the same checks.
 */
export type Sentence = {
  readonly text: string
  readonly origin: 'chosen' | 'computed' | 'ledger' | 'written'
  /** Numbers of the edition's evidence list, counting from 1; a computed sentence may name the items it counted. */
  readonly evidence: readonly number[]
}

/** A piece of evidence as the edition prints it. */
export type Evidence = {
  /** Counting from 1 in the order of first use. */
  readonly number: number
  readonly itemId: string
  readonly revision: number
  readonly title: string
  readonly url: string | null
  readonly sourceName: string
  readonly publishedAt: string | null
}

export type TextLink = { readonly label: string; readonly url: string }

/** A row of a claim table. */
export type ClaimRow = Pick<Claim, 'metric' | 'value' | 'baseline' | 'condition'> & {
  readonly evidence: readonly number[]
}

/** A titled story in full: the entries of Deep Dives. Absent parts are null or empty, never padded. */
export type DeepDive = {
  readonly kind: 'deep-dive'
  readonly storyId: string
  readonly title: string
  /** One sentence that carries the point. */
  readonly deck: Sentence | null
  readonly sourceNames: readonly string[]
  readonly links: readonly TextLink[]
  readonly tier: Tier | null
  /** Why it has that tier, in words. */
  readonly tierReason: string
  readonly paragraphs: readonly (readonly Sentence[])[]
  readonly claims: readonly ClaimRow[]
  /** Labelled closing parts in order: "In our memory", "Why it matters", "Open in the source". */
  readonly notes: readonly { readonly label: string; readonly sentences: readonly Sentence[] }[]
  readonly reasons: readonly Reason[]
}

export type Block =
  | { readonly kind: 'paragraph'; readonly sentences: readonly Sentence[] }
  | {
      readonly kind: 'bullet'
      /** The bold lead: a title or a name, printed as a link when there is an address. */
      readonly lead: string
      readonly url: string | null
      readonly storyId: string | null
      readonly tier: Tier | null
      readonly sentences: readonly Sentence[]
    }
  | DeepDive
  | {
      readonly kind: 'table'
      readonly head: readonly string[]
      readonly rows: readonly (readonly string[])[]
    }

export type SectionKind =
  | 'five'
  | 'tldr'
  | 'big-picture'
  | 'deep-dives'
  | 'industry-pulse'
  | 'connecting-the-dots'
  | 'movers'
  | 'worth-watching'
  | 'quick-hits'

export type Section = {
  readonly kind: SectionKind
  readonly title: string
  readonly blocks: readonly Block[]
  /** Why there is nothing here; null when there is something. */
  readonly empty: string | null
}

/** A source that was late, silent or broken during the window. */
export type Gap = { readonly sourceName: string; readonly why: string }

/** What the footer counts; every number is counted from the window, none is typed. */
export type EditionCounts = {
  readonly items: number
  readonly stories: number
  readonly copies: number
  readonly sourcesRead: number
  readonly perSource: readonly { readonly sourceName: string; readonly items: number }[]
  /** Stories of the window that no section prints. */
  readonly leftOut: number
  readonly sentences: number
  /** Sentences that were withdrawn because their evidence did not hold them. */
  readonly withdrawn: number
}

/** What was published: frozen, corrected only by a dated correction. */
export type Edition = {
  /** `digest-2026-05-14`. */
  readonly id: string
  readonly kind: EditionKind
  /** The day it is for, `2026-05-14`. */
  readonly date: string
  readonly window: Interval
  readonly title: string
  readonly lede: readonly Sentence[]
  readonly sections: readonly Section[]
  readonly evidence: readonly Evidence[]
  readonly counts: EditionCounts
  readonly gaps: readonly Gap[]
  readonly madeAt: Instant
  /** Versions of the makers that took part. */
  readonly makers: readonly string[]
}
