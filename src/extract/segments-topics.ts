/** A spoken sentence: its words that carry meaning, and how strongly it announces a new subject (0 to 3, `LEANING`, `NEW_NAME`). */
export type Spoken = { readonly terms: readonly string[]; readonly cue: number }

/** The cue of a line that goes on with the one before it. */
export const LEANING = -1
/** The cue of a line that says nothing of a turn and names somebody for the first time. */
export const NEW_NAME = 0.5

const SHORTEST = 3
const LONGEST = 220
/** Pseudo-count of every word in a story. */
const ALPHA = 0.1
/** Words of one story come in bursts: only a part of what they seem to prove is proof. */
const COHESION = 0.2
/** What a cut before a line gains by its cue: log odds of hosts who nearly always say when a new story begins. */
const CUE_GAIN: Readonly<Record<number, number>> = {
  [LEANING]: -4, 0: -3, 1: 0.8, 2: 2.5, 3: 5.5,
} // biome-ignore format: a table
/** What a new name says of a new story among hosts who do not announce theirs, and among those who announce each. */
const NEW_NAME_GAIN = { unannounced: 1, announced: -2.5 }
const PRICE = 0.5
const SHORT_PRICE = 3

/**
 * Where the subject changes: the places among sentences at which a new story begins, in order. The most probable cut into
 * stories, found by dynamic programming: a story's words are drawn from a distribution of its own (a Dirichlet compound
 * multinomial, as Eisenstein and Barzilay 2008), a formula such as "next up" speaks for a cut where it stands and its
 * absence against one, and each cut has the price of the prior (about the square root of `all` sentences of the
 * show, of which these may be a stretch, is a story's length).
 */
export function topicCuts(lines: readonly Spoken[], all = lines.length): number[] {
  const words = numbered(lines)
  const expected = Math.max(10, Math.sqrt(all))
  const price = Math.log(expected - 1) + PRICE
  const gains: Readonly<Record<number, number>> = { ...CUE_GAIN, [NEW_NAME]: newNameGain(lines) }
  const best = new Float64Array(lines.length + 1).fill(Number.NEGATIVE_INFINITY)
  const cutAt = new Int32Array(lines.length + 1)
  best[0] = 0
  for (let from = 0; from < lines.length; from++) {
    const before = best[from] ?? Number.NEGATIVE_INFINITY
    if (before === Number.NEGATIVE_INFINITY) continue
    const begun = from === 0 ? before : before + (gains[lines[from]?.cue ?? 0] ?? 0) - price
    const proof = cohesion(words, from)
    for (const [at, told] of proof.entries()) {
      const length = at + 1
      const end = from + length
      if (length < SHORTEST && end < lines.length) continue
      const value = begun + told * COHESION - SHORT_PRICE * Math.max(0, Math.log(expected / 2 / length))
      if (value <= (best[end] ?? 0)) continue
      best[end] = value
      cutAt[end] = from
    }
  }
  const found: number[] = []
  for (let at = cutAt[lines.length] ?? 0; at > 0; at = cutAt[at] ?? 0) found.push(at)
  return found.reverse()
}

function newNameGain(lines: readonly Spoken[]): number {
  const announced = lines.filter(({ cue }) => cue >= 2).length
  const share = Math.min(1, announced / Math.max(1, Math.sqrt(lines.length) - 1))
  return NEW_NAME_GAIN.unannounced + share * (NEW_NAME_GAIN.announced - NEW_NAME_GAIN.unannounced)
}

type Numbered = { readonly lines: readonly (readonly number[])[]; readonly distinct: number }

function numbered(lines: readonly Spoken[]): Numbered {
  const ids = new Map<string, number>()
  const numberOf = (term: string): number => {
    const id = ids.get(term) ?? ids.size
    ids.set(term, id)
    return id
  }
  return { lines: lines.map(({ terms }) => terms.map(numberOf)), distinct: ids.size }
}

// The log probability of the words of a story that begins at `from`, for each line it may end with.
function cohesion({ lines, distinct }: Numbered, from: number): number[] {
  const counts = new Map<number, number>()
  const found: number[] = []
  let total = 0
  let told = 0
  for (let at = from; at < Math.min(lines.length, from + LONGEST); at++) {
    for (const word of lines[at] ?? []) {
      const seen = counts.get(word) ?? 0
      told += Math.log((seen + ALPHA) / (total + ALPHA * distinct))
      counts.set(word, seen + 1)
      total++
    }
    found.push(told)
  }
  return found
}
