import type { Instant, Phase, Reason, Tier, Turn, TurnNews } from '#domain'
import type { ClaimLine, Run, TellingRow } from './telling.ts'

/** A name that a story is about, with where its page is. */
export type NameLink = { readonly id: string; readonly name: string }

/** A story in a list: what it is worth, why, who tells it, where it stands. */
export type StoryRow = {
  readonly id: string
  /** Its first item, by which acts mean it: a rebuild may change the story's id. */
  readonly itemId: string
  readonly title: string
  /** The address of its lead telling; null when it has none that a browser may open. */
  readonly url: string | null
  readonly sourceName: string
  /** The first sentence of its lead telling; empty when it has only a title. */
  readonly gist: string
  /** 0 to 100. */
  readonly score: number
  readonly tier: Tier | null
  readonly topic: string | null
  readonly reasons: readonly Reason[]
  readonly phase: Phase
  /** Publisher families that tell it in their own words. */
  readonly families: readonly string[]
  readonly tellings: number
  readonly copies: number
  readonly names: readonly NameLink[]
  /** The paper that it is about, as its page is found; null where it is about none. */
  readonly paperId: string | null
  readonly firstSeenAt: Instant
  readonly lastSeenAt: Instant
  readonly marks: StoryMarks
}

/** What the reader did with a story. */
export type StoryMarks = {
  readonly read: boolean
  readonly starred: boolean
  readonly wish: 'more' | 'less' | null
}

/** The River as its page shows it. */
export type RiverView = {
  readonly rows: readonly StoryRow[]
  /** How many stories the choice holds, on all its pages. */
  readonly total: number
  readonly unread: number
  readonly window: { readonly from: Instant; readonly to: Instant }
  /** True when the window is not the last 48 hours, since nothing came in then. */
  readonly old: boolean
  readonly newest: readonly StoryRow[]
  readonly choice: RiverChoice
}

export type RiverChoice = {
  readonly tier: Tier | null
  readonly by: 'score' | 'time'
  readonly unread: boolean
  readonly page: number
}

/** A step of a story's timeline: `+1 publisher`, `new: 1.6T, 40 %`. */
export type TurnLine = { readonly at: Instant; readonly itemId: string; readonly adds: readonly string[] }

/** The words of a timeline's step; `nameOf` gives the source of an item. */
export function turnLine({ at, itemId, news }: Turn, nameOf: (itemId: string) => string): TurnLine {
  return { at, itemId, adds: news.map((one) => added(one, nameOf)) }
}

function added(news: TurnNews, nameOf: (itemId: string) => string): string {
  switch (news.kind) {
    case 'first':
      return 'told first'
    case 'publisher':
      return 'a new publisher'
    case 'numbers':
      return `new figures: ${news.values.join(', ')}`
    case 'revision':
      return `changed by its source, revision ${news.revision}`
    case 'contradiction':
      return `${news.subject}, ${news.metric}: ${news.value} against ${news.against.value} in ${nameOf(news.against.itemId)}`
  }
}

/** One story in full. */
export type StoryView = {
  readonly row: StoryRow
  /** Where its score lies among those of the weeks before, 0 to 100, and that in words. */
  readonly standing: { readonly value: number; readonly because: string }
  readonly tellings: readonly TellingRow[]
  /** What each telling added when it came, in words; those that added nothing are not there. */
  readonly turns: readonly TurnLine[]
  readonly claims: readonly ClaimLine[]
  readonly disagreements: readonly {
    readonly subject: string
    readonly metric: string
    readonly sides: readonly {
      readonly sourceName: string
      readonly value: string
      readonly sentence: string
    }[]
  }[]
  /** Sentences of its tellings, each with the one that says it. */
  readonly summary: readonly { readonly text: string; readonly itemId: string; readonly sourceName: string }[]
  readonly forecasts: readonly {
    readonly text: string
    readonly due: string | null
    readonly sourceName: string
  }[]
  readonly earlier: readonly {
    readonly id: string
    readonly title: string
    readonly date: string
    readonly shared: readonly string[]
  }[]
  /** The day whose digest is the next to come: what a pin or drop is for. */
  readonly nextEdition: string
  /** What was said of its place in that edition. */
  readonly placed: 'pin' | 'drop' | null
  /** Stories that may be told by this one too: what a merge offers. */
  readonly mergeable: readonly { readonly itemId: string; readonly title: string }[]
}

/** One item with its text. */
export type ItemView = {
  readonly row: TellingRow
  readonly storyId: string | null
  readonly text: readonly Run[]
}
