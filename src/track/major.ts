import type { Dossier, Entity, Telling } from '#domain'
import { plain } from '#text'

/** What makes a story major, in words, and how much: 0 where nothing does. Comparable across days. */
export type Majorness = {
  readonly points: number
  readonly kinds: readonly MajorKind[]
  /** Places that tell it in their own words and do not answer for each other. */
  readonly origins: readonly string[]
  /** Someone who speaks of their own doing, or a source that counts for two; null where nobody does. */
  readonly authority: string | null
}

export type MajorKind = 'deal' | 'regulator' | 'model' | 'leak' | 'security'

const HEAD_CHARACTERS = 600
const DEAL =
  /\b(?:acquir(?:e|es|ed|ing)|acquisition|merg(?:er|es|ed)|takeover|buy(?:s|ing)?|bought|rais(?:e|es|ed|ing)|invest(?:s|ed|ing|ment)?|deal)\b/i
const REGULATOR =
  /\b(?:[Rr]egulators?|[Cc]ommission|FTC|SEC|DOJ|[Aa]ntitrust|[Cc]ourt|[Jj]udge|[Mm]inistry|[Gg]overnment|White House|Congress|Pentagon|EU|European Union|[Pp]arliament)\b/
const ACT =
  /\b(?:emergency (?:meeting|order|session|act|hearing)|injunction|block(?:s|ed)|bans?|banned|halt(?:s|ed)?|suspend(?:s|ed)?|orders? (?:\w+ ){1,4}to|subpoena|executive order|export controls?|recall(?:s|ed)?|raid(?:s|ed)?)\b/i
const RELEASE =
  /\b(?:releas(?:e|es|ed|ing)|launch(?:es|ed|ing)?|unveil(?:s|ed)?|introduc(?:es|ed|ing)|ships?|shipped|announc(?:es|ed|ing)|now available)\b/i
const LEAK =
  /\b(?:leak(?:s|ed|ing)?|accidentally (?:published|exposed|released)|source code (?:exposed|published))\b/i
const SECURITY =
  /\b(?:zero-day|actively exploited|supply[- ]chain (?:attack|compromise)|critical vulnerabilit(?:y|ies)|CVE-\d{4}-\d{3,}|data breach|worm|backdoor(?:ed)?|ransomware|stolen (?:weights|credentials|keys)|compromised)\b/i

const VERY_LARGE_USD = 1e9
const POINTS: Readonly<Record<MajorKind, number>> = {
  deal: 30,
  regulator: 38,
  model: 26,
  leak: 38,
  security: 36,
}
const PER_ORIGIN = 8
const MOST_ORIGINS = 4
const OF_AUTHORITY = 6
const PER_DOUBLING = 4
const MOST_FOR_EVENT = 16

/** How major a story is: the kinds of F-07, how large, and who tells it. `registry` gives accounts their owners. */
export function majorness(dossier: Dossier, registry: ReadonlyMap<string, Entity>): Majorness {
  const own = dossier.tellings.filter(({ copyOf }) => copyOf === null)
  const kinds = [...new Set(own.flatMap(kindsOf))]
  const origins = [...new Set(own.map(originOf))]
  const authority = authorityIn(own, registry)
  if (kinds.length === 0) return { points: 0, kinds, origins, authority }
  const points =
    Math.max(...kinds.map((kind) => POINTS[kind])) +
    4 * (kinds.length - 1) +
    (kinds.includes('deal') ? sizeOf(own) : 0) +
    PER_ORIGIN * (Math.min(MOST_ORIGINS, origins.length) - 1) +
    (authority === null ? 0 : OF_AUTHORITY)
  return { points, kinds, origins, authority }
}

/** The same with what the affair adds that it belongs to: the more stories a day makes of it, the larger it is. */
export function withEvent(major: Majorness, storiesOfDay: number): Majorness {
  const more = Math.min(MOST_FOR_EVENT, PER_DOUBLING * Math.log2(Math.max(1, storiesOfDay)))
  return major.points === 0 ? major : { ...major, points: major.points + more }
}

/** Whether enough is known to wake somebody: two that do not answer for each other, or one that must know. */
export const isConfirmed = ({ origins, authority }: Majorness): boolean =>
  origins.length > 1 || authority !== null

function kindsOf(telling: Telling): MajorKind[] {
  const { item, mentions } = telling
  const title = plain(item.title)
  const head = `${title}. ${plain(item.text.slice(0, HEAD_CHARACTERS))}`
  const isReleased = mentions.some(
    (one) => one.type === 'model' && one.salience === 3 && one.known && releases(item.title, one),
  )
  return [
    ...(largestUsd(telling) >= VERY_LARGE_USD ? (['deal'] as const) : []),
    ...(REGULATOR.test(head) && ACT.test(title) ? (['regulator'] as const) : []),
    ...(isReleased ? (['model'] as const) : []),
    ...(LEAK.test(title) && mentions.some(({ salience, known }) => salience === 3 && known)
      ? (['leak'] as const)
      : []),
    ...(SECURITY.test(title) ? (['security'] as const) : []),
  ]
}

const HELPING =
  /^[\s,:]*(?:(?:is|are|was|has been|now|officially|just|weights?|models?|series|family)[\s,]+)*$/i
const MOST_BETWEEN = 40

// "Gemma 4 released" and "Google launches Gemma 4", not "Gemma 4 recipes released".
function releases(title: string, { field, start, end }: Telling['mentions'][number]): boolean {
  if (field !== 'title') return false
  const verb = RELEASE.exec(title)
  if (!verb) return false
  const verbEnd = verb.index + verb[0].length
  return verb.index >= end
    ? HELPING.test(title.slice(end, verb.index))
    : start >= verbEnd &&
        start - verbEnd <= MOST_BETWEEN &&
        /^(?:[.!,:;(—–-]|$|\s(?:and|as|with|for|on|in|to|its|\())/i.test(title.slice(end))
}

/** The largest amount that a sentence about a deal names near the start. */
const largestUsd = ({ claims }: Telling): number =>
  Math.max(
    0,
    ...claims
      .filter(({ unit, start, sentence }) => unit === 'usd' && start < HEAD_CHARACTERS && DEAL.test(sentence))
      .map(({ number }) => number),
  )

/** Ten points for each power of ten above a billion. */
const sizeOf = (tellings: readonly Telling[]): number =>
  10 * Math.log10(Math.max(VERY_LARGE_USD, ...tellings.map(largestUsd)) / VERY_LARGE_USD)

/** Who says it: an account, a community, a site; a part of a newsletter is said by the place that it links to. */
function originOf({ item, source }: Telling): string {
  const [, account] = /^https?:\/\/(?:www\.)?(?:x|twitter)\.com\/(\w+)\/status/i.exec(item.url ?? '') ?? []
  if (account) return `x:${account.toLowerCase()}`
  const [, community] = /^https?:\/\/(?:www\.|old\.)?reddit\.com\/(r\/\w+)/i.exec(item.url ?? '') ?? []
  if (community) return community.toLowerCase()
  if (item.partOf === null) return source.family
  const [, host] = /^https?:\/\/(?:www\.)?([^/:]+)/i.exec(item.url ?? '') ?? []
  return host?.toLowerCase() ?? source.family
}

const SURE_WEIGHT = 0.9

function authorityIn(tellings: readonly Telling[], registry: ReadonlyMap<string, Entity>): string | null {
  for (const telling of tellings) {
    const { source, mentions } = telling
    if (source.weight >= SURE_WEIGHT) return source.name
    const origin = originOf(telling)
    if (/(?:^|\.)(?:gov|europa\.eu|gov\.\w\w)$/.test(origin)) return origin
    for (const { entityId, salience } of mentions) {
      const entity = salience > 1 ? registry.get(entityId) : undefined
      const owner = entity?.parent ? registry.get(entity.parent) : undefined
      for (const one of [entity, owner])
        if (one?.handles.some((handle) => handle.toLowerCase() === origin)) return one.name
    }
  }
  return null
}
