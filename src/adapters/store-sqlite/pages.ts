import type { Page, PageKind } from '#domain'
import type { PageRow, Store } from '#ports'
import type { Database } from './database.ts'
import { FOREVER } from './item-row.ts'

type Pages = Pick<Store, 'savePages' | 'page' | 'pages' | 'pageRows' | 'lastPageAt' | 'pageLog'>

export function pages(db: Database): Pages {
  const save = db.statement(
    'INSERT INTO page (id, revision, made_at, title, because, body) VALUES (?, ?, ?, ?, ?, ?)',
  )
  const newest = db.statement(
    'SELECT body FROM page WHERE id = ? AND made_at < ? ORDER BY revision DESC LIMIT 1',
  )
  const isNewest = `made_at < ?1 AND NOT EXISTS (
      SELECT 1 FROM page newer WHERE newer.id = page.id AND newer.revision > page.revision AND newer.made_at < ?1)`
  const all = db.statement(`SELECT body FROM page WHERE ${isNewest} ORDER BY id`)
  // Told to use the index that holds all of a line: left alone, each line would be read from its body.
  const line = 'SELECT id, kind, title, aliases, revision FROM page INDEXED BY page_list'
  const list = db.statement(`${line} WHERE ${isNewest} ORDER BY id`)
  const called = db.statement(`${line} WHERE NOT EXISTS (
    SELECT 1 FROM json_each(?2) WHERE instr(lower(title || ' ' || aliases), value) = 0) AND ${isNewest} ORDER BY length(title), id`)
  const leading = db.statement(`
    SELECT id, kind, title, aliases, revision FROM page
    WHERE (instr(body, ?2) OR instr(body, ?3)) AND ${isNewest} ORDER BY id`)
  const logged = 'SELECT id, revision, made_at, title, because FROM page WHERE'
  const log = db.statement(`${logged} made_at >= ? AND made_at < ? ORDER BY n`)
  const logOfOne = db.statement(`${logged} made_at >= ? AND made_at < ? AND id = ? ORDER BY n`)
  const last = db.statement('SELECT max(made_at) AS at FROM page')
  const pageOf = (row: Record<string, unknown>) => JSON.parse(String(row.body)) as Page

  const rowOf = (row: Record<string, unknown>): PageRow => ({
    ...{ id: String(row.id), kind: String(row.kind) as PageKind, title: String(row.title) },
    ...{ aliases: JSON.parse(String(row.aliases)) as string[], revision: Number(row.revision) },
  })

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
    async pageRows({ asOf = FOREVER, linkingTo, saying }) {
      if (saying !== undefined) return called.all(asOf, JSON.stringify(saying)).map(rowOf)
      if (linkingTo === undefined) return list.all(asOf).map(rowOf)
      // Bodies are kept as JSON, so what is looked for in them is written as JSON writes it.
      const link = JSON.stringify(`[[${linkingTo}`).slice(1, -1)
      return leading.all(asOf, `${link}|`, `${link}]]`).map(rowOf)
    },
    async lastPageAt() {
      const at = last.get()?.at
      return at === null || at === undefined ? null : String(at)
    },
    async pageLog({ since = '', asOf = FOREVER, pageId }) {
      const rows = pageId === undefined ? log.all(since, asOf) : logOfOne.all(since, asOf, pageId)
      return rows.map((row) => ({
        ...{ pageId: String(row.id), revision: Number(row.revision), madeAt: String(row.made_at) },
        ...{ title: String(row.title), because: String(row.because) },
      }))
    },
  }
}
