import type { Telling } from './telling.ts'

/** What ties tellings together beside their words: the thing they are, and what they point at. */
export type Anchors = {
  add(telling: Telling): void
  /** Live tellings of the very same thing: an equal key. */
  same(key: string | null): readonly Telling[]
  /** Live tellings that share an id, or of which one links to the other. */
  tied(telling: Telling): readonly Telling[]
}

/** Whoever links to more than this lists things, and is about none of them. */
const LINKS_MAX = 4
const TIED_MAX = 16

export function createAnchors(): Anchors {
  const byIdentity = new Map<string, Telling[]>()
  const byLink = new Map<string, Telling[]>()
  return {
    add(telling) {
      for (const identity of telling.identities) push(byIdentity, identity, telling)
      if (telling.links.length <= LINKS_MAX) for (const link of telling.links) push(byLink, link, telling)
    },
    same: (key) =>
      key === null
        ? []
        : (byIdentity.get(key) ?? []).filter(({ live, identities }) => live && identities[0] === key),
    tied(telling) {
      const found = new Set<Telling>()
      for (const identity of telling.identities)
        for (const map of [byIdentity, byLink])
          for (const other of map.get(identity)?.slice(-TIED_MAX) ?? []) found.add(other)
      if (telling.links.length <= LINKS_MAX)
        for (const link of telling.links)
          for (const other of byIdentity.get(link)?.slice(-TIED_MAX) ?? []) found.add(other)
      found.delete(telling)
      return [...found].filter(({ live }) => live)
    },
  }
}

function push(map: Map<string, Telling[]>, key: string, telling: Telling): void {
  const known = map.get(key)
  if (known) known.push(telling)
  else map.set(key, [telling])
}
