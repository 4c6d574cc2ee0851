import type { RelatedWords } from '#domain'
import type { Store } from '#ports'
import type { Database } from './database.ts'

/** What the corpus taught of words, week by week. */
export function related(db: Database): Pick<Store, 'saveRelated' | 'related'> {
  const save = db.statement('INSERT OR REPLACE INTO related VALUES (?, ?)')
  const newest = db.statement('SELECT body FROM related WHERE week <= ? ORDER BY week DESC LIMIT 1')
  return {
    async saveRelated(words) {
      db.write(() => save.run(words.week, JSON.stringify(words)))
    },
    async related(at) {
      const row = newest.get(at)
      return row ? (JSON.parse(String(row.body)) as RelatedWords) : null
    },
  }
}
