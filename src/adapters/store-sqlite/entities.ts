import type { EntityType } from '#domain'
import type { Store } from '#ports'
import type { Database } from './database.ts'
import { forwardedStories, liveStories } from './forwards.ts'
import { FOREVER } from './item-row.ts'
import { among, build } from './tables.ts'
import { WEEK_MS, weekOf } from './week.ts'

export function entities(db: Database): Pick<Store, 'entityWeeks' | 'entityStories'> {
  // Counted in the engine: it takes longer to hand over a quarter of a million rows than to count them.
  const count = db.statement(`
    WITH live AS MATERIALIZED (SELECT key AS story_id, value AS live_id FROM json_each(?1))
    SELECT entity_id, (CAST(?2 AS INTEGER) - 1 - seen_ms) / ${WEEK_MS} AS age,
      count(DISTINCT ifnull(live_id, naming.story_id)) AS stories
    FROM naming LEFT JOIN live ON live.story_id = naming.story_id
    WHERE week IN (SELECT value FROM json_each(?3)) AND entity_id IN (SELECT value FROM json_each(?4))
      AND seen_ms >= ?5 AND seen_ms < ?2
    GROUP BY entity_id, age`)
  const newestOfWeek = db.statement(`
    SELECT story_id FROM naming WHERE week = ? AND entity_id = ? AND seen_ms < ? ORDER BY seen_ms DESC, story_id`)
  const storiesOfWeeks = db.statement(`
    SELECT story_id FROM json_each(?) AS weeks CROSS JOIN naming
    WHERE week = weeks.value AND entity_id = ? AND seen_ms < ?
    GROUP BY week, story_id ORDER BY week DESC, max(seen_ms) DESC, story_id`)
  const weeksOf = db.statement('SELECT first_week, last_week FROM named_entity WHERE id = ?')

  return {
    async entityWeeks({ until, weeks, entityIds }) {
      return db.read(() => {
        const untilMs = Date.parse(until)
        const fromMs = untilMs - weeks * WEEK_MS
        const ids = entityIds ?? namedIn(db, untilMs - WEEK_MS, untilMs)
        const found = namesOf(db, ids).map((entity) => ({
          ...entity,
          weeks: new Array<number>(weeks).fill(0),
        }))
        const weeksById = new Map(found.map((entity) => [entity.entityId, entity.weeks]))
        const forwarded = Object.fromEntries(forwardedStories(db, until))
        const buckets = Array.from(
          { length: weekOf(untilMs) - weekOf(fromMs) + 1 },
          (_, at) => weekOf(fromMs) + at,
        )
        const given = [forwarded, untilMs, buckets, ids, fromMs].map((value) =>
          typeof value === 'number' ? value : JSON.stringify(value),
        )
        for (const { entity_id, age, stories } of count.all(...given)) {
          const told = weeksById.get(String(entity_id))
          if (told) told[Number(age)] = Number(stories)
        }
        return found
      })
    },

    async entityStories(entityId, { limit, asOf = FOREVER }) {
      return db.read(() => {
        const { first_week: first = 0, last_week: last = -1 } = weeksOf.get(entityId) ?? {}
        const beforeMs = asOf === FOREVER ? Number.MAX_SAFE_INTEGER : Date.parse(asOf)
        const found = new Set<string>()
        // A name that is often told fills the limit in its last week; one that is not is looked for ever further back.
        let week = Math.min(Number(last), weekOf(beforeMs))
        for (const row of newestOfWeek.iterate(week, entityId, beforeMs)) {
          if (found.size >= limit) break
          found.add(String(row.story_id))
        }
        const newest = [...found]
        found.clear()
        for (const live of liveStories(db, newest, asOf).values()) found.add(live)
        week -= 1
        for (let weeks = 2; week >= Number(first) && found.size < limit; weeks *= 2) {
          const from = Math.max(Number(first), week - weeks + 1)
          const looked = JSON.stringify(Array.from({ length: week - from + 1 }, (_, at) => week - at))
          const stories = storiesOfWeeks.all(looked, entityId, beforeMs).map((row) => String(row.story_id))
          for (const live of liveStories(db, stories, asOf).values()) found.add(live)
          week = from - 1
        }
        return [...found].slice(0, limit)
      })
    },
  }
}

/** Entities named in a stretch of time of at most a week. */
function namedIn(db: Database, fromMs: number, untilMs: number): string[] {
  const weeks = [weekOf(fromMs), weekOf(untilMs)]
  const rows = db.rows(
    build
      .selectFrom('naming')
      .select('entity_id')
      .distinct()
      .where('week', 'in', weeks)
      .where('seen_ms', '>=', fromMs)
      .where('seen_ms', '<', untilMs),
  )
  return rows.map((row) => row.entity_id)
}

function namesOf(
  db: Database,
  ids: readonly string[],
): { entityId: string; name: string; type: EntityType }[] {
  const rows = db.rows(
    build
      .selectFrom('named_entity')
      .select(['id', 'name', 'type'])
      .where('id', 'in', among(ids))
      .orderBy('id'),
  )
  return rows.map(({ id, name, type }) => ({ entityId: id, name, type: type as EntityType }))
}
