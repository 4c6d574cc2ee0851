import type { Dossier, Telling } from '#domain'

/** Who tells a story in their own words. */
export type Corroboration = {
  /** Publisher families that answer for an origin, in the order of first telling. */
  readonly families: readonly string[]
  /** Texts of their own, each counted once however often it is repeated, whole or in part. */
  readonly origins: number
  /** Tellings that repeat another's text. */
  readonly copies: number
}

/**
 * Counts who corroborates a story, by publisher family and by origin: a press release through five outlets is one origin,
 * answered for by whoever told it first, also where the release itself is not among the tellings. Copies, parts and
 * further feeds of one family corroborate nothing; a family that is not given counts as its source.
 */
export function corroboration({ tellings }: Dossier): Corroboration {
  const byId = new Map(tellings.map((telling) => [telling.item.id, telling]))
  const firstOf = new Map<string, Telling>()
  for (const telling of tellings) {
    const origin = originOf(telling, byId)
    if (!firstOf.has(origin) || telling.item.id === origin) firstOf.set(origin, telling)
  }
  const families = new Set(Array.from(firstOf.values(), ({ source }) => source.family || source.id))
  return { families: [...families], origins: firstOf.size, copies: tellings.length - firstOf.size }
}

/** The first text of those that a telling repeats: a copy of a part leads to the part, and that to the whole. */
function originOf({ item, copyOf }: Telling, byId: ReadonlyMap<string, Telling>): string {
  const passed = new Set([item.id])
  let origin = item.id
  for (let next = copyOf; next !== null && !passed.has(next); next = byId.get(next)?.copyOf ?? null) {
    passed.add(next)
    origin = next
  }
  return origin
}
