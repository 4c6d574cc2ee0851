import type { EntityType } from '#domain'
import type { Store, Strand } from '#ports'
import type { Database } from './database.ts'
import { forwardedStories } from './forwards.ts'
import { FOREVER } from './item-row.ts'
import { among, build } from './tables.ts'
import { weekOf } from './week.ts'

type BinStore = Pick<Store, 'entityBins' | 'strands' | 'citations' | 'told' | 'sourceSpans'>

export function bins(db: Database): BinStore {
  const count = db.statement(`
    WITH live AS MATERIALIZED (SELECT key AS story_id, value AS live_id FROM json_each(?1))
    SELECT entity_id, count(DISTINCT ifnull(live_id, naming.story_id)) AS stories
    FROM naming LEFT JOIN live ON live.story_id = naming.story_id
    WHERE week IN (SELECT value FROM json_each(?2)) AND entity_id IN (SELECT value FROM json_each(?3))
      AND seen_ms >= ?4 AND seen_ms < ?5
    GROUP BY entity_id`)
  const first = db.statement('SELECT min(seen_ms) AS ms FROM naming WHERE week = ? AND entity_id = ?')
  const strands = db.statement(`
    WITH live AS MATERIALIZED (SELECT key AS story_id, value AS live_id FROM json_each(?1)),
    told AS (
      SELECT entity_id, ifnull(live_id, naming.story_id) AS story_id, min(seen_ms) AS ms
      FROM naming LEFT JOIN live ON live.story_id = naming.story_id
      WHERE week BETWEEN ?2 AND ?3 AND seen_ms >= ?4 AND seen_ms < ?5 AND salience >= 2
      GROUP BY 1, 2)
    SELECT told.entity_id, e.name, e.type, json_group_array(json_array(told.story_id, told.ms)) AS stories
    FROM told JOIN named_entity e ON e.id = told.entity_id
    GROUP BY 1 HAVING count(*) BETWEEN ?6 AND ?7 ORDER BY 1`)
  // What holds none of the addresses is left out before its links are read.
  const citing = db.statement(`
    WITH live AS MATERIALIZED (SELECT key AS story_id, value AS live_id FROM json_each(?1)),
    works AS MATERIALIZED (SELECT value AS address FROM json_each(?2)),
    linking AS MATERIALIZED (
      SELECT ifnull(live_id, placement.story_id) AS story_id, revision.seen_at, revision.rest
      FROM placement JOIN revision ON revision.item_n = placement.item_n AND revision.revision = 1
      LEFT JOIN live ON live.story_id = placement.story_id
      WHERE placement.joined_at >= ?3 AND placement.joined_at < ?4 AND placement.copy_of IS NULL
        AND EXISTS (SELECT 1 FROM works WHERE instr(revision.rest, address) > 0)
        AND NOT EXISTS (SELECT 1 FROM placement later WHERE later.item_n = placement.item_n
          AND later.joined_at > placement.joined_at AND later.joined_at < ?4))
    SELECT link.value ->> 'url' AS url, story_id, min(seen_at) AS at
    FROM linking, json_each(linking.rest, '$.links') AS link
    WHERE EXISTS (SELECT 1 FROM works WHERE instr(link.value ->> 'url', address) > 0)
    GROUP BY 1, 2 ORDER BY 3, 1, 2`)
  const toldIn = db.statement(`
    SELECT count(DISTINCT story_id) AS stories, count(*) AS items FROM placement
    WHERE joined_at >= ? AND joined_at < ? AND copy_of IS NULL`)

  return {
    async entityBins({ bins, entityIds }) {
      return db.read(() => {
        const until = bins.at(-1)?.to ?? ''
        const found = db
          .rows(
            build
              .selectFrom('named_entity')
              .select(['id', 'name', 'type', 'first_week'])
              .where('id', 'in', among(entityIds))
              .where('first_week', '<=', weekOf(Date.parse(until)))
              .orderBy('id'),
          )
          .map((row) => {
            const ms = first.get(row.first_week, row.id)?.ms
            const firstSeenAt = typeof ms === 'number' ? new Date(ms).toISOString() : null
            const stories = new Array<number>(bins.length).fill(0)
            return { entityId: row.id, name: row.name, type: row.type as EntityType, stories, firstSeenAt }
          })
          .filter(({ firstSeenAt }) => firstSeenAt === null || firstSeenAt < until)
        const storiesById = new Map(found.map(({ entityId, stories }) => [entityId, stories]))
        const live = JSON.stringify(Object.fromEntries(forwardedStories(db, until)))
        const ids = JSON.stringify([...storiesById.keys()])
        bins.forEach(({ from, to }, at) => {
          const [fromMs, toMs] = [Date.parse(from), Date.parse(to)]
          for (const row of count.all(live, JSON.stringify(weeksBetween(fromMs, toMs)), ids, fromMs, toMs)) {
            const stories = storiesById.get(String(row.entity_id))
            if (stories) stories[at] = Number(row.stories)
          }
        })
        return found
      })
    },

    async strands({ seen: { from, to }, least, most }) {
      return db.read(() => {
        const live = JSON.stringify(Object.fromEntries(forwardedStories(db, to)))
        const [fromMs, toMs] = [Date.parse(from), Date.parse(to)]
        const given = [live, weekOf(fromMs), weekOf(toMs), fromMs, toMs, least, most]
        const toldAt = sharedTellings()
        // One row after the other: together they hold every story once for each name in it.
        return Array.from(strands.iterate(...given), (row) => ({
          entityId: String(row.entity_id),
          name: String(row.name),
          type: row.type as EntityType,
          stories: (JSON.parse(String(row.stories)) as [string, number][])
            .map(([storyId, ms]) => toldAt(storyId, ms))
            .sort((a, b) => (a.at !== b.at ? (a.at < b.at ? -1 : 1) : a.storyId < b.storyId ? -1 : 1)),
        }))
      })
    },

    async citations({ seen: { from, to }, works }) {
      return db.read(() => {
        const live = JSON.stringify(Object.fromEntries(forwardedStories(db, to)))
        return citing.all(live, JSON.stringify(works), from, to).map(({ url, story_id, at }) => ({
          ...{ url: String(url), storyId: String(story_id), at: String(at) },
        }))
      })
    },

    async told(bins) {
      return db.read(() =>
        bins.map(({ from, to }) => {
          const row = toldIn.get(from, to)
          return { stories: Number(row?.stories), items: Number(row?.items) }
        }),
      )
    },

    async sourceSpans({ asOf = FOREVER }) {
      const rows = db.rows(
        build
          .selectFrom('item')
          .select(({ fn }) => [
            'source_id as sourceId',
            fn.min('first_seen_at').as('firstSeenAt'),
            fn.max('first_seen_at').as('lastSeenAt'),
            fn.countAll<number>().as('items'),
          ])
          .where('first_seen_at', '<', asOf)
          .groupBy('source_id')
          .orderBy('source_id'),
      )
      return rows
    },
  }
}

type StrandTelling = Strand['stories'][number]

/** A story has dozens of names, most of them told at once: each telling is made once, and shared by its strands. */
function sharedTellings(): (storyId: string, ms: number) => StrandTelling {
  const known = new Map<string, { readonly ms: number; readonly telling: StrandTelling }>()
  return (storyId, ms) => {
    const first = known.get(storyId)
    if (first?.ms === ms) return first.telling
    const telling = { storyId, at: new Date(ms).toISOString() }
    if (!first) known.set(storyId, { ms, telling })
    return telling
  }
}

const weeksBetween = (fromMs: number, toMs: number): number[] =>
  Array.from({ length: weekOf(toMs - 1) - weekOf(fromMs) + 1 }, (_, at) => weekOf(fromMs) + at)
