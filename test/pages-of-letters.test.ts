import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { importFiles, publish, publishBrief } from '../src/app/index.ts'
import type { Source } from '../src/domain/index.ts'
import { type Serving, serve } from '../src/server/index.ts'
import { type Opened, openHouse } from '../src/wiring.ts'
import { CHROMIUM, launch, violations, why } from './browser.ts'

// The pages over real newsletters, whose titles, names and figures are longer and odder than those of the sample stream.

const FOLDER = join(import.meta.dirname, '..', '..', 'shared', 'corpus', 'ainews')
const LETTERS = existsSync(FOLDER)
  ? readdirSync(FOLDER).filter((name) => name >= '2026-05-04' && name < '2026-05-15')
  : []
const reason = LETTERS.length > 0 ? why : ` (skipped: no letters at ${FOLDER})`
const WIDTHS = [390, 820, 1440]
const PATHS = [
  '/',
  '/river',
  '/editions/brief-2026-W19',
  '/trends',
  '/atlas',
  '/predictions',
  '/threads',
  '/search?q=openai',
  '/ask?q=what+do+we+know+about+KV+cache',
  '/entities/openai',
  '/why',
]

describe.skipIf(!CHROMIUM || LETTERS.length === 0)(`pages over letters${reason}`, () => {
  const data = mkdtempSync(join(tmpdir(), 'bellwether-letters-'))
  let opened: Opened
  let serving: Serving
  let browser: Browser

  beforeAll(async () => {
    const now = '2026-05-14T18:00:00.000Z'
    opened = await openHouse({ config: null, data, now, progress: () => {} })
    const source: Source = {
      ...{ id: 'letters', name: 'Letters', kind: 'folder', address: FOLDER, family: 'letters.example' },
      ...{ weight: 0.6, staleAfterHours: 96 },
    }
    await importFiles(opened.house, [{ source, paths: LETTERS.map((name) => join(FOLDER, name)) }])
    await publish(opened.house, '2026-05-14')
    await publishBrief(opened.house, '2026-W19')
    serving = await serve(opened.house, { host: '127.0.0.1', port: 0, stands: now })
    browser = await launch()
  }, 180_000)
  afterAll(async () => {
    await browser?.close()
    await serving?.close()
    await opened?.close()
    rmSync(data, { recursive: true, force: true })
  })

  const first = async (list: string, link: string) => {
    const page = await browser.newPage()
    await page.goto(`${serving.address}${list}`)
    const path = await page.locator(link).first().getAttribute('href')
    await page.close()
    return path ?? ''
  }

  test.each([
    ...PATHS.map((path) => [path, async () => path] as const),
    ['a story', () => first('/river', '.row h3 a')],
    ['a thread', () => first('/threads', '.threads tbody a')],
    ['an item', () => first('/search?q=qwen', '.meta a[href^="/items/"]')],
    ['the place in a source', () => first('/', 'sup a')],
  ] as const)(
    '%s fits its screen and has nothing wrong for axe',
    async (_, pathOf) => {
      const context = await browser.newContext({ colorScheme: 'dark', bypassCSP: true })
      const page = await context.newPage()
      await page.goto(`${serving.address}${await pathOf()}`, { waitUntil: 'load' })
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 900 })
        expect(
          await page.evaluate('document.documentElement.scrollWidth - innerWidth'),
          `too wide at ${width}`,
        ).toBeLessThanOrEqual(0)
        expect(await violations(page), `at ${width}`).toEqual([])
      }
      await context.close()
    },
    60_000,
  )
})
