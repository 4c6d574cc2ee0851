import type { Claim } from '#domain'

// What stands between a number and the older one that it is told against: "78.5 on MMLU, up from 75.4".
const UP_FROM =
  /^[^.;\d]{0,60}[,(] ?(?:up|down|compared (?:to|with)|against|versus|vs\.?) ?(?:from )?(?:just |only |about |around )?$/i
// What joins two numbers of one measure: "Alpha reaches 81% and Beta 76% on AIME".
const JOINED = /^[^.;\d]{0,50}(?:,| and| while| but| vs\.?| versus| against|\))[^.;\d]{0,40}$/i
const MOVE =
  /^[^.;\d]{0,60}[,(] ?(?:up|down|an? (?:rise|gain|increase|jump|drop|fall|decline) of) (?:by |about |around |some |nearly |over )?$/i
const MOST_BETWEEN = 110

/**
 * The claims of a text with what neighbours in one sentence say for each other: the older number of "78.5, up from 75.4"
 * becomes the newer one's baseline and is no claim of its own, a benchmark or price named once holds for both numbers,
 * and a move ("up 23%") is of what was just told.
 */
export function linked(text: string, claims: readonly Claim[]): Claim[] {
  const found: Claim[] = []
  for (const claim of claims) {
    const before = found.at(-1)
    const between =
      before !== undefined && before.sentence === claim.sentence && before.end <= claim.start
        ? text.slice(before.end, Math.min(claim.start, before.end + MOST_BETWEEN + 1))
        : null
    if (before === undefined || between === null || between.length > MOST_BETWEEN) {
      found.push(claim)
      continue
    }
    if (before.baseline === null && isOlder(before, claim, between)) {
      const change = before.change === '=' ? moveTo(before, claim) : before.change
      found[found.length - 1] = { ...before, baseline: claim.value, change }
      continue
    }
    found.push(claim.metric === null && MOVE.test(between) ? { ...claim, metric: before.metric } : claim)
    if (before.metric === null && sharesMeasure(before, claim, between))
      found[found.length - 2] = {
        ...before,
        metric: claim.metric,
        unit: before.unit === '' ? claim.unit : before.unit,
      }
  }
  return found
}

const isOlder = (now: Claim, then: Claim, between: string): boolean =>
  UP_FROM.test(between) && /from/i.test(between) && measures(now.unit) === measures(then.unit)

const measures = (unit: string): string => (unit === 'point' ? '' : unit)

const moveTo = (now: Claim, then: Claim): Claim['change'] =>
  now.number > then.number ? 'up' : now.number < then.number ? 'down' : '='

const sharesMeasure = (one: Claim, next: Claim, between: string): boolean =>
  next.metric !== null &&
  /^(?:\p{Lu}|price$|valuation$|revenue$|profit$|loss$)/u.test(next.metric) &&
  measures(one.unit) === measures(next.unit) &&
  JOINED.test(between)
