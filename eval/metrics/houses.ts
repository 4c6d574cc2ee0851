import { existsSync } from 'node:fs'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { House } from '../../src/app/index.ts'
import { importFiles } from '../../src/app/index.ts'
import { openHouse } from '../../src/wiring.ts'

/** Runs `work` in a house that has read some files or folders, each as a source of its own; it is gone afterwards. */
export async function withHouse<T>(
  given: { readonly paths: readonly string[]; readonly now: string },
  work: (house: House) => Promise<T>,
): Promise<T> {
  const data = await mkdtemp(join(tmpdir(), 'bellwether-eval-'))
  const opened = await openHouse({ config: null, data, now: given.now, progress: () => {} })
  try {
    for (const [at, path] of given.paths.entries()) {
      const id = `source-${at}`
      const source = {
        ...{ id, name: id, kind: 'file' as const, address: path, family: id, weight: 0.5 },
        staleAfterHours: 1e6,
      }
      await importFiles(opened.house, [{ source, paths: await filesIn(path) }])
    }
    return await work(opened.house)
  } finally {
    await opened.close()
    await rm(data, { recursive: true, force: true })
  }
}

async function filesIn(path: string): Promise<string[]> {
  if (/\.\w+$/.test(path)) return [path]
  return (await readdir(path)).sort().map((name) => join(path, name))
}

/** The corpus of newsletters beside the shared gold; null where it is not there. */
export function corpusBeside(shared: string | null): string | null {
  const corpus = shared === null ? null : join(shared, '..', 'corpus')
  return corpus !== null && existsSync(join(corpus, 'ainews')) ? corpus : null
}
