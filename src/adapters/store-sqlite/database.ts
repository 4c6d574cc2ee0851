import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
import type { Compilable } from 'kysely'
import { migrate } from './migrations.ts'

/** An open file: statements are kept prepared, and every transaction runs to its end without a pause. */
export type Database = {
  /** What a query built with Kysely finds. */
  rows<Row>(query: Compilable<Row>): Row[]
  /** A prepared statement, kept by its text: for what must be fast or only this engine understands. */
  statement(sql: string): StatementSync
  /** Reads that belong together see one state, whatever other processes write meanwhile. */
  read<T>(work: () => T): T
  /** Takes the write lock at once (waiting for others), then does all of the work or none of it. */
  write<T>(work: () => T): T
  /** The same where nobody else is writing; false, and nothing done, where somebody is. */
  writeIfFree(work: () => void): boolean
  close(): void
}

/** How long one process waits for another's write to end. */
const WAIT_MS = 15_000
const PAUSE_MS = 20
/** SQLITE_BUSY. */
const LOCKED = 5
const MOST_KEPT_STATEMENTS = 200
// 64 MB: an index page that is written in batch after batch goes into the file once for all of them.
const CHECKPOINT_PAGES = 16_000

/** Opens or makes the file, of which up to `cacheMB` are kept in memory. Throws with the path and what to do when it cannot be used. */
export function openDatabase(path: string, cacheMB: number): Database {
  const file = openFile(path, cacheMB)
  const kept = new Map<string, StatementSync>()
  const statement = (sql: string): StatementSync => {
    const known = kept.get(sql)
    if (known) return known
    if (kept.size >= MOST_KEPT_STATEMENTS) kept.clear()
    const prepared = file.prepare(sql)
    kept.set(sql, prepared)
    return prepared
  }
  const within = <T>(begin: string, work: () => T): T => {
    statement(begin).run()
    try {
      const result = work()
      statement('COMMIT').run()
      return result
    } catch (error) {
      if (file.isTransaction) statement('ROLLBACK').run()
      throw error
    }
  }
  return {
    statement,
    rows<Row>(query: Compilable<Row>): Row[] {
      const { sql, parameters } = query.compile()
      return statement(sql).all(...(parameters as SQLInputValue[])) as Row[]
    },
    read: (work) => within('BEGIN', work),
    write: (work) => within('BEGIN IMMEDIATE', work),
    writeIfFree(work) {
      file.exec('PRAGMA busy_timeout = 0')
      try {
        within('BEGIN IMMEDIATE', work)
        return true
      } catch (error) {
        if (isLocked(error)) return false
        throw error
      } finally {
        file.exec(`PRAGMA busy_timeout = ${WAIT_MS}`)
      }
    },
    close() {
      kept.clear()
      if (file.isOpen) file.close()
    },
  }
}

const isLocked = (error: unknown): boolean => (error as { errcode?: number }).errcode === LOCKED

/**
 * Turns the write-ahead log on. Where two processes make a new file at once the one that comes second is turned away
 * without being made to wait, so it asks again.
 */
function turnWalOn(file: DatabaseSync): void {
  const until = Date.now() + WAIT_MS
  for (;;)
    try {
      file.exec('PRAGMA journal_mode = WAL')
      return
    } catch (error) {
      if (!isLocked(error) || Date.now() > until) throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE_MS)
    }
}

function openFile(path: string, cacheMB: number): DatabaseSync {
  let file: DatabaseSync | null = null
  try {
    // The waiting time comes first: turning WAL on needs the lock that another process may be holding.
    file = new DatabaseSync(path, { timeout: WAIT_MS })
    turnWalOn(file)
    file.exec(`
      PRAGMA synchronous = NORMAL;
      PRAGMA temp_store = FILE;
      PRAGMA cache_size = -${cacheMB * 1000};
      PRAGMA wal_autocheckpoint = ${CHECKPOINT_PAGES};
      PRAGMA journal_size_limit = ${CHECKPOINT_PAGES * 4096};`)
    migrate(file, path)
    return file
  } catch (cause) {
    file?.close()
    const why = cause instanceof Error ? cause.message : String(cause)
    const cure = /not a database|malformed/.test(why)
      ? '; "bellwether restore" puts a backup in its place'
      : ''
    throw new Error(`store: cannot open ${path}: ${why}${cure}`, { cause })
  }
}
