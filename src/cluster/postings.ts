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

export function createPostings(): Postings {
  // The newest entry of each term, and of each entry the one before it: places counted from 1, 0 ends the chain.
  let heads = new Int32Array(4096)
  let before = new Int32Array(4096)
  let owners = new Int32Array(4096)
  let counts = new Uint8Array(4096)
  let size = 1
  let shared = new Float64Array(1024)
  let tellings = 0

  return {
    add({ n, terms, counts: own }) {
      tellings = Math.max(tellings, n + 1)
      if (size + terms.length > before.length) {
        const capacity = (size + terms.length) * 2
        before = grown(before, new Int32Array(capacity))
        owners = grown(owners, new Int32Array(capacity))
        counts = grown(counts, new Uint8Array(capacity))
      }
      for (let i = 0; i < terms.length; i++) {
        const term = terms[i] as number
        if (term >= heads.length) heads = grown(heads, new Int32Array(term * 2))
        before[size] = heads[term] as number
        owners[size] = n
        counts[size] = own[i] as number
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
        for (let at = heads[term] ?? 0; at > 0 && left > last; at = before[at] as number, left--) {
          const n = owners[at] as number
          if (shared[n] === 0) found.push(n)
          shared[n] = (shared[n] as number) + weight * (counts[at] as number)
        }
      }
      const clear = () => {
        for (const n of found) shared[n] = 0
      }
      return { found, shared, clear }
    },
  }
}

function grown<T extends Int32Array | Uint8Array>(old: T, larger: T): T {
  larger.set(old)
  return larger
}
