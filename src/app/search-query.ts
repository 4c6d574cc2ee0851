import type { Entity, Tier } from '#domain'

/** What a person typed, taken apart: words to look for, and what must hold beside. */
export type SearchQuery = {
  readonly words: string
  readonly entities: readonly string[]
  readonly sources: readonly string[]
  readonly tiers: readonly Tier[]
  /** From this day on, `2026-05-01`. */
  readonly after: string | null
  /** Up to and without this day. */
  readonly before: string | null
  /** One sentence for each operator that could not be understood; it is left out of the search. */
  readonly problems: readonly string[]
}

const OPERATOR = /(?<![\p{L}\p{N}])(entity|source|tier|after|before):(?:"([^"]*)"|(\S+))/giu
const LONGEST = 2_000

/** Reads `kv cache entity:"Qwen" source:hf tier:1 after:2026-05 before:2026-05-14`; everything else is words. Never throws. */
export function readQuery(typed: string): SearchQuery {
  const found = {
    entities: [] as string[],
    sources: [] as string[],
    tiers: [] as Tier[],
    problems: [] as string[],
  }
  const days: { after: string | null; before: string | null } = { after: null, before: null }
  const words = typed
    .slice(0, LONGEST)
    .replace(OPERATOR, (_, name: string, quoted?: string, bare?: string) => {
      const value = (quoted ?? bare ?? '').trim()
      const operator = name.toLowerCase()
      if (operator === 'entity') found.entities.push(value)
      else if (operator === 'source') found.sources.push(value)
      else if (operator === 'tier') readTiers(value, found)
      else if (operator === 'after' || operator === 'before')
        days[operator] = dayOf(value, operator, found.problems)
      return ' '
    })
  return { words: words.replace(/\s+/g, ' ').trim(), ...found, ...days }
}

function readTiers(value: string, found: { tiers: Tier[]; problems: string[] }): void {
  const tiers = value.split(',').map(Number)
  if (tiers.every(isTier)) found.tiers.push(...tiers.filter(isTier))
  else
    found.problems.push(
      `tier:${value} is no tier; write tier:1 or tier:1,2 (1 is the core of the profile, 4 the edge)`,
    )
}

const isTier = (number: number): number is Tier =>
  number === 1 || number === 2 || number === 3 || number === 4

/** The first day of a date as partial as it was typed. */
function dayOf(value: string, operator: string, problems: string[]): string | null {
  const day = `${value}${'-01'.repeat(Math.max(0, 3 - value.split('-').length))}`
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(day) && new Date(`${day}T00:00:00Z`).toJSON()?.startsWith(day)
  if (isDay) return day
  problems.push(`${operator}:${value} is no date; write it as 2026-05-14, 2026-05 or 2026`)
  return null
}

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

const plain = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
