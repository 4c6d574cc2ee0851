import type { Entity, Mention } from '#domain'
import { namesByForm, type Taken } from './mentions-form.ts'
import { type HeardIndex, indexHeard, misheardNames, readsLikeTranscript } from './mentions-heard.ts'
import { indexNames, type NameIndex } from './mentions-index.ts'
import { knownNames, type Placed } from './mentions-known.ts'
import { type FieldName, type Name, proposedName } from './mentions-name.ts'
import { withSalience } from './mentions-salience.ts'
import { newScan, type Scan, scanInto } from './mentions-scan.ts'
import { technicalTerms } from './mentions-terms.ts'
import { typeOfHead } from './mentions-type.ts'
import {
  accounts,
  definitions,
  initialledPeople,
  namedPapers,
  papers,
  papersAgain,
  titledPeople,
} from './mentions-written.ts'

export const MENTIONS_MAKER = 'extract/mentions@1'

/** What is read: a title, which may be empty, and a text. */
type Named = { readonly title: string; readonly text: string }

/**
 * Finds who and what a title and text name: first what the registry holds, then what form and context show. A name that
 * the registry lacks is proposed (`known: false`) and must earn it: a strong form, or a weak one that recurs. Sorted by
 * field and place, without overlap. The index is built once; the function returned may be called for ever. Linear in the
 * length of the text.
 */
export function createMentionFinder(registry: readonly Entity[]): (item: Named) => Mention[] {
  const index = indexNames(registry)
  let heard: HeardIndex | null = null
  const hear = () => (heard ??= indexHeard(registry))
  const scan = newScan()
  return (item) => {
    const drafts = (['title', 'text'] as const).map((field) => ({
      field,
      ...draft(scan, index, hear, item[field]),
    }))
    const sure = surelyNamed(
      drafts.flatMap(({ placed }) => placed),
      index,
    )
    const names = drafts.flatMap(({ field, placed, proposed }) => {
      const known = placed
        .filter(({ unsure, name }) => !unsure || sure.has(name.entityId))
        .map(({ name }) => name)
      return withoutOverlap([...known, ...proposed]).map((name): FieldName => ({ ...name, field }))
    })
    return withSalience(item, earned(familiar(item, names), item.title.length + item.text.length))
  }
}

/** The ids of what is named beyond doubt, and of its families and makers. */
function surelyNamed(placed: readonly Placed[], index: NameIndex): ReadonlySet<string> {
  const sure = new Set<string>()
  for (const { name, unsure } of placed) {
    if (unsure) continue
    sure.add(name.entityId)
    for (
      let parent = name.parent;
      parent !== null && !sure.has(parent);
      parent = index.byId.get(parent)?.parent ?? null
    )
      sure.add(parent)
  }
  return sure
}

type Draft = { readonly placed: readonly Placed[]; readonly proposed: readonly Name[] }

function draft(scan: Scan, index: NameIndex, hear: () => HeardIndex, text: string): Draft {
  if (text === '') return { placed: [], proposed: [] }
  const bare = withoutAddresses(text)
  scanInto(scan, bare)
  const placed = knownNames(scan, index)
  const taken = takenWords(scan, placed)
  const titles = papers(bare)
  const proposed = [
    ...(readsLikeTranscript(bare)
      ? misheardNames(scan, taken, hear(), { sure: surelyNamed(placed, index), byKey: index.byKey })
      : []),
    ...accounts(bare, index),
    ...titles,
    ...papersAgain(bare, titles),
    ...namedPapers(bare),
    ...titledPeople(bare),
    ...initialledPeople(bare),
    ...namesByForm(scan, taken),
    ...technicalTerms(scan, taken),
  ]
  return { placed, proposed: [...proposed, ...defined(bare, placed, proposed)] }
}

/** The same text, of the same length, with addresses blanked: what an address spells is no name. */
function withoutAddresses(text: string): string {
  if (!text.includes('http')) return text
  return text.replace(/https?:\/\/[^\s)>\]]+/g, (address) => ' '.repeat(address.length))
}

function takenWords(scan: Scan, placed: readonly Placed[]): Taken {
  const taken = new Uint8Array(scan.words)
  for (const { first, last, unsure } of placed)
    if (!unsure)
      for (let word = scan.word[first] ?? 0; word <= (scan.word[last] ?? 0); word++) taken[word] = 1
  return taken
}

/** Short forms get the name that their long form has; a long form nobody found is one when its short form follows. */
function defined(text: string, placed: readonly Placed[], proposed: readonly Name[]): Name[] {
  const pairs = definitions(text)
  if (pairs.length === 0) return []
  const byEnd = new Map<number, Name>()
  for (const { name } of placed) byEnd.set(name.end, name)
  for (const name of proposed) {
    const held = byEnd.get(name.end)
    if (!held || held.start > name.start) byEnd.set(name.end, name)
  }
  return pairs.flatMap(({ longStart, longEnd, shortStart, shortEnd }) => {
    const written = text.slice(longStart, longEnd)
    const held = byEnd.get(longEnd)
    const known = held && (held.known || Math.abs(held.start - longStart) <= 8) ? held : null
    const long = known ?? proposedName(longStart, longEnd, written, held?.type ?? typeOfHead(written))
    return [
      { ...long, weak: false, start: shortStart, end: shortEnd },
      { ...long, weak: false },
    ]
  })
}

/** Of names that overlap the known one stays, unless a proposed one holds it whole and more; then the longer, then the first. */
function withoutOverlap(names: readonly Name[]): Name[] {
  const sorted = [...names].sort(
    (a, b) => a.start - b.start || b.end - a.end || Number(a.weak) - Number(b.weak),
  )
  const kept: Name[] = []
  for (const name of sorted) {
    const last = kept.at(-1)
    if (!last || name.start >= last.end) kept.push(name)
    else if (last.weak && !name.weak && name.end >= last.end) kept[kept.length - 1] = name
  }
  return kept
}

/** A family name alone means the person named in full, a short form what it was defined as. */
function familiar(item: Named, names: readonly FieldName[]): FieldName[] {
  const full = new Map<string, FieldName>()
  for (const name of names) {
    const family = name.type === 'person' ? (name.name.split(' ').at(-1) ?? '') : ''
    if (family !== name.name && family.length > 2 && !full.has(family)) full.set(family, name)
    const surface = item[name.field].slice(name.start, name.end)
    if (!name.known && surface !== name.name && !full.has(surface)) full.set(surface, name)
  }
  return names.map((name) => {
    const meant = name.known ? undefined : full.get(name.name)
    return meant ? { ...meant, field: name.field, start: name.start, end: name.end, weak: false } : name
  })
}

// In a sentence or two no name comes again.
const TOO_SHORT_TO_RECUR = 300

/** Without the weak names that stand only once: a new name must earn it, where there is room to; a term without a capital always. */
function earned(names: readonly FieldName[], length: number): FieldName[] {
  const counts = new Map<string, number>()
  for (const { entityId } of names) counts.set(entityId, (counts.get(entityId) ?? 0) + 1)
  return names.filter(
    ({ weak, name, entityId }) =>
      !weak || (counts.get(entityId) ?? 0) > 1 || (length <= TOO_SHORT_TO_RECUR && /^\p{Lu}/u.test(name)),
  )
}
