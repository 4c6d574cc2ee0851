import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { storeContract } from '../../ports/store.contract.ts'
import { openSqliteStore } from './index.ts'

const folder = mkdtempSync(join(tmpdir(), 'bellwether-store-'))
afterAll(() => rm(folder, { recursive: true, force: true }))

let made = 0
storeContract('sqlite', async () => {
  const path = join(folder, `${made++}.db`)
  return { store: await openSqliteStore(path), reopen: () => openSqliteStore(path) }
})
