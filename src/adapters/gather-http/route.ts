import { lookup } from 'node:dns'
import { isIP, type LookupFunction } from 'node:net'
import type { Dispatcher } from 'undici'
import { isPublic } from './public-address.ts'
import { Refusal } from './refusal.ts'

/** Gives the way to a host, or refuses it. */
export type Route = (url: URL) => Promise<Dispatcher>

/**
 * The ways out of the house. A name is looked up once, when the connection is made, and every address it has must be
 * public; the connection then goes to an address that was checked, so a name that changes its answer gains nothing.
 * `allowPrivate` lists `host:port` pairs that may be anywhere.
 */
export function routes(allowPrivate: readonly string[]): Route {
  const allowed = new Set(allowPrivate.map((pair) => pair.toLowerCase()))
  let open: Promise<{ anywhere: Dispatcher; publicOnly: Dispatcher }> | null = null
  return async (url) => {
    if (url.protocol !== 'http:' && url.protocol !== 'https:')
      throw new Refusal(`only http and https are read, not ${url.protocol.slice(0, -1)}`)
    open ??= agents()
    if (allowed.has(hostAndPort(url))) return (await open).anywhere
    const host = url.hostname.replace(/^\[|\]$/g, '')
    if (isIP(host) && !isPublic(host)) throw privateAddress(host)
    return (await open).publicOnly
  }
}

// Only loaded when something is fetched. Connections are not kept: one visit per source in half an hour needs none.
async function agents(): Promise<{ anywhere: Dispatcher; publicOnly: Dispatcher }> {
  const { Agent } = await import('undici')
  return {
    anywhere: new Agent({ pipelining: 0 }),
    publicOnly: new Agent({ pipelining: 0, connect: { lookup: lookupPublic } }),
  }
}

/** dns.lookup, as a socket calls it, that refuses a name with any address outside the public internet. */
const lookupPublic: LookupFunction = (name, options, answer) => {
  lookup(name, { ...options, all: true }, (error, found) => {
    const [first] = found ?? []
    const hidden = found?.find(({ address }) => !isPublic(address))
    if (error || !first) answer(error ?? new Refusal(`${name} has no address`), [])
    else if (hidden) answer(privateAddress(`${name} (${hidden.address})`), [])
    else if (options.all) answer(null, found)
    else answer(null, first.address, first.family)
  })
}

const privateAddress = (host: string): Refusal =>
  new Refusal(`${host} lies in a private network; if you mean it, add host:port to gather.allowPrivate`)

function hostAndPort(url: URL): string {
  const port = url.port || (url.protocol === 'https:' ? '443' : '80')
  return `${url.hostname}:${port}`
}
