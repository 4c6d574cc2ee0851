const DEEPEST = 5
const CARRIERS = [
  'url',
  'u',
  'q',
  'target',
  'to',
  'dest',
  'destination',
  'redirect',
  'redirect_url',
  'uddg',
  'z',
  'link',
  'murl',
]
const GOES_ON =
  /(?:^|\/)(?:url|redirect|redir|click|clicks|l|l\.php|out|away|away\.php|go|r|track|linkfilter|link|translate)(?:\/|$)/
const SENDS_ON =
  /^(?:l|lm|out|away|go|r|click|clicks|links?|track|tracking|redirect|email|[a-z]+\d*\.safelinks)\.|slack-redir\.net$|safelinks\.protection\.outlook\.com$/

/**
 * The address that a redirecting address carries in itself: in a parameter (google.com/url?q=, l.facebook.com), in its
 * path (web.archive.org, AMP caches, mail trackers) or in base64 (Substack, ConvertKit). Follows at most five wraps.
 * The address itself when nothing is wrapped or the target is hidden.
 */
export function unwrapped(address: URL): URL {
  let outer = address
  for (let depth = 0; depth < DEEPEST; depth++) {
    const inner = carried(outer)
    if (inner === null || inner.href === outer.href) break
    outer = inner
  }
  return outer
}

function carried(url: URL): URL | null {
  const plain =
    url.search === '' && !/https?[:%]|aHR0c|eyJ|\/amp\/|ampproject/i.test(url.pathname + url.hostname)
  if (plain) return null
  return inParameter(url) ?? inPath(url) ?? inBase64(url)
}

function inParameter(url: URL): URL | null {
  if (url.search === '' || (!GOES_ON.test(url.pathname.toLowerCase()) && !SENDS_ON.test(url.hostname)))
    return null
  for (const name of CARRIERS) {
    const target = webAddress(url.searchParams.get(name))
    if (target) return target
  }
  return null
}

// The address stands in the path, plain or escaped: archives, readers, AMP caches and mail trackers with a counter behind.
const IN_PATH: readonly (readonly [host: RegExp, path: RegExp])[] = [
  [/^web\.archive\.org$/, /^\/web\/\d{4,14}(?:[a-z]{2}_)?\/(https?:\/.+)$/i],
  [/^(?:12ft\.io|r\.jina\.ai|archive\.(?:ph|is|today))$/, /^\/(?:\d{8,14}\/)?(https?:\/.+)$/i],
  [/^(?:www\.)?google\.[a-z.]{2,6}$/, /^\/amp\/s\/(.+)$/i],
  [/\.cdn\.ampproject\.org$/, /^\/[a-z](?:\/s)?\/(.+)$/i],
  [/^tracking\.|\.awstrack\.me$/, /^\/[CL]L?0\/(https?:.+?)(?:\/\d+\/[\w-]+(?:\/.*)?)?$/i],
  [/(?:^|\.)urldefense\.(?:com|us)$/, /^\/v3\/__(https?:.+?)__;/i],
]

function inPath(url: URL): URL | null {
  for (const [host, path] of IN_PATH) {
    const found = host.test(url.hostname) ? path.exec(url.pathname) : null
    if (!found?.[1]) continue
    const target = unescaped(found[1]).replace(/^(https?):\/+/i, '$1://')
    return webAddress(/^https?:/i.test(target) ? target + url.search : `https://${target}${url.search}`)
  }
  return null
}

function inBase64(url: URL): URL | null {
  const last = /\/((?:aHR0c|eyJ)[\w=-]{12,4000})(?:[./]|$)/.exec(url.pathname)?.[1]
  if (!last || !/^(?:substack\.com|click\.)/.test(url.hostname)) return null
  const plain = fromBase64(last)
  return webAddress(plain?.startsWith('{') ? (/"e":"(https?:[^"]+)"/.exec(plain)?.[1] ?? null) : plain)
}

function fromBase64(text: string): string | null {
  try {
    return atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  } catch {
    return null
  }
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

function webAddress(text: string | null): URL | null {
  return text && /^https?:\/\//i.test(text) && URL.canParse(text) ? new URL(text) : null
}
