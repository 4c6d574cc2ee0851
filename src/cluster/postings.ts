import type { Telling } from './telling.ts'

export type Weight = { readonly term: number; readonly weight: number }

/** The tellings found, and what each shares by its place in the order of coming; all zero again after `clear`. */
type Tally = { readonly found: readonly number[]; readonly shared: Float64Array; clear(): void }

/**
 * For each term the tellings that hold it, newest first: one chain through flat arrays, so that 100,000 items cost a few
 * numbers each and nothing is ever moved.
 */
export type Postings = {
  add(telling: Telling): void
  /**
   * Adds up for each telling what it shares with a query, `weight` times what it says of each term. Of each term the
   * newest `mostPerTerm` are looked up, and no further term once `most` were. What was found must be cleared.
   */
  tally(query: readonly Weight[], limits: { mostPerTerm: number; most: number }): Tally
}

/** What a telling says of a term fits in a byte. */
const COUNT_BITS = 8
const COUNT_MASK = 0xff

export function createPostings(): Postings {
  // The newest entry of each term: places counted from 1, 0 ends the chain.
  let heads = new Int32Array(4096)
  // Two numbers for each entry, so that one look fetches both: the entry before it; its telling's place and its count.
  let entries = new Int32Array(8192)
  let size = 1
  let shared = new Float64Array(1024)
  let tellings = 0

  return {
    add({ n, terms, counts: own }) {
      tellings = Math.max(tellings, n + 1)
      const needed = 2 * (size + terms.length)
      if (needed > entries.length) entries = grown(entries, new Int32Array(Math.ceil(needed * 1.5)))
      for (let i = 0; i < terms.length; i++) {
        const term = terms[i] as number
        if (term >= heads.length) heads = grown(heads, new Int32Array(term * 2))
        entries[2 * size] = heads[term] as number
        entries[2 * size + 1] = (n << COUNT_BITS) | (own[i] as number)
        heads[term] = size++
      }
    },
    tally(query, { mostPerTerm, most }) {
      if (shared.length < tellings) shared = new Float64Array(tellings * 2)
      const found: number[] = []
      let left = most
      for (const { term, weight } of query) {
        if (left <= 0) break
        const last = Math.max(0, left - mostPerTerm)
        for (let at = heads[term] ?? 0; at > 0 && left > last; at = entries[2 * at] as number, left--) {
          const entry = entries[2 * at + 1] as number
          const n = entry >> COUNT_BITS
          if (shared[n] === 0) found.push(n)
          shared[n] = (shared[n] as number) + weight * (entry & COUNT_MASK)
        }
      }
      const clear = () => {
        for (const n of found) shared[n] = 0
      }
      return { found, shared, clear }
    },
  }
}

function grown(old: Int32Array, larger: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  larger.set(old)
  return larger
}
