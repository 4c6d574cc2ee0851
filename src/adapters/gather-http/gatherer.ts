import { createHash } from 'node:crypto'
import type { Instant, Problem, Source, SourceHealth } from '#domain'
import type { Gathered, Gatherer } from '#ports'
import { Refusal } from './refusal.ts'
import { retryAt } from './retry.ts'
import { createRobots, type IsAllowed } from './robots.ts'
import { routes } from './route.ts'
import { type Visit, visit } from './visit.ts'
import { statusWhy, why } from './why.ts'

export type HttpOptions = {
  /** `host:port` pairs inside private networks that may be fetched; everything else there is refused. */
  readonly allowPrivate?: readonly string[]
  /** Decides whether a site's robots.txt lets a page be read; feeds are published to be read. Default: every page may. */
  readonly isAllowed?: IsAllowed
  /** How we introduce ourselves: truthfully. */
  readonly userAgent?: string
  /** From the first look-up to the last byte, redirects included. */
  readonly timeoutMs?: number
  /** Of the unpacked body. */
  readonly mostBytes?: number
}

const ACCEPT: Readonly<Record<string, string>> = {
  page: 'text/html, application/xhtml+xml, */*;q=0.5',
  feed: 'application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, application/json;q=0.8, */*;q=0.5',
}
const ROBOTS_BYTES = 512_000

/**
 * Fetches feeds and pages over HTTP: asks only for what is new (ETag, Last-Modified), follows redirects, never enters a
 * private network. Everything that goes wrong is a `failed` with words for the reader and when to try again.
 */
export function createHttpGatherer(options: HttpOptions = {}): Gatherer {
  const {
    userAgent = 'Bellwether/0.1 (self-hosted reader)',
    timeoutMs = 20_000,
    mostBytes = 15_000_000,
  } = options
  const route = routes(options.allowPrivate ?? [])
  const hello = { 'user-agent': userAgent, 'accept-encoding': 'gzip, deflate, br' }
  const robotsOf = createRobots(async (url) => {
    const signal = AbortSignal.timeout(timeoutMs)
    const answer = await visit(url, { route, may: freely, headers: hello, signal, mostBytes: ROBOTS_BYTES })
    return { status: answer.status, text: new TextDecoder().decode(answer.body) }
  })

  return {
    handles: ({ kind, address }) => kind !== 'file' && kind !== 'folder' && /^https?:/i.test(address),
    async gather(source, health, now) {
      const may = async (url: URL) => {
        if (source.kind !== 'page' || !options.isAllowed) return
        const robotsTxt = await robotsOf(url, now)
        if (!options.isAllowed({ robotsTxt, userAgent, url: url.href }))
          throw new Refusal('its robots.txt does not let us read it')
      }
      try {
        const headers = { ...hello, accept: ACCEPT[source.kind] ?? '*/*', ...conditions(health) }
        const signal = AbortSignal.timeout(timeoutMs)
        const answer = await visit(addressOf(source), { route, may, headers, signal, mostBytes })
        return outcome(answer, source, health, now)
      } catch (error) {
        return failed(why(error, timeoutMs), now, health, null)
      }
    },
  }
}

const freely = async (): Promise<void> => {}

function addressOf({ address }: Source): URL {
  if (!URL.canParse(address))
    throw new Refusal('its address cannot be read; write it as https://example.org/feed.xml')
  return new URL(address)
}

function conditions(health: SourceHealth | null): Record<string, string> {
  return {
    ...(health?.etag ? { 'if-none-match': health.etag } : {}),
    ...(health?.lastModified ? { 'if-modified-since': health.lastModified } : {}),
  }
}

function outcome(answer: Visit, source: Source, health: SourceHealth | null, now: Instant): Gathered {
  const { status, header, body, url, movedTo } = answer
  if (status === 304) return { kind: 'unchanged' }
  if (status < 200 || status > 299) return failed(statusWhy(status), now, health, header('retry-after'))
  const capture = {
    hash: createHash('sha256').update(body).digest('hex'),
    sourceId: source.id,
    address: url.href,
    contentType: header('content-type'),
    sizeBytes: body.length,
    capturedAt: now,
  }
  const problems: Problem[] = movedTo
    ? [
        {
          severity: 'note',
          what: `has moved for good: change its address to ${movedTo.href}`,
          where: source.address,
        },
      ]
    : []
  return {
    kind: 'fresh',
    captures: [{ capture, body }],
    etag: header('etag'),
    lastModified: header('last-modified'),
    problems,
  }
}

function failed(
  reason: string,
  now: Instant,
  health: SourceHealth | null,
  retryAfter: string | null,
): Gathered {
  const failuresBefore = health?.failuresInARow ?? 0
  return { kind: 'failed', why: reason, retryAt: retryAt(now, { failuresBefore, retryAfter }) }
}
