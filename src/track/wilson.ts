// 1.96 standard deviations: the 95 % interval.
const Z = 1.96

/** The 95 % score interval of a share, after Wilson 1927: `some` of `all`, `all` at least 1; low and high are within 0 and 1. */
export function wilson(some: number, all: number): { value: number; low: number; high: number } {
  const share = some / all
  const middle = (share + Z ** 2 / (2 * all)) / (1 + Z ** 2 / all)
  const half = (Z * Math.sqrt((share * (1 - share)) / all + Z ** 2 / (4 * all ** 2))) / (1 + Z ** 2 / all)
  // At the ends the formula is exact and only rounding could leave the scale.
  return {
    value: share,
    low: some === 0 ? 0 : Math.max(0, middle - half),
    high: some === all ? 1 : Math.min(1, middle + half),
  }
}
