/**
 * Turns texts into vectors whose closeness is closeness of meaning. Optional everywhere: what uses one must do its work
 * without it, and go on without it when it fails.
 */
export type Embedder = {
  /** Which model, as its owner calls it: vectors of different models do not compare. */
  readonly model: string
  /** One vector of length 1 for each text, in order. Throws with what went wrong, in words for the reader. */
  embed(texts: readonly string[]): Promise<readonly Float32Array[]>
}
