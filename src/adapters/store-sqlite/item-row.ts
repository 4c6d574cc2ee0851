import { sql } from 'kysely'
import type { Item } from '#domain'
import { build } from './tables.ts'

/** An item as it is read back: a row of `item` joined with one of its revisions. */
export type ItemRow = {
  id: string
  key: string
  source_id: string
  revision: number
  seen_at: string
  content_hash: string
  title: string
  text: string
  rest: string
}

type Rest = Omit<Item, 'id' | 'key' | 'sourceId' | 'revision' | 'seenAt' | 'contentHash' | 'title' | 'text'>

/** Later than any instant. */
export const FOREVER = '~'

export function restOf(item: Item): string {
  const { captureHash, kind, url, authors, lang, publishedAt, dateRepair, capturedAt } = item
  const { ids, links, tags, signals, partOf } = item
  const rest: Rest = {
    ...{ captureHash, kind, url, authors, lang, publishedAt, dateRepair, capturedAt },
    ...{ ids, links, tags, signals, partOf },
  }
  return JSON.stringify(rest)
}

export function itemOf(row: ItemRow): Item {
  const rest = JSON.parse(row.rest) as Rest
  return {
    id: row.id,
    revision: row.revision,
    key: row.key,
    sourceId: row.source_id,
    captureHash: rest.captureHash,
    kind: rest.kind,
    url: rest.url,
    title: row.title,
    authors: rest.authors,
    text: row.text,
    lang: rest.lang,
    publishedAt: rest.publishedAt,
    dateRepair: rest.dateRepair,
    capturedAt: rest.capturedAt,
    seenAt: row.seen_at,
    ids: rest.ids,
    links: rest.links,
    tags: rest.tags,
    signals: rest.signals,
    partOf: rest.partOf,
    contentHash: row.content_hash,
  }
}

/** Every item joined with all its revisions. */
export const everyRevision = build
  .selectFrom('item')
  .innerJoin('revision', 'revision.item_n', 'item.n')
  .select(['item.id', 'item.key', 'item.source_id', 'revision.revision', 'revision.seen_at'])
  .select(['revision.content_hash', 'revision.title', 'revision.text', 'revision.rest'])

/** Holds for an item's newest revision seen before `asOf`; of an item first seen later for none. */
export const isNewest = (asOf: string) => sql<boolean>`revision.seen_at < ${asOf} and not exists (
  select 1 from revision as newer where newer.item_n = revision.item_n
  and newer.revision > revision.revision and newer.seen_at < ${asOf})`

/** Every item joined with its newest revision seen before `asOf`. */
export const newestRevision = (asOf: string) => everyRevision.where(isNewest(asOf))
