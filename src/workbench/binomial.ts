import { twoSidedZ } from './normal.ts'

export type Range = { readonly low: number; readonly high: number }

/** The score interval of Wilson 1927 for a share of `passed` among `tasks`. */
export function wilson(passed: number, tasks: number, confidence: number): Range {
  const z = twoSidedZ(confidence)
  const share = passed / tasks
  const weight = z ** 2 / tasks
  const centre = (share + weight / 2) / (1 + weight)
  const half = (z / (1 + weight)) * Math.sqrt((share * (1 - share)) / tasks + weight / (4 * tasks))
  // At the ends the formula is exact and only rounding could leave the scale.
  return { low: passed === 0 ? 0 : centre - half, high: passed === tasks ? 1 : centre + half }
}

/**
 * The highest rate that `events` in `runs` do not exclude: one-sided, exact, after Clopper and Pearson 1934. With no
 * event it is 1 - (1 - confidence)^(1/runs).
 */
export function highestRate(events: number, runs: number, confidence: number): number {
  if (events >= runs) return 1
  if (events === 0) return -Math.expm1(Math.log1p(-confidence) / runs)
  const lnWays = lnChoose(runs, events)
  let low = events / runs
  let high = 1
  for (let i = 0; i < 200 && high - low > 1e-15; i++) {
    const rate = (low + high) / 2
    if (atMost(events, runs, rate, lnWays) > 1 - confidence) low = rate
    else high = rate
  }
  return (low + high) / 2
}

function atMost(events: number, runs: number, rate: number, lnWays: number): number {
  const odds = rate / (1 - rate)
  let term = Math.exp(lnWays + events * Math.log(rate) + (runs - events) * Math.log1p(-rate))
  let sum = term
  for (let k = events; k > 0 && term > sum * 1e-17; k--) {
    term *= k / ((runs - k + 1) * odds)
    sum += term
  }
  return sum
}

function lnChoose(runs: number, events: number): number {
  let sum = 0
  for (let i = 1; i <= events; i++) sum += Math.log((runs - events + i) / i)
  return sum
}
