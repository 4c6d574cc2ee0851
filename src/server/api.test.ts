import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js'
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js'
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runDay } from '#app'
import { EXAMPLE_SETTINGS, type Opened, openHouse } from '#wiring'
import { type Serving, serve } from './index.ts'

const home = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
const data = mkdtempSync(join(tmpdir(), 'bellwether-api-'))
const now = '2026-05-14T18:00:00.000Z'
let opened: Opened
let serving: Serving

beforeAll(async () => {
  opened = await openHouse({ config: EXAMPLE_SETTINGS, data, now, progress: () => {} })
  await runDay(opened.house, '2026-05-14')
  serving = await serve(opened.house, { host: '127.0.0.1', port: 0, stands: now })
}, 60_000)
afterAll(async () => {
  await serving.close()
  await opened.close()
  rmSync(data, { recursive: true, force: true })
})

type Answer = { ok: boolean; data: unknown; error: string | null }
type Described = {
  get: { operationId: string; parameters: { name: string; in: string; required: boolean }[] }
}
const ask = async (path: string): Promise<{ status: number } & Answer> => {
  const answer = await fetch(`${serving.address}/api${path}`)
  return { status: answer.status, ...((await answer.json()) as Answer) }
}
const river = async () =>
  (await ask('/river')).data as {
    rows: {
      id: string
      itemId: string
      paperId: string | null
      score: number
      reasons: { share: number }[]
    }[]
  }

describe('over HTTP', () => {
  test('every path of the description is answered, with ids that the answers give', async () => {
    const { paths } = (await (await fetch(`${serving.address}/api/openapi.json`)).json()) as {
      paths: Record<string, Described>
    }
    const { rows } = await river()
    const [story] = rows
    const ids: Record<string, string> = {
      stories: story?.id ?? '',
      items: story?.itemId ?? '',
      papers: rows.find(({ paperId }) => paperId !== null)?.paperId ?? '',
      entities: 'openai',
      editions: 'digest-2026-05-14',
    }
    expect(Object.keys(paths).length).toBeGreaterThan(12)
    for (const [path, { get }] of Object.entries(paths)) {
      const room = path.split('/')[1] ?? ''
      const query = get.parameters.some(({ name, required }) => name === 'q' && required) ? '?q=kv+cache' : ''
      const answer = await ask(`${path.replace('{id}', ids[room] ?? '')}${query}`)
      expect(answer, path).toMatchObject({ status: 200, ok: true, error: null })
      expect(answer.data, path).not.toBeNull()
    }
  }, 30_000)
  test('the reasons of a score add up to it', async () => {
    for (const { score, reasons } of (await river()).rows)
      expect(Math.abs(reasons.reduce((sum, { share }) => sum + share, 0) - score)).toBeLessThan(0.2)
  })
  test.each([
    ['/stories/never', 404],
    ['/items/never', 404],
    ['/editions/never', 404],
    ['/search', 400],
    ['/river?tier=9', 400],
  ])('%s gives %i and says why', async (path, status) => {
    const answer = await ask(path)
    expect(answer).toMatchObject({ status, ok: false })
    expect(answer.error).not.toBe('')
  })
})

describe.each([
  ['HTTP', () => new StreamableHTTPClientTransport(new URL(`${serving.address}/mcp`)) as Transport],
  [
    'standard input and output',
    () =>
      new StdioClientTransport({
        command: process.execPath,
        args: [
          join(home, 'bin', 'bellwether'),
          'mcp',
          '--config',
          EXAMPLE_SETTINGS,
          '--data',
          data,
          '--as-of',
          now,
        ],
        stderr: 'ignore',
      }),
  ],
])('MCP over %s', (_, transport) => {
  const client = new Client({ name: 'a test', version: '1' })
  beforeAll(() => client.connect(transport()), 30_000)
  afterAll(() => client.close())

  test('tools are listed with what they need, and none of them changes anything', async () => {
    const { tools } = await client.listTools()
    expect(tools.map(({ name }) => name)).toContain('search')
    expect(tools.find(({ name }) => name === 'search')?.inputSchema.required).toEqual(['q'])
    expect(tools.every(({ annotations }) => annotations?.readOnlyHint)).toBe(true)
  })
  test('an answer is the same as over the API', async () => {
    const { content } = (await client.callTool({ name: 'search', arguments: { q: 'kv cache' } })) as {
      content: { text: string }[]
    }
    expect(JSON.parse(content[0]?.text ?? '')).toEqual((await ask('/search?q=kv+cache')).data)
  })
  test('a wrong question is an error that says how to ask', async () => {
    const answer = (await client.callTool({ name: 'search', arguments: {} })) as {
      isError: boolean
      content: { text: string }[]
    }
    expect(answer.isError).toBe(true)
    expect(answer.content[0]?.text).toContain('"q" is missing')
  })
})
