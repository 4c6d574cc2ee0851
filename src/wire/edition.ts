import type { Edition, EditionKind, Instant, Sending, Sentence } from '#domain'
import type { Run } from './telling.ts'

// An edition is frozen and published as JSON: it is its own wire shape.
export type {
  Block,
  Bullet,
  DeepDive,
  Edition,
  Entry,
  Picture,
  Section,
  Sentence,
  StoryRef,
  Takeaway,
  ThreadBlock,
  Watch,
} from '#domain'

/** A line of the list of editions. */
export type EditionRow = {
  readonly id: string
  readonly kind: EditionKind
  readonly date: string
  readonly title: string
  readonly path: string
}

export function editionRow(edition: Pick<Edition, 'id' | 'kind' | 'date' | 'title'>): EditionRow {
  return {
    id: edition.id,
    kind: edition.kind,
    date: edition.date,
    title: edition.title,
    path: `/editions/${encodeURIComponent(edition.id)}`,
  }
}

/** The name that an edition goes by on a page, and the issue that it is where the name does not say so. */
export function namesOf({ kind, title }: Pick<Edition, 'kind' | 'title'>): {
  readonly name: string
  readonly issue: string | null
} {
  const [head = '', ...rest] = title.split(' | ')
  const tail = rest.join(' | ')
  if (tail === '') return { name: title, issue: null }
  if (kind === 'dive') return { name: head, issue: tail }
  return { name: tail, issue: kind === 'digest' ? null : head }
}

/** Where an edition stands that goes out only with a person's word. */
export type Approval =
  | { readonly state: 'held' }
  | { readonly state: 'approved'; readonly at: Instant; readonly actId: string }

/** An edition on a page. */
export type EditionView = {
  readonly edition: Edition
  /** The place of each sentence among all of the edition's, from 0: what a link to its evidence carries. */
  readonly places: ReadonlyMap<Sentence, number>
  /** The papers, by arXiv id, that it links to and that have a page here. */
  readonly papers: ReadonlySet<string>
  /** Dated corrections, oldest first. */
  readonly corrections: readonly Correction[]
  /** Null where the settings hold back no edition of its kind. */
  readonly approval: Approval | null
  /** How it fared with each delivery of the house; empty before it went anywhere. */
  readonly sent: readonly SentLine[]
  readonly earlier: EditionRow | null
  readonly later: EditionRow | null
}

/** One delivery's receivers of an edition, counted by how far it came. */
export type SentLine = {
  readonly delivery: string
  readonly arrived: number
  /** Under way: asked of the neighbour, not yet answered. Since when, at the latest. */
  readonly underWay: number
  readonly since: Instant | null
  readonly waiting: number
  readonly nextTryAt: Instant | null
  readonly givenUp: number
  /** Why it did not arrive, where it did not, each reason once. */
  readonly why: readonly string[]
}

export function sentLines(sendings: readonly Sending[]): SentLine[] {
  return [...Map.groupBy(sendings, ({ delivery }) => delivery)].map(([delivery, all]) => {
    const givenUp = all.filter(({ state }) => state === 'given-up')
    const open = all.filter(({ state }) => state === 'waiting')
    const underWay = open.filter(isUnderWay)
    const waiting = open.filter((one) => !isUnderWay(one))
    const failed = [...waiting, ...givenUp].flatMap(({ why }) => why ?? [])
    return {
      ...{ delivery, underWay: underWay.length, waiting: waiting.length, givenUp: givenUp.length },
      arrived: all.length - givenUp.length - waiting.length - underWay.length,
      since: underWay.map(({ triedAt }) => triedAt).sort()[0] ?? null,
      nextTryAt: waiting.flatMap(({ nextTryAt }) => nextTryAt ?? []).sort()[0] ?? null,
      why: [...new Set(failed)],
    }
  })
}

const isUnderWay = ({ attempts, why }: Sending): boolean => attempts > 0 && why === null

export type Correction = { readonly at: Instant; readonly sentence: string; readonly text: string }

/** One piece of evidence of one sentence: the place in the source that holds it. */
export type EvidenceView = {
  readonly editionId: string
  readonly number: number
  readonly sentence: string | null
  /** In words, what kind of sentence it is. */
  readonly origin: string
  readonly title: string
  readonly url: string | null
  readonly sourceName: string
  readonly publishedAt: string | null
  readonly seenAt: Instant
  /** True when the source has a newer text than the one that was used. */
  readonly revised: boolean
  /** The passage of the source with what holds the sentence marked. */
  readonly passage: readonly Run[]
  /** What the edition counted for the sentence, in words. */
  readonly counted: readonly string[]
}

/** A story of a window with how it fared against the others. */
export type WhyRow = {
  readonly rank: number
  readonly storyId: string
  readonly title: string
  readonly score: number
  /** 0 to 100, the share of the stories of the weeks before that were worth less; null where nobody looked. */
  readonly standing: number | null
  readonly tier: number | null
  readonly topic: string | null
  readonly shares: Readonly<Record<string, number>>
  /** Sections that tell it; empty when none does. */
  readonly told: readonly string[]
}
