/**
 * A fast 32-bit hash of a text, unsigned. Not for secrets: for tables, shingles and buckets.
 * FNV-1a (Fowler, Noll and Vo) over UTF-16 units, finished with the mixer of MurmurHash3 so that short keys spread.
 */
export function hash32(text: string, seed = 0): number {
  let hash = 0x811c9dc5 ^ seed
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return mix32(hash)
}

/** MurmurHash3's finaliser: every bit of the input moves every bit of the output. */
export function mix32(value: number): number {
  let hash = value
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

/** A 53-bit hash as 11 characters of base 36: short enough for an id, wide enough for millions of them. */
export function shortHash(text: string): string {
  const high = hash32(text, 0x9747b28c) & 0x1fffff
  return (high * 0x100000000 + hash32(text)).toString(36).padStart(11, '0')
}
