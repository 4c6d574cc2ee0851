import { numbersShared, overlapOf, type Sketch } from './sketch.ts'

/** A text as it is known here. */
export type Known = {
  readonly id: string
  /** What it is in the world; null when nobody knows. */
  readonly key: string | null
  /** The text whose words it repeats, the first of them all; itself when its words are its own. */
  readonly origin: string
  readonly sketch: Sketch
  readonly seenMs: number
}

/** How one text repeats another: changed by its own author, told as it stands, or told as part of the other. */
export type Kind = 'revision' | 'copy' | 'part'

export type Verdict = { readonly kind: Kind | null; readonly similarity: number }

/** From here on two texts are one with small changes. */
const COPY = 0.5
/** A text of which this much stands in another adds nothing to it. */
const PART = 0.7
/** A text that holds another whole repeats it as long as it is at most so many times as long; else it quotes. */
const LONGER_MAX = 4
/** In a short text a few common words are much: all must agree. */
const SHORT_RUNS = 12
const SHORT_COPY = 0.75
const PART_RUNS_MIN = 16
/** The same words around other numbers are another report. */
const NUMBERS_SHARED = 0.5
const NUMBERS_MIN = 3
const ONE_OF_A_KIND = /^(?:arxiv|doi):/

/** Whether a text repeats an earlier one. The similarity is what was compared: their resemblance, or the share contained. */
export function verdictOf(text: Known, earlier: Known): Verdict {
  const { resemblance, oneInOther, otherInOne } = overlapOf(text.sketch, earlier.sketch)
  const short = Math.min(text.sketch.size, earlier.sketch.size)
  if (differentWorks(text, earlier)) return { kind: null, similarity: resemblance }
  const sameThing = text.key !== null && text.key === earlier.key
  if (otherNumbers(text, earlier) && !sameThing) return { kind: null, similarity: resemblance }
  if (resemblance >= (short < SHORT_RUNS ? SHORT_COPY : COPY))
    return { kind: sameThing ? 'revision' : 'copy', similarity: resemblance }
  const quotes = text.sketch.size > LONGER_MAX * earlier.sketch.size
  const contained = Math.max(oneInOther, quotes ? 0 : otherInOne)
  if (short >= PART_RUNS_MIN && contained >= PART)
    return { kind: sameThing ? 'revision' : 'part', similarity: contained }
  return { kind: null, similarity: resemblance }
}

function differentWorks({ key: one }: Known, { key: other }: Known): boolean {
  return (
    one !== null && other !== null && one !== other && ONE_OF_A_KIND.test(one) && ONE_OF_A_KIND.test(other)
  )
}

function otherNumbers(one: Known, other: Known): boolean {
  const enough = Math.min(one.sketch.numbers.length, other.sketch.numbers.length) >= NUMBERS_MIN
  return enough && numbersShared(one.sketch, other.sketch) < NUMBERS_SHARED
}
