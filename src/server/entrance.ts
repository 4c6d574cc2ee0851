import type { Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { secureHeaders } from 'hono/secure-headers'
import { stalePage } from '#web'
import { ownVisitorsOnly } from './guard.ts'
import { subscriptions } from './subscriptions.ts'
import { type Tools, wantsJson } from './tools.ts'

const MOST_FORM_BYTES = 1_000_000

const OWN_POLICY = {
  defaultSrc: ["'none'"],
  styleSrc: ["'self'"],
  scriptSrc: ["'self'"],
  workerSrc: ["'self'"],
  imgSrc: ["'self'"],
  fontSrc: ["'self'"],
  connectSrc: ["'self'"],
  manifestSrc: ["'self'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
  baseUri: ["'none'"],
}
// Browsers send no Origin with a form where the policy is no-referrer, and acts need one.
const REST = { referrerPolicy: 'same-origin', crossOriginOpenerPolicy: 'same-origin' } as const
const ownHeaders = secureHeaders({ contentSecurityPolicy: OWN_POLICY, ...REST })

/** An edition as one page: it carries its own style, and runs nothing. */
const FROZEN = /^\/editions\/[^/]+\.html$/
const frozenHeaders = secureHeaders({
  contentSecurityPolicy: { ...OWN_POLICY, styleSrc: ["'self'", "'unsafe-inline'"], scriptSrc: ["'none'"] },
  ...REST,
})

/** What every request passes before it reaches a page: who may come in, with how much, and what browsers are told. */
export function entrance(app: Hono, { live, tokens, watch, hosts, frame, fault }: Tools): void {
  app.use(watch.middleware)
  app.use((c, next) => (FROZEN.test(c.req.path) ? frozenHeaders : ownHeaders)(c, next))
  app.get('/healthz', (c) => c.json({ ok: true }))
  app.route('/subscriptions', subscriptions(live))
  app.use('*', async (c, next) =>
    ownVisitorsOnly(hosts, (why, todo) => fault(c, 403, 'Not from here', `${why}.`, todo))(c, next),
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
    const form = await c.req.parseBody().catch(() => null)
    if (form === null)
      return fault(
        c,
        400,
        'This form cannot be read',
        'What came in is no form.',
        'Go back and send it from its page.',
      )
    if (typeof form.token === 'string' && tokens.holds(form.token)) return next()
    if (wantsJson(c))
      return fault(c, 409, 'This form is stale', STALE, 'Reload the page, and do it again: nothing was done.')
    const fields = Object.entries(form).flatMap(([name, value]): [string, string][] =>
      typeof value === 'string' && name !== 'token' ? [[name, value]] : [],
    )
    return c.html(await stalePage(frame(c), { why: STALE, fields }), 409)
  })
}

const STALE = 'Its page is older than a day, or the house was started anew since.'

const isJson = (c: Context): boolean => (c.req.header('content-type') ?? '').startsWith('application/json')
