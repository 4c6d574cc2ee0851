import type { Claim } from './claim.ts'
import type { Tier } from './profile.ts'
import type { Reason } from './score.ts'
import type { Instant, Interval } from './time.ts'
import type { Writing } from './writing.ts'

export type EditionKind = 'digest' | 'brief' | 'dive' | 'alert'

/** Fields of the edition's own counts that a sentence may print. */
export type CountName = 'items' | 'stories' | 'copies' | 'sourcesRead'

/**
 * A number that the edition itself counted, with what was counted, so that anyone can count again: `value` is the
 * length of `of` (ids of stories, items or sources, each once), or the field of the edition's counts named there.
 */
export type Tally = {
  readonly value: number
  /** What was counted, as the sentence says it: `stories`, `publishers`. */
  readonly what: string
  readonly of: readonly string[] | CountName
}

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
  /** What the edition counted for this sentence; empty when every number in it is a source's. */
  readonly tallies: readonly Tally[]
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
  /** What the source says, as partial as it says it; null when it does not say. */
  readonly publishedAt: string | null
  readonly seenAt: Instant
}

export type TextLink = { readonly label: string; readonly url: string }

/** A row of a claim table. */
export type ClaimRow = Pick<Claim, 'metric' | 'value' | 'baseline' | 'condition'> & {
  readonly evidence: readonly number[]
}

/** A name that the edition explains where it comes first, from the registry: `Cerebras`, `maker of wafer-scale chips`. */
export type Gloss = { readonly name: string; readonly gloss: string }

/** A story that another place of the edition points to. */
export type StoryRef = {
  readonly storyId: string
  readonly title: string
  readonly url: string | null
  /** The day it was first seen, `2026-05-12`. */
  readonly date: string
  readonly sourceName: string
  readonly evidence: readonly number[]
}

/** What was done until now against what the source does instead, in its own sentences. */
export type Contrast = {
  readonly left: { readonly name: string; readonly sentences: readonly Sentence[] }
  readonly right: { readonly name: string; readonly sentences: readonly Sentence[] }
}

/** A titled story in full: the entries of Deep Dives. Absent parts are null or empty, never padded. */
export type DeepDive = {
  readonly kind: 'deep-dive'
  readonly storyId: string
  readonly title: string
  /** One sentence that carries the point. */
  readonly deck: Sentence | null
  readonly glosses: readonly Gloss[]
  readonly sourceNames: readonly string[]
  readonly links: readonly TextLink[]
  readonly tier: Tier | null
  /** Why it has that tier, in words. */
  readonly tierReason: string
  /** Null where the text sets nothing against anything. */
  readonly contrast: Contrast | null
  readonly paragraphs: readonly (readonly Sentence[])[]
  readonly claims: readonly ClaimRow[]
  /** Labelled closing parts in order: "In our memory", "Why it matters", "What it does not show", "Research angle" … */
  readonly notes: readonly { readonly label: string; readonly sentences: readonly Sentence[] }[]
  readonly reasons: readonly Reason[]
}

/** One of the day's few: what to read, to skim, to keep an eye on, and why this one. */
export type Suggestion = {
  readonly kind: 'pick'
  readonly verb: 'Read' | 'Skim' | 'Track'
  readonly name: string
  readonly storyId: string
  readonly because: string
}

/** A story in a sentence or three. */
export type Bullet = {
  readonly kind: 'bullet'
  /** The bold lead: a title or a name, printed as a link when there is an address. */
  readonly lead: string
  readonly url: string | null
  /** What stands beside the lead: `arXiv 2605.12483`, or the names of its sources. */
  readonly label: string | null
  readonly storyId: string | null
  readonly tier: Tier | null
  /** The topic that gave the tier; null with the tier. */
  readonly topic: string | null
  readonly glosses: readonly Gloss[]
  readonly sentences: readonly Sentence[]
}

/** A forecast with the day on which it can be judged and what would settle it, as far as its source says so. */
export type Watch = {
  readonly kind: 'watch'
  readonly lead: string
  readonly url: string | null
  readonly storyId: string | null
  /** Who foretells; null when the source does not say. */
  readonly by: string | null
  /** Days from the edition's date to the end of the due date; null when no date is given. */
  readonly days: number | null
  /** As partial as the source: `2026-Q3`. */
  readonly due: string | null
  readonly sentence: Sentence
  /** In the source's words, what would settle it. */
  readonly criterion: string | null
  /** The entry of the ledger that it is; none in editions made before the ledger was asked. */
  readonly entry?: string
}

/** A line that several stories share. */
export type ThreadBlock = {
  readonly kind: 'thread'
  readonly name: string
  /** How many stories over how many days. */
  readonly size: Sentence
  readonly sentences: readonly Sentence[]
  readonly members: readonly StoryRef[]
}

/** Two columns, one row for each thing that both sides share. */
export type Picture = {
  readonly kind: 'picture'
  readonly left: string
  readonly right: string
  readonly rows: readonly {
    readonly name: string
    readonly left: readonly StoryRef[]
    readonly right: readonly StoryRef[]
  }[]
}

/** What a story means for the reader's own work; `topic` is theirs, from the profile, null when none matched. */
export type Implication = { readonly topic: string | null; readonly sentence: Sentence }

/** A point to take home: a claim in bold, what holds it, and what it means for the reader. */
export type Takeaway = {
  readonly kind: 'takeaway'
  readonly storyId: string
  readonly url: string | null
  readonly claim: Sentence
  readonly sentences: readonly Sentence[]
  readonly means: Implication | null
}

/** A story under its headline: headline · date · source · note, a paragraph, and what it means for the reader. */
export type Entry = {
  readonly kind: 'entry'
  /** Null for what is no story: a show, a link. */
  readonly storyId: string | null
  readonly headline: string
  readonly url: string | null
  /** As partial as the source says it; null when it does not. */
  readonly date: string | null
  /** Names of its sources, or a show with its guests. */
  readonly source: string
  /** What stands behind the source: `arXiv 2603.15569`, `ICLR 2026 Oral`, `contested`. */
  readonly notes: readonly string[]
  readonly links: readonly TextLink[]
  readonly sentences: readonly Sentence[]
  readonly means: Implication | null
}

/** A way to follow the house: what it is, and whether the reader is in it now. */
export type Channel = {
  readonly kind: 'channel'
  readonly name: string
  readonly what: string
  /** Where it is, below the address of the house: `/editions`. */
  readonly path: string
  readonly here: boolean
}

/** Claims of several stories as a table, each with its subject and the day on which it was seen. */
export type Figures = {
  readonly kind: 'figures'
  readonly rows: readonly (ClaimRow & { readonly subject: string; readonly date: string })[]
}

export type Block =
  | { readonly kind: 'paragraph'; readonly sentences: readonly Sentence[] }
  | Suggestion
  | Takeaway
  | Entry
  | Channel
  | Figures
  | Bullet
  | DeepDive
  | Watch
  | ThreadBlock
  | Picture
  | {
      readonly kind: 'table'
      readonly head: readonly string[]
      readonly rows: readonly (readonly string[])[]
    }

/** The sections of a daily digest. */
export type DigestSectionKind =
  | 'five'
  | 'tldr'
  | 'big-picture'
  | 'deep-dives'
  | 'industry-pulse'
  | 'connecting-the-dots'
  | 'movers'
  | 'worth-watching'
  | 'quick-hits'

export type SectionKind =
  | DigestSectionKind
  // the weekly brief
  | 'more'
  | 'watch-listen'
  | 'takeaways'
  | 'big-story'
  | 'also'
  | 'lab'
  | 'worth-reading'
  | 'changed'
  | 'settled'
  | 'corrections'
  | 'verdict'
  | 'errata'
  // a dive
  | 'state'
  | 'new'
  | 'figures'
  | 'reading-order'
  | 'open'
  // an alert
  | 'what-happened'
  | 'why-now'
  | 'new-facts'

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
  /** Counting from 1 within its kind; absent where the date is name enough. */
  readonly issue?: number
  readonly lede: readonly Sentence[]
  readonly sections: readonly Section[]
  readonly evidence: readonly Evidence[]
  readonly counts: EditionCounts
  readonly gaps: readonly Gap[]
  /** Sources that were asked and had nothing new. */
  readonly silent: readonly string[]
  readonly madeAt: Instant
  /** Versions of the makers that took part. */
  readonly makers: readonly string[]
  /** Absent where no language model is set up. */
  readonly writing?: Writing
}
