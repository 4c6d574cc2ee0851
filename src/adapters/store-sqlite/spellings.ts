import type { Store } from '#ports'
import { editDistance, parts, searchable } from '#text'
import type { Database } from './database.ts'

/** So many of the newest titles make the vocabulary: what is corrected to must be of today. */
const TITLES = 50_000
const SHORTEST = 4
/** Of a word taken for two. */
const SHORTEST_PART = 3
const LONG = 8
const LONGEST = 40

export function spellings(db: Database, settle: () => void): Pick<Store, 'spellings'> {
  const held = db.statement('SELECT 1 FROM word WHERE word MATCH ? LIMIT 1')
  const titles = db.statement(`SELECT title FROM revision ORDER BY n DESC LIMIT ${TITLES}`)

  const isHeld = (word: string): boolean => {
    const read = parts(searchable(word))
    return read.length === 0 || held.get(`"${read.join(' ')}"`) !== undefined
  }
  /** Two words that were written as one, where they stand beside each other somewhere: `multitoken`. */
  const parted = (word: string): string | null => {
    for (let at = SHORTEST_PART; at <= word.length - SHORTEST_PART; at++) {
      const two = `${word.slice(0, at)} ${word.slice(at)}`
      if (held.get(`"${two}"`) !== undefined) return two.replace(' ', '-')
    }
    return null
  }
  const vocabulary = (): Map<string, number> => {
    const counts = new Map<string, number>()
    for (const { title } of titles.iterate())
      for (const word of parts(String(title)))
        if (word.length >= SHORTEST - 1) counts.set(word, (counts.get(word) ?? 0) + 1)
    return counts
  }

  return {
    async spellings(words) {
      settle()
      const unknown = [...new Set(words.map((word) => word.toLowerCase()))].filter(
        (word) => word.length >= SHORTEST && word.length <= LONGEST && !/\d/.test(word) && !isHeld(word),
      )
      if (unknown.length === 0) return new Map()
      const known = [...vocabulary()]
      return new Map(
        unknown.flatMap((word): [string, string][] => {
          const near = parted(word) ?? nearest(word, known)
          return near === null ? [] : [[word, near]]
        }),
      )
    },
  }
}

function nearest(word: string, known: readonly (readonly [word: string, count: number])[]): string | null {
  const most = word.length < LONG ? 1 : 2
  let best = { word: '', distance: most + 1, count: 0 }
  for (const [other, count] of known) {
    if (other[0] !== word[0]) continue
    const distance = editDistance(word, other, most)
    if (distance < best.distance || (distance === best.distance && distance <= most && count > best.count))
      best = { word: other, distance, count }
  }
  return best.distance <= most ? best.word : null
}
