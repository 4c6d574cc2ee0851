import { sql } from 'kysely'
import type { Database } from './database.ts'
import { among, build } from './tables.ts'

// Each round follows one step for all stories at once; a chain longer than this can only be a circle.
const MOST_ROUNDS = 32

/** Where each story ended up by `asOf`: itself, or the story that the forwards lead to. */
export function liveStories(db: Database, storyIds: Iterable<string>, asOf: string): Map<string, string> {
  const forwards = db.statement(`
    SELECT from_story_id, to_story_id FROM forward
    WHERE from_story_id IN (SELECT value FROM json_each(?)) AND at < ? ORDER BY at`)
  const live = new Map([...storyIds].map((id) => [id, id]))
  if (live.size === 0) return live
  let open = new Set(live.values())
  for (let round = 0; round < MOST_ROUNDS && open.size > 0; round++) {
    const steps = new Map(
      forwards
        .all(JSON.stringify([...open]), asOf)
        .map((row) => [String(row.from_story_id), String(row.to_story_id)]),
    )
    open = new Set()
    if (steps.size === 0) break
    for (const [id, at] of live) {
      const next = steps.get(at)
      if (next === undefined || next === id) continue
      live.set(id, next)
      open.add(next)
    }
  }
  return live
}

/** These stories and all that had been forwarded to them by `asOf`, each with the story it ended up in. */
export function mergedStories(db: Database, liveIds: Iterable<string>, asOf: string): Map<string, string> {
  const merged = new Map([...liveIds].map((id) => [id, id]))
  let open = [...merged.keys()]
  while (open.length > 0) {
    const steps = db.rows(
      build
        .selectFrom('forward')
        .select(['from_story_id', 'to_story_id'])
        .where('to_story_id', 'in', among(open))
        .where(lastForward(asOf)),
    )
    open = []
    for (const { from_story_id: from, to_story_id: to } of steps) {
      const end = merged.get(to)
      if (end === undefined || merged.has(from)) continue
      merged.set(from, end)
      open.push(from)
    }
  }
  return merged
}

/** Holds for a story's last forward before `asOf`: one that leads to itself again took the others back. */
const lastForward = (asOf: string) => sql<boolean>`forward.at < ${asOf} and not exists (
  select 1 from forward as later where later.from_story_id = forward.from_story_id
  and later.at > forward.at and later.at < ${asOf})`

/** Every story that was forwarded by `asOf`, with where it ended up. */
export function forwardedStories(db: Database, asOf: string): Map<string, string> {
  const rows = db.rows(build.selectFrom('forward').select('from_story_id').distinct().where('at', '<', asOf))
  return liveStories(
    db,
    rows.map((row) => row.from_story_id),
    asOf,
  )
}
