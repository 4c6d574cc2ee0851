import { sentencesOf } from '#compose'
import type { Edition, Sentence } from '#domain'

/** What becomes of an edition's sentences when a source is switched off: after Ameisen et al. 2025, an ablation. */
export type Without = {
  readonly sourceName: string
  /** Sentences that nothing else holds. */
  readonly fallen: readonly Sentence[]
  /** Sentences that others hold too. */
  readonly weaker: readonly Sentence[]
  /** Sentences that it has no part in. */
  readonly untouched: number
}

/** Sources of an edition's evidence by how many sentences stand on them, the most first. */
export function sourcesOf(edition: Edition): { sourceName: string; sentences: number }[] {
  const names = sourceNames(edition)
  const counts = new Map<string, number>()
  for (const { evidence } of sentencesOf(edition))
    for (const name of new Set(evidence.map((number) => names.get(number) ?? '')))
      counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts]
    .map(([sourceName, sentences]) => ({ sourceName, sentences }))
    .sort((a, b) => b.sentences - a.sentences || (a.sourceName < b.sourceName ? -1 : 1))
}

/** Switches a source off and tells what falls away. */
export function without(edition: Edition, sourceName: string): Without {
  const names = sourceNames(edition)
  const fallen: Sentence[] = []
  const weaker: Sentence[] = []
  let untouched = 0
  for (const sentence of sentencesOf(edition)) {
    const own = sentence.evidence.filter((number) => names.get(number) === sourceName).length
    if (own === 0) untouched += 1
    else if (own === sentence.evidence.length) fallen.push(sentence)
    else weaker.push(sentence)
  }
  return { sourceName, fallen, weaker, untouched }
}

const sourceNames = ({ evidence }: Edition): ReadonlyMap<number, string> =>
  new Map(evidence.map(({ number, sourceName }) => [number, sourceName]))
