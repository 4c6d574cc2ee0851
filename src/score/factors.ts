import type { Dossier, ItemKind, Telling } from '#domain'
import { corroboration } from './corroboration.ts'
import { counted, type Factor } from './reason.ts'
import type { Place } from './tier.ts'

// The reader's own topics lead: nothing else in sum outweighs a full step of tier.
const TIER_POINTS = { 1: 50, 2: 32, 3: 16, 4: 6 } as const
const SURE_SHARE = 0.5

/** What the reader's topics give: the tier's points, half of them for being about it at all, half by how surely. */
export function topicFit(place: Place | null): Factor {
  if (place === null) return null
  const share = TIER_POINTS[place.tier] * (1 - SURE_SHARE + SURE_SHARE * place.fit)
  return { factor: 'topic', share, because: place.because }
}

const PER_DOUBLING = 6
const CORROBORATION_AT_MOST = 15

/** Publisher families that tell it in their own words: 6 points for two, more by their logarithm, 15 at most. */
export function corroborated(dossier: Dossier): Factor {
  const { families, copies } = corroboration(dossier)
  if (families.length < 2) return null
  const share = Math.min(CORROBORATION_AT_MOST, PER_DOUBLING * Math.log2(families.length))
  const named = families.slice(0, 4).join(', ') + (families.length > 4 ? ', …' : '')
  const uncounted = copies === 0 ? '' : `; ${counted(copies, 'copy', 'copies')} not counted`
  return {
    factor: 'corroboration',
    share,
    because: `told by ${families.length} publisher families: ${named}${uncounted}`,
  }
}

const SOURCE_POINTS = 12

/** The weight that the reader gave the best source: 6 points either way, none at the usual 0.5. */
export function sourceWeight(tellings: readonly Telling[]): Factor {
  const best = tellings.reduce<Telling | null>(
    (top, telling) => (top === null || telling.source.weight > top.source.weight ? telling : top),
    null,
  )
  if (best === null) return null
  const share = SOURCE_POINTS * (Math.min(1, Math.max(0, best.source.weight)) - 0.5)
  return { factor: 'source', share, because: `${best.source.name} has weight ${best.source.weight} of 1` }
}

const KIND_POINTS: Readonly<Record<ItemKind, number>> = {
  paper: 10,
  model: 7,
  repository: 6,
  article: 6,
  transcript: 4,
  issue: 3,
  ranking: 1,
  discussion: 0,
  post: 0,
}
const QUESTION_POINTS = -3

/** What kind of telling is the best at hand: reports of one's own work most, talk least, a bare question less. */
export function kind(tellings: readonly Telling[]): Factor {
  const best = tellings.reduce<Telling['item'] | null>(
    (top, { item }) => (top === null || KIND_POINTS[item.kind] > KIND_POINTS[top.kind] ? item : top),
    null,
  )
  if (best === null) return null
  if (best.kind === 'discussion' && best.title.trimEnd().endsWith('?'))
    return { factor: 'kind', share: QUESTION_POINTS, because: 'a discussion that begins with a question' }
  return {
    factor: 'kind',
    share: KIND_POINTS[best.kind],
    because: /^[aeiou]/.test(best.kind) ? `an ${best.kind}` : `a ${best.kind}`,
  }
}

const SUBSTANCE = [
  { letters: 0, points: -4, because: 'nothing but a headline' },
  { letters: 1, points: -3, because: 'little text' },
  { letters: 120, points: -1, because: 'short text' },
]

/** A headline without a text gives a reader little to check. */
export function substance(tellings: readonly Telling[]): Factor {
  const letters = tellings.reduce((most, { item }) => Math.max(most, item.text.trim().length), 0)
  const step = letters >= 400 ? undefined : SUBSTANCE.findLast((one) => letters >= one.letters)
  return step === undefined ? null : { factor: 'substance', share: step.points, because: step.because }
}

const CLAIMS_AT_MOST = 8
const EVIDENT_PER_DOUBLING = 2.5

/** Claims with a number; one that names what it is compared with counts double. */
export function claims(tellings: readonly Telling[]): Factor {
  const distinct = new Map<string, boolean>()
  for (const { claims: made } of tellings) {
    for (const { metric, number, unit, baseline, kind: sort } of made) {
      if (sort === 'date') continue
      const key = `${metric ?? ''} ${number} ${unit}`
      distinct.set(key, distinct.get(key) === true || baseline !== null)
    }
  }
  if (distinct.size === 0) return null
  const compared = [...distinct.values()].filter((has) => has).length
  const share = Math.min(CLAIMS_AT_MOST, EVIDENT_PER_DOUBLING * Math.log2(1 + (distinct.size + compared) / 2))
  const baseline = compared === 0 ? 'none with a baseline' : `${compared} with a baseline`
  return { factor: 'claims', share, because: `${counted(distinct.size, 'claim')} with a number, ${baseline}` }
}

/** In how many stories an entity was named before this one; null when nobody counted. */
export type EarlierStoriesOf = (entityId: string) => number | null

const NEW_NAME_POINTS = 3
const NOVELTY_AT_MOST = 6

/** Names that our memory did not hold before: 3 points each for what the story is about, 6 at most. */
export function novelty(tellings: readonly Telling[], earlierStoriesOf: EarlierStoriesOf): Factor {
  const names = new Map<string, string>()
  for (const { mentions } of tellings) {
    for (const mention of mentions) if (mention.salience === 3) names.set(mention.entityId, mention.name)
  }
  const fresh = [...names].filter(([id]) => earlierStoriesOf(id) === 0).map(([, name]) => name)
  if (fresh.length === 0) return null
  const share = Math.min(NOVELTY_AT_MOST, NEW_NAME_POINTS * fresh.length)
  return { factor: 'novelty', share, because: `first story on ${fresh.slice(0, 3).join(', ')}` }
}
