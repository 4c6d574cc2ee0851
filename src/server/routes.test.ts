import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { importFiles, publish } from '#app'
import type { Source } from '#domain'
import { type Opened, openHouse } from '#wiring'
import { type Serving, serve } from './index.ts'

const data = mkdtempSync(join(tmpdir(), 'bellwether-server-'))
const letters: Source = {
  ...{
    id: 'letters',
    name: 'Letters',
    kind: 'folder',
    address: join(data, 'in'),
    family: 'letters',
    weight: 0.5,
  },
  staleAfterHours: 72,
}
let opened: Opened
let serving: Serving

beforeAll(async () => {
  opened = await openHouse({ config: null, data, now: '2026-05-14T18:00:00.000Z', progress: () => {} })
  serving = await serve(opened.house, { host: '127.0.0.1', port: 0, stands: opened.now })
})
afterAll(async () => {
  await serving.close()
  await opened.close()
  rmSync(data, { recursive: true, force: true })
})

const get = (path: string, init?: RequestInit) => fetch(`${serving.address}${path}`, init)
const text = async (path: string) => (await get(path)).text()
const tokenIn = (page: string) => /name="token" value="([^"]+)"/.exec(page)?.[1] ?? ''
const post = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
  get(path, { method: 'POST', body: new URLSearchParams(fields), headers, redirect: 'manual' })

/** A feed with these entries, an hour apart, as a file of the source. */
async function comesIn(
  name: string,
  entries: readonly (readonly [title: string, text: string])[],
): Promise<void> {
  const items = entries.map(([title, content_text], at) => ({
    id: title,
    url: `https://letters.example/${encodeURIComponent(title)}`,
    title,
    content_text,
    date_published: new Date(Date.UTC(2026, 4, 13, 12 + at)).toISOString(),
  }))
  mkdirSync(letters.address, { recursive: true })
  const path = join(letters.address, name)
  writeFileSync(
    path,
    JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'Letters', items }),
  )
  await importFiles(opened.house, [{ source: letters, paths: [path] }])
}

const CACHE =
  'OpenAI measured 43.8% on SWE-bench Verified for its KV cache, up from 31.2% in March. The method halves the KV cache of GPT-5.5 without loss.'
const PRICES =
  'Anthropic cut the price of Claude Opus by 40% this morning. Customers of OpenAI said that they would wait for an answer before they move.'
const ROBOTS =
  'A warehouse in Rotterdam replaced its forklifts with walking robots. Two unions asked for a hearing about it in June.'

const PAGES = [
  '/trends',
  '/atlas',
  '/predictions',
  '/threads',
  '/wiki',
  '/ask',
  '/alerts',
  '/acts',

  '/',
  '/river',
  '/editions',
  '/movers',
  '/search',
  '/sources',
  '/profile',
  '/settings',
  '/lab',
  '/keys',
]

describe('before anything came in', () => {
  test('the front page says what to do', async () => expect(await text('/')).toContain('bellwether digest'))
  test('the health page answers', async () =>
    expect(await (await get('/healthz')).json()).toEqual({ ok: true }))
  test.each(PAGES)('%s is a whole page', async (path) => {
    const answer = await get(path)
    expect(answer.status).toBe(200)
    const page = await answer.text()
    expect(page).toContain('Skip to the content')
    expect(page).not.toContain('undefined')
  })
})

describe('once something came in', () => {
  let page = ''
  beforeAll(async () => {
    await comesIn('first.json', [
      ['A KV cache that halves itself', CACHE],
      ['Claude gets cheaper <script>alert(1)</script>', PRICES],
    ])
    await publish(opened.house, '2026-05-14')
    await waitFor(async () => (await text('/river')).includes('A KV cache that halves itself'))
    page = await text('/river')
  })

  test('the River tells what it is worth and why', () => {
    expect(page).toMatch(/Why \d+/)
    expect(page).toContain('topic')
  })
  test('what a source wrote is text and never markup', () => {
    expect(page).not.toContain('<script>alert')
    expect(page).toContain('&lt;script&gt;')
  })
  test('a new file stands on the River, and open pages are told, within two seconds', async () => {
    const aborter = new AbortController()
    const live = await get('/river/live', { signal: aborter.signal })
    const reader = live.body?.pipeThrough(new TextDecoderStream()).getReader()
    const from = performance.now()
    await comesIn('second.json', [['Robots that walk to work', ROBOTS]])
    let said = ''
    while (!said.includes('Robots that walk') && performance.now() - from < 4000)
      said += (await reader?.read())?.value
    aborter.abort()
    expect(said).toContain('event: story')
    expect(await text('/river')).toContain('Robots that walk to work')
    expect(performance.now() - from).toBeLessThan(2000)
  })
  test('a story, its items and its names have pages', async () => {
    const story = await text(/<h3><a href="([^"]+)">A KV cache/.exec(page)?.[1] ?? '')
    expect(story).toContain('Who told it, when')
    expect(story).toContain('43.8')
    const item = await text(/href="(\/items\/[^"]+)"/.exec(story)?.[1] ?? '')
    expect(item).toContain('OpenAI measured')
    expect(await text('/entities/openai')).toContain('Claude gets cheaper')
  })
  test('the digest shows the place in the source that holds a sentence', async () => {
    const today = await text('/')
    const path = /data-beside="([^"]+)"/.exec(today)?.[1]?.replaceAll('&amp;', '&') ?? ''
    expect(await text(path)).toContain('<mark>')
    const part = await text(`${path}${path.includes('?') ? '&' : '?'}part=1`)
    expect(part).not.toContain('<html')
  })
  test.each([
    ['/editions/digest-2026-05-14', 'text/html'],
    ['/editions/digest-2026-05-14.html', 'text/html'],
    ['/editions/digest-2026-05-14.md', 'text/markdown'],
    ['/editions/digest-2026-05-14.json', 'application/json'],
    ['/why', 'text/html'],
    ['/without?source=Letters', 'text/html'],
    ['/search?q=kv+cache', 'text/html'],
    ['/?length=minute&tier=1', 'text/html'],
  ])('%s answers with %s', async (path, type) => {
    const answer = await get(path)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toContain(type)
  })
  test('a source that is switched off takes its sentences along', async () =>
    expect(await text('/without?edition=digest-2026-05-14&source=Letters')).toMatch(
      /[1-9]\d* sentences? would fall/,
    ))
})

describe('acts', () => {
  const rowOf = async () => {
    const page = await text('/river')
    const itemId = /value="read (\S+)"/.exec(page)?.[1] ?? ''
    return { token: tokenIn(page), itemId }
  }
  const json = { accept: 'application/json' }

  test('a story is marked as read, shown so, and unmarked by the same button', async () => {
    const { token, itemId } = await rowOf()
    const answer = await post('/acts', { token, do: `read ${itemId}`, back: '/river?by=time' })
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/river?by=time'])
    expect(await text('/river')).toContain('is-read')
    await post('/acts', { token, do: `read ${itemId}` })
    expect(await text('/river')).not.toContain('is-read')
  })
  test('an act is undone, once, from two tabs', async () => {
    const { token, itemId } = await rowOf()
    const { undo } = (await (await post('/acts', { token, do: `star ${itemId}` }, json)).json()) as {
      undo: string
    }
    const answers = await Promise.all(
      ['first', 'second'].map(async () => (await post('/acts', { token, do: `undo ${undo}` }, json)).json()),
    )
    expect(answers.map((answer) => (answer as { said: string }).said)).toEqual([
      'Undone.',
      'It is undone already.',
    ])
    expect(await opened.house.store.acts({ kinds: ['star'] })).toEqual([])
  })
  test('more and less like this do not both stand: the later word is kept', async () => {
    const { token, itemId } = await rowOf()
    for (const deed of ['more', 'less', 'more', 'more'])
      await post('/acts', { token, do: `${deed} ${itemId}` })
    expect(await opened.house.store.acts({ kinds: ['more', 'less'] })).toEqual([])
    await post('/acts', { token, do: `more ${itemId}` })
    await post('/acts', { token, do: `less ${itemId}` })
    expect((await opened.house.store.acts({ kinds: ['more', 'less'] })).map(({ deed }) => deed.kind)).toEqual(
      ['less'],
    )
    await post('/acts', { token, do: `less ${itemId}` })
  })
  test.each(['read i-never', 'undo a-never', 'merge x y', 'dance', ''])(
    '“%s” cannot be done, and says what to do',
    async (deed) => {
      const answer = await post('/acts', { token: (await rowOf()).token, do: deed })
      expect(answer.status).toBe(409)
      expect(await answer.text()).toMatch(/Nothing was changed|Reload/)
    },
  )
  test('a correction stands on the edition, and words that it does not print are refused', async () => {
    const today = await text('/')
    const { token } = await rowOf()
    const was = /<p class="lede">([^<&.]{15,60})/.exec(today)?.[1]?.trim() ?? ''
    const edition = 'digest-2026-05-14'
    expect((await post('/correct', { token, edition, was: 'never printed', now: 'x' })).status).toBe(400)
    expect((await post('/correct', { token, edition, was, now: 'It was otherwise.' })).status).toBe(303)
    for (const path of ['/', '/editions/digest-2026-05-14.html', '/editions/digest-2026-05-14.md'])
      expect(await text(path)).toContain('It was otherwise.')
    expect(await text('/acts')).toContain('corrected:')
  })
  test('a story is pinned for the day that is open, and not for one that is out', async () => {
    const { token, itemId } = await rowOf()
    expect((await post('/acts', { token, do: `pin ${itemId} 2026-05-15` }, json)).status).toBe(200)
    expect((await post('/acts', { token, do: `drop ${itemId} 2026-05-14` }, json)).status).toBe(409)
  })
  test('two stories are merged, one leaves again, and both acts are taken back', async () => {
    const page = await text('/river')
    const token = tokenIn(page)
    const [one = '', other = ''] = new Set(
      Array.from(page.matchAll(/value="read (\S+)"/g), ([, id]) => id ?? ''),
    )
    const areOne = async () => {
      const asOf = '9999-12-31T23:59:59.999Z'
      return (await opened.house.store.dossiers({ itemIds: [one, other], asOf })).length === 1
    }
    const act = async (deed: string) =>
      ((await (await post('/acts', { token, do: deed }, json)).json()) as { undo: string }).undo
    expect(await areOne()).toBe(false)
    const merge = await act(`merge ${one} ${other}`)
    expect(await areOne()).toBe(true)
    const split = await act(`split ${other}`)
    expect(await areOne()).toBe(false)
    await act(`undo ${split}`)
    expect(await areOne()).toBe(true)
    await act(`undo ${merge}`)
    expect(await areOne()).toBe(false)
  })
  test('a way back outside the house is not taken', async () => {
    const { token, itemId } = await rowOf()
    for (const back of ['https://evil.example/', '//evil.example', '/\\evil.example'])
      expect((await post('/acts', { token, do: `more ${itemId}`, back })).headers.get('location')).toBe('/')
  })
  test('a profile is tried without being kept, then kept, then given back', async () => {
    const page = await text('/profile')
    const fields = { token: tokenIn(page), reader: 'me', tier1: 'robots', boosts: '', mutes: '' }
    expect(await (await post('/profile', { ...fields, do: 'try' })).text()).toContain('What it would change')
    expect(await opened.house.store.acts({ kinds: ['profile'] })).toEqual([])
    expect((await post('/profile', { ...fields, do: 'keep' })).status).toBe(303)
    expect(await text('/profile')).toContain('what you kept here')
    await post('/profile', { ...fields, do: 'file' })
    expect(await text('/profile')).toContain('your settings file')
  })
  test('what each reason weighs is tried and kept with the profile, and a weight off the scale is refused', async () => {
    const page = await text('/profile')
    expect(page).toContain('id="weight-corroboration"')
    const fields = { token: tokenIn(page), reader: 'me', tier1: 'KV cache', 'weight-kind': '0' }
    expect(await (await post('/profile', { ...fields, do: 'try' })).text()).toMatch(
      /id="weight-kind"[^>]*value="0"/,
    )
    const refused = await post('/profile', { ...fields, 'weight-topic': '9', do: 'keep' })
    expect(refused.status).toBe(400)
    expect(await refused.text()).toContain('The weight of “topic” is a number from 0 to 3')
    await post('/profile', { ...fields, do: 'keep' })
    const kept = (await opened.house.store.acts({ kinds: ['profile'] })).at(-1)
    expect(kept?.deed).toMatchObject({ profile: { weights: { kind: 0 } } })
    await post('/profile', { ...fields, do: 'file' })
  })
  test('a profile that is kept is undone where all acts are, and is out of force at once', async () => {
    const fields = { token: tokenIn(await text('/profile')), reader: 'me', tier1: 'robots' }
    await post('/profile', { ...fields, do: 'keep' })
    const undo = /value="(undo \S+)"/.exec(await text('/acts'))?.[1] ?? ''
    await post('/acts', { token: fields.token, do: undo })
    expect(await text('/profile')).toContain('your settings file')
  })
  test('pinned again it is as it was, and pinned it is no longer dropped', async () => {
    const { token, itemId } = await rowOf()
    const placed = async () =>
      (await opened.house.store.acts({ kinds: ['pin', 'drop'] }))
        .filter(({ deed }) => 'date' in deed && deed.date === '2026-05-16')
        .map(({ deed }) => deed.kind)
    for (const [deed, left] of [
      ['drop', ['drop']],
      ['pin', ['pin']],
      ['pin', []],
    ] as const) {
      await post('/acts', { token, do: `${deed} ${itemId} 2026-05-16` })
      expect(await placed()).toEqual(left)
    }
  })
  test('a prediction that cannot be judged is not entered, and what was typed is still there', async () => {
    const fields = {
      token: tokenIn(await text('/predictions')),
      do: 'add',
      due: '2026-09',
      probability: '70',
    }
    const answer = await post('/predictions', { ...fields, claim: 'It may be so <b>' })
    expect(answer.status).toBe(400)
    const page = await answer.text()
    expect(page).toContain('It may be so &lt;b&gt;</textarea>')
    expect(page).toContain('value="2026-09"')
    expect(page).toContain('value="70"')
  })
  test('nothing is said of a thread that is not there', async () => {
    const { token } = await rowOf()
    expect((await post('/threads/t-never', { token, do: 'confirm' })).status).toBe(404)
    expect((await post('/threads/t-never', { token, do: 'dance' })).status).toBe(400)
    expect(await opened.house.store.acts({ kinds: ['thread'] })).toEqual([])
  })
})

describe('who may not', () => {
  test('a form without a token of this house is stale: nothing is done', async () => {
    for (const token of ['', 'zz.forged', `${tokenIn(await text('/river'))}x`]) {
      const answer = await post('/acts', { token, do: 'read x' })
      expect(answer.status).toBe(409)
      expect(await answer.text()).toContain('stale')
    }
  })
  test('a stale form keeps what was typed, and one more press sends it', async () => {
    const page = await (await post('/lab', { token: 'old', text: 'Some <i>words</i>' })).text()
    expect(page).toContain('Some &lt;i&gt;words&lt;/i&gt;</dd>')
    const fields = Object.fromEntries(
      Array.from(page.matchAll(/type="hidden" name="([^"]+)" value="([^"]*)"/g), ([, name, value]) => [
        name ?? '',
        value?.replaceAll('&lt;', '<').replaceAll('&gt;', '>') ?? '',
      ]),
    )
    const sent = await post('/lab', fields)
    expect(sent.status).toBe(200)
    expect(await sent.text()).toContain('<h2>Mentions</h2>')
  })
  test('what is no form is refused as such', async () => {
    const headers = { 'content-type': 'multipart/form-data; boundary=x' }
    const answer = await get('/acts', { method: 'POST', body: 'garbage', headers })
    expect(answer.status).toBe(400)
    expect(await answer.text()).toContain('cannot be read')
  })
  test('another site may not act, even with a token', async () => {
    const token = tokenIn(await text('/profile'))
    expect((await post('/acts', { token, do: 'read x' }, { origin: 'https://evil.example' })).status).toBe(
      403,
    )
    expect((await post('/acts', { token, do: 'read x' }, { 'sec-fetch-site': 'cross-site' })).status).toBe(
      403,
    )
  })
  test.each(['/', '/feeds/digest.atom', '/metrics', '/assets/house.js'])(
    '%s is not answered under a name that is not ours (DNS rebinding)',
    async (path) => expect(await statusUnderHost('evil.example', path)).toBe(403),
  )
  test('a form of ten megabytes is refused, and says what to do', async () => {
    const answer = await post('/lab', { token: tokenIn(await text('/lab')), text: 'x'.repeat(10_000_000) })
    expect(answer.status).toBe(413)
    expect(await answer.text()).toContain('too large')
  })
})

describe('bad requests', () => {
  test.each([
    '/editions/digest-1999-01-01',
    '/editions/digest-2026-05-14/evidence/99999',
    '/stories/s-never',
    '/items/i-never',
    '/entities/nobody-at-all',
    '/nowhere',
    '/why?edition=never',
    '/editions/..%2f..%2fetc%2fpasswd',
  ])('%s is a page that says what to do', async (path) => {
    const answer = await get(path)
    expect(answer.status).toBe(404)
    expect(await answer.text()).toMatch(/Search|Editions|Go back/)
  })
  test.each([
    '/river?tier=9&page=-3&by=magic',
    '/river?page=100000',
    '/?tier=none&length=forever',
    '/search?q=after:yesterday+tier:12+source:nobody',
    '/search?q=%22%29%28OR+NEAR',
  ])('%s is answered all the same', async (path) => expect((await get(path)).status).toBe(200))
  test('operators that are not understood are named', async () =>
    expect(await text('/search?q=after:someday')).toContain('is no date'))
  test('a query is shown as text, never as markup', async () => {
    expect(await text(`/search?q=${encodeURIComponent('"><script>alert(1)</script>')}`)).not.toContain(
      '<script>alert',
    )
  })
  test('an endless query is cut', async () =>
    expect((await get(`/search?q=${'a'.repeat(8000)}`)).status).toBe(200))
})

describe('what every answer carries', () => {
  test('no page may load or run anything from elsewhere, or be framed', async () => {
    for (const path of [...PAGES, '/nowhere']) {
      const policy = (await get(path)).headers.get('content-security-policy') ?? ''
      expect(policy).toContain("default-src 'none'")
      expect(policy).toContain("frame-ancestors 'none'")
      expect(policy).not.toContain('unsafe')
    }
  })
  test('an edition as one page shows its own style and runs nothing', async () => {
    const answer = await get('/editions/digest-2026-05-14.html')
    const policy = answer.headers.get('content-security-policy') ?? ''
    expect(policy).toContain("style-src 'self' 'unsafe-inline'")
    expect(policy).toContain("script-src 'none'")
    expect(await answer.text()).toContain('<style>')
  })
  test('a page that has not changed is not sent again', async () => {
    const etag = (await get('/keys')).headers.get('etag') ?? ''
    expect((await get('/keys', { headers: { 'if-none-match': etag } })).status).toBe(304)
  })
  test('style and script are kept for ever under their hash', async () => {
    for (const [, path = ''] of (await text('/keys')).matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)) {
      const answer = await get(path)
      expect(answer.headers.get('cache-control')).toContain('immutable')
      expect(answer.status).toBe(200)
    }
  })
  test('the house is installed with pictures that are what the manifest says', async () => {
    const { icons } = (await (await get('/manifest.webmanifest')).json()) as {
      icons: { src: string; sizes: string; type: string; purpose?: string }[]
    }
    const touch = /rel="apple-touch-icon" href="([^"]+)"/.exec(await text('/keys'))?.[1] ?? ''
    const wanted = icons.filter(({ type }) => type === 'image/png')
    expect(wanted.map(({ sizes, purpose }) => [sizes, purpose])).toEqual([
      ['192x192', undefined],
      ['512x512', undefined],
      ['512x512', 'maskable'],
    ])
    for (const { src, sizes } of [...wanted, { src: touch, sizes: '180x180' }]) {
      const answer = await get(src)
      const bytes = Buffer.from(await answer.arrayBuffer())
      expect(answer.headers.get('content-type')).toBe('image/png')
      expect(bytes.subarray(1, 4).toString()).toBe('PNG')
      expect(`${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`).toBe(sizes)
    }
  })
  test('the metrics count by route and never by address', async () => {
    const metrics = await text('/metrics')
    expect(metrics).toContain('bellwether_http_seconds_bucket')
    expect(metrics).toContain('route="/stories/:id"')
    expect(metrics).not.toContain('s-never')
  })
})

async function waitFor(holds: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 50 && !(await holds()); tries++)
    await new Promise((resume) => setTimeout(resume, 100))
}

function statusUnderHost(host: string, path: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const { port } = new URL(serving.address)
    const asked = request({ host: '127.0.0.1', port, path, headers: { host } }, (answer) => {
      answer.resume()
      resolve(answer.statusCode ?? 0)
    })
    asked.on('error', reject)
    asked.end()
  })
}
