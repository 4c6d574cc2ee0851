import { createHmac } from 'node:crypto'
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import type { Edition } from '#domain'
import type { Parcel } from '#ports'
import type { Target } from './formats.ts'
import { createHttpDelivery } from './index.ts'

type Seen = { path: string; headers: IncomingHttpHeaders; body: string }

let server: Server | null = null
afterEach(() => new Promise<void>((done) => (server ? server.close(() => done()) : done())))

async function open(status = 200): Promise<{ url: string; seen: Seen[] }> {
  const seen: Seen[] = []
  server = createServer((request, response) => {
    let body = ''
    request.on('data', (part) => {
      body += part
    })
    request.on('end', () => {
      seen.push({ path: request.url ?? '', headers: request.headers, body })
      response.writeHead(status).end('said')
    })
  })
  await new Promise<void>((ready) => server?.listen(0, '127.0.0.1', () => ready()))
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, seen }
}

const at = '2026-05-14T06:00:00.000Z'
const deliver = (target: Target, one = parcel('Short & <b>sweet</b>')) =>
  createHttpDelivery({
    ...{
      name: 'one',
      kinds: ['digest'],
      target,
      audience: 'public',
      site: 'https://house.example',
      now: () => at,
    },
  }).deliver(one, '')

test('a webhook is signed over time and body, and can be told from its repetition', async () => {
  const { url, seen } = await open()
  expect(await deliver({ format: 'webhook', url, secret: 'a secret of length' })).toMatchObject({
    kind: 'delivered',
  })
  const headers = seen[0]?.headers ?? {}
  const body = seen[0]?.body ?? ''
  const wanted = createHmac('sha256', 'a secret of length').update(`${at}.${body}`).digest('hex')
  expect(headers['x-bellwether-signature']).toBe(`sha256=${wanted}`)
  expect(headers['idempotency-key']).toBe('digest-2026-05-14')
  expect(JSON.parse(body)).toMatchObject({
    event: 'edition',
    url: 'https://house.example/editions/digest-2026-05-14',
  })
})

test('Slack gets text in which nothing of a source is a link or a call', async () => {
  const { url, seen } = await open()
  await deliver({ format: 'slack', url }, parcel('<!channel> & <https://bad.example|here>'))
  const { text } = JSON.parse(seen[0]?.body ?? '{}')
  expect(text).toContain('&lt;!channel&gt; &amp; &lt;https://bad.example|here&gt;')
  expect(text).toContain('<https://house.example/editions/digest-2026-05-14|Read it whole>')
})

test('Discord pings nobody and keeps to its 2,000 characters', async () => {
  const { url, seen } = await open()
  await deliver({ format: 'discord', url }, parcel('@everyone '.repeat(400)))
  const body = JSON.parse(seen[0]?.body ?? '{}')
  expect(body.allowed_mentions).toEqual({ parse: [] })
  expect(body.content.length).toBeLessThanOrEqual(2000)
})

test('Telegram gets the chat, the bot’s path, and plain text', async () => {
  const { url, seen } = await open()
  await deliver({ format: 'telegram', url, token: '123:abc', chat: '@house' })
  expect(seen[0]?.path).toBe('/bot123:abc/sendMessage')
  expect(JSON.parse(seen[0]?.body ?? '{}')).toMatchObject({ chat_id: '@house' })
  expect(seen[0]?.body).not.toContain('parse_mode')
})

test('ntfy gets a title that headers can carry', async () => {
  const { url, seen } = await open()
  await deliver({ format: 'ntfy', url: `${url}/topic`, token: 'tk' })
  expect(seen[0]).toMatchObject({ path: '/topic', body: 'Short & <b>sweet</b>' })
  expect(seen[0]?.headers.title).toMatch(/^=\?UTF-8\?B\?/)
  expect(seen[0]?.headers.authorization).toBe('Bearer tk')
})

test.each([
  [500, 'again'],
  [429, 'again'],
  [404, 'never'],
  [403, 'never'],
])('an answer of %i is tried %s', async (status, next) => {
  const { url } = await open(status)
  expect(await deliver({ format: 'slack', url })).toMatchObject({ kind: 'failed', next })
})

test('nobody at home is tried again, and no secret of the address is told', async () => {
  const outcome = await deliver({
    format: 'telegram',
    url: 'http://127.0.0.1:9',
    token: '123:secret',
    chat: 'c',
  })
  expect(outcome).toMatchObject({ kind: 'failed', next: 'again' })
  expect(JSON.stringify(outcome)).not.toContain('secret')
})

function parcel(short: string): Parcel {
  const edition = { id: 'digest-2026-05-14', kind: 'digest', title: 'Bellwether – Thursday' } as Edition
  return { edition, corrections: [], markdown: '', html: '', json: '', text: '', short, mailHtml: '' }
}
