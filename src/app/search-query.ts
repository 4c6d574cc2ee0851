import type { Entity, ItemKind, Tier } from '#domain'
import { editDistance } from '#text'
import { dayTyped } from './search-day.ts'

/** What a person typed, taken apart: words to look for, and what must hold beside. */
export type SearchQuery = {
  readonly words: string
  readonly entities: readonly string[]
  readonly sources: readonly string[]
  readonly tiers: readonly Tier[]
  readonly kinds: readonly ItemKind[]
  /** From this day on, `2026-05-01`. */
  readonly after: string | null
  /** Up to and without this day. */
  readonly before: string | null
  /** What must not be there: typed with a minus sign before it. */
  readonly not: Excluded
  /** One sentence for each operator that could not be understood; it is left out of the search. */
  readonly problems: readonly string[]
}

type Excluded = {
  readonly words: string
  readonly entities: readonly string[]
  readonly sources: readonly string[]
  readonly tiers: readonly Tier[]
  readonly kinds: readonly ItemKind[]
}

const OPERATORS = ['entity', 'source', 'tier', 'kind', 'type', 'after', 'before'] as const
const OPERATOR = /(?<![\p{L}\p{N}:/-])(-?)(entity|source|tier|kind|type|after|before):(?:"([^"]*)"|(\S*))/giu
const EXCLUDED = /(?<!\S)-(?:"([^"]+)"|(\p{L}[^\s":]*))(?!\S)/gu
const SLIP = /(?<![\p{L}\p{N}:/.-])(\p{L}{3,9}):(?=["\p{L}\p{N}])/gu
const LONGEST = 2_000

const KINDS: readonly ItemKind[] = [
  'article',
  'paper',
  'post',
  'issue',
  'transcript',
  'discussion',
  'model',
  'repository',
  'ranking',
]

/**
 * Reads `kv cache entity:"Qwen" source:hf tier:1 kind:paper after:2026-05 before:2026-05-14 -benchmark -source:x`;
 * everything else is words. `today` is the day from which `7d` and `yesterday` count. Never throws.
 */
export function readQuery(typed: string, today: string): SearchQuery {
  const found = nothing()
  const not = nothing()
  const problems: string[] = []
  const days: { after: string | null; before: string | null } = { after: null, before: null }
  const withoutOperators = typed
    .slice(0, LONGEST)
    .replace(OPERATOR, (_, minus: string, name: string, quoted?: string, bare?: string) => {
      const value = (quoted ?? bare ?? '').trim()
      const operator = name.toLowerCase()
      if (value === '') problems.push(`${operator}: names nothing; write what it should be right behind it`)
      else if (operator === 'after' || operator === 'before') {
        const day = dayTyped(value, today)
        if (minus || day === null) problems.push(noDay(`${minus}${operator}:${value}`))
        else days[operator] = day
      } else read(operator, value, minus === '' ? found : not, problems)
      return ' '
    })
  const words = withoutOperators.replace(EXCLUDED, (_, quoted?: string, bare?: string) => {
    not.words.push(quoted ? `"${quoted}"` : (bare ?? ''))
    return ' '
  })
  problems.push(...slips(words))
  if (days.after !== null && days.before !== null && days.after >= days.before)
    problems.push(`no day is after ${days.after} and before ${days.before}: the two may have changed places`)
  return {
    words: words.replace(/\s+/g, ' ').trim(),
    ...{ entities: found.entities, sources: found.sources, tiers: found.tiers, kinds: found.kinds },
    ...days,
    not: { ...not, words: not.words.join(' ') },
    problems,
  }
}

type Taken = { words: string[]; entities: string[]; sources: string[]; tiers: Tier[]; kinds: ItemKind[] }

const nothing = (): Taken => ({ words: [], entities: [], sources: [], tiers: [], kinds: [] })

function read(operator: string, value: string, into: Taken, problems: string[]): void {
  if (operator === 'entity') into.entities.push(value)
  else if (operator === 'source') into.sources.push(value)
  else if (operator === 'tier') readTiers(value, into, problems)
  else readKinds(operator, value, into, problems)
}

function readTiers(value: string, into: Taken, problems: string[]): void {
  const tiers = value.split(',').map(Number)
  if (tiers.every(isTier)) into.tiers.push(...tiers.filter(isTier))
  else
    problems.push(
      `tier:${value} is no tier; write tier:1 or tier:1,2 (1 is the core of the profile, 4 the edge)`,
    )
}

const isTier = (number: number): number is Tier =>
  number === 1 || number === 2 || number === 3 || number === 4

/** `paper`, `papers` and `paper,post` alike. */
function readKinds(operator: string, value: string, into: Taken, problems: string[]): void {
  for (const one of value.toLowerCase().split(',')) {
    const kind = KINDS.find((each) => each === one || pluralOf(each) === one)
    if (kind) into.kinds.push(kind)
    else problems.push(`${operator}:${one} is no kind of item; there are ${KINDS.join(', ')}`)
  }
}

const pluralOf = (kind: ItemKind): string => (kind.endsWith('y') ? `${kind.slice(0, -1)}ies` : `${kind}s`)

const noDay = (said: string): string =>
  `${said} is no date; write it as 2026-05-14, 2026-05, 2026, yesterday or 7d`

/** Words before a colon that are nearly an operator: they stay words, and the answer says so. */
function slips(words: string): string[] {
  return [...words.matchAll(SLIP)].flatMap(([, name = '']) => {
    const near = OPERATORS.find((one) => editDistance(name.toLowerCase(), one, SLIP_MAX) <= SLIP_MAX)
    return near ? [`${name}: is no operator; write ${near}: if that is meant`] : []
  })
}

const SLIP_MAX = 2

/** The entities that a name may mean, best first: the same name or alias, else those that begin with it. Spelling aside. */
export function entitiesNamed(registry: readonly Entity[], name: string): readonly Entity[] {
  const wanted = plain(name)
  if (wanted === '') return []
  const spelt = spellingsOf(registry)
  const same = spelt.filter(({ all }) => all.includes(wanted))
  const meant = same.length > 0 ? same : spelt.filter(({ own }) => own.startsWith(wanted))
  return meant.map(({ entity }) => entity)
}

type Spelt = { readonly entity: Entity; readonly own: string; readonly all: readonly string[] }
const kept = new WeakMap<readonly Entity[], readonly Spelt[]>()

/** The names of a registry without spelling, made once for it. */
function spellingsOf(registry: readonly Entity[]): readonly Spelt[] {
  const known = kept.get(registry)
  if (known) return known
  const spelt = registry.map((entity) => {
    const own = plain(entity.name)
    return { entity, own, all: [plain(entity.id), own, ...entity.aliases.map(plain)] }
  })
  kept.set(registry, spelt)
  return spelt
}

/** Spelling aside. */
export const isSameName = (one: string, other: string): boolean => plain(one) === plain(other)

const plain = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
