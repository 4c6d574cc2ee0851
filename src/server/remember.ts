/** How long a visitor waits for what is only being made: from when its making began, so that the wait is not served twice. */
const PATIENCE_MS = 1500

export type Remembered<T> = {
  get(key?: string): Promise<T>
  /** What was found, or null while that takes longer than a visitor should wait; it is being made all the same. */
  soon(key?: string, patienceMs?: number): Promise<T | null>
  forget(): void
}

type Entry<T> = { value: Promise<T>; at: number; made: boolean; renewing: boolean }

/**
 * Keeps what was costly to find. Within `freshMs` it is given as it is; later the old answer is given once more while a new
 * one is made, so that only the very first visitor waits. At most `most` keys are kept, the last used ones.
 */
export function remember<T>(
  find: (key: string) => Promise<T>,
  { freshMs, most = 16 }: { freshMs: number; most?: number },
): Remembered<T> {
  let kept = new Map<string, Entry<T>>()
  const renew = async (key: string, entry: Entry<T>): Promise<void> => {
    entry.renewing = true
    try {
      const value = Promise.resolve(await find(key))
      if (kept.get(key) === entry)
        kept.set(key, { value, at: performance.now(), made: true, renewing: false })
    } catch {
      // The old answer stands until a later try succeeds.
      entry.renewing = false
    }
  }
  const entryOf = (key: string): Entry<T> => {
    const known = kept.get(key)
    if (known) {
      kept.delete(key)
      kept.set(key, known)
      if (known.made && performance.now() - known.at > freshMs && !known.renewing) void renew(key, known)
      return known
    }
    const fresh: Entry<T> = { value: find(key), at: performance.now(), made: false, renewing: false }
    kept.set(key, fresh)
    fresh.value.then(
      () => {
        fresh.made = true
        fresh.at = performance.now()
      },
      () => {
        if (kept.get(key) === fresh) kept.delete(key)
      },
    )
    for (const oldest of [...kept.keys()].slice(0, Math.max(0, kept.size - most))) kept.delete(oldest)
    return fresh
  }
  return {
    get: (key = '') => entryOf(key).value,
    async soon(key = '', patienceMs = PATIENCE_MS) {
      const { value, at, made } = entryOf(key)
      return made ? value : within(value, patienceMs - (performance.now() - at))
    },
    forget() {
      kept = new Map()
    },
  }
}

async function within<T>(finding: Promise<T>, patienceMs: number): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<null>((resume) => {
    timer = setTimeout(() => resume(null), Math.max(0, patienceMs))
  })
  try {
    return await Promise.race([finding, late])
  } finally {
    clearTimeout(timer)
  }
}
