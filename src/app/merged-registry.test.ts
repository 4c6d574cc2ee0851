import { mkdtempSync } from 'node:fs'
import { rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { openHouse } from '../wiring.ts'
import { entityNamed, importFiles, mark, rebuild, sameEntity, storiesOf } from './index.ts'

const folder = mkdtempSync(join(tmpdir(), 'bellwether-merge-'))
afterAll(() => rm(folder, { recursive: true, force: true }))

test('a name merged by the reader counts for its entity after a rebuild, and no longer once that is undone', async () => {
  const opened = await openHouse({
    config: null,
    data: folder,
    now: '2026-05-13T12:00:00Z',
    progress: () => {},
  })
  const { house } = opened
  try {
    const path = join(folder, 'letter.jsonl')
    const item = {
      title: 'OAIcorp opens an office',
      url: 'https://desk.example/a',
      text: 'OAIcorp opens an office in Oslo.',
    }
    await writeFile(path, JSON.stringify({ ...item, published: '2026-05-12T08:00:00Z' }))
    const source = { id: 'desk', name: 'Desk', kind: 'file', address: path, family: 'desk.example' } as const
    await importFiles(house, [{ source: { ...source, weight: 0.5, staleAfterHours: 72 }, paths: [path] }])
    const openai = entityNamed(house, 'OpenAI')
    if (!openai) throw new Error('the registry lacks OpenAI')
    const told = async () => (await storiesOf(house, openai.id, { limit: 5, asOf: null })).length
    expect(await told()).toBe(0)

    const merge = await sameEntity(house, 'OAIcorp', openai)
    if (!merge) throw new Error('OAIcorp is a name of OpenAI already')
    const act = await mark(house, merge)
    await rebuild(house)
    expect(await told()).toBe(1)

    await mark(house, { kind: 'undo', actId: act.id })
    await rebuild(house)
    expect(await told()).toBe(0)
    expect(await sameEntity(house, 'open ai', openai)).toBeNull()
  } finally {
    await opened.close()
  }
})
