import type { Store } from '#ports'
import { acts } from './acts.ts'
import { bins } from './bins.ts'
import { captures } from './captures.ts'
import { openDatabase } from './database.ts'
import { dossiers } from './dossiers.ts'
import { editions } from './editions.ts'
import { entities } from './entities.ts'
import { errands } from './errands.ts'
import { items } from './items.ts'
import { judgments } from './judgments.ts'
import { ledger } from './ledger.ts'
import { pages } from './pages.ts'
import { related } from './related.ts'
import { search } from './search.ts'
import { sources } from './sources.ts'

/**
 * Opens the store in a file, which is made where there is none, or in memory with `:memory:`. Throws with the path and
 * the reason when the file is no store, cannot be written, or was written by a newer program.
 */
export async function openSqliteStore(
  path: string,
  { cacheMB = 64 }: { readonly cacheMB?: number } = {},
): Promise<Store> {
  const db = openDatabase(path, cacheMB)
  const count = (sql: string) => Number(db.statement(sql).get()?.n)
  return {
    ...acts(db),
    ...captures(db),
    ...items(db),
    ...search(db),
    ...sources(db),
    ...judgments(db),
    ...related(db),
    ...dossiers(db),
    ...entities(db),
    ...bins(db),
    ...ledger(db),
    ...pages(db),
    ...editions(db),
    ...errands(db),
    async counts() {
      return db.read(() => ({
        captures: count('SELECT count(*) AS n FROM capture_body'),
        items: count('SELECT count(*) AS n FROM item'),
        revisions: count('SELECT count(*) AS n FROM revision'),
        stories: count(`SELECT count(DISTINCT story_id) AS n FROM placement
          WHERE story_id NOT IN (SELECT from_story_id FROM forward)`),
        editions: count('SELECT count(*) AS n FROM edition'),
      }))
    },
    async close() {
      db.close()
    },
  }
}
