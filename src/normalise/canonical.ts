import { parse as parseHost } from 'tldts'
import type { Ids } from '#domain'
import { arxivIdIn, doiIn, named } from './ids.ts'
import { isIdle, isTracker } from './trackers.ts'
import { unwrapped } from './unwrap.ts'

/**
 * `url` is for readers: whole, without trackers, and empty when the text is no address at all. `key` is for comparing:
 * equal keys are one thing, however it was linked. `ids` are what the address itself says.
 */
export type Canonical = { readonly url: string; readonly key: string; readonly ids: Ids }

const LONGEST = 8_000

/**
 * The canonical form of an address. Relative ones are resolved against `base`; a `ref=` that names the host of the
 * address, of `base` or of `feed` is a tracker. Settles: applied to its own `url` it changes nothing. Never throws.
 */
export function canonical(url: string, base: string | null = null, feed: string | null = null): Canonical {
  const given = url.trim()
  const spoken = given.length > LONGEST ? null : (spokenId(given) ?? webAddress(given, base))
  if (spoken === null) return { url: '', key: `url:${given.slice(0, LONGEST)}`, ids: {} }
  if (!(spoken instanceof URL)) return spoken
  if (!/^https?:$/.test(spoken.protocol)) return { url: given, key: `url:${given}`, ids: {} }
  const address = unwrapped(spoken)
  const place = named(address)
  if (place?.home) return { url: place.home, key: place.key ?? `url:${place.home}`, ids: place.ids }
  const clean = withoutTrackers(address, [base, feed])
  return { url: clean.href, key: place?.key ?? urlKey(clean), ids: place?.ids ?? {} }
}

/** Ids as people write them: `arXiv:2605.12483v2`, `doi:10.1000/xyz`. */
function spokenId(text: string): Canonical | null {
  const [, scheme, rest = ''] = /^(arxiv|doi):\s*(.+)$/i.exec(text) ?? []
  if (!scheme) return null
  const id = /^arxiv$/i.test(scheme) ? arxivIdIn(` ${rest}`) : null
  if (id) return { url: `https://arxiv.org/abs/${id}`, key: `arxiv:${id}`, ids: { arxiv: id } }
  const doi = doiIn(rest)
  return doi ? canonical(`https://doi.org/${doi}`) : null
}

function webAddress(text: string, base: string | null): URL | null {
  const plain = text.includes('&amp;') ? text.replaceAll('&amp;', '&') : text
  if (/^[a-z][a-z\d+.-]*:/i.test(plain) && !/^[\w.-]+:\d+(?:\/|$)/.test(plain)) return parsed(plain)
  if (base !== null && URL.canParse(base)) return parsed(plain, base)
  const bare = plain.startsWith('//') ? plain.slice(2) : plain
  const host = /^[^/?#\s]+/.exec(bare)?.[0] ?? ''
  const { isIcann, domain } = parseHost(host)
  return isIcann && domain ? parsed(`https://${bare}`) : null
}

const parsed = (text: string, base?: string): URL | null => {
  if (!URL.canParse(text, base)) return null
  const url = new URL(text, base)
  url.username = ''
  url.password = ''
  return url
}

function withoutTrackers(address: URL, senders: readonly (string | null)[]): URL {
  const clean = new URL(address.href)
  if (clean.search !== '') {
    const gone = [...clean.searchParams]
      .filter(([name, value]) => isTracker(name) || (name === 'ref' && isSender(value, clean, senders)))
      .map(([name]) => name)
    // Only a query that loses something is written anew: some hosts read the rest letter by letter.
    for (const name of gone) clean.searchParams.delete(name)
  }
  if (/^#(?::~:|(?:utm_|mtm_|xtor=|Echobox=|ref=))/.test(clean.hash)) clean.hash = ''
  return clean
}

const isSender = (value: string, address: URL, senders: readonly (string | null)[]): boolean =>
  [address.href, ...senders].some((sender) => sender !== null && hostOf(sender) === value.toLowerCase())

const hostOf = (url: string): string | null => (URL.canParse(url) ? new URL(url).hostname : null)

/** `url:host/path?query` without scheme, www, mobile and AMP dress, index pages, trailing slash, fragment and idle parameters. */
function urlKey(url: URL): string {
  const host =
    url.hostname.replace(/^(?:www\d?|m|mobile|amp)\.(?=[^.]+\.)/, '') + (url.port ? `:${url.port}` : '')
  const path = plainPath(url.pathname)
  const query = url.search === '' ? '' : plainQuery(url, host)
  return `url:${host}${path}${query}${meaningOf(url.hash)}`
}

function plainPath(path: string): string {
  return path
    .replace(/;jsessionid=[^/]*/i, '')
    .replace(/%[\da-f]{2}/gi, unreserved)
    .replace(/\/{2,}/g, '/')
    .replace(/\.amp(?=\.html?$|$)|^\/amp(?=\/.)|\/amp\/?$/, '')
    .replace(/\/(?:index|default)\.(?:html?|php|aspx?|jsp)$/i, '/')
    .replace(/\/+$/, '')
}

const unreserved = (encoded: string): string => {
  const letter = String.fromCharCode(Number.parseInt(encoded.slice(1), 16))
  return /[\w.~-]/.test(letter) ? letter : encoded.toUpperCase()
}

function plainQuery(url: URL, host: string): string {
  const kept = [...url.searchParams]
    .filter(([name, value]) => !isIdle(name, value, host))
    .sort(([a, x], [b, y]) => (a === b ? (x < y ? -1 : 1) : a < b ? -1 : 1))
  const query = kept.map(([name, value]) => (value === '' ? name : `${name}=${value}`)).join('&')
  return query === '' ? '' : `?${query}`
}

// Change logs give each entry the same page and a fragment with its date or version; old web apps keep the page in `#!`.
const meaningOf = (hash: string): string =>
  /^#(?:!\/|.*(?:\d{4}-\d{2}-\d{2}|\bv?\d+[.-]\d+))/.test(hash) ? hash : ''
