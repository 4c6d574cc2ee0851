import type { Instant } from '#domain'

/** Whether the text of a robots.txt lets a robot of this name read an address. */
export type IsAllowed = (question: { robotsTxt: string; userAgent: string; url: string }) => boolean

const KEPT_MS = 24 * 3_600_000
const NOTHING_ALLOWED = 'User-agent: *\nDisallow: /'

/**
 * The robots.txt of every site asked so far, kept for a day (RFC 9309): one that is not there allows everything, one
 * that cannot be had allows nothing for now and is asked for again. `fetchText` gives the status and text at an address.
 */
export function createRobots(fetchText: (url: URL) => Promise<{ status: number; text: string }>) {
  const kept = new Map<string, { robotsTxt: string; at: number }>()
  return async (url: URL, now: Instant): Promise<string> => {
    const at = Date.parse(now)
    const known = kept.get(url.origin)
    if (known && at - known.at < KEPT_MS) return known.robotsTxt
    const answer = await fetchText(new URL('/robots.txt', url.origin)).catch(() => null)
    if (answer === null || answer.status >= 500) return NOTHING_ALLOWED
    const robotsTxt = answer.status < 300 ? answer.text : ''
    kept.set(url.origin, { robotsTxt, at })
    return robotsTxt
  }
}
