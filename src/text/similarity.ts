/**
 * How much two sets share: 0 (nothing) to 1 (the same set), whichever comes first. Two empty sets are the same.
 * The Jaccard index; "resemblance" in Broder 1997.
 */
export function resemblance<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): number {
  if (a.size + b.size === 0) return 1
  const shared = sharedCount(a, b)
  return shared / (a.size + b.size - shared)
}

/** How much of `part` is found in `whole`: 0 to 1. An empty part is held by anything. "Containment" in Broder 1997. */
export function containment<T>(part: ReadonlySet<T>, whole: ReadonlySet<T>): number {
  return part.size === 0 ? 1 : sharedCount(part, whole) / part.size
}

/** Cosine of two sparse vectors of non-negative weights: 0 to 1; 0 when either is empty. */
export function cosine<T>(a: ReadonlyMap<T, number>, b: ReadonlyMap<T, number>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a]
  let dot = 0
  for (const [key, weight] of small) dot += weight * (large.get(key) ?? 0)
  return dot === 0 ? 0 : dot / (norm(a) * norm(b))
}

function norm<T>(vector: ReadonlyMap<T, number>): number {
  let sum = 0
  for (const weight of vector.values()) sum += weight * weight
  return Math.sqrt(sum)
}

function sharedCount<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a]
  let shared = 0
  for (const value of small) if (large.has(value)) shared++
  return shared
}
