import type { Claim, ClaimLine, Standing, ToldClaim } from '#domain'
import { meet, normal, reachOf } from './claim-reach.ts'

type Point = ClaimLine['points'][number]

// Numbers of other weeks replace each other; those of the same days contradict.
const SAME_DAYS = 14
const DAY_MS = 86_400_000

const DISPUTED =
  /\b(?:independent(?:ly)? (?:replicat|verif|reproduc|confirm)\p{L}*|disput(?:e|es|ed|ing)|contested|unverified|unconfirmed|(?:could|can)(?: ?not|n['’]t) (?:be )?(?:reproduced?|replicated?|verif(?:y|ied))|fail(?:s|ed) to (?:reproduce|replicate)|do(?:es)? not (?:reproduce|replicate)|casts? doubt|questioned|sceptic(?:al|s)|skeptic(?:al|s))\b/iu
// "independently verified" settles what "demand independent replication" contests.
const SETTLED =
  /\b(?:was|were|has been|have been|been) independently (?:verified|reproduced|replicated|confirmed)\b/i

/**
 * All that was told of one entity in numbers, a line for each measure: same metric, unit, condition and baseline; levels and
 * moves apart. Lines stand in the order of their newest claim, latest first; points in time order. `names` are the entity's
 * spellings, for claims whose subject no registry knew. Claims without a metric belong to no line. No winner is picked.
 */
export function claimTable(
  told: readonly ToldClaim[],
  entity: { readonly id: string; readonly names: readonly string[] },
): ClaimLine[] {
  const names = new Set(entity.names.map(normal))
  const lines = new Map<string, ToldClaim[]>()
  for (const one of told) {
    const key = lineOf(one.claim)
    if (key === null || !isAbout(one, entity.id, names)) continue
    const line = lines.get(key)
    if (line === undefined) lines.set(key, [one])
    else line.push(one)
  }
  return [...lines.values()]
    .map(readLine)
    .sort((a, b) => latest(b).localeCompare(latest(a)) || (a.metric < b.metric ? -1 : 1))
}

const latest = ({ points }: ClaimLine): string => points.at(-1)?.at ?? ''

function isAbout({ subjectId, claim }: ToldClaim, entityId: string, names: ReadonlySet<string>): boolean {
  if (subjectId !== null) return subjectId === entityId
  return claim.subject !== null && names.has(normal(claim.subject))
}

/** What must be equal for two claims to be one line; null when a claim does not say what it measures. */
function lineOf({ metric, unit, condition, baseline, change, kind, number }: Claim): string | null {
  if (metric === null || kind === 'date' || !Number.isFinite(number)) return null
  // The older number of a move is its own baseline; only names make two measures of one.
  const against = baseline === null || /^\P{L}*$/u.test(baseline) ? '' : normal(baseline)
  const move =
    unit === 'x' || unit === 'pp' || (unit === '%' && (change === 'up' || change === 'down'))
      ? 'move'
      : 'level'
  return [normal(metric), unit, move, normal(condition), against].join('|')
}

function readLine(told: readonly ToldClaim[]): ClaimLine {
  const points: Point[] = []
  for (const one of [...told].sort((a, b) => a.at.localeCompare(b.at) || (a.itemId < b.itemId ? -1 : 1)))
    points.push({ ...one, standing: standingOf(one, points) })
  const newest = points.at(-1)
  const claim = newest?.claim
  return {
    metric: claim?.metric ?? '',
    unit: claim?.unit ?? '',
    condition: claim?.condition ?? null,
    baseline: claim?.baseline ?? null,
    points,
    families: newest === undefined ? 0 : backers(points, newest),
    contested: contestedBy(points),
  }
}

function standingOf(one: ToldClaim, before: readonly Point[]): Standing {
  const previous = before.at(-1)
  if (previous === undefined) return 'first'
  const others = before.filter(({ family }) => family !== one.family)
  if (latestOfEach(others).some((other) => same(one, other))) return 'agrees'
  const own = before.findLast(({ family }) => family === one.family)
  if (own !== undefined && same(one, own)) return 'repeats'
  return latestOfEach(others).some((other) => daysApart(one, other) <= SAME_DAYS) ? 'contradicts' : 'changes'
}

const same = (one: ToldClaim, other: ToldClaim): boolean => meet(reachOf(one.claim), reachOf(other.claim))

const daysApart = (one: ToldClaim, other: ToldClaim): number =>
  Math.abs(Date.parse(one.at) - Date.parse(other.at)) / DAY_MS

// What each family says now: its last word.
function latestOfEach(points: readonly Point[]): Point[] {
  return [...new Map(points.map((point) => [point.family, point])).values()]
}

const backers = (points: readonly Point[], newest: Point): number =>
  latestOfEach(points).filter((point) => same(point, newest)).length

function contestedBy(points: readonly Point[]): ClaimLine['contested'] {
  const last = latestOfEach(points)
  const apart = last.some((one) =>
    last.some((other) => other !== one && !same(one, other) && daysApart(one, other) <= SAME_DAYS),
  )
  if (apart) return 'numbers'
  const disputed = points.some(({ claim }) => DISPUTED.test(claim.sentence) && !SETTLED.test(claim.sentence))
  return disputed ? 'words' : null
}
