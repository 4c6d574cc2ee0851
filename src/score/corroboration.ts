import type { Dossier } from '#domain'

/** Who tells a story in their own words. */
export type Corroboration = {
  /** Publisher families with a telling of their own, in the order of first telling. */
  readonly families: readonly string[]
  /** Tellings that copy no other. */
  readonly origins: number
  /** Tellings that repeat another's text. */
  readonly copies: number
}

/**
 * Counts who corroborates a story. Copies and further feeds of one family corroborate nothing; a family that is not
 * given counts as its source.
 */
export function corroboration(dossier: Dossier): Corroboration {
  const own = dossier.tellings.filter((telling) => telling.copyOf === null)
  const families = new Set(own.map(({ source }) => source.family || source.id))
  return { families: [...families], origins: own.length, copies: dossier.tellings.length - own.length }
}
