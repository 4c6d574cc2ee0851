import type { Mention, Placement } from '#domain'
import type { Judgments, Store, Understanding } from '#ports'
import type { Database } from './database.ts'
import { among, build } from './tables.ts'
import { weekOf } from './week.ts'

type Revision = { n: number; seenAt: string; mentions: readonly Mention[] | null }
/** What is kept of an item when judgments on it come in. */
type Kept = {
  itemN: number
  readonly revisions: Map<number, Revision>
  placement: (Placement & { maker: string }) | null
}
type NamedEntity = { readonly mention: Mention; firstWeek: number; lastWeek: number }

export function saveJudgments(db: Database): Store['saveJudgments'] {
  const statements = prepare(db)
  return async ({ makers, understandings, placements, forwards, obeyed = [] }) => {
    db.write(() => {
      const kept = keptOf(db, [...understandings, ...placements])
      for (const placement of placements)
        place(statements, find(kept, placement.itemId), placement, makers.placement)
      const named = new Map<string, NamedEntity>()
      for (const understanding of understandings) {
        const item = find(kept, understanding.itemId)
        understand(statements, item, understanding, makers.understanding)
        name(statements, item, understanding, named)
      }
      for (const understanding of placedAgain(kept, { understandings, placements }))
        name(statements, find(kept, understanding.itemId), understanding, named)
      for (const { mention, firstWeek, lastWeek } of named.values())
        statements.entity.run(mention.entityId, mention.name, mention.type, firstWeek, lastWeek)
      for (const { fromStoryId, toStoryId, at } of forwards)
        statements.forward.run(fromStoryId, toStoryId, at, makers.placement)
      for (const actId of obeyed) statements.obeyed.run(actId)
    })
  }
}

function prepare(db: Database) {
  return {
    placement: db.statement('INSERT OR REPLACE INTO placement VALUES (?, ?, ?, ?, ?, ?)'),
    understanding: db.statement('INSERT OR REPLACE INTO understanding VALUES (?, ?, ?, ?, ?)'),
    understood: db.statement('DELETE FROM awaiting WHERE seen_at = ? AND item_id = ? AND revision_n = ?'),
    naming: db.statement('INSERT OR IGNORE INTO naming VALUES (?, ?, ?, ?, ?, ?)'),
    unname: db.statement(
      'DELETE FROM naming WHERE week = ? AND entity_id = ? AND seen_ms = ? AND item_n = ?',
    ),
    // Most entities are known and were named this week already: nothing is written for them.
    entity: db.statement(
      `INSERT INTO named_entity VALUES (?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET
       name = excluded.name, type = excluded.type,
       first_week = min(first_week, excluded.first_week), last_week = max(last_week, excluded.last_week)
       WHERE name <> excluded.name OR type <> excluded.type
       OR first_week > excluded.first_week OR last_week < excluded.last_week`,
    ),
    forward: db.statement('INSERT OR REPLACE INTO forward VALUES (?, ?, ?, ?)'),
    obeyed: db.statement('DELETE FROM unobeyed WHERE act_n = (SELECT n FROM act WHERE id = ?)'),
  }
}
type Statements = ReturnType<typeof prepare>

function place(statements: Statements, item: Kept, placement: Placement, maker: string): void {
  const { storyId, eventId, joinedAt, copyOf } = placement
  const last = item.placement
  // An item that stays where it was has not joined again, else looking back would find it joined later.
  const stays =
    last?.storyId === storyId && last.eventId === eventId && last.copyOf === copyOf && last.maker === maker
  if (stays && last.joinedAt <= joinedAt) return
  statements.placement.run(item.itemN, joinedAt, storyId, eventId, copyOf, maker)
  if (last === null || last.joinedAt <= joinedAt) item.placement = { ...placement, maker }
}

function understand(statements: Statements, item: Kept, given: Understanding, maker: string): void {
  const { itemId, mentions, claims, forecasts } = given
  const { n, seenAt } = revisionOf(item, given)
  statements.understanding.run(n, maker, json(mentions), json(claims), json(forecasts))
  statements.understood.run(seenAt, itemId, n)
}

/** Counts the item's story for every entity that no earlier revision of the item named. */
function name(
  statements: Statements,
  item: Kept,
  given: Understanding,
  named: Map<string, NamedEntity>,
): void {
  const revision = revisionOf(item, given)
  const seenMs = Date.parse(revision.seenAt)
  const week = weekOf(seenMs)
  for (const { entityId } of revision.mentions ?? [])
    statements.unname.run(week, entityId, seenMs, item.itemN)
  revision.mentions = given.mentions
  const already = new Set<string>()
  for (const [number, { mentions }] of item.revisions)
    if (number < given.revision) for (const { entityId } of mentions ?? []) already.add(entityId)
  const salience = new Map<string, number>()
  for (const mention of given.mentions)
    salience.set(mention.entityId, Math.max(mention.salience, salience.get(mention.entityId) ?? 0))
  for (const mention of given.mentions) {
    if (already.has(mention.entityId)) continue
    already.add(mention.entityId)
    // A copy adds nothing to what its original says.
    if (item.placement && item.placement.copyOf === null)
      statements.naming.run(
        ...[week, mention.entityId, seenMs, item.placement.storyId, item.itemN],
        salience.get(mention.entityId) ?? 1,
      )
    const before = named.get(mention.entityId)
    named.set(mention.entityId, {
      mention,
      firstWeek: Math.min(week, before?.firstWeek ?? week),
      lastWeek: Math.max(week, before?.lastWeek ?? week),
    })
  }
}

/** Items that got a place and no new understanding: what was understood before is counted for the new place. */
function placedAgain(
  kept: ReadonlyMap<string, Kept>,
  { understandings, placements }: Pick<Judgments, 'understandings' | 'placements'>,
): Understanding[] {
  const fresh = new Set(understandings.map(({ itemId }) => itemId))
  return placements
    .filter(({ itemId }) => !fresh.has(itemId))
    .flatMap(({ itemId }) =>
      [...find(kept, itemId).revisions].flatMap(([revision, { mentions }]) =>
        mentions === null ? [] : [{ itemId, revision, mentions, claims: [], forecasts: [] }],
      ),
    )
}

function keptOf(db: Database, judged: readonly { readonly itemId: string }[]): Map<string, Kept> {
  const ids = among(new Set(judged.map(({ itemId }) => itemId)))
  const kept = new Map<string, Kept>()
  const revisions = build
    .selectFrom('item')
    .innerJoin('revision', 'revision.item_n', 'item.n')
    .leftJoin('understanding', 'understanding.revision_n', 'revision.n')
    .select(['item.id', 'item.n as item_n', 'revision.n', 'revision.revision', 'revision.seen_at'])
    .select('understanding.mentions')
    .where('item.id', 'in', ids)
    .orderBy('revision.revision')
  for (const row of db.rows(revisions)) {
    const item = kept.get(row.id) ?? { itemN: row.item_n, revisions: new Map(), placement: null }
    const mentions = row.mentions === null ? null : (JSON.parse(row.mentions) as Mention[])
    item.revisions.set(row.revision, { n: row.n, seenAt: row.seen_at, mentions })
    kept.set(row.id, item)
  }
  const placements = build
    .selectFrom('item')
    .innerJoin('placement', 'placement.item_n', 'item.n')
    .select(['item.id', 'joined_at', 'story_id', 'event_id', 'copy_of', 'maker'])
    .where('item.id', 'in', ids)
    .orderBy('joined_at')
  for (const { id, joined_at, story_id, event_id, copy_of, maker } of db.rows(placements))
    find(kept, id).placement = {
      ...{ itemId: id, storyId: story_id, eventId: event_id },
      ...{ joinedAt: joined_at, copyOf: copy_of, maker },
    }
  return kept
}

function find(kept: ReadonlyMap<string, Kept>, itemId: string): Kept {
  const item = kept.get(itemId)
  if (!item) throw new Error(`store: a judgment on ${itemId}, which is not kept; save the item first`)
  return item
}

function revisionOf(item: Kept, { itemId, revision }: Understanding): Revision {
  const found = item.revisions.get(revision)
  if (!found) throw new Error(`store: a judgment on revision ${revision} of ${itemId}, which is not kept`)
  return found
}

const json = (list: readonly unknown[]): string => (list.length === 0 ? '[]' : JSON.stringify(list))
