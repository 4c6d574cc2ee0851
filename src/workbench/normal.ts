/** The chance that a standard normal number is above `z`, exact to about 14 digits on both sides. */
export function normalAbove(z: number): number {
  if (z < 0) return 1 - normalAbove(-z)
  return z > 3 ? tail(z) : 0.5 - central(z)
}

/** The `z` that a share `confidence` of standard normal numbers stays within on both sides: 1.96 for 0.95. */
export function twoSidedZ(confidence: number): number {
  const above = (1 - confidence) / 2
  let low = 0
  let high = 40
  for (let i = 0; i < 100; i++) {
    const middle = (low + high) / 2
    if (normalAbove(middle) > above) low = middle
    else high = middle
  }
  return (low + high) / 2
}

const density = (z: number) => Math.exp(-(z ** 2) / 2) / Math.sqrt(2 * Math.PI)

/** The series of Marsaglia 2004, "Evaluating the normal distribution". */
function central(z: number): number {
  let term = z
  let sum = z
  for (let odd = 3; term > sum * 1e-17 && odd < 400; odd += 2) {
    term *= z ** 2 / odd
    sum += term
  }
  return density(z) * sum
}

/** Laplace's continued fraction, from the inside out. */
function tail(z: number): number {
  let fraction = z
  for (let k = 120; k >= 1; k--) fraction = z + k / fraction
  return density(z) / fraction
}
