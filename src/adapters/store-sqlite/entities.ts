import type { EntityType } from '#domain'
import type { Store } from '#ports'
import type { Database } from './database.ts'
import { liveStories } from './forwards.ts'
import { FOREVER } from './item-row.ts'
import { among, build } from './tables.ts'

const WEEK_MS = 7 * 86_400_000
const PAGE = 64

export function entities(db: Database): Pick<Store, 'entityWeeks' | 'entityStories'> {
  return {
    async entityWeeks({ until, weeks, entityIds }) {
      return db.read(() => {
        const untilMs = Date.parse(until)
        const ids = entityIds ?? namedIn(db, untilMs - WEEK_MS, untilMs)
        const rows = namingsOf(db, ids, { fromMs: untilMs - weeks * WEEK_MS, untilMs })
        const live = liveStories(db, new Set(rows.map((row) => row.story_id)), until)
        const stories = new Map<string, Set<string>[]>(
          ids.map((id) => [id, Array.from({ length: weeks }, () => new Set<string>())]),
        )
        for (const { entity_id, seen_ms, story_id } of rows) {
          const week = Math.ceil((untilMs - seen_ms) / WEEK_MS) - 1
          stories.get(entity_id)?.[week]?.add(live.get(story_id) ?? story_id)
        }
        return namesOf(db, ids).map(({ id, name, type }) => ({
          entityId: id,
          name,
          type: type as EntityType,
          weeks: (stories.get(id) ?? []).map((told) => told.size),
        }))
      })
    },

    async entityStories(entityId, { limit, asOf = FOREVER }) {
      return db.read(() => {
        const found = new Set<string>()
        const beforeMs = asOf === FOREVER ? Number.MAX_SAFE_INTEGER : Date.parse(asOf)
        // Page by page, since a name that everybody uses stands in more stories than anyone asks for.
        for (let page = 0; found.size < limit; page++) {
          const rows = db.rows(
            build
              .selectFrom('naming')
              .select('story_id')
              .where('entity_id', '=', entityId)
              .where('seen_ms', '<', beforeMs)
              .orderBy('seen_ms', 'desc')
              .orderBy('story_id')
              .orderBy('item_n')
              .limit(PAGE)
              .offset(page * PAGE),
          )
          const live = liveStories(db, new Set(rows.map((row) => row.story_id)), asOf)
          for (const { story_id } of rows) found.add(live.get(story_id) ?? story_id)
          if (rows.length < PAGE) break
        }
        return [...found].slice(0, limit)
      })
    },
  }
}

/** Entities named in a stretch of time: a probe for each that was named since it began. */
function namedIn(db: Database, fromMs: number, untilMs: number): string[] {
  const rows = db.rows(
    build
      .selectFrom('named_entity')
      .select('id')
      .where('last_seen_ms', '>=', fromMs)
      .where(({ exists, selectFrom }) =>
        exists(
          selectFrom('naming')
            .select('naming.item_n')
            .whereRef('naming.entity_id', '=', 'named_entity.id')
            .where('naming.seen_ms', '>=', fromMs)
            .where('naming.seen_ms', '<', untilMs),
        ),
      ),
  )
  return rows.map(({ id }) => id)
}

function namingsOf(
  db: Database,
  ids: readonly string[],
  { fromMs, untilMs }: { fromMs: number; untilMs: number },
) {
  return db.rows(
    build
      .selectFrom('naming')
      .select(['entity_id', 'seen_ms', 'story_id'])
      .where('entity_id', 'in', among(ids))
      .where('seen_ms', '>=', fromMs)
      .where('seen_ms', '<', untilMs),
  )
}

function namesOf(db: Database, ids: readonly string[]) {
  return db.rows(
    build
      .selectFrom('named_entity')
      .select(['id', 'name', 'type'])
      .where('id', 'in', among(ids))
      .orderBy('id'),
  )
}
