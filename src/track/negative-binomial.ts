/**
 * The chance that a negative binomial count with this mean and variance is at least `count`. The variance must exceed
 * the mean. Summed from the side that keeps small chances exact; 1 for a count of 0 or less.
 */
export function chanceOfAtLeast(count: number, mean: number, variance: number): number {
  if (count <= 0) return 1
  return count > mean ? upper(count, mean, variance) : 1 - lower(count - 1, mean, variance)
}

/** The chance that such a count is at most `count`; 0 below 0. */
export function chanceOfAtMost(count: number, mean: number, variance: number): number {
  if (count < 0) return 0
  return count > mean ? 1 - upper(count + 1, mean, variance) : lower(count, mean, variance)
}

const NEGLIGIBLE = 1e-15
const MAX_TERMS = 100_000

function upper(from: number, mean: number, variance: number): number {
  const { size, failure } = shape(mean, variance)
  let term = mass(from, size, failure)
  let sum = term
  for (let k = from; term > sum * NEGLIGIBLE && k < from + MAX_TERMS; k++) {
    term *= ((k + size) / (k + 1)) * failure
    sum += term
  }
  return Math.min(1, sum)
}

function lower(to: number, mean: number, variance: number): number {
  const { size, failure } = shape(mean, variance)
  let term = mass(to, size, failure)
  let sum = term
  for (let k = to; k > 0 && term > sum * NEGLIGIBLE; k--) {
    term *= k / ((k - 1 + size) * failure)
    sum += term
  }
  return Math.min(1, sum)
}

function shape(mean: number, variance: number): { size: number; failure: number } {
  return { size: mean ** 2 / (variance - mean), failure: 1 - mean / variance }
}

function mass(k: number, size: number, failure: number): number {
  const ways = lnGamma(k + size) - lnGamma(size) - lnGamma(k + 1)
  return Math.exp(ways + size * Math.log1p(-failure) + k * Math.log(failure))
}

const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
]

/** The logarithm of the gamma function for x > 0, after Lanczos 1964 (g = 7, nine terms). */
function lnGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - lnGamma(1 - x)
  const shifted = x - 1
  const series = LANCZOS.reduce((sum, term, i) => (i === 0 ? term : sum + term / (shifted + i)), 0)
  const t = shifted + 7.5
  return 0.5 * Math.log(2 * Math.PI) + (shifted + 0.5) * Math.log(t) - t + Math.log(series)
}
