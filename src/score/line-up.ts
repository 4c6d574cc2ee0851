import type { Dossier, Score } from '#domain'

/** A story with what it is worth. */
export type Judged = { readonly dossier: Dossier; readonly score: Score }

/** What the reader asked of one edition: items whose story must lead it, must be in it, or must not. */
export type Wanted = {
  readonly pinned: ReadonlySet<string>
  readonly starred: ReadonlySet<string>
  readonly dropped: ReadonlySet<string>
}

const TOP = 30
/** A starred story stands among the first so many. */
const SEEN = 6
const SAME_EVENT_POINTS = 6
const SAME_FAMILY_POINTS = 1.5
const FAMILY_FREE = 4
// With fewer publishers there is nothing to vary.
const FEWEST_FAMILIES = 3
/** Where the one story from outside the profile stands. */
const EXPLORED_AT = 12

/**
 * The order in which an edition takes its stories. The best thirty are chosen one by one, each later story of an affair
 * (6 points) or beyond the fourth of a publisher (1.5 points) losing some, after maximal marginal relevance (Carbonell
 * and Goldstein 1998); whatever moves a score is a reason on it. Pinned ones lead, starred ones stand among the first
 * six, dropped ones are gone, and one story from outside the profile has a place of its own.
 */
export function lineUp(judged: readonly Judged[], wanted: Wanted): Judged[] {
  const tells = ({ dossier }: Judged, items: ReadonlySet<string>) =>
    items.size > 0 && dossier.story.itemIds.some((id) => items.has(id))
  const kept = judged.filter((one) => !tells(one, wanted.dropped))
  const pinned = kept.filter((one) => tells(one, wanted.pinned))
  const others = kept.filter((one) => !pinned.includes(one))
  const starred = others.filter((one) => tells(one, wanted.starred))
  const varied = withVariety(others)
  const first = varied.slice(0, SEEN).filter((one) => !isOf(one, starred))
  const lifted = varied.filter((one) => isOf(one, starred))
  const rest = varied.filter((one) => !isOf(one, starred) && !isOf(one, first))
  return explored([
    ...pinned.map((one) => because(one, 'pinned', 'you pinned it')),
    ...[
      ...first.slice(0, Math.max(0, SEEN - lifted.length)),
      ...lifted.map((one) => because(one, 'starred', 'you starred it')),
    ].sort(byScore),
    ...[...first.slice(Math.max(0, SEEN - lifted.length)), ...rest],
  ])
}

const byScore = (a: Judged, b: Judged) => b.score.score - a.score.score
const isOf = ({ dossier }: Judged, some: readonly Judged[]) =>
  some.some((other) => other.dossier.story.id === dossier.story.id)

function because(one: Judged, factor: string, why: string): Judged {
  return {
    ...one,
    score: { ...one.score, reasons: [...one.score.reasons, { factor, share: 0, because: why }] },
  }
}

/** Greedy: the story worth most after what the ones before it have already told. */
function withVariety(judged: readonly Judged[]): Judged[] {
  const waiting = judged.slice(0, TOP * 2)
  const chosen: Judged[] = []
  const events = new Map<string, number>()
  const families = new Map<string, number>()
  const isVaried = new Set(waiting.map(familyOf)).size >= FEWEST_FAMILIES
  while (chosen.length < TOP && waiting.length > 0) {
    const worth = waiting.map((one) => one.score.score - repetition(one, events, families).points)
    const at = worth.indexOf(Math.max(...worth))
    const [next] = waiting.splice(at, 1)
    if (!next) break
    chosen.push(lessened(next, repetition(next, events, families)))
    count(events, next.dossier.story.eventId)
    if (isVaried) count(families, familyOf(next))
  }
  return [...chosen, ...waiting, ...judged.slice(TOP * 2)]
}

const count = (counts: Map<string, number>, key: string) => counts.set(key, (counts.get(key) ?? 0) + 1)
const familyOf = ({ dossier }: Judged) => dossier.tellings[0]?.source.family ?? ''

function repetition(
  one: Judged,
  events: ReadonlyMap<string, number>,
  families: ReadonlyMap<string, number>,
): { points: number; why: string } {
  const sameEvent = events.get(one.dossier.story.eventId) ?? 0
  const sameFamily = Math.max(0, (families.get(familyOf(one)) ?? 0) - FAMILY_FREE + 1)
  const why =
    sameEvent > 0
      ? `the same affair has ${sameEvent} ${sameEvent === 1 ? 'story' : 'stories'} above it`
      : `${families.get(familyOf(one)) ?? 0} stories of the same publisher stand above it`
  return { points: sameEvent * SAME_EVENT_POINTS + sameFamily * SAME_FAMILY_POINTS, why }
}

function lessened(one: Judged, { points, why }: { points: number; why: string }): Judged {
  const share = -Math.round(Math.min(points, one.score.score) * 10) / 10
  if (share === 0) return one
  const score = Math.round((one.score.score + share) * 10) / 10
  const reasons = [...one.score.reasons, { factor: 'variety', share, because: why }]
  return { ...one, score: { ...one.score, score, reasons } }
}

/** The best story that no topic of the profile met, lifted to a place where it is read. */
function explored(order: readonly Judged[]): Judged[] {
  const at = order.findIndex(({ score }) => score.tier === null && score.score > 0)
  const found = order[at]
  if (!found || at <= EXPLORED_AT) return [...order]
  const others = order.filter((_, index) => index !== at)
  const lifted = because(found, 'exploration', 'the best story from outside your profile: there is one a day')
  return [...others.slice(0, EXPLORED_AT), lifted, ...others.slice(EXPLORED_AT)]
}
