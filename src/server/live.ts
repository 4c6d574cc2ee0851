import { type House, keptProfile } from '#app'
import type { Instant } from '#domain'
import { type Marks, marksOf, openRiver, type River, type RiverStory } from '#reading'

const LOOK_EVERY_MS = 250
const MARKS_EVERY_MS = 30_000

/** What the server keeps in memory between requests, all of it made from the store and kept in step with it. */
export type Live = {
  /** The house with the profile that is in force. */
  house(): House
  river(): Promise<River>
  marks(): Marks
  /** When the profile in force was kept on a page; null when it is the settings file's. */
  profileKeptAt(): Instant | null
  /**
   * Reads the acts again, after one was done here; `moving` says that it may have moved items between stories. Tells
   * whether another profile came into force by it.
   */
  actsChanged(done?: { readonly moving: boolean }): Promise<{ readonly profile: boolean }>
  /** Calls for each story that is new or changed, until the function returned is called. */
  listen(onStory: (story: RiverStory) => void): () => void
  close(): void
}

/** Opens it; the River fills while the first page may already be asked for something else. */
export async function openLive(given: House, onError: (error: unknown) => void): Promise<Live> {
  let house = given
  let marks = await marksOf(given)
  let kept: Awaited<ReturnType<typeof keptProfile>> = null
  const listeners = new Set<(story: RiverStory) => void>()

  /** Takes the profile in force; tells whether that is another than before. */
  const takeProfile = async (): Promise<boolean> => {
    const before = kept
    kept = await keptProfile(given.store)
    if (kept?.actId === before?.actId) return false
    house = kept ? { ...given, profile: kept.profile } : given
    return true
  }
  await takeProfile()
  let river = openRiver(house)
  river.catch(onError)

  let looking = false
  const look = async (): Promise<void> => {
    if (looking) return
    looking = true
    try {
      for (const story of await (await river).refresh()) for (const tell of listeners) tell(story)
    } catch (error) {
      onError(error)
    } finally {
      looking = false
    }
  }
  const readMarks = async (): Promise<void> => {
    marks = await marksOf(given)
  }
  const timers = [
    setInterval(() => void look(), LOOK_EVERY_MS),
    setInterval(() => void readMarks().catch(onError), MARKS_EVERY_MS),
  ]
  return {
    house: () => house,
    river: () => river,
    marks: () => marks,
    profileKeptAt: () => kept?.at ?? null,
    async actsChanged(done) {
      await readMarks()
      const profile = await takeProfile()
      if (profile) river = openRiver(house)
      if (done?.moving && !profile) await (await river).reload()
      await river
      return { profile }
    },
    listen(onStory) {
      listeners.add(onStory)
      return () => void listeners.delete(onStory)
    },
    close() {
      for (const timer of timers) clearInterval(timer)
      listeners.clear()
    },
  }
}
