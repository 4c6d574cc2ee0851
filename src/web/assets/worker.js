// What stands between the pages and the network: the last editions stay readable where the house cannot be reached.
// The house writes two lines above this one: VERSION, which changes with anything that pages are dressed in, and SHELL,
// the addresses of that dress. Nothing else is ever kept: no form, no answer of the API, no page that was merely visited.

const CACHE = `bellwether-${VERSION}`
const AGAIN_AFTER_MS = 600_000
const PATIENCE_MS = 8000

addEventListener('install', (event) => {
  // The new version waits until it has everything, then takes the place of the old one whole.
  event.waitUntil(
    dress()
      .then(keepEditions)
      .then(() => skipWaiting()),
  )
})
addEventListener('activate', (event) => {
  event.waitUntil(dropOthers().then(() => clients.claim()))
})
addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== location.origin) return
  if (SHELL.includes(pathname)) event.respondWith(fromShell(request))
  else if (request.mode === 'navigate') {
    event.respondWith(fromHouse(request))
    event.waitUntil(keepEditions().catch(() => {}))
  }
})

async function dress() {
  const cache = await caches.open(CACHE)
  await cache.addAll(SHELL)
  await keep(cache, '/offline')
}

async function dropOthers() {
  for (const name of await caches.keys())
    if (name.startsWith('bellwether-') && name !== CACHE) await caches.delete(name)
}

async function fromShell(request) {
  const cache = await caches.open(CACHE)
  return (await cache.match(request, { ignoreSearch: true })) ?? fetch(request)
}

/** The network first; where the house does not answer, what was kept, and it says so. */
async function fromHouse(request) {
  try {
    return await fetch(request)
  } catch {
    const cache = await caches.open(CACHE)
    const kept = await cache.match(new URL(request.url).pathname)
    return kept ? asKept(kept) : offline(cache)
  }
}

/** The newest editions, as the house gives them to be kept: without forms. Asked for again when they are ten minutes old. */
async function keepEditions() {
  const cache = await caches.open(CACHE)
  const before = await listOf(cache)
  if (before && Date.now() - before.atMs < AGAIN_AFTER_MS) return
  const { editions } = await (await ask('/offline.json')).json()
  for (const { path } of [{ path: '/' }, ...editions]) await keep(cache, path)
  for (const { path } of before?.editions ?? [])
    if (!editions.some((one) => one.path === path)) await cache.delete(path)
  const list = JSON.stringify({ editions, atMs: Date.now() })
  await cache.put('/offline.json', new Response(list, { headers: { 'content-type': 'application/json' } }))
}

async function ask(path) {
  const answer = await fetch(path, {
    headers: { 'bellwether-keep': '1' },
    cache: 'no-store',
    signal: AbortSignal.timeout(PATIENCE_MS),
  })
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`)
  return answer
}

async function keep(cache, path) {
  const answer = await ask(path)
  const headers = new Headers(answer.headers)
  headers.set('bellwether-kept', new Date().toISOString())
  await cache.put(path, new Response(await answer.blob(), { headers }))
}

const listOf = async (cache) => (await cache.match('/offline.json'))?.json()

/** A kept page with a line on top that says from when it is. */
async function asKept(kept) {
  const note = `<p class="note" role="status">The house cannot be reached. This copy was kept on ${when(kept.headers.get('bellwether-kept'))}; acts, search and evidence wait until it answers.</p>`
  const text = await kept.text()
  return new Response(
    text.replace(/<main[^>]*>/, (main) => main + note),
    { headers: kept.headers },
  )
}

/** What is kept, and from when; nothing is promised that is not there. */
async function offline(cache) {
  const page = await cache.match('/offline')
  if (!page) return Response.error()
  const list = await listOf(cache)
  const lines = (list?.editions ?? []).map(
    ({ path, title }) => `<li><a href="${plain(path)}">${plain(title)}</a></li>`,
  )
  const kept =
    lines.length > 0
      ? `<p>Kept on this device on ${when(new Date(list.atMs).toISOString())}:</p><ul class="plain-list">${lines.join('')}</ul>`
      : '<p>Nothing was kept on this device yet: no edition was published when it was last reached.</p>'
  const text = (await page.text()).replace(/<div id="kept">.*?<\/div>/s, () => `<div id="kept">${kept}</div>`)
  return new Response(text, { status: 503, headers: { 'content-type': 'text/html; charset=utf-8' } })
}

const when = (instant) => `${instant?.slice(0, 10)}, ${instant?.slice(11, 16)} UTC`
const plain = (text) => text.replace(/[&<>"]/g, (one) => `&#${one.charCodeAt(0)};`)
