import { copyFile, rename, rm, stat } from 'node:fs/promises'
import { DatabaseSync } from 'node:sqlite'
import { migrate } from './migrations.ts'

/**
 * Writes a copy of the store in `from` to the new file `to`, whole as of one instant, while others read and write on.
 * Throws where `to` is there already: a backup never overwrites another.
 */
export async function backupSqliteStore(from: string, to: string): Promise<{ sizeBytes: number }> {
  if (await isThere(to)) throw new Error(`${to} is there already; name another file`)
  const file = new DatabaseSync(from, { readOnly: true, timeout: 15_000 })
  try {
    file.prepare('VACUUM INTO ?').run(to)
  } finally {
    file.close()
  }
  return { sizeBytes: (await stat(to)).size }
}

/**
 * Puts a backup in the place of the store: checks that it is sound and not of a newer program, keeps what was there beside
 * it under `.before-restore`, and only then moves the copy in. Throws with what is wrong and changes nothing otherwise.
 */
export async function restoreSqliteStore(backup: string, store: string): Promise<void> {
  const copy = `${store}.restoring`
  await copyFile(backup, copy)
  try {
    check(copy, backup)
    if (await isThere(store)) await rename(store, `${store}.before-restore`)
    for (const beside of ['-wal', '-shm']) await rm(`${store}${beside}`, { force: true })
    await rename(copy, store)
  } finally {
    for (const left of ['', '-wal', '-shm']) await rm(`${copy}${left}`, { force: true })
  }
}

function check(copy: string, backup: string): void {
  let file: DatabaseSync | null = null
  try {
    file = new DatabaseSync(copy)
    const answer = file.prepare('PRAGMA integrity_check').get()
    if (answer?.integrity_check !== 'ok') throw new Error(String(answer?.integrity_check))
    if (!file.prepare("SELECT 1 FROM sqlite_master WHERE name = 'revision'").get())
      throw new Error('it holds no items')
    migrate(file, backup)
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause)
    throw new Error(`${backup} is no sound backup: ${why}; nothing was changed`, { cause })
  } finally {
    file?.close()
  }
}

const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  )
