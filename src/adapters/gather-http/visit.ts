import type { Dispatcher } from 'undici'
import { readBody } from './body.ts'
import { Refusal } from './refusal.ts'
import type { Route } from './route.ts'

const MOST_REDIRECTS = 5
const REDIRECTS = new Set([301, 302, 303, 307, 308])
const FOR_GOOD = new Set([301, 308])

/** What a server said in the end. */
export type Visit = {
  readonly status: number
  /** Where it was said, after all redirects. */
  readonly url: URL
  /** Where the address has moved for good, when every redirect said so. */
  readonly movedTo: URL | null
  readonly header: (name: string) => string | null
  /** Unpacked; empty for every status but 200 to 299. */
  readonly body: Uint8Array
}

/**
 * Asks for an address and follows where it leads, five redirects at most, each one checked like the first. Throws a
 * Refusal, or what the network threw. `may` is asked before each hop.
 */
export async function visit(
  address: URL,
  {
    route,
    may,
    headers,
    signal,
    mostBytes,
  }: {
    route: Route
    may: (url: URL) => Promise<void>
    headers: Readonly<Record<string, string>>
    signal: AbortSignal
    mostBytes: number
  },
): Promise<Visit> {
  const { request } = await import('undici')
  let url = address
  let movedTo: URL | null = null
  let stillForGood = true
  for (let hops = 0; ; hops++) {
    const dispatcher = await route(url)
    await may(url)
    const response = await request(withoutLogin(url), {
      dispatcher,
      signal,
      headers: { ...headers, ...login(url) },
    })
    const header = (name: string) => first(response.headers[name])
    const status = response.statusCode
    const location = REDIRECTS.has(status) ? header('location') : null
    if (location === null) {
      const isGood = status >= 200 && status < 300
      const body = isGood
        ? await readBody(response.body, header('content-encoding') ?? '', mostBytes)
        : leave(response.body)
      return { status, url: withoutLogin(url), movedTo, header, body }
    }
    leave(response.body)
    if (hops === MOST_REDIRECTS) throw new Refusal(`it redirects more than ${MOST_REDIRECTS} times`)
    const next = target(location, url)
    stillForGood &&= FOR_GOOD.has(status)
    if (stillForGood) movedTo = withoutLogin(next)
    url = next
  }
}

function target(location: string, from: URL): URL {
  if (!URL.canParse(location, from.href))
    throw new Refusal(`it redirects to "${location.slice(0, 200)}", which is no address`)
  const next = new URL(location, from.href)
  // A login is meant for the one who was asked, and whoever redirects elsewhere must not choose one.
  if (next.origin !== from.origin) return withoutLogin(next)
  next.username ||= from.username
  next.password ||= from.password
  return next
}

function login(url: URL): Record<string, string> {
  if (url.username === '' && url.password === '') return {}
  const pair = `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`
  return { authorization: `Basic ${Buffer.from(pair).toString('base64')}` }
}

function withoutLogin(url: URL): URL {
  const plain = new URL(url)
  plain.username = ''
  plain.password = ''
  return plain
}

function leave(body: Dispatcher.ResponseData['body']): Uint8Array {
  body.on('error', () => {}).destroy()
  return new Uint8Array()
}

const first = (value: string | string[] | undefined): string | null =>
  (Array.isArray(value) ? value[0] : value) ?? null
