import type { Telling, TextLink } from '#domain'

/** A recording of the week: a talk, an episode, a video. */
export type Show = {
  readonly telling: Telling
  /** People it names, the weightiest first, with who they are where the registry says so. */
  readonly guests: readonly { readonly name: string; readonly gloss: string | null }[]
  /** Where it plays: `YouTube`, `Spotify` … */
  readonly links: readonly TextLink[]
}

const PLATFORMS: readonly (readonly [RegExp, string])[] = [
  [/^https?:\/\/(?:www\.|m\.)?(?:youtube\.com\/(?:watch|live|shorts)|youtu\.be\/)/i, 'YouTube'],
  [/^https?:\/\/open\.spotify\.com\/(?:episode|show)/i, 'Spotify'],
  [/^https?:\/\/podcasts\.apple\.com\//i, 'Apple Podcasts'],
  [/^https?:\/\/(?:www\.)?vimeo\.com\/\d/i, 'Vimeo'],
  [/^https?:\/\/(?:www\.)?twitch\.tv\/videos/i, 'Twitch'],
  [/^https?:\/\/[^\s]+\.(?:mp3|m4a|mp4)(?:\?|$)/i, 'Recording'],
]

const MOST_LINKS = 4

/** The item as something to watch or hear: a transcript, or what lies at or links to a platform that plays. Else null. */
export function showOf(telling: Telling, glosses: ReadonlyMap<string, string>): Show | null {
  const { item, mentions } = telling
  const links = new Map<string, TextLink>()
  for (const url of [item.url, ...item.links.map((link) => link.url)]) {
    const label = url === null ? undefined : PLATFORMS.find(([test]) => test.test(url))?.[1]
    if (url !== null && label !== undefined && !links.has(label)) links.set(label, { label, url })
  }
  const plays =
    item.kind === 'transcript' || (item.url !== null && PLATFORMS.some(([test]) => test.test(item.url ?? '')))
  if (
    !plays &&
    !(
      links.size > 0 &&
      item.kind !== 'issue' &&
      /\b(?:podcast|episode|interview|talk|keynote|livestream|video)\b/i.test(item.title)
    )
  )
    return null
  const people = new Map<string, { name: string; gloss: string | null; salience: number }>()
  for (const { type, entityId, name, salience } of mentions)
    if (type === 'person' && (people.get(entityId)?.salience ?? 0) < salience)
      people.set(entityId, { name, gloss: glosses.get(entityId) ?? null, salience })
  return {
    telling,
    guests: [...people.values()].sort((a, b) => b.salience - a.salience),
    links: [...links.values()].slice(0, MOST_LINKS),
  }
}
