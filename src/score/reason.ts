import type { Reason, WeighedFactor, Weights } from '#domain'

/** A reason before its share is rounded; null when the factor has nothing to say. */
export type Factor = Reason | null

const LOWEST = 0
const HIGHEST = 100

/**
 * Adds reasons up: shares rounded to a tenth, nothing that rounds to naught, and where the sum would leave the scale
 * of 0 to 100 a last reason that says so, so that the shares always add up to the score.
 */
export function total(factors: readonly Factor[]): { score: number; reasons: Reason[] } {
  const reasons = factors
    .filter((factor) => factor !== null)
    .map((factor) => ({ ...factor, share: Math.round(factor.share * 10) / 10 }))
    .filter((reason) => reason.share !== 0)
  const tenths = reasons.reduce((sum, reason) => sum + Math.round(reason.share * 10), 0)
  const kept = Math.min(HIGHEST * 10, Math.max(LOWEST, tenths))
  if (kept !== tenths) {
    const because = kept === LOWEST ? 'the scale begins at 0' : 'the scale ends at 100'
    reasons.push({ factor: 'scale', share: (kept - tenths) / 10, because })
  }
  return { score: kept / 10, reasons }
}

/** A reason as much as this reader weighs it; the usual weight says nothing. */
export function weighed(factor: Factor, weights: Weights): Factor {
  if (factor === null) return null
  const weight = weights[factor.factor as WeighedFactor] ?? 1
  if (weight === 1) return factor
  return {
    ...factor,
    share: factor.share * weight,
    because: `${factor.because} (${weight} times, as you weigh it)`,
  }
}

/** "1 family", "3 families". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`
}
