import { createHash } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { secureHeaders } from 'hono/secure-headers'
import { streamSSE } from 'hono/streaming'
import type { Logger } from 'pino'
import { parcelOf, search, today } from '#app'
import type { Edition, Tier } from '#domain'
import { entityTold, evidenceOf, lookAt, type RiverStory, sourcesOf, storyTold, without } from '#reading'
import {
  ASSETS,
  editionPage,
  editionsPage,
  entityPage,
  evidencePage,
  evidencePart,
  type Frame,
  faultPage,
  itemPage,
  keysPage,
  labPage,
  MANIFEST,
  moversPage,
  noEditionPage,
  type Reading,
  riverPage,
  searchPage,
  settingsPage,
  sourcesPage,
  storyPage,
  whyPage,
  withoutPage,
} from '#web'
import { editionRow, storyPath, tellingRow } from '#wire'
import { doAct } from './acts.ts'
import { apiRoutes } from './api.ts'
import { asks } from './asks.ts'
import type { Counter } from './counting.ts'
import { editingRoutes } from './editing.ts'
import { feeds } from './feeds.ts'
import { followRoutes } from './follow.ts'
import { ownVisitorsOnly, type Tokens } from './guard.ts'
import { knowledgeRoutes } from './knowledge.ts'
import { labParts } from './lab.ts'
import type { Live } from './live.ts'
import { answerMcp } from './mcp.ts'
import { entityView, evidenceView, storyView } from './present.ts'
import { profileRoutes } from './profile.ts'
import { subscriptions } from './subscriptions.ts'
import { VERSION } from './version.ts'
import { nextEdition, openViews, searchView } from './views.ts'
import type { createWatch } from './watch-requests.ts'

const MOST_EDITIONS = 500
const MOST_HITS = 30
const MOST_QUERY_CHARACTERS = 500
const MOST_FORM_BYTES = 1_000_000
const MOST_LAB_CHARACTERS = 50_000
const YEAR_SECONDS = 31_536_000
const PULSE_MS = 15_000

export type Door = {
  readonly live: Live
  readonly counter: Counter
  readonly tokens: Tokens
  readonly watch: ReturnType<typeof createWatch>
  readonly log: Logger
  /** Names by which this house may be called besides those of this machine. */
  readonly hosts: readonly string[]
  /** What the settings page shows. */
  readonly settings: Parameters<typeof settingsPage>[1]
  /** The instant at which the clock stands; null when it runs. */
  readonly stands: string | null
}

type Page = ReturnType<typeof keysPage>

/** The pages of the house, every one of which works without JavaScript. */
export function routes(door: Door): Hono {
  const { live, counter, tokens, watch, log } = door
  const views = openViews(live, counter)
  const app = new Hono()
  const frame = (c: Context): Frame => ({ path: c.req.path, token: tokens.issue(), asOf: door.stands })
  const fault = async (
    c: Context,
    status: 400 | 403 | 404 | 409 | 413 | 500,
    title: string,
    what: string,
    todo: string,
  ) => {
    if (wantsJson(c)) return c.json({ error: `${title}: ${what} ${todo}` }, status)
    return c.html(await faultPage(frame(c), title, what, todo), status)
  }

  app.use(watch.middleware)
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        styleSrc: ["'self'"],
        scriptSrc: ["'self'"],
        imgSrc: ["'self'"],
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
      },
      // Browsers send no Origin with a form where the policy is no-referrer, and acts need one.
      referrerPolicy: 'same-origin',
      crossOriginOpenerPolicy: 'same-origin',
    }),
  )
  app.get('/healthz', (c) => c.json({ ok: true }))
  app.route('/subscriptions', subscriptions(live))
  app.route(
    '/feeds',
    feeds(live, (requested) => live.house().site ?? new URL(requested).origin),
  )
  app.use('*', async (c, next) =>
    ownVisitorsOnly(door.hosts, (why, todo) => fault(c, 403, 'Not from here', `${why}.`, todo))(c, next),
  )
  app.get('/metrics', async (c) =>
    c.body(await watch.registry.metrics(), 200, { 'content-type': watch.registry.contentType }),
  )
  app.use(
    bodyLimit({
      maxSize: MOST_FORM_BYTES,
      onError: (c) =>
        fault(
          c,
          413,
          'That is too large',
          'A form here may hold one megabyte.',
          'Go back: what you typed is still there. Shorten it, or read files with “bellwether import”.',
        ),
    }),
  )
  app.use(async (c, next) => {
    // MCP clients post JSON, which no page of another site can do without asking first.
    if (c.req.method !== 'POST' || (c.req.path === '/mcp' && isJson(c))) return next()
    const form = await c.req.parseBody()
    if (typeof form.token === 'string' && tokens.holds(form.token)) return next()
    return fault(
      c,
      409,
      'This form is stale',
      'Its page is older than a day, or the house was started anew since, so nothing was done.',
      'Go back, reload that page, and do it again; what you typed is kept by “back”.',
    )
  })

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

  app.get('/', async (c) => {
    const { edition, itemsSince } = await today(live.house(), null)
    if (!edition) return send(c, noEditionPage(frame(c), itemsSince))
    return send(c, editionPage(frame(c), await views.edition(edition), readingOf(c)))
  })
  app.get('/editions', async (c) =>
    send(
      c,
      editionsPage(frame(c), (await live.house().store.editions({ limit: MOST_EDITIONS })).map(editionRow)),
    ),
  )
  app.get('/editions/:name', async (c) => {
    const [, id = '', form] = /^(.+?)(?:\.(html|md|json))?$/.exec(c.req.param('name')) ?? []
    const edition = await live.house().store.edition(id)
    if (!edition) return noEdition(c, id)
    if (form) return inForm(edition, form)
    return send(c, editionPage(frame(c), await views.edition(edition), readingOf(c)))
  })
  app.get('/editions/:id/evidence/:number', async (c) => {
    const edition = await live.house().store.edition(c.req.param('id'))
    if (!edition) return noEdition(c, c.req.param('id'))
    const place = c.req.query('s')
    const held = await evidenceOf(live.house(), edition, {
      number: Number(c.req.param('number')),
      place: place === undefined ? null : Number(place),
    })
    if (!held)
      return fault(
        c,
        404,
        'No such evidence',
        `This edition has evidence 1 to ${edition.evidence.length}.`,
        'Go back to the edition and choose a number there.',
      )
    const view = evidenceView(edition, held)
    return send(c, c.req.query('part') ? evidencePart(view) : evidencePage(frame(c), view))
  })
  const noEdition = (c: Context, id: string) =>
    fault(
      c,
      404,
      'No such edition',
      `Nothing was published as “${id.slice(0, 80)}”.`,
      'All editions stand under Editions.',
    )

  app.get('/why', async (c) => {
    const edition = await editionAsked(c)
    const why = edition && (await views.why(edition.id))
    if (!edition || !why) return noEdition(c, c.req.query('edition') ?? '')
    return send(c, whyPage(frame(c), { editionId: edition.id, title: edition.title, ...why }))
  })
  app.get('/without', async (c) => {
    const edition = await editionAsked(c)
    if (!edition) return noEdition(c, c.req.query('edition') ?? '')
    const name = c.req.query('source') ?? null
    const sources = sourcesOf(edition)
    const off =
      name !== null && sources.some(({ sourceName }) => sourceName === name) ? without(edition, name) : null
    return send(c, withoutPage(frame(c), { edition: editionRow(edition), sources, off }))
  })
  const editionAsked = async (c: Context): Promise<Edition | null> => {
    const id = c.req.query('edition')
    return id === undefined ? (await today(live.house(), null)).edition : live.house().store.edition(id)
  }

  app.get('/river', async (c) => send(c, riverPage(frame(c), await views.river(riverChoice(c)))))
  app.get('/river/live', (c) =>
    streamSSE(c, async (stream) => {
      const waiting: RiverStory[] = []
      let wake = () => {}
      const stop = live.listen((story) => {
        waiting.push(story)
        wake()
      })
      stream.onAbort(() => {
        stop()
        wake()
      })
      await stream.writeSSE({ event: 'open', data: '' })
      while (!stream.aborted) {
        for (const { story, score } of waiting.splice(0))
          await stream.writeSSE({
            event: 'story',
            data: JSON.stringify({
              title: story.title,
              path: storyPath(story.id),
              score: Math.round(score.score),
              time: story.lastSeenAt.slice(11, 16),
            }),
          })
        const pulse = setTimeout(() => wake(), PULSE_MS)
        await new Promise<void>((resume) => {
          wake = resume
        })
        clearTimeout(pulse)
        if (!stream.aborted && waiting.length === 0) await stream.writeSSE({ event: 'pulse', data: '' })
      }
    }),
  )
  app.get('/stories/:id', async (c) => {
    const told = await storyTold(live.house(), c.req.param('id'))
    if (!told)
      return fault(
        c,
        404,
        'No such story',
        'Stories are judgments: a rebuild may have made this one anew under another address.',
        'Search for its words to find it again.',
      )
    // A story that merged into another leads there.
    if (told.dossier.story.id !== c.req.param('id')) return c.redirect(storyPath(told.dossier.story.id), 301)
    return send(
      c,
      storyPage(frame(c), storyView(told, live.marks(), live.house().clock.now(), nextEdition(live.house()))),
    )
  })
  app.get('/items/:id', async (c) => {
    const { store } = live.house()
    const [item] = await store.items({ ids: [c.req.param('id')] })
    if (!item)
      return fault(
        c,
        404,
        'No such item',
        'Nothing that was kept has this id.',
        'Search for its words to find it.',
      )
    const [dossier] = await store.dossiers({ itemIds: [item.id], asOf: '9999' })
    const telling = dossier?.tellings.find((one) => one.item.id === item.id)
    const source = telling?.source ?? (await store.sources()).find(({ id }) => id === item.sourceId)
    const row = tellingRow({
      item,
      source: source ?? unknownSource(item.sourceId),
      copyOf: telling?.copyOf ?? null,
      ...{ mentions: [], claims: [], forecasts: [] },
    })
    return send(
      c,
      itemPage(frame(c), {
        row,
        storyId: dossier?.story.id ?? null,
        text: [{ text: item.text, marked: false }],
      }),
    )
  })
  app.get('/entities/:id', async (c) => {
    const called = c.req.param('id')
    const told = await entityTold(live.house(), called)
    if (!told)
      return fault(
        c,
        404,
        'Nobody goes by that name',
        `Neither the registry nor any story knows “${called.slice(0, 80)}”.`,
        'Search for its words: it may be spelt otherwise.',
      )
    if (told.id !== called) return c.redirect(`/entities/${encodeURIComponent(told.id)}`, 302)
    return send(
      c,
      entityPage(frame(c), entityView(told, live.house().registry, live.marks(), live.house().clock.now())),
    )
  })
  app.get('/movers', async (c) => {
    const { rows, until } = await views.movers()
    return send(c, moversPage(frame(c), rows, until))
  })
  app.get('/search', async (c) => {
    const query = (c.req.query('q') ?? '').slice(0, MOST_QUERY_CHARACTERS).trim()
    if (query === '') return send(c, searchPage(frame(c), null))
    return send(
      c,
      searchPage(
        frame(c),
        searchView(query, await search(live.house(), query, { limit: MOST_HITS, asOf: null })),
      ),
    )
  })
  app.get('/sources', async (c) => send(c, sourcesPage(frame(c), await views.sources())))
  app.get('/settings', (c) => send(c, settingsPage(frame(c), door.settings)))
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
  app.post('/acts', async (c) => {
    const form = await c.req.parseBody()
    const asked = typeof form.do === 'string' ? form.do : ''
    const done = await doAct(live.house(), asked)
    watch.acts.inc({ verb: asked.split(' ', 1)[0] ?? '' })
    await live.actsChanged({ moving: /^(?:merge|split|undo)\b/.test(asked.trim()) })
    if (wantsJson(c)) return c.json(done, 'error' in done ? 409 : 200)
    if ('error' in done) return fault(c, 409, 'That could not be done', done.error, 'Nothing was changed.')
    return c.redirect(ownPath(form.back), 303)
  })
  const all = asks(live, views, counter)
  app.route('/api', apiRoutes(all, VERSION))
  app.all('/mcp', (c) => answerMcp(all, VERSION, c.req.raw))
  editingRoutes(app, { live, counter, frame, send, missing: (c, ...words) => fault(c, 404, ...words) })
  knowledgeRoutes(app, { live, counter, frame, send, missing: (c, ...words) => fault(c, 404, ...words) })
  followRoutes(app, { live, counter, frame, send })
  profileRoutes(app, { live, counter, views, frame, send })

  app.notFound((c) =>
    fault(
      c,
      404,
      'No such page',
      `There is nothing at ${c.req.path.slice(0, 120)}.`,
      'The navigation leads to all there is; Search finds the rest.',
    ),
  )
  app.onError((error, c) => {
    log.error({ path: c.req.path, error: error.stack ?? String(error) }, 'a page broke')
    return fault(
      c,
      500,
      'Something broke',
      `${error.message}.`,
      'The rest of the house goes on. Try again; if it stays, “bellwether doctor” may say more.',
    )
  })
  return app
}

/** A page with an ETag: what has not changed is not sent again. */
async function send(c: Context, content: Page): Promise<Response> {
  const text = String(await content)
  const etag = `"${createHash('sha1').update(text).digest('base64url')}"`
  const headers = { etag, 'cache-control': 'no-cache' }
  if (c.req.header('if-none-match') === etag) return c.body(null, 304, headers)
  return c.html(text, 200, headers)
}
export type Send = typeof send

const isJson = (c: Context): boolean => (c.req.header('content-type') ?? '').startsWith('application/json')
const wantsJson = (c: Context): boolean => c.req.header('accept') === 'application/json'

/** Where a form said that it stands, when that is a path of this house. */
const ownPath = (back: unknown): string =>
  typeof back === 'string' && /^\/(?![/\\])[^\s]*$/.test(back) ? back : '/'

function readingOf(c: Context): Reading {
  return { length: c.req.query('length') === 'minute' ? 'minute' : 'full', tier: tierOf(c.req.query('tier')) }
}

function riverChoice(c: Context) {
  const page = Number(c.req.query('page') ?? 1)
  return {
    tier: tierOf(c.req.query('tier')),
    by: c.req.query('by') === 'time' ? ('time' as const) : ('score' as const),
    unread: c.req.query('unread') === '1',
    page: Number.isInteger(page) && page > 0 ? page : 1,
  }
}

function tierOf(text: string | undefined): Tier | null {
  const tier = Number(text)
  return tier === 1 || tier === 2 || tier === 3 || tier === 4 ? tier : null
}

const unknownSource = (id: string) => ({
  ...{ id, name: id, kind: 'file' as const, address: '', family: id },
  ...{ weight: 0.5, staleAfterHours: 72 },
})

function inForm(edition: Edition, form: string): Response {
  const parcel = parcelOf(edition)
  const [body, type] =
    form === 'md'
      ? [parcel.markdown, 'text/markdown']
      : form === 'json'
        ? [parcel.json, 'application/json']
        : [parcel.html, 'text/html']
  const headers = { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-cache' }
  if (form !== 'html') return new Response(body, { headers })
  // A frozen page carries its own style and nothing else; the policy of the house would hide that style.
  const policy =
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
  return new Response(body, { headers: { ...headers, 'content-security-policy': policy } })
}
