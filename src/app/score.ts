import type { Act, Dossier, Instant, Interval } from '#domain'
import { createScorer, type Judged, learnTaste, lineUp, type Preference, type Taste, traitsOf } from '#score'
import type { House } from './house.ts'
import { relatedAt } from './related.ts'
import { createMemory } from './score-memory.ts'
import { standingsAt } from './standing.ts'
import { dateOf } from './windows.ts'

/** A story of the window with what it is worth to the reader. */
export type Scored = Judged

export type Judge = ReturnType<typeof createScorer>

/**
 * score: every story of the window in the order in which its edition takes them: best first, equal ones by id, moved by
 * what the reader had pinned, starred and dropped by `actsUntil` (null: up to now) and by a care for variety.
 */
export async function score(house: House, window: Interval, actsUntil: Instant | null): Promise<Scored[]> {
  return scoredBy(await scorerAt(house, window.to, actsUntil), house, window, actsUntil)
}

async function scoredBy(
  scorer: Judge,
  house: House,
  window: Interval,
  actsUntil: Instant | null,
): Promise<Scored[]> {
  const dossiers = await house.store.dossiers({ seen: window, asOf: window.to })
  const memory = await createMemory(house, dossiers, window)
  const judged = dossiers
    .map((dossier) => ({ dossier, score: scorer(dossier, { now: window.to, ...memory }) }))
    .sort((a, b) => b.score.score - a.score.score || (a.dossier.story.id < b.dossier.story.id ? -1 : 1))
  return lineUp(judged, await wantedOf(house, window, actsUntil))
}

/** The same stories, each with what its score means beside the weeks before. */
export async function scoredWithStanding(
  house: House,
  window: Interval,
  actsUntil: Instant | null,
): Promise<Scored[]> {
  const judge = await scorerAt(house, window.to, actsUntil)
  const standing = await standingsAt(house, window.to, judge, { remembers: true })
  const scored = await scoredBy(judge, house, window, actsUntil)
  return scored.map((one) => ({ ...one, score: { ...one.score, standing: standing(pointsAlone(one)) } }))
}

/** The judge of editions: with what the reader's acts had taught up to an instant (null: now), and their corpus up to its week. */
export async function scorerAt(house: House, at: Instant, actsUntil: Instant | null): Promise<Judge> {
  const { phrases: related } = await relatedAt(house, at)
  return createScorer(house.profile, house.registry, { taste: await tasteAt(house, actsUntil), related })
}

/** What a story is worth by itself, before the stories above it took from it. */
const pointsAlone = ({ score }: Scored): number =>
  score.reasons.reduce(
    (points, { factor, share }) => (factor === 'variety' ? points - share : points),
    score.score,
  )

/** What the reader's acts up to an instant (null: up to now) taught of their taste. */
export async function tasteAt(house: House, actsUntil: Instant | null): Promise<Taste> {
  const asOf = actsUntil ?? house.clock.now()
  const acts = standing(await house.store.acts({ kinds: ['more', 'less', 'prefer'], asOf }))
  if (acts.length === 0) return learnTaste([])
  const itemIds = acts.flatMap(({ deed }) =>
    deed.kind === 'prefer'
      ? [deed.itemId, deed.overItemId]
      : deed.kind === 'more' || deed.kind === 'less'
        ? [deed.itemId]
        : [],
  )
  const byItem = new Map<string, Dossier>()
  for (const dossier of await house.store.dossiers({ itemIds, asOf }))
    for (const itemId of dossier.story.itemIds) byItem.set(itemId, dossier)
  const scorer = createScorer(house.profile, house.registry)
  const traits = (itemId: string) => {
    const dossier = byItem.get(itemId)
    return dossier ? traitsOf(dossier, scorer(dossier, { now: asOf }).topic) : null
  }
  return learnTaste(
    acts.flatMap(({ deed }): Preference[] => {
      if (deed.kind === 'more') return [{ liked: traits(deed.itemId), over: null }]
      if (deed.kind === 'less') return [{ liked: null, over: traits(deed.itemId) }]
      return deed.kind === 'prefer' ? [{ liked: traits(deed.itemId), over: traits(deed.overItemId) }] : []
    }),
  )
}

/** Of several opinions on one item the last one stands. */
function standing(acts: readonly Act[]): readonly Act[] {
  const last = new Map(
    acts.map((act) => [act.deed.kind === 'more' || act.deed.kind === 'less' ? act.deed.itemId : act.id, act]),
  )
  return [...last.values()]
}

/** A pin or drop counts for the edition that it names; a star for every edition whose window tells the item. */
async function wantedOf(house: House, window: Interval, actsUntil: Instant | null) {
  const asOf = actsUntil === null ? {} : { asOf: actsUntil }
  const acts = await house.store.acts({ kinds: ['pin', 'drop', 'star'], ...asOf })
  const date = dateOf(new Date(Date.parse(window.to) - 1).toISOString(), house.digestAt)
  const itemsOf = (kind: 'pin' | 'drop') =>
    acts.flatMap(({ deed }) => (deed.kind === kind && deed.date === date ? [deed.itemId] : []))
  const starred = acts.flatMap(({ deed }) => (deed.kind === 'star' ? [deed.itemId] : []))
  return { pinned: new Set(itemsOf('pin')), dropped: new Set(itemsOf('drop')), starred: new Set(starred) }
}
