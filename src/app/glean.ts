import { type Cast, type Gist, gistOf, NOBODY } from '#cluster'
import { type Sketch, sketchOf } from '#dedupe'
import type { EntityType, Item, Mention } from '#domain'
import { claims, type createMentionFinder, forecasts } from '#extract'
import { canonical } from '#normalise'
import type { Understanding } from '#ports'
import { isWhole } from './parts.ts'

export type FindMentions = ReturnType<typeof createMentionFinder>

/**
 * All that one item tells by itself, whatever came before it: what is understood of it, and by what it will be known again.
 * Plain values, so that it can be made anywhere.
 */
export type Gleaning = {
  readonly understanding: Understanding
  /** Ids of the entities that it is about. */
  readonly entities: readonly string[]
  readonly cast: Cast
  /** Keys of what it links to. */
  readonly links: readonly string[]
  /** Null for a whole, which is told in its parts: it tells no story and is nobody's copy. */
  readonly known: { readonly sketch: Sketch; readonly gist: Gist } | null
  /** Why it could not be read, where a reader stumbled over it: then nothing is understood of it. Null otherwise. */
  readonly fault: string | null
}

/** Reads one item. A reader that fails on it fails on it alone. */
export function glean(item: Item, findMentions: FindMentions): Gleaning {
  try {
    return read(item, findMentions)
  } catch (error) {
    return { ...nothingOf(item, []), fault: error instanceof Error ? error.message : String(error) }
  }
}

/** What is told by what tells nothing itself. */
const nothingOf = ({ id, revision }: Item, mentions: readonly Mention[]): Gleaning => ({
  understanding: { itemId: id, revision, mentions, claims: [], forecasts: [] },
  ...{ entities: [], cast: NOBODY, links: [], known: null, fault: null },
})

function read(item: Item, findMentions: FindMentions): Gleaning {
  const mentions = findMentions(item)
  if (isWhole(item)) return nothingOf(item, mentions)
  const context = { published: item.publishedAt }
  const entities = aboutWhom(mentions)
  return {
    understanding: {
      ...{ itemId: item.id, revision: item.revision, mentions },
      claims: claims(item.text, context),
      forecasts: forecasts(item.text, context),
    },
    entities,
    cast: castOf(mentions),
    links: linkKeys(item),
    known: { sketch: sketchOf(item), gist: gistOf({ ...item, entities }) },
    fault: null,
  }
}

export const aboutWhom = (mentions: readonly Mention[]): string[] => [
  ...new Set(mentions.filter((mention) => mention.salience > 1).map((mention) => mention.entityId)),
]

const ACTORS: ReadonlySet<EntityType> = new Set(['company', 'lab', 'government'])

export function castOf(mentions: readonly Mention[]): Cast {
  const heads = mentions.filter(({ salience }) => salience === 3)
  const acting = heads.filter(({ field, known, type }) => field === 'title' && known && ACTORS.has(type))
  return { heads: aboutWhom(heads), actors: aboutWhom(acting) }
}

export const linkKeys = ({ links }: Item): string[] => links.map(({ url }) => canonical(url).key)
