import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { backupSqliteStore, restoreSqliteStore } from './backup.ts'
import { openSqliteStore } from './open.ts'

let folder = ''
let path = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bellwether-backup-'))
  path = join(folder, 'bellwether.db')
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const act = (id: string) => ({
  id,
  at: '2026-05-14T00:00:00.000Z',
  deed: { kind: 'star' as const, itemId: id },
})

test('a backup taken while the store is open comes back as it was', async () => {
  const store = await openSqliteStore(path)
  await store.saveAct(act('before'))
  await backupSqliteStore(path, join(folder, 'copy.db'))
  await store.saveAct(act('after'))
  await store.close()

  await restoreSqliteStore(join(folder, 'copy.db'), path)
  const restored = await openSqliteStore(path)
  expect((await restored.acts({})).map(({ id }) => id)).toEqual(['before'])
  await restored.close()
  const kept = await openSqliteStore(`${path}.before-restore`)
  expect((await kept.acts({})).map(({ id }) => id)).toEqual(['before', 'after'])
  await kept.close()
})

test('a backup never overwrites another', async () => {
  await (await openSqliteStore(path)).close()
  await writeFile(join(folder, 'copy.db'), 'mine')
  await expect(backupSqliteStore(path, join(folder, 'copy.db'))).rejects.toThrow(/is there already/)
  expect(await readFile(join(folder, 'copy.db'), 'utf8')).toBe('mine')
})

test.each([
  ['no database at all', Buffer.from('not a database, but long enough to look at'.repeat(200))],
  ['an empty file', Buffer.alloc(0)],
])('%s is refused, and the store stays', async (_, bytes) => {
  const store = await openSqliteStore(path)
  await store.saveAct(act('mine'))
  await store.close()
  await writeFile(join(folder, 'bad.db'), bytes)
  await expect(restoreSqliteStore(join(folder, 'bad.db'), path)).rejects.toThrow(
    /no sound backup.*nothing was changed/s,
  )
  const still = await openSqliteStore(path)
  expect(await still.acts({})).toHaveLength(1)
  await still.close()
})
