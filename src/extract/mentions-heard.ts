import type { Entity, EntityType } from '#domain'
import { STOPWORDS } from '#text'
import type { Taken } from './mentions-form.ts'
import { nameKey } from './mentions-index.ts'
import { hangsOnPrevious, isCapitalised, knownName, lastPieceOf, type Name, wordOf } from './mentions-name.ts'
import type { Scan } from './mentions-scan.ts'
import { CUES, MODEL_VARIANTS, ORGANISATION_WORDS, PLAIN_MODIFIERS, TERM_HEADS } from './mentions-words.ts'

/** The names of a registry by how they sound, and the longer ones with one letter left out, each to its entities. */
export type HeardIndex = {
  readonly bySound: ReadonlyMap<string, readonly Heard[]>
  readonly byDeletion: ReadonlyMap<string, readonly Heard[]>
}

/** One spelling of an entity, in small letters, with its own id and those of its families and makers. */
type Heard = { readonly name: string; readonly entity: Entity; readonly line: readonly string[] }

const HEARD_TYPES: ReadonlySet<EntityType> = new Set([
  'company',
  'lab',
  'model',
  'product',
  'person',
  'hardware',
])

export function indexHeard(registry: readonly Entity[]): HeardIndex {
  const bySound = new Map<string, Heard[]>()
  const byDeletion = new Map<string, Heard[]>()
  const byId = new Map(registry.map((entity) => [entity.id, entity]))
  for (const entity of registry) {
    if (!HEARD_TYPES.has(entity.type)) continue
    const line = lineOf(entity, byId)
    for (const spelling of [entity.name, ...entity.aliases]) {
      const name = spelling.replace(/^\?/, '').toLowerCase()
      if (!/^[\p{L}\p{N}]+(?: [\p{L}\p{N}]+)?$/u.test(name) || name.length < 3) continue
      keep(bySound, soundOf(name), { name, entity, line })
      if (name.length >= 7) for (const one of deletions(name)) keep(byDeletion, one, { name, entity, line })
    }
  }
  return { bySound, byDeletion }
}

function lineOf(entity: Entity, byId: ReadonlyMap<string, Entity>): string[] {
  const line: string[] = []
  for (let at: Entity | undefined = entity; at && !line.includes(at.id); at = byId.get(at.parent ?? ''))
    line.push(at.id)
  return line
}

function keep(map: Map<string, Heard[]>, key: string, one: Heard): void {
  const held = map.get(key)
  if (held) held.push(one)
  else map.set(key, [one])
}

const deletions = (name: string): string[] => [
  name,
  ...Array.from(name, (_, at) => name.slice(0, at) + name.slice(at + 1)),
]

const SPOKEN =
  /\b(?:um|uh|yeah|gonna|wanna|kinda|okay|you know|i mean|sort of|kind of|i guess|i think|we're|let's|that's|and so|so yeah|alright)\b|\[music\]|\b\d{1,2}:\d\d\b/gi

/** Whether a text reads like speech written down: sixty words or more, with a spoken turn in each sixty. */
export function readsLikeTranscript(text: string): boolean {
  const words = text.length / 5.5
  if (words < 60) return false
  let turns = 0
  const opening = text.slice(0, 60_000)
  for (const _ of opening.matchAll(SPOKEN)) turns++
  return turns >= 4 && turns * 60 >= opening.length / 5.5
}

/**
 * Names that a transcript spells as they sound: "DeepSeq", "Cloud Code". Taken when the sound is that of a registry's
 * name and the spelling close; a word that is an everyday word too ("Cloud") also needs its maker or a relative in the
 * text, and a version or a cue beside it. After the Soundex and Metaphone families and one-deletion neighbourhoods
 * (SymSpell). `sure` holds the ids of the names that the text spells right, and of their makers.
 */
export function misheardNames(
  scan: Scan,
  taken: Taken,
  heard: HeardIndex,
  { sure, byKey }: HeardContext,
): Name[] {
  const found: Name[] = []
  for (let word = 0; word < scan.words; word++) {
    if (taken[word]) continue
    const pair = pairAt(scan, taken, word, heard, sure)
    const entity = pair ?? (isCapitalised(scan, word) ? singleAt(scan, word, heard, sure) : null)
    if (entity === null) continue
    const last = pair ? word + 1 : word
    const member =
      last + 1 < scan.words ? byKey.get(nameKey(`${entity.name}${wordOf(scan, last + 1)}`)) : undefined
    found.push(member ? nameAt(scan, word, last + 1, member) : nameAt(scan, word, last, entity))
    word = member ? last + 1 : last
  }
  return found
}

/** What the text names beyond doubt, with families and makers, and the registry by spelling. */
export type HeardContext = { readonly sure: ReadonlySet<string>; readonly byKey: ReadonlyMap<string, Entity> }

function nameAt(scan: Scan, from: number, to: number, entity: Entity): Name {
  const start = scan.start[scan.firstPiece[from] ?? 0] ?? 0
  return knownName(start, (scan.start[scan.firstPiece[to] ?? 0] ?? 0) + bare(scan, to).length, entity)
}

const bare = (scan: Scan, word: number): string => wordOf(scan, word).replace(/['’]s$/, '')

// Two words of which the text spells one right ("Cloud Code", "Jenson Huang"); without a relative both need capitals.
function pairAt(
  scan: Scan,
  taken: Taken,
  word: number,
  heard: HeardIndex,
  sure: ReadonlySet<string>,
): Entity | null {
  if (word + 1 >= scan.words || !hangsOnPrevious(scan, word + 1)) return null
  const length = (scan.end[lastPieceOf(scan, word + 1)] ?? 0) - (scan.start[scan.firstPiece[word] ?? 0] ?? 0)
  const capitals = isCapitalised(scan, word) && isCapitalised(scan, word + 1)
  if (length > 30 || (taken[word + 1] && !capitals)) return null
  const first = wordOf(scan, word).toLowerCase()
  const close = soundsLike(`${first} ${bare(scan, word + 1).toLowerCase()}`, heard).filter(({ name }) =>
    sharesWord(name, `${first} ${bare(scan, word + 1).toLowerCase()}`),
  )
  const relative = close.find(({ line }) => line.some((id) => sure.has(id)))
  return (relative ?? (capitals && !isEveryday(first) ? close[0] : undefined))?.entity ?? null
}

/** The spellings that sound like what is written and differ from it by one or two letters. */
function soundsLike(written: string, heard: HeardIndex): Heard[] {
  return (heard.bySound.get(soundOf(written)) ?? []).filter(
    ({ name }) =>
      name !== written && Math.abs(name.length - written.length) <= 2 && distance(name, written) <= 2,
  )
}

const sharesWord = (a: string, b: string): boolean => {
  const [one, other] = [a.split(' '), b.split(' ')]
  return one.length === other.length && one.some((word, at) => word === other[at])
}

function singleAt(scan: Scan, word: number, heard: HeardIndex, sure: ReadonlySet<string>): Entity | null {
  const written = bare(scan, word).toLowerCase()
  if (written.length < 3 || written.length > 20 || STOPWORDS.has(written)) return null
  const close = soundsLike(written, heard)
  const relative = close.find(({ line }) => line.some((id) => sure.has(id)))
  const entity = (relative ?? close[0])?.entity ?? oneLetterOff(written, heard)
  if (entity === null) return null
  if (!isEveryday(written) && (written.length >= 6 || relative || versionFollows(scan, word))) return entity
  return relative && isSpokenOf(scan, word, entity.type) ? entity : null
}

function oneLetterOff(written: string, heard: HeardIndex): Entity | null {
  if (written.length < 7 || isEveryday(written)) return null
  for (const key of deletions(written)) {
    const near = heard.byDeletion.get(key)?.find(({ name }) => distance(name, written) === 1)
    if (near) return near.entity
  }
  return null
}

const isEveryday = (written: string): boolean =>
  PLAIN_MODIFIERS.has(written) ||
  TERM_HEADS.has(written) ||
  ORGANISATION_WORDS.has((written[0] ?? '').toUpperCase() + written.slice(1)) ||
  Object.values(CUES).some((cues) => cues.has(written))

const versionFollows = (scan: Scan, word: number): boolean =>
  word + 1 < scan.words && hangsOnPrevious(scan, word + 1) && /^\d/.test(wordOf(scan, word + 1))

/** Whether a version follows, or a word that is said of such things stands beside, and nothing that makes it the everyday word. */
function isSpokenOf(scan: Scan, word: number, type: EntityType): boolean {
  const next =
    word + 1 < scan.words && hangsOnPrevious(scan, word + 1) ? wordOf(scan, word + 1).toLowerCase() : ''
  const before = word > 0 && hangsOnPrevious(scan, word) ? wordOf(scan, word - 1).toLowerCase() : ''
  if (
    /^(?:the|a|our|your|their|this|public|private|hybrid|google|azure|aws|microsoft|oracle|alibaba|tencent)$/.test(
      before,
    )
  )
    return false
  if (
    /^(?:computing|providers?|storage|services?|infrastructure|costs?|native|spending|revenue|business|region|regions)$/.test(
      next,
    )
  )
    return false
  if (/^\d/.test(next) || MODEL_VARIANTS.has(next)) return true
  const cues = CUES[type]
  return (
    cues !== undefined &&
    (cues.has(next) || cues.has(before) || /^(?:can|is|was|wrote|got|does|did|just)$/.test(next))
  )
}

/** How a name sounds: its consonants, alike ones as one, with the digits; a vowel only where it opens. */
function soundOf(written: string): string {
  return written
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z0-9 ]/g, '')
    .replace(/\b(?:kn|gn)/g, 'n')
    .replace(/\bwr/g, 'r')
    .replace(/ph/g, 'f')
    .replace(/gh(?=[^aeiou]|$)/g, '')
    .replace(/q[uw]?|ck/g, 'k')
    .replace(/sch|tch|ch|sh/g, 'x')
    .replace(/c(?=[eiy])/g, 's')
    .replace(/c/g, 'k')
    .replace(/g(?=[eiy])|dg/g, 'j')
    .replace(/z/g, 's')
    .replace(/v/g, 'f')
    .replace(/(?<=\S)[aeiouyhw]+/g, '')
    .replace(/([a-z])\1+/g, '$1')
}

/** Levenshtein's distance of two short words. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++)
      next[j] = Math.min(
        (row[j] ?? 0) + 1,
        (next[j - 1] ?? 0) + 1,
        (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1),
      )
    row = next
  }
  return row[b.length] ?? 0
}
