import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { publish } from '#app'
import { type Opened, openHouse } from '#wiring'
import { type Serving, serve } from './index.ts'

const data = mkdtempSync(join(tmpdir(), 'bellwether-server-'))
let opened: Opened
let serving: Serving

beforeAll(async () => {
  opened = await openHouse({ config: null, data, now: '2026-05-14T18:00:00.000Z', progress: () => {} })
  serving = await serve(opened.house, { host: '127.0.0.1', port: 0 })
})
afterAll(async () => {
  await serving.close()
  await opened.close()
  rmSync(data, { recursive: true, force: true })
})

const get = (path: string, init?: RequestInit) => fetch(`${serving.address}${path}`, init)

describe('before anything was published', () => {
  test('the front page says what to do', async () =>
    expect(await (await get('/')).text()).toContain('bellwether digest'))
  test('the health page answers', async () =>
    expect(await (await get('/healthz')).json()).toEqual({ ok: true }))
})

describe('once a digest is out', () => {
  beforeAll(async () => void (await publish(opened.house, '2026-05-14')))

  test('the front page leads to it', async () => {
    const answer = await get('/', { redirect: 'manual' })
    expect(answer.headers.get('location')).toBe('/editions/digest-2026-05-14')
  })
  test.each([
    ['/editions/digest-2026-05-14', 'text/html'],
    ['/editions/digest-2026-05-14.md', 'text/markdown'],
    ['/editions/digest-2026-05-14.json', 'application/json'],
    ['/editions', 'text/html'],
    ['/search?q=kv+cache', 'text/html'],
    ['/sources', 'text/html'],
  ])('%s answers with %s', async (path, type) => {
    const answer = await get(path)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toContain(type)
  })
  test('no page may load or run anything from elsewhere', async () => {
    for (const path of ['/editions', '/editions/digest-2026-05-14']) {
      expect((await get(path)).headers.get('content-security-policy')).toContain("default-src 'none'")
    }
  })
})

describe('bad requests', () => {
  test.each(['/editions/digest-1999-01-01', '/nowhere', '/editions/..%2f..%2fetc%2fpasswd'])(
    '%s is a page that says so',
    async (path) => {
      const answer = await get(path)
      expect(answer.status).toBe(404)
      expect(await answer.text()).toContain('All editions')
    },
  )
  test('a query is shown as text, never as markup', async () => {
    const text = await (await get(`/search?q=${encodeURIComponent('"><script>alert(1)</script>')}`)).text()
    expect(text).not.toContain('<script>')
  })
  test('an endless query is cut', async () =>
    expect((await get(`/search?q=${'a'.repeat(8000)}`)).status).toBe(200))
})
