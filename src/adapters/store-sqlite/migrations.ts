import type { DatabaseSync } from 'node:sqlite'

/** Oldest first; the place in the list is the version. A step that was released is never edited: add another. */
const STEPS: readonly { readonly name: string; readonly sql: string }[] = [
  {
    name: 'facts, judgments, editions',
    sql: `
      CREATE TABLE capture_body (hash TEXT PRIMARY KEY, encoding TEXT NOT NULL, body BLOB NOT NULL);
      CREATE TABLE capture (
        hash TEXT NOT NULL, source_id TEXT NOT NULL, address TEXT NOT NULL, content_type TEXT,
        size_bytes INTEGER NOT NULL, captured_at TEXT NOT NULL,
        PRIMARY KEY (hash, source_id, address, captured_at)) WITHOUT ROWID;

      CREATE TABLE item (
        n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, key TEXT NOT NULL, source_id TEXT NOT NULL,
        first_seen_at TEXT NOT NULL);
      CREATE INDEX item_key ON item (key);
      CREATE INDEX item_seen ON item (first_seen_at, id);
      CREATE INDEX item_source ON item (source_id, first_seen_at);
      CREATE TABLE revision (
        n INTEGER PRIMARY KEY, item_n INTEGER NOT NULL, revision INTEGER NOT NULL, seen_at TEXT NOT NULL,
        content_hash TEXT NOT NULL, title TEXT NOT NULL, text TEXT NOT NULL, rest TEXT NOT NULL,
        UNIQUE (item_n, revision));

      CREATE VIRTUAL TABLE word USING fts5 (
        title, text, content = '', tokenize = 'porter unicode61 remove_diacritics 2');
      CREATE TABLE word_index (indexed_n INTEGER NOT NULL);
      INSERT INTO word_index VALUES (0);

      CREATE TABLE source (
        id TEXT PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL, address TEXT NOT NULL, family TEXT NOT NULL,
        weight REAL NOT NULL, stale_after_hours REAL NOT NULL) WITHOUT ROWID;
      CREATE TABLE source_health (source_id TEXT PRIMARY KEY, health TEXT NOT NULL) WITHOUT ROWID;

      CREATE TABLE awaiting (
        seen_at TEXT NOT NULL, item_id TEXT NOT NULL, revision_n INTEGER NOT NULL,
        PRIMARY KEY (seen_at, item_id, revision_n)) WITHOUT ROWID;
      CREATE TABLE understanding (
        revision_n INTEGER PRIMARY KEY, maker TEXT NOT NULL,
        mentions TEXT NOT NULL, claims TEXT NOT NULL, forecasts TEXT NOT NULL);
      CREATE TABLE placement (
        item_n INTEGER NOT NULL, joined_at TEXT NOT NULL, story_id TEXT NOT NULL, event_id TEXT NOT NULL,
        copy_of TEXT, maker TEXT NOT NULL,
        PRIMARY KEY (item_n, joined_at)) WITHOUT ROWID;
      CREATE INDEX placement_story ON placement (story_id);
      CREATE INDEX placement_joined ON placement (joined_at);
      CREATE TABLE forward (
        from_story_id TEXT NOT NULL, to_story_id TEXT NOT NULL, at TEXT NOT NULL, maker TEXT NOT NULL,
        PRIMARY KEY (from_story_id, to_story_id)) WITHOUT ROWID;
      CREATE INDEX forward_to ON forward (to_story_id);
      CREATE TABLE named_entity (
        id TEXT PRIMARY KEY, name TEXT NOT NULL, type TEXT NOT NULL,
        first_week INTEGER NOT NULL, last_week INTEGER NOT NULL) WITHOUT ROWID;
      CREATE TABLE naming (
        week INTEGER NOT NULL, entity_id TEXT NOT NULL, seen_ms INTEGER NOT NULL, story_id TEXT NOT NULL,
        item_n INTEGER NOT NULL,
        PRIMARY KEY (week, entity_id, seen_ms, story_id, item_n)) WITHOUT ROWID;

      CREATE TABLE edition (
        id TEXT PRIMARY KEY, kind TEXT NOT NULL, date TEXT NOT NULL, title TEXT NOT NULL, body TEXT NOT NULL);
      CREATE INDEX edition_date ON edition (date, kind);
      CREATE TABLE closed_window (
        edition_id TEXT PRIMARY KEY, kind TEXT NOT NULL, date TEXT NOT NULL,
        from_at TEXT NOT NULL, to_at TEXT NOT NULL, closed_at TEXT NOT NULL) WITHOUT ROWID;
      CREATE INDEX closed_window_end ON closed_window (kind, to_at);`,
  },
  {
    name: 'acts',
    sql: `
      CREATE TABLE act (
        n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, at TEXT NOT NULL, kind TEXT NOT NULL, deed TEXT NOT NULL);`,
  },
  {
    name: 'ledger, what the trend lines count',
    sql: `
      CREATE TABLE prediction (
        n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, entered_at TEXT NOT NULL, source_id TEXT, replaces TEXT,
        body TEXT NOT NULL);
      CREATE INDEX prediction_entered ON prediction (entered_at, id);
      CREATE INDEX prediction_replaces ON prediction (replaces) WHERE replaces IS NOT NULL;
      CREATE TABLE prediction_entity (
        entity_id TEXT NOT NULL, prediction_n INTEGER NOT NULL,
        PRIMARY KEY (entity_id, prediction_n)) WITHOUT ROWID;
      CREATE TABLE resolution (
        n INTEGER PRIMARY KEY, prediction_id TEXT NOT NULL, resolved_at TEXT NOT NULL, body TEXT NOT NULL);
      CREATE INDEX resolution_of ON resolution (prediction_id);

      DROP INDEX placement_joined;
      CREATE INDEX placement_joined ON placement (joined_at, copy_of, story_id);
      ALTER TABLE naming ADD COLUMN salience INTEGER NOT NULL DEFAULT 2;`,
  },
  {
    name: 'what goes out',
    sql: `
      CREATE TABLE sending (
        edition_id TEXT NOT NULL, delivery TEXT NOT NULL, receiver TEXT NOT NULL, state TEXT NOT NULL,
        attempts INTEGER NOT NULL, tried_at TEXT NOT NULL, next_try_at TEXT, why TEXT,
        PRIMARY KEY (edition_id, delivery, receiver)) WITHOUT ROWID;
      CREATE TABLE subscriber (
        address TEXT PRIMARY KEY, channels TEXT NOT NULL, state TEXT NOT NULL, token TEXT NOT NULL, since TEXT NOT NULL)
        WITHOUT ROWID;
      CREATE TABLE recording (hash TEXT PRIMARY KEY, answer TEXT NOT NULL) WITHOUT ROWID;
      CREATE TABLE spend (
        edition_id TEXT NOT NULL, day TEXT NOT NULL, asks INTEGER NOT NULL, tokens_in INTEGER NOT NULL,
        tokens_out INTEGER NOT NULL, usd REAL NOT NULL);
      CREATE INDEX spend_day ON spend (day);
      CREATE TABLE job_run (job TEXT PRIMARY KEY, due_at TEXT NOT NULL, ran_at TEXT NOT NULL) WITHOUT ROWID;`,
  },
  {
    name: 'wiki pages',
    sql: `
      CREATE TABLE page (
        n INTEGER PRIMARY KEY, id TEXT NOT NULL, revision INTEGER NOT NULL, made_at TEXT NOT NULL, title TEXT NOT NULL,
        because TEXT NOT NULL, body TEXT NOT NULL, UNIQUE (id, revision));
      CREATE INDEX page_made ON page (made_at);`,
  },
  {
    name: 'acts to be obeyed, forwards that can be taken back',
    sql: `
      CREATE TABLE unobeyed (act_n INTEGER PRIMARY KEY);
      INSERT INTO unobeyed SELECT n FROM act WHERE kind IN ('merge', 'split', 'undo');

      ALTER TABLE forward RENAME TO old_forward;
      CREATE TABLE forward (
        from_story_id TEXT NOT NULL, to_story_id TEXT NOT NULL, at TEXT NOT NULL, maker TEXT NOT NULL,
        PRIMARY KEY (from_story_id, at)) WITHOUT ROWID;
      INSERT OR REPLACE INTO forward SELECT * FROM old_forward;
      DROP TABLE old_forward;
      CREATE INDEX forward_to ON forward (to_story_id);
      CREATE INDEX revision_later ON revision (seen_at) WHERE revision > 1;`,
  },
  {
    // A list of ten thousand pages is read from the index alone, not from what they say.
    name: 'the list of wiki pages',
    sql: `
      ALTER TABLE page ADD COLUMN kind TEXT GENERATED ALWAYS AS (json_extract(body, '$.kind')) VIRTUAL;
      ALTER TABLE page ADD COLUMN aliases TEXT GENERATED ALWAYS AS (json_extract(body, '$.aliases')) VIRTUAL;
      CREATE INDEX page_list ON page (id, revision, made_at, title, kind, aliases);`,
  },
  {
    name: 'words learnt of topics',
    sql: 'CREATE TABLE related (week TEXT PRIMARY KEY, body TEXT NOT NULL) WITHOUT ROWID;',
  },
]

/**
 * Brings a file up to the newest version, step by step, each step in a transaction of its own. Throws where the file
 * was written by a newer program, since that one may keep things that this one would lose.
 */
export function migrate(file: DatabaseSync, path: string): void {
  if (versionOf(file) === STEPS.length) return
  for (const [index, { name, sql }] of STEPS.entries()) {
    file.exec('BEGIN IMMEDIATE')
    try {
      // Looked up again under the lock: another process may have just done this step.
      const version = versionOf(file)
      if (version > STEPS.length) throw new Error(newer(path, version))
      if (version === index) {
        if (index === 0) file.exec('CREATE TABLE migration (version INTEGER PRIMARY KEY, name TEXT NOT NULL)')
        file.exec(sql)
        file.prepare('INSERT INTO migration VALUES (?, ?)').run(index + 1, name)
      }
      file.exec('COMMIT')
    } catch (error) {
      file.exec('ROLLBACK')
      throw error
    }
  }
}

function newer(path: string, version: number): string {
  return `${path} was written by a newer Bellwether (its store version is ${version}, this program knows ${STEPS.length}): update this program, or choose another folder with --data`
}

function versionOf(file: DatabaseSync): number {
  const known = file.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'migration'").get()
  if (!known) return 0
  return Number(file.prepare('SELECT max(version) AS version FROM migration').get()?.version ?? 0)
}
