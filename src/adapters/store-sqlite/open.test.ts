import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSqliteStore } from './index.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bellwether-open-'))
})
afterAll(() => rm(folder, { recursive: true }))

test('a store of a newer program is refused, and says what to do', async () => {
  const path = join(folder, 'newer.db')
  await (await openSqliteStore(path)).close()
  const file = new DatabaseSync(path)
  file.exec("INSERT INTO migration VALUES (999, 'from the future')")
  file.close()
  await expect(openSqliteStore(path)).rejects.toThrow(/newer\.db was written by a newer Bellwether.*update/)
})

test('a file that is no store is refused with its path and left as it was', async () => {
  const path = join(folder, 'letter.db')
  await writeFile(path, 'Dear reader, this is no database. '.repeat(100))
  await expect(openSqliteStore(path)).rejects.toThrow(/cannot open .*letter\.db.*not a database/)
})

test('a folder that is not there is named', async () => {
  const path = join(folder, 'nowhere', 'store.db')
  await expect(openSqliteStore(path)).rejects.toThrow(`cannot open ${path}`)
})

test('a store in memory ends with its closing, and closing twice is harmless', async () => {
  const store = await openSqliteStore(':memory:')
  expect((await store.counts()).items).toBe(0)
  await store.close()
  await store.close()
})

test('several that open a new file at once all find the same store', async () => {
  const path = join(folder, 'shared.db')
  const stores = await Promise.all(Array.from({ length: 4 }, () => openSqliteStore(path)))
  for (const store of stores) expect(await store.counts()).toMatchObject({ items: 0, editions: 0 })
  for (const store of stores) await store.close()
})
