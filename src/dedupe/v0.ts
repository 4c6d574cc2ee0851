import { hash32, mix32, parts } from '#text'

export const DEDUPE_MAKER = 'dedupe@0'
const HASHES = 32,
  BANDS = 8,
  ROWS = HASHES / BANDS,
  RUN = 4
export type CopyFinder = {
  add(doc: { id: string; title: string; text: string; key?: string | null }): {
    copyOf: string | null
    similarity: number
  }
}
export function createCopyFinder(): CopyFinder {
  const buckets = new Map<number, number[]>()
  const ids: string[] = []
  const signatures: Uint32Array[] = []
  const keys: string[] = []
  return {
    add({ id, title, text, key }) {
      const signature = signatureOf(`${title} ${text}`)
      let best = -1,
        similarity = 0
      const seen = new Set<number>()
      const bands: number[] = []
      for (let b = 0; b < BANDS; b++) {
        let h = b + 1
        for (let r = 0; r < ROWS; r++) h = mix32(h ^ (signature[b * ROWS + r] ?? 0))
        bands.push(h)
        for (const other of buckets.get(h) ?? []) {
          if (seen.has(other)) continue
          seen.add(other)
          let same = 0
          for (let i = 0; i < HASHES; i++) if (signatures[other]?.[i] === signature[i]) same++
          if (same / HASHES > similarity && ids[other] !== id) {
            similarity = same / HASHES
            best = other
          }
        }
      }
      const copyOf = similarity >= 0.7 ? (ids[best] ?? null) : null
      if (copyOf === null) {
        const at = ids.push(id) - 1
        signatures.push(signature)
        keys.push(key ?? '')
        for (const h of bands) {
          const list = buckets.get(h)
          if (list) list.push(at)
          else buckets.set(h, [at])
        }
      }
      return { copyOf, similarity: best < 0 ? 0 : similarity }
    },
  }
}
function signatureOf(text: string): Uint32Array {
  const signature = new Uint32Array(HASHES).fill(0xffffffff)
  const words = parts(text).map((w) => hash32(w))
  for (let i = 0; i < Math.max(1, words.length - RUN + 1); i++) {
    let h = 7
    for (let j = 0; j < RUN; j++) h = mix32(h ^ (words[i + j] ?? 0))
    const at = h % HASHES
    const v = mix32(h + 0x9e3779b9)
    if (v < (signature[at] ?? 0)) signature[at] = v
  }
  return signature
}
