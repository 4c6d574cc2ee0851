import type { Claim, Instant, Telling } from '#domain'
import { webAddress } from './web-address.ts'

/** A stretch of text, and whether it is the one that is meant. */
export type Run = { readonly text: string; readonly marked: boolean }

/** One item of a story, as its page lists it. */
export type TellingRow = {
  readonly itemId: string
  readonly title: string
  readonly url: string | null
  readonly sourceId: string
  readonly sourceName: string
  readonly family: string
  readonly kind: string
  readonly authors: readonly string[]
  /** What the source says, as partial as it says it; null when it does not say. */
  readonly publishedAt: string | null
  readonly seenAt: Instant
  readonly copyOf: string | null
  readonly revision: number
}

export function tellingRow({ item, source, copyOf }: Telling): TellingRow {
  const { id, title, url, kind, authors, publishedAt, seenAt, revision } = item
  return {
    ...{ itemId: id, title, url: webAddress(url), kind, authors, publishedAt, seenAt, copyOf, revision },
    ...{ sourceId: source.id, sourceName: source.name, family: source.family },
  }
}

/** A number that a source gives, with its sentence. */
export type ClaimLine = Pick<
  Claim,
  'subject' | 'metric' | 'value' | 'baseline' | 'condition' | 'sentence'
> & { readonly itemId: string; readonly sourceName: string }

export function claimLine(claim: Claim, { item, source }: Telling): ClaimLine {
  const { subject, metric, value, baseline, condition, sentence } = claim
  return { subject, metric, value, baseline, condition, sentence, itemId: item.id, sourceName: source.name }
}
