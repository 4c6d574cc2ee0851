import type { Profile, Source, Telling } from '#domain'
import { type PhraseTable, phrasesIn, phraseTable } from './phrases.ts'
import type { Factor } from './reason.ts'
import { stems, words } from './words.ts'

/** A reader's mutes and boosts, made ready to be found. */
export type Wishes = { readonly mutes: Wish; readonly boosts: Wish }
type Wish = { readonly phrases: PhraseTable<string>; readonly sources: ReadonlyMap<string, string> }

const BOOST_POINTS = 10
const MAX_CHARS = 6000

/** Compiles a profile's mutes and boosts: each may be a word, a name or a source. */
export function wishesOf(profile: Profile): Wishes {
  return { mutes: wish(profile.mutes), boosts: wish(profile.boosts) }
}

function wish(entries: readonly string[]): Wish {
  return {
    phrases: phraseTable(entries.map((entry) => ({ stems: stems(entry), value: entry }))),
    sources: new Map(entries.map((entry) => [entry.trim().toLowerCase(), entry])),
  }
}

/** Tellings without those of muted sources. */
export function heard(tellings: readonly Telling[], { mutes }: Wishes): Telling[] {
  return tellings.filter(({ source }) => sourceNamed(source, mutes) === null)
}

/** Why a story is muted: a muted word in a title, or named as a part of what a telling is about; null when it is not. */
export function muted(tellings: readonly Telling[], { mutes }: Wishes): string | null {
  if (mutes.phrases.size === 0) return null
  for (const { item, mentions } of tellings) {
    const inTitle = first(item.title, mutes.phrases)
    if (inTitle !== null) return `muted: "${inTitle}" in the title`
    const named = mentions.find(
      (mention) => mention.salience > 1 && first(mention.name, mutes.phrases) !== null,
    )
    if (named !== undefined) return `muted: it is about ${named.name}`
  }
  return null
}

/** 10 points for a boosted source or word in a title or name, half for one in the text. */
export function boost(tellings: readonly Telling[], { boosts }: Wishes): Factor {
  let weaker: string | null = null
  for (const { item, source, mentions } of tellings) {
    const bySource = sourceNamed(source, boosts)
    if (bySource !== null)
      return { factor: 'boost', share: BOOST_POINTS, because: `you boost the source ${bySource}` }
    if (boosts.phrases.size === 0) continue
    const inTitle = first(item.title, boosts.phrases)
    if (inTitle !== null)
      return { factor: 'boost', share: BOOST_POINTS, because: `you boost "${inTitle}": in the title` }
    const named = mentions.find(
      (mention) => mention.salience === 3 && first(mention.name, boosts.phrases) !== null,
    )
    if (named !== undefined)
      return { factor: 'boost', share: BOOST_POINTS, because: `you boost ${named.name}` }
    weaker ??= first(item.text.slice(0, MAX_CHARS), boosts.phrases)
  }
  return weaker === null
    ? null
    : { factor: 'boost', share: BOOST_POINTS / 2, because: `you boost "${weaker}": in the text` }
}

function sourceNamed(source: Source, { sources }: Wish): string | null {
  if (sources.size === 0) return null
  for (const name of [source.name, source.id, source.family]) {
    const found = sources.get(name.toLowerCase())
    if (found !== undefined) return found
  }
  return null
}

function first(text: string, table: PhraseTable<string>): string | null {
  return phrasesIn(words(text), table)[0]?.value ?? null
}
