import type { Instant, PartialDate } from './time.ts'

/** `growing`: moved faster of late than before. `steady`: moves. `quiet`: has not moved for two weeks. `closed`: for six, or by the reader. */
export type ThreadState = 'growing' | 'steady' | 'quiet' | 'closed'

/** A story of a thread, or a thing that a source counts among its members and of which we have no story. */
export type ThreadMember = {
  /** Null for what is known only by a source's reference to it. */
  readonly storyId: string | null
  readonly title: string
  readonly url: string | null
  /** The day: seen by us, or as the source that names it says. */
  readonly at: PartialDate
  readonly sourceNames: readonly string[]
  readonly itemIds: readonly string[]
  /** What ties it to the others: "names KV cache", "cited by …". */
  readonly because: string
}

export type ThreadSignal = {
  readonly kind: 'confirmed' | 'contradicted' | 'gap-filled' | 'third-of-a-kind' | 'prediction-resolved'
  readonly at: Instant
  readonly because: string
  readonly itemIds: readonly string[]
}

/** A judgment that a reader may edit: a line that several stories continue over days or weeks. */
export type Thread = {
  /** Stays the same while the thread grows: made of what its members share. */
  readonly id: string
  readonly name: string
  /** What it says, in a source's words, with the items that say so; null where no source says it. */
  readonly claim: { readonly text: string; readonly itemIds: readonly string[] } | null
  /** In order of time; the size of a thread is the length of this list. */
  readonly members: readonly ThreadMember[]
  readonly openedAt: PartialDate
  readonly lastMovedAt: PartialDate
  readonly state: ThreadState
  /** `proposed` until it recurs (three days or more apart, twice) or the reader says so. */
  readonly standing: 'proposed' | 'recurrent' | 'stated' | 'reader'
  /** Entities that its members share. */
  readonly entityIds: readonly string[]
  readonly signals: readonly ThreadSignal[]
  /** What would come next, as sources foretell it. */
  readonly next: readonly {
    readonly text: string
    readonly due: PartialDate | null
    readonly itemId: string
  }[]
}
