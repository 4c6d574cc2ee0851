import type { Claim, Disagreement, Dossier, Telling } from '#domain'
import { against, meet, normal, type Reach, reachOf } from './claim-reach.ts'

type Side = { readonly itemId: string; readonly family: string; readonly claim: Claim; readonly reach: Reach }

/**
 * Where sources contradict each other on a number: same subject, metric, unit, condition and baseline, told by
 * different publisher families in their own words, and no number that would satisfy both, printed rounding ("1.6T"
 * may be 1.64T), "about", "more than" and ranges allowed for. Claims without a subject or a metric are left alone:
 * nobody can tell whether they speak of one thing. Each family has one side at most; no winner is picked.
 */
export function disagreements(dossier: Dossier): Disagreement[] {
  const own = dossier.tellings.filter(({ copyOf, claims }) => copyOf === null && claims.length > 0)
  // Most stories are told by one.
  if (new Set(own.map(({ source }) => source.family)).size < 2) return []
  const groups = new Map<string, Side[]>()
  for (const telling of own) {
    for (const claim of telling.claims) {
      const key = keyOf(claim, telling)
      if (key === null) continue
      const side = { itemId: telling.item.id, family: telling.source.family, claim, reach: reachOf(claim) }
      const group = groups.get(key)
      if (group === undefined) groups.set(key, [side])
      else group.push(side)
    }
  }
  return [...groups.values()].flatMap((group) => conflict(group, dossier.story.id))
}

function conflict(group: readonly Side[], storyId: string): Disagreement[] {
  const consistent = selfConsistent(group)
  const sides = consistent.filter((one) => consistent.some((other) => apart(one, other)))
  const first = sides[0]
  if (first === undefined) return []
  const { subject, metric } = first.claim
  if (subject === null || metric === null) return []
  return [{ storyId, subject, metric, sides: sides.map(({ itemId, claim }) => ({ itemId, claim })) }]
}

/**
 * One side for each family. A family that itself prints numbers that exclude each other speaks of several things (two
 * models, two years) that we could not tell apart, and is left out.
 */
function selfConsistent(group: readonly Side[]): Side[] {
  const families = new Map<string, Side[]>()
  for (const side of group) families.set(side.family, [...(families.get(side.family) ?? []), side])
  return [...families.values()].flatMap((sides) => {
    const [first] = sides
    return first === undefined || sides.some((side) => !meet(first.reach, side.reach)) ? [] : [first]
  })
}

function apart(one: Side, other: Side): boolean {
  return one.family !== other.family && !meet(one.reach, other.reach)
}

/** What must be equal for two claims to speak of one thing; null when a claim does not say enough. */
export function keyOf(claim: Claim, { mentions }: Pick<Telling, 'mentions'>): string | null {
  if (claim.subject === null || claim.metric === null || claim.kind === 'date') return null
  if (!Number.isFinite(claim.number)) return null
  const about = normal(claim.subject)
  const named = mentions.find(({ surface }) => normal(surface) === about)
  const subject = named?.entityId ?? about
  const move = claim.change === 'up' || claim.change === 'down' ? 'move' : 'level'
  const key = [
    subject,
    normal(claim.metric),
    claim.unit,
    move,
    normal(claim.condition),
    against(claim.baseline),
  ]
  return about === '' ? null : key.join('|')
}
