import { hash32, terms } from '#text'
import { SETTINGS } from './settings.ts'

const { termsMax, charactersMax, titleWeight } = SETTINGS
/** Repeating a word says less each time: the saturation of BM25 (Robertson and Zaragoza 2009) with k1 = 2, in twelfths. */
const SATURATION = 2
const SCALE = 12

/** What an item is read for. */
export type Words = {
  readonly title: string
  readonly text: string
  /** Ids of the entities that it is about. */
  readonly entities: readonly string[]
}

/**
 * Hashes of the terms of an item in the order of telling, each once, and how much it says of each. They are signed: as
 * keys of maps such integers need no memory of their own.
 */
export type Features = {
  readonly hashes: Int32Array
  readonly counts: Uint8Array
}

/** What an item says: the terms of its title, what it is about, the terms of its text as far as they are read. */
export function featuresOf({ title, text, entities }: Words): Features {
  const told = new Map<string, number>()
  const say = (term: string, weight: number) => {
    const before = told.get(term)
    if (before !== undefined) told.set(term, before + weight)
    else if (told.size < termsMax) told.set(term, weight)
  }
  for (const term of terms(title)) say(term, titleWeight)
  for (const entity of entities) say(`@${entity}`, 1)
  for (const term of terms(text.slice(0, charactersMax))) say(term, 1)
  const counts = Array.from(told.values(), (n) =>
    Math.round((SCALE * n * (SATURATION + 1)) / (n + SATURATION)),
  )
  return { hashes: Int32Array.from(told.keys(), (term) => hash32(term) | 0), counts: Uint8Array.from(counts) }
}
