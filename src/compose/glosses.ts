import type { Entity, Gloss } from '#domain'
import { countOf } from '#text'
import { isNarrow } from './clusters.ts'
import type { Tale } from './tale.ts'

const UNGLOSSED: ReadonlySet<string> = new Set(['topic', 'publication', 'government', 'event'])
const EVERYDAY_STORIES = 3
const EVERYDAY_SHARE = 0.4
const KNOWN_CHILDREN = 3
const BROAD_CHILDREN = 6

/** Names that want an introduction. One that half the day talks about, or that is the parent of others, needs none; nor does a topic. */
export function glossesOf(registry: readonly Entity[], tales: readonly Tale[]): Map<string, Gloss> {
  const stories = countOf(tales.flatMap(({ names }) => [...names.keys()]))
  const children = childrenIn(registry)
  const everyday = Math.max(EVERYDAY_STORIES, Math.ceil(tales.length * EVERYDAY_SHARE))
  const isKnown = (id: string) =>
    (stories.get(id) ?? 0) > everyday || (children.get(id) ?? 0) >= KNOWN_CHILDREN
  return new Map(
    registry.flatMap(({ id, name, type, gloss }) =>
      gloss === null || UNGLOSSED.has(type) || isKnown(id) || !isNarrow(name)
        ? []
        : [[id, { name, gloss }] as const],
    ),
  )
}

/** "Artificial intelligence" is what the whole paper is about; as the matter of the day it says nothing. */
export function broadTopics(registry: readonly Entity[]): Set<string> {
  const children = childrenIn(registry)
  return new Set(
    registry
      .filter(({ id, type }) => type === 'topic' && (children.get(id) ?? 0) >= BROAD_CHILDREN)
      .map(({ id }) => id),
  )
}

const childrenIn = (registry: readonly Entity[]) =>
  countOf(registry.flatMap(({ parent }) => (parent === null ? [] : [parent])))
