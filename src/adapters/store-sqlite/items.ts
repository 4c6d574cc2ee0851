import type { Instant, Interval, Item } from '#domain'
import type { Store } from '#ports'
import type { Database } from './database.ts'
import { everyRevision, FOREVER, itemOf, newestRevision, restOf } from './item-row.ts'
import { among, build } from './tables.ts'

/** What is kept of an item already, as far as saving needs it. */
type Kept = { itemN: number; newest: number; readonly contentHashes: Set<string> }

export function items(db: Database): Pick<Store, 'saveItems' | 'items' | 'itemsSeen' | 'revisions'> {
  const insertItem = db.statement('INSERT INTO item (id, key, source_id, first_seen_at) VALUES (?, ?, ?, ?)')
  const insertRevision = db.statement(
    'INSERT INTO revision (item_n, revision, seen_at, content_hash, title, text, rest) VALUES (?, ?, ?, ?, ?, ?, ?)',
  )
  const countSeen = db.statement(
    'SELECT count(*) AS n FROM item WHERE first_seen_at >= ? AND first_seen_at < ?',
  )
  const queue = db.statement('INSERT INTO awaiting VALUES (?, ?, ?)')

  const add = (item: Item, itemN: number): void => {
    const { revision, seenAt, contentHash, title, text } = item
    const { lastInsertRowid } = insertRevision.run(
      ...[itemN, revision, seenAt, contentHash, title, text, restOf(item)],
    )
    queue.run(seenAt, item.id, lastInsertRowid)
  }

  return {
    async saveItems(given) {
      return db.write(() => {
        const known = keptOf(db, given)
        const closed = closedWindows(db, given)
        const saved = { added: [] as Item[], revised: [] as Item[], unchanged: 0 }
        for (const item of given) {
          const kept = known.get(item.id)
          if (kept?.contentHashes.has(item.contentHash)) {
            saved.unchanged += 1
            continue
          }
          const seenAt = openInstant(item.seenAt, closed)
          const fact: Item = { ...item, seenAt, revision: (kept?.newest ?? 0) + 1 }
          if (kept) {
            add(fact, kept.itemN)
            kept.newest += 1
            kept.contentHashes.add(item.contentHash)
            saved.revised.push(fact)
          } else {
            const itemN = Number(insertItem.run(item.id, item.key, item.sourceId, seenAt).lastInsertRowid)
            add(fact, itemN)
            known.set(item.id, { itemN, newest: 1, contentHashes: new Set([item.contentHash]) })
            saved.added.push(fact)
          }
        }
        return saved
      })
    },

    async items({ ids, keys, seen, sourceId, asOf, limit }) {
      // The first revision of an item is its oldest: said once more, so that the index of items is walked.
      let query = newestRevision(asOf ?? FOREVER).where('item.first_seen_at', '<', asOf ?? FOREVER)
      if (ids) query = query.where('item.id', 'in', among(ids))
      if (keys) query = query.where('item.key', 'in', among(keys))
      if (sourceId !== undefined) query = query.where('item.source_id', '=', sourceId)
      if (seen)
        query = query.where('item.first_seen_at', '>=', seen.from).where('item.first_seen_at', '<', seen.to)
      const direction = limit === undefined ? 'asc' : 'desc'
      query = query.orderBy('item.first_seen_at', direction).orderBy('item.id', direction)
      return db.rows(limit === undefined ? query : query.limit(limit)).map(itemOf)
    },

    async itemsSeen({ from, to }) {
      return Number(countSeen.get(from, to)?.n)
    },

    async revisions(itemId) {
      return db.rows(everyRevision.where('item.id', '=', itemId).orderBy('revision.revision')).map(itemOf)
    },
  }
}

function keptOf(db: Database, given: readonly Item[]): Map<string, Kept> {
  const rows = db.rows(
    build
      .selectFrom('item')
      .innerJoin('revision', 'revision.item_n', 'item.n')
      .select(['item.id', 'item.n', 'revision.revision', 'revision.content_hash'])
      .where('item.id', 'in', among(given.map(({ id }) => id))),
  )
  const known = new Map<string, Kept>()
  for (const { id, n, revision, content_hash } of rows) {
    const kept = known.get(id) ?? { itemN: n, newest: 0, contentHashes: new Set() }
    kept.newest = Math.max(kept.newest, revision)
    kept.contentHashes.add(content_hash)
    known.set(id, kept)
  }
  return known
}

function closedWindows(db: Database, given: readonly Item[]): Interval[] {
  const earliest = given.reduce((least, { seenAt }) => (seenAt < least ? seenAt : least), FOREVER)
  return db.rows(
    build
      .selectFrom('closed_window')
      .select(['from_at as from', 'to_at as to'])
      .where('kind', 'in', ['digest', 'brief'])
      .where('to_at', '>', earliest)
      .orderBy('to_at'),
  )
}

// Only here, under the write lock, can nobody close the window between the look and the saving.
function openInstant(seenAt: Instant, closed: readonly Interval[]): Instant {
  return closed.reduce((at, { from, to }) => (from <= at && at < to ? to : at), seenAt)
}
