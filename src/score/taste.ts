import type { Dossier } from '#domain'
import type { Factor } from './reason.ts'

/** What a story offers a taste: names of its traits, as `entity:qwen`, `topic:KV cache`, `source:reuters.com`, `kind:paper`. */
export type Traits = ReadonlyMap<string, string>

/** One thing that the reader said: this rather than that; null stands for any story. */
export type Preference = { readonly liked: Traits | null; readonly over: Traits | null }

/** What was learned: points that each trait adds or takes, and how to say the trait. Open to the reader, line by line. */
export type Taste = ReadonlyMap<string, { readonly says: string; readonly points: number }>

export const NO_TASTE: Taste = new Map()

const TASTE_AT_MOST = 12
const POINTS_PER_LOGIT = 4
const RIDGE = 1
const STEPS = 200

/** The traits of a story, each with the words for it; `topic` is the topic of the profile that it met, if any. */
export function traitsOf({ tellings }: Dossier, topic: string | null): Traits {
  const traits = new Map<string, string>()
  for (const { item, source, mentions } of tellings) {
    traits.set(`source:${source.family}`, source.name)
    traits.set(`kind:${item.kind}`, `${item.kind} stories`)
    for (const { entityId, name, salience } of mentions)
      if (salience > 1) traits.set(`entity:${entityId}`, name)
  }
  if (topic !== null) traits.set(`topic:${topic}`, `the topic "${topic}"`)
  return traits
}

/**
 * One reader's taste from what they preferred: the weights under which what was liked beats what was not, by logistic
 * regression on the differences of pairs with an L2 penalty (Bradley and Terry 1952; Joachims 2002, "Optimizing search
 * engines using clickthrough data"). The penalty keeps a single word from saying much. The same acts give the same taste.
 */
export function learnTaste(preferences: readonly Preference[]): Taste {
  const words = new Map<string, string>()
  const differences = preferences.map(({ liked, over }) => difference(liked, over, words))
  const weights = new Map<string, number>()
  const bound = steepness(differences)
  for (let step = 0; step < STEPS; step++) climb(weights, differences, bound)
  return new Map(
    [...weights]
      .map(
        ([trait, weight]) =>
          [trait, { says: words.get(trait) ?? trait, points: weight * POINTS_PER_LOGIT }] as const,
      )
      .sort(([a, x], [b, y]) => Math.abs(y.points) - Math.abs(x.points) || (a < b ? -1 : 1)),
  )
}

type Difference = readonly (readonly [trait: string, sign: 1 | -1])[]

// What both sides share says nothing.
function difference(liked: Traits | null, over: Traits | null, words: Map<string, string>): Difference {
  const only = (of: Traits | null, other: Traits | null, sign: 1 | -1) =>
    [...(of ?? [])].flatMap(([trait, says]) => {
      words.set(trait, says)
      return other?.has(trait) ? [] : [[trait, sign] as const]
    })
  return [...only(liked, over, 1), ...only(over, liked, -1)]
}

/** How steep each trait's slope can become: a bound that makes every step an ascent (Böhning and Lindsay 1988). */
function steepness(differences: readonly Difference[]): ReadonlyMap<string, number> {
  const bound = new Map<string, number>()
  for (const pair of differences)
    for (const [trait] of pair) bound.set(trait, (bound.get(trait) ?? RIDGE) + pair.length / 4)
  return bound
}

function climb(
  weights: Map<string, number>,
  differences: readonly Difference[],
  bound: ReadonlyMap<string, number>,
): void {
  const slope = new Map<string, number>()
  for (const pair of differences) {
    const margin = pair.reduce((sum, [trait, sign]) => sum + sign * (weights.get(trait) ?? 0), 0)
    const pull = 1 / (1 + Math.exp(margin))
    for (const [trait, sign] of pair) slope.set(trait, (slope.get(trait) ?? 0) + sign * pull)
  }
  for (const [trait, pull] of slope) {
    const weight = weights.get(trait) ?? 0
    weights.set(trait, weight + (pull - RIDGE * weight) / (bound.get(trait) ?? RIDGE))
  }
}

/** What the reader's taste gives, 12 points either way at most, with the two traits that say most. */
export function tasteFor(traits: Traits, taste: Taste): Factor {
  if (taste.size === 0) return null
  const said = [...traits.keys()]
    .flatMap((trait) => taste.get(trait) ?? [])
    .sort((a, b) => Math.abs(b.points) - Math.abs(a.points))
  const sum = said.reduce((all, { points }) => all + points, 0)
  const named = said.slice(0, 2).map(({ says, points }) => `${points > 0 ? 'more' : 'less'} of ${says}`)
  if (named.length === 0) return null
  const share = Math.max(-TASTE_AT_MOST, Math.min(TASTE_AT_MOST, sum))
  return { factor: 'taste', share, because: `you asked for ${named.join(' and ')}` }
}
