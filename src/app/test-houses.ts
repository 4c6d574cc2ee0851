import { mkdtempSync } from 'node:fs'
import { rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach } from 'vitest'
import type { Instant } from '#domain'
import { type Opened, openHouse } from '#wiring'
import type { House } from './house.ts'
import { importFiles } from './import.ts'

/** Houses for one file of tests, in a folder of its own: closed after each test, and gone after all. */
export function testHouses(file: string) {
  const folder = mkdtempSync(join(tmpdir(), `bellwether-${file}-`))
  const opened: Opened[] = []
  let made = 0
  const close = async (): Promise<void> => {
    for (const one of opened.splice(0)) await one.close()
  }
  afterEach(close)
  afterAll(() => rm(folder, { recursive: true, force: true }))
  return {
    close,
    /** A house at an instant; of one name, over one store. */
    async house(now: Instant, name = `${made++}`, config: string | null = null): Promise<House> {
      const one = await openHouse({ config, data: join(folder, name), now, progress: () => {} })
      opened.push(one)
      return one.house
    },
    /** Takes items in, written as a list of posts of one source. */
    async read(house: House, items: readonly object[]): Promise<void> {
      const path = join(folder, `${made++}.jsonl`)
      await writeFile(path, items.map((item) => JSON.stringify(item)).join('\n'))
      const source = {
        ...{ id: 'desk', name: 'Desk', kind: 'file' as const, address: path, family: 'desk.example' },
        ...{ weight: 0.5, staleAfterHours: 72 },
      }
      await importFiles(house, [{ source, paths: [path] }])
    },
  }
}
