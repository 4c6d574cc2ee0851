import { Hono } from 'hono'
import { secureHeaders } from 'hono/secure-headers'
import { type House, parcelOf, search, sourcesWithHealth } from '#app'
import type { Edition } from '#domain'
import { editionsPage, faultPage, searchPage, sourcesPage } from '#web'
import { editionRow, hit, sourceRow } from '#wire'

const MOST_EDITIONS = 500
const MOST_HITS = 30
const MOST_QUERY_CHARACTERS = 500

/** The pages of the house, every one of which works without JavaScript. */
export function routes(house: House): Hono {
  const app = new Hono()
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        styleSrc: ["'unsafe-inline'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
      },
    }),
  )

  app.get('/healthz', (c) => c.json({ ok: true }))

  app.get('/', async (c) => {
    const [newest] = await house.store.editions({ limit: 1 })
    return newest ? c.redirect(editionRow(newest).path) : c.html(editionsPage([]))
  })

  app.get('/editions', async (c) =>
    c.html(editionsPage((await house.store.editions({ limit: MOST_EDITIONS })).map(editionRow))),
  )

  app.get('/editions/:name', async (c) => {
    const [, id = '', form = 'html'] = /^(.+?)(?:\.(html|md|json))?$/.exec(c.req.param('name')) ?? []
    const edition = await house.store.edition(id)
    if (!edition) return c.html(faultPage('No such edition', `Nothing was published as “${id}”.`), 404)
    return inForm(edition, form)
  })

  app.get('/search', async (c) => {
    const query = (c.req.query('q') ?? '').slice(0, MOST_QUERY_CHARACTERS).trim()
    if (query === '') return c.html(searchPage('', []))
    const { found } = await search(house, query, { limit: MOST_HITS, asOf: null })
    return c.html(searchPage(query, found.map(hit)))
  })

  app.get('/sources', async (c) =>
    c.html(
      sourcesPage((await sourcesWithHealth(house)).map(({ source, health }) => sourceRow(source, health))),
    ),
  )

  app.notFound((c) => c.html(faultPage('No such page', `There is nothing at ${c.req.path}.`), 404))
  app.onError((error, c) =>
    c.html(
      faultPage(
        'Something broke',
        `${error.message}. The rest of the house goes on; "bellwether doctor" may say more.`,
      ),
      500,
    ),
  )
  return app
}

function inForm(edition: Edition, form: string): Response {
  const parcel = parcelOf(edition)
  if (form === 'md')
    return new Response(parcel.markdown, { headers: { 'content-type': 'text/markdown; charset=utf-8' } })
  if (form === 'json')
    return new Response(parcel.json, { headers: { 'content-type': 'application/json; charset=utf-8' } })
  return new Response(parcel.html, { headers: { 'content-type': 'text/html; charset=utf-8' } })
}
