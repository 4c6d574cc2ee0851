import type { Page } from '#domain'
import type { Store } from '#ports'
import type { Database } from './database.ts'
import { FOREVER } from './item-row.ts'

export function pages(db: Database): Pick<Store, 'savePages' | 'page' | 'pages' | 'pageLog'> {
  const save = db.statement(
    'INSERT INTO page (id, revision, made_at, title, because, body) VALUES (?, ?, ?, ?, ?, ?)',
  )
  const newest = db.statement(
    'SELECT body FROM page WHERE id = ? AND made_at < ? ORDER BY revision DESC LIMIT 1',
  )
  const all = db.statement(`
    SELECT body FROM page WHERE made_at < ?1 AND NOT EXISTS (
      SELECT 1 FROM page newer WHERE newer.id = page.id AND newer.revision > page.revision AND newer.made_at < ?1)
    ORDER BY id`)
  const log = db.statement(
    'SELECT id, revision, made_at, title, because FROM page WHERE made_at >= ? AND made_at < ? ORDER BY n',
  )
  const pageOf = (row: Record<string, unknown>) => JSON.parse(String(row.body)) as Page

  return {
    async savePages(given) {
      db.write(() => {
        for (const page of given)
          save.run(page.id, page.revision, page.madeAt, page.title, page.because, JSON.stringify(page))
      })
    },
    async page(id, { asOf = FOREVER }) {
      const row = newest.get(id, asOf)
      return row ? pageOf(row) : null
    },
    async pages({ asOf = FOREVER }) {
      return all.all(asOf).map(pageOf)
    },
    async pageLog({ since = '', asOf = FOREVER }) {
      return log.all(since, asOf).map((row) => ({
        ...{ pageId: String(row.id), revision: Number(row.revision), madeAt: String(row.made_at) },
        ...{ title: String(row.title), because: String(row.because) },
      }))
    },
  }
}
