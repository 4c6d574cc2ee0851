import type { Dossier, Telling } from '#domain'

type Said = Pick<Telling, 'item' | 'source'>

/**
 * Who says it, as a reader would name them: `r/LocalLLaMA`, `@handle on X`, `Hacker News`, else the source. An item cut
 * from a newsletter is said by the place that the newsletter links to.
 */
export function sayerOf({ item, source }: Said): string {
  const address = item.url ?? ''
  const community = /^https?:\/\/(?:www\.|old\.)?reddit\.com\/r\/(\w{2,30})\//i.exec(address)?.[1]
  if (community) return `r/${community}`
  if (item.ids.hackerNews || /^https?:\/\/news\.ycombinator\.com\//.test(address)) return 'Hacker News'
  const server = serverOf(item.title)
  if (server !== null) return `${server} Discord`
  const handle = handleOf({ item, source })
  return handle === null ? source.name : `@${handle} on X`
}

/** The place that brought it, when that is not who says it: a newsletter, a list. */
export function bringerOf(telling: Said): string | null {
  const { item, source } = telling
  return item.partOf !== null && sayerOf(telling) !== source.name ? source.name : null
}

/** The accounts that speak today, without their @: who says a thing is not what it is about. */
export const accountsIn = (tales: readonly { readonly dossier: Dossier }[]): ReadonlySet<string> =>
  new Set(
    tales.flatMap(({ dossier }) =>
      dossier.tellings.flatMap((telling) => handleOf(telling)?.toLowerCase() ?? []),
    ),
  )

export const isAccount = (name: string, accounts: ReadonlySet<string>): boolean =>
  name.startsWith('@') || accounts.has(name.toLowerCase())

/** Whether a title is that of a channel of a forum, `GPU MODE ▷ #cool-links`, or of the whole forum. */
export const isForum = (title: string): boolean => serverOf(title) !== null

function serverOf(title: string): string | null {
  return /^(.{2,40}?)(?: ▷ #| Discord:?$)/.exec(title.trim())?.[1] ?? null
}

function handleOf({ item }: Said): string | null {
  const inAddress = /^https?:\/\/(?:www\.|mobile\.)?(?:x|twitter)\.com\/(\w{2,30})\/status\//i.exec(
    item.url ?? '',
  )?.[1]
  if (inAddress && !/^(?:i|x|twitter)$/i.test(inAddress)) return inAddress
  return /^@(\w{2,30})/.exec(item.title)?.[1] ?? (/^@(\w{2,30})$/.exec(item.authors[0] ?? '')?.[1] || null)
}
