import type { Instant } from '#domain'
import { createRunIndex } from './run-index.ts'
import { type Sketch, sketchOf } from './sketch.ts'
import { type Kind, type Known, type Verdict, verdictOf } from './verdict.ts'

export const DEDUPE_MAKER = 'dedupe@1'

export type DedupeDoc = {
  readonly id: string
  readonly title: string
  readonly text: string
  readonly key?: string | null
  readonly seenAt?: Instant | null
  /** What was made of its words before; absent, it is made when the text comes in. */
  readonly sketch?: Sketch
}

type Copy = {
  /** The first text of those that say the same, so that all copies of one release name one origin; null for own words. */
  readonly copyOf: string | null
  readonly kind: Kind | null
  /** 0 to 1: how like the likest earlier text it is, or how much of the one stands in the other. */
  readonly similarity: number
}

export type CopyFinder = {
  /** Whether a text repeats an earlier one; from then on it is known itself. A new revision stands in for the older one. */
  add(doc: DedupeDoc): Copy
  /** Takes up a text as it was judged before, so that a finder restored in order of seeing judges like one that stayed. */
  restore(doc: DedupeDoc, copyOf: string | null): void
}

/** Of the earlier texts the one that a text is likest to. */
type Likest = { readonly earlier: Known; readonly verdict: Verdict }

const DAY_MS = 86_400_000
const WEEK_MS = 7 * DAY_MS
/** Texts are known for so many days before the week at hand (weeks of seven days since 1970). */
const LIVE_DAYS = 14
const TEXTS_MAX = 100_000
/** Of a long text one run in so many is indexed; all of them are asked for. */
const SAMPLE = 8
const SHORT_RUNS = 24
const PER_RUN = 24
const COMPARED_MAX = 12

/**
 * Finds copies among the texts of the last two to three weeks: runs of words that a text shares with earlier ones lead to a few
 * candidates, and those are compared run by run.
 */
export function createCopyFinder(): CopyFinder {
  let texts: Known[] = []
  let index = createRunIndex()
  let byId = new Map<string, Known>()
  // Scratch: how many runs each text shares with the one at hand; all zero in between.
  let shared = new Uint16Array(1024)
  let week = Number.NEGATIVE_INFINITY

  function sweep(stays: (text: Known, at: number) => boolean): void {
    const live = texts.filter((text, at) => byId.get(text.id) === text && stays(text, at))
    texts = []
    index = createRunIndex()
    byId = new Map()
    for (const text of live) keep(text)
  }

  function makeRoom(seenMs: number): void {
    const thisWeek = Math.floor(seenMs / WEEK_MS)
    if (thisWeek > week) {
      week = thisWeek
      sweep(({ seenMs: then }) => !(then < thisWeek * WEEK_MS - LIVE_DAYS * DAY_MS))
    }
    if (texts.length >= TEXTS_MAX) sweep((_, at) => at >= TEXTS_MAX / 10)
  }

  function keep(text: Known): void {
    index.add(texts.push(text) - 1, indexed(text.sketch))
    byId.set(text.id, text)
  }

  /** The texts that share most runs, the most first. */
  function candidates({ id, sketch }: Known): Known[] {
    if (shared.length < texts.length) shared = new Uint16Array(texts.length * 2)
    const found: number[] = []
    for (const run of sketch.runs)
      index.newest(run, PER_RUN, (at) => {
        if (shared[at] === 0) found.push(at)
        shared[at] = (shared[at] as number) + 1
      })
    found.sort((a, b) => (shared[b] as number) - (shared[a] as number) || a - b)
    for (const at of found) shared[at] = 0
    const likest: Known[] = []
    for (const at of found) {
      const text = texts[at] as Known
      if (text.id !== id && byId.get(text.id) === text) likest.push(text)
      if (likest.length === COMPARED_MAX) break
    }
    return likest
  }

  /** Who said it first: a text that repeats a report around a release repeats the report, and not the release. */
  function originOf(text: Known, { earlier, verdict }: Likest): string {
    const origin = byId.get(earlier.origin)
    const isOther = verdict.kind === 'part' && origin !== undefined && verdictOf(text, origin).kind === null
    return isOther ? earlier.id : earlier.origin
  }

  function knownOf(doc: DedupeDoc, origin: string): Known {
    const { id, key = null, seenAt, sketch = sketchOf(doc) } = doc
    return { id, key, origin, sketch, seenMs: Date.parse(seenAt ?? '') }
  }

  return {
    add(doc) {
      const text = knownOf(doc, doc.id)
      makeRoom(text.seenMs)
      let best: Likest | null = null
      for (const earlier of candidates(text)) {
        const verdict = verdictOf(text, earlier)
        if (best === null || isBetter(verdict, best.verdict)) best = { earlier, verdict }
      }
      const origin = best === null || best.verdict.kind === null ? null : originOf(text, best)
      const repeats = origin !== null && origin !== doc.id
      const copyOf = repeats ? origin : null
      keep({ ...text, origin: copyOf ?? doc.id })
      const { kind = null, similarity = 0 } = best?.verdict ?? {}
      return { copyOf, kind: repeats ? kind : null, similarity }
    },
    restore(doc, copyOf) {
      const text = knownOf(doc, copyOf ?? doc.id)
      makeRoom(text.seenMs)
      keep(text)
    },
  }
}

const isBetter = (one: Verdict, other: Verdict): boolean =>
  (one.kind !== null) !== (other.kind !== null) ? one.kind !== null : one.similarity > other.similarity

/** The runs by which a text can be found: all of a short one, an even sample of a long one. */
const indexed = ({ runs, size }: Sketch): Iterable<number> =>
  size <= SHORT_RUNS ? runs : runs.filter((run) => Math.floor(run / 2 ** 20) % SAMPLE === 0)
