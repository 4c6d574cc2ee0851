import type { Ids, Link } from '#domain'
import { type Canonical, canonical } from './canonical.ts'
import { familyOf } from './family.ts'

/** A link with what its address names. */
export type Reading = { readonly link: Link; readonly named: Canonical }

// A picture, a profile, a front page or a channel tells nothing by itself.
const PICTURE = /\.(?:png|jpe?g|gif|webp|svg|mp4)(?:$|\?)/i
const PICTURE_HOSTS =
  /^https?:\/\/(?:i|preview|v)\.redd\.it\/|^https?:\/\/(?:pbs|video)\.twimg\.com\/|^https?:\/\/i\.imgur\.com\//
const PROFILE =
  /^https?:\/\/(?:x|twitter)\.com\/\w+\/?$|^https?:\/\/(?:www\.)?reddit\.com\/(?:u|user|r)\/[\w-]+\/?$|^https?:\/\/(?:www\.)?linkedin\.com\/in\/|^https?:\/\/(?:x|twitter)\.com\/i\/lists\//
const CHANNEL = /^https?:\/\/(?:discord\.com\/(?:channels|invite)|discord\.gg|t\.me)\//

/** What a telling is about, best first: the paper, the article, the repository or model, the video, the post. */
function rankOf({ named: { url, key } }: Reading): number {
  if (/^(?:arxiv|doi):/.test(key) || /(?:^|\.)(?:openreview\.net|aclanthology\.org)\b/.test(familyOf(url)))
    return 0
  if (PICTURE.test(url) || PICTURE_HOSTS.test(url)) return 7
  if (CHANNEL.test(url)) return 6
  if (/^(?:x|reddit|hn):/.test(key)) return 4
  if (key.startsWith('youtube:')) return 3
  if (/^(?:github|hf):/.test(key) || /^https?:\/\/(?:github\.com|huggingface\.co)\//.test(url)) return 2
  return new URL(url).pathname.length <= 1 ? 5 : 1
}

/** Whether a link leads to a place where much is told: a channel, a profile, a front page. */
export function isPlace(link: Link): boolean {
  const named = canonical(link.url)
  if (!/^https?:/.test(named.url) || PROFILE.test(named.url)) return true
  const rank = rankOf({ link, named })
  return rank === 5 || rank === 6
}

/** Who wrote the X post that a telling is about, as `@name`; null when it is about something else or does not say. */
export function posterOf({ named: { url } }: Reading): string | null {
  const name = /^https:\/\/x\.com\/(\w{1,20})\/status\//.exec(url)?.[1]
  return name && name !== 'i' ? `@${name}` : null
}

/** The links that can carry a story: on the web, not the publication's own, not profiles. */
export function readings(links: readonly Link[], ownFamily: string): Reading[] {
  const found: Reading[] = []
  for (const link of links) {
    const named = canonical(link.url)
    if (!/^https?:/.test(named.url) || PROFILE.test(named.url)) continue
    if (ownFamily !== '' && familyOf(named.url) === ownFamily) continue
    found.push({ link, named })
  }
  return found
}

/** The link that a telling is about: its headline's, else the first of the best rank; null for no links. */
export function primaryOf(found: readonly Reading[], headline: Link | null): Reading | null {
  const led = headline && found.find(({ link }) => link === headline)
  if (led) return led
  let best: Reading | null = null
  let bestRank = Number.POSITIVE_INFINITY
  for (const reading of found) {
    const rank = rankOf(reading)
    if (rank < bestRank) {
      best = reading
      bestRank = rank
    }
  }
  return best
}

/** The ids that the links of one telling name: the primary's, then the first of each other kind. */
export function idsOfAll(found: readonly Reading[], primary: Reading | null): Ids {
  return Object.assign(
    {},
    ...[...found]
      .reverse()
      .concat(primary ?? [])
      .map(({ named }) => named.ids),
  )
}
