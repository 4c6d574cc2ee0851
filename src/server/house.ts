import type { Hono } from 'hono'
import { lookAt } from '#reading'
import { ASSETS, keysPage, labPage, MANIFEST, settingsPage, sourcesPage } from '#web'
import { labParts } from './lab.ts'
import { send, type Tools } from './tools.ts'

const MOST_LAB_CHARACTERS = 50_000
const YEAR_SECONDS = 31_536_000

/** The house itself: what pages are dressed in, its sources and settings, its keys, its lab. */
export function houseRoutes(app: Hono, { live, views, watch, settings, frame }: Tools): void {
  app.get('/metrics', async (c) =>
    c.body(await watch.registry.metrics(), 200, { 'content-type': watch.registry.contentType }),
  )
  app.get('/assets/:name', (c) => {
    const asset = ASSETS.get(c.req.path)
    if (!asset) return c.notFound()
    const zipped = (c.req.header('accept-encoding') ?? '').includes('gzip')
    return c.body(zipped ? asset.gzip : asset.bytes, 200, {
      'content-type': asset.type,
      'cache-control': `public, max-age=${YEAR_SECONDS}, immutable`,
      vary: 'accept-encoding',
      ...(zipped ? { 'content-encoding': 'gzip' } : {}),
    })
  })
  app.get('/manifest.webmanifest', (c) =>
    c.body(MANIFEST, 200, { 'content-type': 'application/manifest+json' }),
  )
  app.get('/favicon.ico', (c) => c.body(null, 204))

  app.get('/sources', async (c) => send(c, sourcesPage(frame(c), await views.sources())))
  app.get('/settings', (c) => send(c, settingsPage(frame(c), settings)))
  app.get('/keys', (c) => send(c, keysPage(frame(c))))
  app.get('/lab', (c) => send(c, labPage(frame(c), { text: '', parts: [], fault: null })))
  app.post('/lab', async (c) => {
    const form = await c.req.parseBody()
    const text = typeof form.text === 'string' ? form.text : ''
    if (text.length > MOST_LAB_CHARACTERS || text.trim() === '') {
      const what =
        text.trim() === ''
          ? 'There is no text yet. Paste one.'
          : `The text has ${text.length} characters; the lab takes ${MOST_LAB_CHARACTERS}. Shorten it.`
      return c.html(
        await labPage(frame(c), { text: text.slice(0, MOST_LAB_CHARACTERS), parts: [], fault: what }),
        400,
      )
    }
    return send(
      c,
      labPage(frame(c), { text, parts: labParts(text, await lookAt(live.house(), text)), fault: null }),
    )
  })
}
