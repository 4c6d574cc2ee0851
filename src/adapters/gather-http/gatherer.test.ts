import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib'
import { afterEach, expect, test } from 'vitest'
import type { Source, SourceHealth, SourceKind } from '#domain'
import type { Gathered } from '#ports'
import { createHttpGatherer, type HttpOptions } from './index.ts'

const NOW = '2026-05-14T18:00:00.000Z'
const FEED = '<rss version="2.0"><channel><title>Feed</title></channel></rss>'

const servers: Server[] = []
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
})

test('a feed comes with its bytes, its type with the charset, and what to ask with next time', async () => {
  const latin = Buffer.from('<rss>caf\xe9</rss>', 'latin1')
  const host = await serve((_, response) =>
    response
      .writeHead(200, {
        'content-type': 'text/xml; charset=ISO-8859-1',
        etag: '"v1"',
        'last-modified': 'a day',
      })
      .end(latin),
  )
  const answer = await gather(`http://${host}/feed`, { allowPrivate: [host] })
  expect(answer).toMatchObject({ kind: 'fresh', etag: '"v1"', lastModified: 'a day', problems: [] })
  const [{ capture, body } = { capture: null, body: new Uint8Array() }] =
    answer.kind === 'fresh' ? answer.captures : []
  expect(Buffer.from(body)).toEqual(latin)
  expect(capture).toMatchObject({
    ...{ address: `http://${host}/feed`, contentType: 'text/xml; charset=ISO-8859-1', capturedAt: NOW },
    ...{ sizeBytes: latin.length, sourceId: 'source', hash: expect.stringMatching(/^[0-9a-f]{64}$/) },
  })
})

test('we say who we are, and what we have', async () => {
  let headers: Record<string, unknown> = {}
  const host = await serve((request, response) => {
    headers = request.headers
    response.writeHead(304).end()
  })
  const answer = await gather(
    `http://${host}/`,
    { allowPrivate: [host] },
    { health: { etag: '"v1"', lastModified: 'a day' } },
  )
  expect(answer).toEqual({ kind: 'unchanged' })
  expect(headers).toMatchObject({
    ...{
      'user-agent': expect.stringMatching(/^Bellwether\/\d/),
      'if-none-match': '"v1"',
      'if-modified-since': 'a day',
    },
    accept: expect.stringContaining('application/rss+xml'),
  })
})

test.each([
  ['gzip', gzipSync(FEED)],
  ['x-gzip', gzipSync(FEED)],
  ['deflate', deflateSync(FEED)],
  ['deflate', deflateRawSync(FEED)],
  ['br', brotliCompressSync(FEED)],
  ['zstd', zstdCompressSync(FEED)],
  ['identity', Buffer.from(FEED)],
  ['deflate, gzip', gzipSync(deflateSync(FEED))],
])('a body packed with %s is unpacked', async (encoding, body) => {
  const host = await serve((_, response) =>
    response.writeHead(200, { 'content-encoding': encoding }).end(body),
  )
  expect(textOf(await gather(`http://${host}/`, { allowPrivate: [host] }))).toBe(FEED)
})

test.each([
  ['a gzip bomb', { 'content-encoding': 'gzip' }, gzipSync(Buffer.alloc(200_000_000)), /larger than 1 MB/],
  [
    'a bomb in a bomb',
    { 'content-encoding': 'gzip, gzip' },
    gzipSync(gzipSync(Buffer.alloc(50_000_000))),
    /larger than 1 MB/,
  ],
  ['a plain flood', {}, Buffer.alloc(2_000_000), /larger than 1 MB/],
  ['half a gzip', { 'content-encoding': 'gzip' }, gzipSync(FEED).subarray(0, 30), /damaged or cut off/],
  ['noise as br', { 'content-encoding': 'br' }, Buffer.from('noise, noise'), /damaged or cut off/],
  ['an unknown packing', { 'content-encoding': 'lzma' }, Buffer.from('x'), /"lzma"/],
  ['too many packings', { 'content-encoding': 'gzip,gzip,gzip,gzip' }, Buffer.from('x'), /4 times/],
  [
    'less than it promised',
    { 'content-length': '500' },
    Buffer.from('short'),
    /broke off|as long as it said/,
  ],
])('%s is refused', async (_, headers, body, wanted) => {
  const host = await serve((_request, response) => {
    response.writeHead(200, headers).write(body)
    setTimeout(() => response.destroy(), 'content-length' in headers ? 20 : 2000).unref()
    if (!('content-length' in headers)) response.end()
  })
  expect(whyOf(await gather(`http://${host}/`, { allowPrivate: [host], mostBytes: 1_000_000 }))).toMatch(
    wanted,
  )
})

test.each([
  ['before its headers', false],
  ['between its bytes', true],
])('a server that dawdles %s is left after the whole time', async (_, hasHeaders) => {
  const host = await serve((_request, response) => {
    if (hasHeaders) response.writeHead(200)
    const drip = setInterval(() => hasHeaders && response.write('.'), 20)
    response.on('close', () => clearInterval(drip))
  })
  const from = performance.now()
  const answer = await gather(`http://${host}/`, { allowPrivate: [host], timeoutMs: 300 })
  expect(whyOf(answer)).toBe('no whole answer came within 0.3 s')
  expect(performance.now() - from).toBeLessThan(3000)
})

test.each([
  ...[
    'http://127.0.0.1:PORT/',
    'http://localhost:PORT/',
    'http://2130706433:PORT/',
    'http://0x7f.1:PORT/',
    'http://127.1:PORT/',
  ],
  ...['http://0.0.0.0:PORT/', 'http://[::1]:PORT/', 'http://[::ffff:127.0.0.1]:PORT/', 'http://[::]:PORT/'],
  ...['http://169.254.169.254/latest/meta-data/', 'http://10.0.0.1/', 'http://[fd00:ec2::254]/'],
])('%s is never entered, asked for or redirected to', async (address) => {
  let visits = 0
  const inside = await serve((_, response) => {
    visits += 1
    response.end('secret')
  })
  const hidden = address.replace('PORT', inside.split(':')[1] ?? '')
  const outside = await serve((_, response) => response.writeHead(302, { location: hidden }).end())
  expect(whyOf(await gather(hidden, {}))).toMatch(/private network.*allowPrivate/)
  expect(whyOf(await gather(`http://${outside}/`, { allowPrivate: [outside] }))).toMatch(/private network/)
  expect(visits).toBe(0)
})

test.each(['ftp://example.org/', 'file:///etc/passwd', 'data:text/plain,hi', 'javascript:alert(1)'])(
  'a redirect to %s is not followed',
  async (location) => {
    const host = await serve((_, response) => response.writeHead(302, { location }).end())
    expect(whyOf(await gather(`http://${host}/`, { allowPrivate: [host] }))).toMatch(/only http and https/)
  },
)

test('redirects are followed, five and no more', async () => {
  const host = await serve((request, response) => {
    const left = Number(request.url?.slice(1))
    if (left === 0) response.end(FEED)
    else response.writeHead(302, { location: `/${left - 1}` }).end()
  })
  const five = await gather(`http://${host}/5`, { allowPrivate: [host] })
  expect(five).toMatchObject({ captures: [{ capture: { address: `http://${host}/0` } }], problems: [] })
  expect(whyOf(await gather(`http://${host}/6`, { allowPrivate: [host] }))).toMatch(/more than 5 times/)
  expect(whyOf(await gather(`http://${host}/1000000`, { allowPrivate: [host] }))).toMatch(/more than 5 times/)
})

test('a move for good is noted with the new address, and a move for now is not', async () => {
  const host = await serve((request, response) => {
    if (request.url === '/new') response.end(FEED)
    else response.writeHead(request.url === '/old' ? 301 : 307, { location: '/new' }).end()
  })
  expect(await gather(`http://${host}/old`, { allowPrivate: [host] })).toMatchObject({
    problems: [
      { severity: 'note', what: expect.stringContaining(`http://${host}/new`), where: `http://${host}/old` },
    ],
  })
  expect(await gather(`http://${host}/busy`, { allowPrivate: [host] })).toMatchObject({ problems: [] })
})

test('a login goes to the one it is meant for, and is never printed', async () => {
  const seen: (string | undefined)[] = []
  const other = await serve((request, response) => {
    seen.push(request.headers.authorization)
    response.end(FEED)
  })
  const host = await serve((request, response) => {
    seen.push(request.headers.authorization)
    if (request.url === '/away') response.writeHead(301, { location: `http://a:b@${other}/` }).end()
    else response.writeHead(301, { location: '/away' }).end()
  })
  const answer = await gather(`http://me:p%40ss@${host}/`, { allowPrivate: [host, other] })
  const basic = `Basic ${Buffer.from('me:p@ss').toString('base64')}`
  expect(seen).toEqual([basic, basic, undefined])
  expect(
    JSON.stringify(answer.kind === 'fresh' && [answer.captures[0]?.capture, answer.problems[0]?.what]),
  ).not.toMatch(/p%40ss|p@ss/)
})

test.each([
  [410, {}, 0, /gone for good/, '2026-05-14T18:05:00.000Z'],
  [404, {}, 1, /not there.*address right/, '2026-05-14T18:10:00.000Z'],
  [403, {}, 0, /does not let us in/, '2026-05-14T18:05:00.000Z'],
  [429, { 'retry-after': '7200' }, 0, /less often/, '2026-05-14T20:00:00.000Z'],
  [503, { 'retry-after': 'Fri, 15 May 2026 18:00:00 GMT' }, 0, /in trouble/, '2026-05-15T18:00:00.000Z'],
  [500, {}, 9, /in trouble/, '2026-05-15T18:00:00.000Z'],
  [302, {}, 0, /status 302/, '2026-05-14T18:05:00.000Z'],
])(
  'status %i with %j after %i failures is explained and tried again later',
  async (status, headers, failuresInARow, wanted, retryAt) => {
    const host = await serve((_, response) => response.writeHead(status, headers).end('sorry'))
    const answer = await gather(`http://${host}/`, { allowPrivate: [host] }, { health: { failuresInARow } })
    expect(answer).toMatchObject({ kind: 'failed', why: expect.stringMatching(wanted), retryAt })
  },
)

test('a server that is not there, and an address that is none, are explained', async () => {
  const host = await serve(() => {})
  const server = servers.pop()
  await new Promise((resolve) => server?.close(resolve))
  expect(whyOf(await gather(`http://${host}/`, { allowPrivate: [host] }))).toMatch(/refuses the connection/)
  expect(whyOf(await gather('http://', {}))).toMatch(/cannot be read/)
  const { handles } = createHttpGatherer()
  const handled = (kind: SourceKind, address: string) => handles(source(address, kind))
  expect([
    handled('feed', 'https://a.example/'),
    handled('folder', '/tmp'),
    handled('feed', 'imap://a'),
  ]).toEqual([true, false, false])
})

test('pages are read only where robots.txt lets us, and it is asked for once a day', async () => {
  const asked: (string | undefined)[] = []
  const host = await serve((request, response) => {
    asked.push(request.url)
    response.end(request.url === '/robots.txt' ? 'closed to us' : 'a page')
  })
  const isAllowed: HttpOptions['isAllowed'] = ({ robotsTxt, userAgent, url }) =>
    !(robotsTxt === 'closed to us' && userAgent.startsWith('Bellwether') && url.endsWith('/closed'))
  const gatherer = createHttpGatherer({ allowPrivate: [host], isAllowed })
  const read = async (path: string, kind: SourceKind, now = NOW) =>
    (await gatherer.gather(source(`http://${host}${path}`, kind), null, now)) as Gathered
  expect(whyOf(await read('/closed', 'page'))).toMatch(/robots\.txt does not let us/)
  expect(textOf(await read('/open', 'page'))).toBe('a page')
  expect(textOf(await read('/closed', 'feed'))).toBe('a page')
  await read('/open', 'page', '2026-05-16T00:00:00.000Z')
  expect(asked).toEqual(['/robots.txt', '/open', '/closed', '/robots.txt', '/open'])
})

test('a robots.txt that cannot be had closes a site for now, one that is not there opens it', async () => {
  let status = 503
  const host = await serve((request, response) => {
    if (request.url === '/robots.txt') response.writeHead(status)
    response.end('a page')
  })
  const isAllowed: HttpOptions['isAllowed'] = ({ robotsTxt }) => robotsTxt === ''
  const gatherer = createHttpGatherer({ allowPrivate: [host], isAllowed })
  const read = async () => (await gatherer.gather(source(`http://${host}/`, 'page'), null, NOW)) as Gathered
  expect(whyOf(await read())).toMatch(/robots/)
  status = 404
  expect(textOf(await read())).toBe('a page')
})

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener)
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `127.0.0.1:${(server.address() as AddressInfo).port}`
}

async function gather(
  address: string,
  options: HttpOptions,
  { health = {} }: { health?: Partial<SourceHealth> } = {},
): Promise<Gathered> {
  const known: SourceHealth = {
    ...{
      sourceId: 'source',
      lastTriedAt: null,
      lastAnsweredAt: null,
      lastNewItemAt: null,
      failuresInARow: 0,
    },
    ...{ lastFailure: null, nextTryAt: null, etag: null, lastModified: null },
    ...health,
  }
  return (await createHttpGatherer(options).gather(source(address, 'feed'), known, NOW)) as Gathered
}

function source(address: string, kind: SourceKind): Source {
  return { id: 'source', name: 'Source', kind, address, family: 'source', weight: 0.5, staleAfterHours: 72 }
}

const whyOf = (answer: Gathered): string =>
  answer.kind === 'failed' ? answer.why : JSON.stringify(answer.kind)
const textOf = (answer: Gathered): string =>
  answer.kind === 'fresh' ? new TextDecoder().decode(answer.captures[0]?.body) : JSON.stringify(answer)
