import { existsSync, readdirSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type House, importFiles } from '#app'
import type { Source } from '#domain'
import { openHouse } from '../../src/wiring.ts'
import type { Row } from '../evaluation.ts'

export const CORPUS: Source = {
  ...{ id: 'corpus', name: 'corpus', kind: 'folder', address: 'corpus', family: 'corpus', weight: 0.5 },
  staleAfterHours: Number.MAX_SAFE_INTEGER,
}

/**
 * Measures in a house that has read the corpus of real newsletters, delivers nothing and is gone afterwards; `names` are
 * the files of its issues, in order of their days. No rows where there is no corpus.
 */
export async function inCorpus(
  shared: string | null,
  measure: (house: House, names: readonly string[]) => Promise<Row[]>,
): Promise<Row[]> {
  const corpus = shared === null ? '' : join(shared, '..', 'corpus', 'ainews')
  if (!existsSync(corpus)) return []
  const names = readdirSync(corpus).sort()
  const data = await mkdtemp(join(tmpdir(), 'bellwether-eval-'))
  const opened = await openHouse({
    ...{ config: null, data, now: '2026-06-01T06:00:00.000Z', progress: () => {} },
  })
  const house = { ...opened.house, deliveries: [] }
  try {
    await importFiles(house, [{ source: CORPUS, paths: names.map((name) => join(corpus, name)) }])
    return await measure(house, names)
  } finally {
    await opened.close()
    await rm(data, { recursive: true, force: true })
  }
}
