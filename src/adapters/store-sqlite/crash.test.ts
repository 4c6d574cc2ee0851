import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { openSqliteStore } from './index.ts'

const BATCH = 200
const writer = fileURLToPath(new URL('./test-batch-writer.ts', import.meta.url))

test('two processes that write at once and are killed in mid-write leave whole batches and all they acknowledged', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'bellwether-crash-'))
  const path = join(folder, 'store.db')
  const acknowledged: string[] = []
  for (let round = 0; round < 5; round++) {
    const writers = ['one', 'two'].map((who) => writeAndDie(path, `${who}${round}`, round + 1))
    acknowledged.push(...(await Promise.all(writers)).flat())

    const store = await openSqliteStore(path)
    const batches = new Map<string, number>()
    for (const { key } of await store.items({})) batches.set(key, (batches.get(key) ?? 0) + 1)
    expect(
      [...batches.values()].filter((size) => size !== BATCH),
      'torn batches',
    ).toEqual([])
    expect(
      acknowledged.filter((key) => !batches.has(key)),
      'lost batches',
    ).toEqual([])

    let placed = 0
    for await (const _ of store.placedSince('2026-01-01T00:00:00.000Z')) placed += 1
    const waiting = (await store.awaiting(100 * BATCH)).length
    expect(placed % BATCH, 'torn judgments').toBe(0)
    expect(placed + waiting, 'placed or waiting').toBe(batches.size * BATCH)
    expect((await store.search(`"title ${acknowledged.at(-1)}"`, { limit: 999 })).length).toBe(BATCH)
    await store.close()
    expect(integrity(path)).toEqual('ok')
  }
  await rm(folder, { recursive: true })
}, 60_000)

/** Lets the writer keep some batches, then kills it a moment into the next ones. Returns what it had acknowledged. */
function writeAndDie(path: string, round: string, batches: number): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [writer, path, round], { stdio: ['ignore', 'pipe', 'inherit'] })
    let said = ''
    child.stdout.on('data', (chunk) => {
      said += chunk
      if (said.split('\n').length > batches) setTimeout(() => child.kill('SIGKILL'), batches * 7)
    })
    child.on('error', reject)
    child.on('close', () => resolve(said.split('\n').slice(0, -1)))
  })
}

function integrity(path: string): unknown {
  const file = new DatabaseSync(path)
  file.exec("INSERT INTO word (word) VALUES ('integrity-check')")
  const found = file.prepare('PRAGMA integrity_check').get()?.integrity_check
  file.close()
  return found
}
