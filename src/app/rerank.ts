import type { Item } from '#domain'
import type { Embedder } from '#ports'

/** Texts are compared by their beginning, which says what they are about. */
const READ = 1_000
/** Reciprocal rank fusion: how little the very first places outweigh the next (Cormack, Clarke and Büttcher 2009: 60). */
const FUSION = 60

/**
 * The items in a new order: their place by words and their place by closeness of meaning to the query, fused by reciprocal
 * rank. Throws what the embedder throws.
 */
export async function byMeaning(embedder: Embedder, query: string, items: readonly Item[]): Promise<Item[]> {
  const texts = items.map(({ title, text }) => `${title}\n${text.slice(0, READ)}`)
  const [asked, ...told] = await embedder.embed([query, ...texts])
  const closeness = new Map(items.map((item, at) => [item.id, dot(asked, told[at])]))
  const places = new Map(
    [...items]
      .sort((a, b) => (closeness.get(b.id) ?? 0) - (closeness.get(a.id) ?? 0))
      .map((item, place) => [item.id, place]),
  )
  const worth = new Map(
    items.map(({ id }, place) => [
      id,
      1 / (FUSION + place) + 1 / (FUSION + (places.get(id) ?? items.length)),
    ]),
  )
  return [...items].sort((a, b) => (worth.get(b.id) ?? 0) - (worth.get(a.id) ?? 0))
}

function dot(a: Float32Array | undefined, b: Float32Array | undefined): number {
  return a && b && a.length === b.length ? a.reduce((sum, number, at) => sum + number * (b[at] ?? 0), 0) : 0
}
