/** A sparse unit vector: `keys` are hashed terms in rising order, `weights` stand beside them. Never changed once made. */
export type Vector = { readonly keys: Int32Array; readonly weights: Float64Array | Float32Array }

export const EMPTY: Vector = { keys: new Int32Array(0), weights: new Float32Array(0) }

/** The dot product: for two unit vectors of non-negative weights 0 (nothing shared) to 1 (the same). */
export function dot(a: Vector, b: Vector): number {
  const { keys: aKeys, weights: aWeights } = a
  const { keys: bKeys, weights: bWeights } = b
  let sum = 0
  for (let i = 0, j = 0; i < aKeys.length && j < bKeys.length; ) {
    const left = aKeys[i] as number
    const right = bKeys[j] as number
    if (left === right) sum += (aWeights[i++] as number) * (bWeights[j++] as number)
    else if (left < right) i++
    else j++
  }
  return sum
}
