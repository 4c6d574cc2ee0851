import { createHash } from 'node:crypto'
import type { Context } from 'hono'
import type { Logger } from 'pino'
import { countingPage, type Frame, faultPage, type keysPage, type settingsPage } from '#web'
import type { Counted } from './counted.ts'
import type { Counter } from './counting.ts'
import type { Errands } from './errands.ts'
import type { Tokens } from './guard.ts'
import type { Live } from './live.ts'
import { openViews, type Views } from './views.ts'
import type { createWatch } from './watch-requests.ts'

/** What a running server holds, before anyone asks anything. */
export type Door = {
  readonly live: Live
  readonly counter: Counter
  readonly counted: Counted
  readonly tokens: Tokens
  readonly watch: ReturnType<typeof createWatch>
  readonly log: Logger
  readonly errands: Errands
  /** Names by which this house may be called besides those of this machine. */
  readonly hosts: readonly string[]
  /** What the settings page shows. */
  readonly settings: Parameters<typeof settingsPage>[1]
  /** The instant at which the clock stands; null when it runs. */
  readonly stands: string | null
}

type Status = 400 | 403 | 404 | 409 | 413 | 500

/** What every route works with. */
export type Tools = Door & {
  readonly views: Views
  /** What the page asked for stands in: the place in the navigation, the token of its forms. */
  frame(c: Context): Frame
  /** A page, or for programs a line of JSON, that says what went wrong and what to do next. */
  fault(c: Context, status: Status, title: string, what: string, todo: string): Promise<Response>
}

export function toolsOf(door: Door): Tools {
  const frame = (c: Context): Frame => ({
    path: c.req.path,
    // What a browser keeps for when it is offline carries no token, so that no form in it can act.
    token: c.req.header('bellwether-keep') ? '' : door.tokens.issue(),
    asOf: door.stands,
  })
  return {
    ...door,
    views: openViews(door.live),
    frame,
    async fault(c, status, title, what, todo) {
      if (wantsJson(c)) return c.json({ error: `${title}: ${what} ${todo}` }, status)
      return c.html(await faultPage(frame(c), title, what, todo), status)
    },
  }
}

/** A page with an ETag: what has not changed is not sent again. */
export async function send(c: Context, content: ReturnType<typeof keysPage>): Promise<Response> {
  const text = String(await content)
  const etag = `"${createHash('sha1').update(text).digest('base64url')}"`
  const headers = { etag, 'cache-control': 'no-cache' }
  if (c.req.header('if-none-match') === etag) return c.body(null, 304, headers)
  return c.html(text, 200, headers)
}

/** Says that a page is being made, and asks for it again. */
export async function counting(c: Context, frame: Frame, title: string): Promise<Response> {
  c.header('refresh', '3')
  return c.html(await countingPage(frame, title))
}

export const wantsJson = (c: Context): boolean => c.req.header('accept') === 'application/json'
