import { createHash } from 'node:crypto'
import { DatabaseSync } from 'node:sqlite'

export type Words = { readonly title: string; readonly text: string; readonly url: string | null }

/**
 * The least that any system of this kind must do: read, hash and insert the same items with a full-text index, in
 * batches of 500. Returns seconds.
 */
export function floorSeconds(path: string, items: readonly Words[]): number {
  const from = performance.now()
  const db = new DatabaseSync(path)
  db.exec(`PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;
    CREATE TABLE item (id INTEGER PRIMARY KEY, hash TEXT UNIQUE, title TEXT, text TEXT, url TEXT);
    CREATE VIRTUAL TABLE item_words USING fts5(title, text, content='item', content_rowid='id', tokenize='porter unicode61');
    CREATE TRIGGER item_indexed AFTER INSERT ON item BEGIN
      INSERT INTO item_words(rowid, title, text) VALUES (new.id, new.title, new.text); END;`)
  const insert = db.prepare('INSERT OR IGNORE INTO item (hash, title, text, url) VALUES (?, ?, ?, ?)')
  for (let at = 0; at < items.length; at += 500) {
    db.exec('BEGIN')
    for (const { title, text, url } of items.slice(at, at + 500)) {
      const hash = createHash('sha256').update(title).update('\n').update(text).digest('hex')
      insert.run(hash, title, text, url)
    }
    db.exec('COMMIT')
  }
  db.close()
  return (performance.now() - from) / 1000
}
