/**
 * Keeps what was costly to find. Within `freshMs` it is given as it is; later the old answer is given once more while a new
 * one is made, so that only the very first visitor waits. At most `most` keys are kept, the last used ones.
 */
export function remember<T>(
  find: (key: string) => Promise<T>,
  { freshMs, most = 16 }: { freshMs: number; most?: number },
): { get(key?: string): Promise<T>; forget(): void } {
  type Entry = { value: Promise<T>; at: number; renewing: boolean }
  let kept = new Map<string, Entry>()
  const renew = async (key: string, entry: Entry): Promise<void> => {
    entry.renewing = true
    try {
      const value = await find(key)
      if (kept.get(key) === entry)
        kept.set(key, { value: Promise.resolve(value), at: performance.now(), renewing: false })
    } catch {
      // The old answer stands until a later try succeeds.
      entry.renewing = false
    }
  }
  return {
    get(key = '') {
      const entry = kept.get(key)
      if (entry) {
        kept.delete(key)
        kept.set(key, entry)
        if (performance.now() - entry.at > freshMs && !entry.renewing) void renew(key, entry)
        return entry.value
      }
      const value = find(key)
      const fresh: Entry = { value, at: performance.now(), renewing: false }
      kept.set(key, fresh)
      value.catch(() => kept.delete(key))
      for (const oldest of [...kept.keys()].slice(0, Math.max(0, kept.size - most))) kept.delete(oldest)
      return value
    },
    forget() {
      kept = new Map()
    },
  }
}
