import type { Edition, EditionKind } from '#domain'
import type { Store } from '#ports'
import type { Database } from './database.ts'
import { build } from './tables.ts'

// An item is told in one edition of these kinds; a dive or an alert may look at the same days again.
const ONCE_ONLY: readonly EditionKind[] = ['digest', 'brief']

export function editions(db: Database): Pick<Store, 'publish' | 'edition' | 'editions' | 'windows'> {
  const freeze = db.statement('INSERT INTO edition (id, kind, date, title, body) VALUES (?, ?, ?, ?, ?)')
  const closeWindow = db.statement('INSERT INTO closed_window VALUES (?, ?, ?, ?, ?, ?)')
  const body = db.statement('SELECT body FROM edition WHERE id = ?')

  return {
    async publish(edition) {
      const { id, kind, date, title, window, madeAt } = edition
      const frozen = JSON.stringify(edition)
      db.write(() => {
        refuseClosed(db, edition)
        freeze.run(id, kind, date, title, frozen)
        closeWindow.run(id, kind, date, window.from, window.to, madeAt)
      })
    },
    async edition(id) {
      const row = body.get(id)
      return row ? (JSON.parse(String(row.body)) as Edition) : null
    },
    async editions({ kind, limit }) {
      const newest = build.selectFrom('edition').select(['id', 'kind', 'date', 'title'])
      const wanted = kind === undefined ? newest : newest.where('kind', '=', kind)
      const rows = db.rows(wanted.orderBy('date', 'desc').orderBy('id', 'desc').limit(limit))
      return rows.map((row) => ({ ...row, kind: row.kind as EditionKind }))
    },
    async windows(kind) {
      const rows = db.rows(
        build.selectFrom('closed_window').selectAll().where('kind', '=', kind).orderBy('to_at'),
      )
      return rows.map((row) => ({
        kind,
        date: row.date,
        interval: { from: row.from_at, to: row.to_at },
        closedAt: row.closed_at,
      }))
    },
  }
}

function refuseClosed(db: Database, { id, kind, window }: Edition): void {
  const [frozen] = db.rows(build.selectFrom('edition').select('id').where('id', '=', id))
  if (frozen) throw new Error(`store: ${id} is published and frozen; its window is closed`)
  if (!ONCE_ONLY.includes(kind)) return
  const [clash] = db.rows(
    build
      .selectFrom('closed_window')
      .select(['edition_id', 'from_at', 'to_at'])
      .where('kind', '=', kind)
      .where('from_at', '<', window.to)
      .where('to_at', '>', window.from),
  )
  if (clash)
    throw new Error(
      `store: the window of ${id} (${window.from} to ${window.to}) overlaps that of ${clash.edition_id} (${clash.from_at} to ${clash.to_at}), which is closed: its items would be told twice`,
    )
}
