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
  /** Reads the acts again, after one was done here; `moving` says that it may have moved items between stories. */
  actsChanged(done?: { readonly moving: boolean }): Promise<void>
  /** Takes another profile into force. */
  profileChanged(): Promise<void>
  /** Calls for each story that is new or changed, until the function returned is called. */
  listen(onStory: (story: RiverStory) => void): () => void
  close(): void
}

/** Opens it; the River fills while the first page may already be asked for something else. */
export async function openLive(given: House, onError: (error: unknown) => void): Promise<Live> {
  let house = given
  let marks = await marksOf(given)
  let keptAt: Instant | null = null
  const listeners = new Set<(story: RiverStory) => void>()

  const takeProfile = async (): Promise<void> => {
    const kept = await keptProfile(given.store)
    keptAt = kept?.at ?? null
    house = kept ? { ...given, profile: kept.profile } : given
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
    profileKeptAt: () => keptAt,
    async actsChanged(done) {
      await readMarks()
      if (done?.moving) await (await river).reload()
    },
    async profileChanged() {
      await takeProfile()
      river = openRiver(house)
      await river
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
