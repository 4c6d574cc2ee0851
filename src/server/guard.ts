import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'

const HOUR_MS = 3_600_000
/** A form may stay open this long before it must be asked for anew. */
const TOKEN_HOURS = 24

/** Gives forms what shows that they came from a page of this house, and knows it again. */
export type Tokens = { issue(): string; holds(token: string): boolean }

/**
 * Tokens of one running server: the hour and its HMAC under a secret that lives and ends with the process. There is one
 * reader and no login, so there is no cookie: another site can neither read a token (same-origin policy, Host check)
 * nor make one. A page of the same hour carries the same token, so its ETag stays.
 */
export function createTokens(nowMs: () => number): Tokens {
  const secret = randomBytes(32)
  const sign = (hour: number) => createHmac('sha256', secret).update(String(hour)).digest('base64url')
  const thisHour = () => Math.floor(nowMs() / HOUR_MS)
  return {
    issue: () => `${thisHour().toString(36)}.${sign(thisHour())}`,
    holds(token) {
      const [hourText = '', signature = ''] = token.split('.')
      const hour = Number.parseInt(hourText, 36)
      if (!(thisHour() - hour <= TOKEN_HOURS && hour <= thisHour())) return false
      const given = Buffer.from(signature)
      const wanted = Buffer.from(sign(hour))
      return given.length === wanted.length && timingSafeEqual(given, wanted)
    },
  }
}

/** The names under which this machine calls itself; a page under any other name may be another site's trick (DNS rebinding). */
const OWN_NAMES = ['localhost', '127.0.0.1', '[::1]']

/** Answers only to its own names, and takes acts only from its own pages. */
export function ownVisitorsOnly(
  hosts: readonly string[],
  refuse: (why: string, todo: string) => Response | Promise<Response>,
): MiddlewareHandler {
  const known = new Set([...OWN_NAMES, ...hosts].map((host) => host.toLowerCase()))
  return async (c, next) => {
    const host = c.req.header('host') ?? ''
    if (!known.has(nameOf(host)))
      return refuse(
        `This house does not go by the name “${nameOf(host)}”`,
        'Open it under localhost, or add the name to server.hosts in bellwether.yaml.',
      )
    const origin = c.req.header('origin')
    const foreign = origin !== undefined && origin !== `http://${host}` && origin !== `https://${host}`
    if (
      c.req.method !== 'GET' &&
      c.req.method !== 'HEAD' &&
      (foreign || c.req.header('sec-fetch-site') === 'cross-site')
    )
      return refuse(
        'This came from another site',
        'Acts are taken from pages of this house only. Open it and act there.',
      )
    return next()
  }
}

const nameOf = (host: string): string => host.replace(/:\d+$/, '').toLowerCase()
