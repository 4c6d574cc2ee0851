import type { Entity, EntityType } from '#domain'
import { ORDINARY } from './mentions-form.ts'
import { type NameIndex, nameKey } from './mentions-index.ts'
import { knownName, type Name, proposedName } from './mentions-name.ts'
import { OPENERS } from './mentions-words.ts'

/** Accounts (`@karpathy`) and communities (`r/LocalLLaMA`); an account nobody knows is taken for a person. */
export function accounts(text: string, index: NameIndex): Name[] {
  const found: Name[] = []
  if (text.includes('@'))
    for (const match of text.matchAll(
      /(?<![\p{L}\p{N}_@./])@([A-Za-z0-9_]{2,30})(?![A-Za-z0-9_@/]|\.[a-z])/gu,
    )) {
      const [written, account = ''] = match
      const entity = index.byHandle.get(account.toLowerCase()) ?? index.byKey.get(nameKey(account))
      found.push(
        nameAt(match.index, written, entity, /(?:AI|Labs?|HQ)$/.test(account) ? 'company' : 'person'),
      )
    }
  if (text.includes('r/'))
    for (const match of text.matchAll(/(?<![\p{L}\p{N}_@./])\/?r\/[A-Za-z][A-Za-z0-9_]{2,20}(?![\w/])/gu))
      found.push(nameAt(match.index, match[0], undefined, 'publication'))
  return found
}

function nameAt(at: number, written: string, entity: Entity | undefined, type: EntityType): Name {
  const end = at + written.length
  return entity ? knownName(at, end, entity) : proposedName(at, end, written, type)
}

/** People after a title that ends with a full stop: "Dr. Ada Cole". */
export function titledPeople(text: string): Name[] {
  const title =
    /(?<![\p{L}\p{N}])(?:Dr|Mr|Mrs|Ms|Prof|Sen|Rep|Gov)\. (\p{Lu}[\p{Ll}'’-]{1,20}(?: \p{Lu}[\p{Ll}'’-]{1,20}){0,2})/gu
  return Array.from(text.matchAll(title), ({ index, 0: whole, 1: name = '' }) =>
    proposedName(index + whole.length - name.length, index + whole.length, name, 'person'),
  )
}

/** People whose given names are initials: "J. Schmidhuber", "Philip K. Dick". */
export function initialledPeople(text: string): Name[] {
  const found: Name[] = []
  for (const { index, 0: written } of text.matchAll(
    /(?<![\p{L}\p{N}.'’-])(?:\p{Lu}\p{Ll}{1,15} )?(?:\p{Lu}\.[ -]?){1,3} ?(?:(?:van|von|de|der|den|della|di) ){0,2}\p{Lu}[\p{Ll}'’]{1,20}(?:-\p{Lu}\p{Ll}{1,20})?(?![\p{L}.]\S)/gu,
  )) {
    // "J. Applied Ontology" is a journal.
    const parts = written.split(/[ .]/)
    const family = parts.at(-1) ?? ''
    const opener = OPENERS.has(parts[0] ?? '') ? (parts[0] ?? '').length + 1 : 0
    if (family.length > 2 && !ORDINARY.test(family) && !/^(?:U\.[SKN]|E\.U|A\.I)\./.test(written))
      found.push(proposedName(index + opener, index + written.length, written.slice(opener), 'person'))
  }
  return found
}

const PAPER_MARK = /\(?\b(?:arXiv|arxiv)(?:\.org\/abs\/|[: ] ?)\d{4}\.\d{4,5}/g

/**
 * Papers by what stands before their arXiv number: at the head of its line, before a bracket or between middots, or in
 * quotation marks. What follows a colon in such a title is its subtitle and part of it.
 */
export function papers(text: string): Name[] {
  if (!/arxiv/i.test(text)) return []
  const found: Name[] = []
  for (const mark of text.matchAll(PAPER_MARK)) {
    const reach = Math.max(0, mark.index - 240)
    const line = reach + text.slice(reach, mark.index).lastIndexOf('\n') + 1
    const before = text.slice(line, mark.index)
    const quoted = /["“]([^"“”]{12,200})["”][^"“”]{0,60}$/.exec(before)
    const title = quoted ? null : /^[\s\-*•>]*(.{3,200}?)\s*(?:\(|·|$)/.exec(before)
    const written = quoted?.[1] ?? title?.[1]
    if (written === undefined || !/^[\p{Lu}\p{N}δαβ]|^\p{Ll}+\p{Lu}/u.test(written) || /[.!?] /.test(written))
      continue
    const start = line + before.indexOf(written)
    found.push(proposedName(start, start + written.length, written, 'paper'))
  }
  return found
}

/** Where later lines name the papers again: in full, or by the part before the colon. */
export function papersAgain(text: string, titles: readonly Name[]): Name[] {
  const found: Name[] = []
  const once = new Map(titles.map((paper) => [paper.name, paper]))
  for (const paper of [...once.values()].slice(0, 60)) {
    const short = paper.name.split(/: | \(/)[0] ?? paper.name
    if (short.length < 4) continue
    for (let at = text.indexOf(short); at >= 0; at = text.indexOf(short, at + short.length)) {
      if (/[\p{L}\p{N}]/u.test(text[at - 1] ?? ' ') || /[\p{L}\p{N}]/u.test(text[at + short.length] ?? ' '))
        continue
      const end = text.startsWith(paper.name, at) ? at + paper.name.length : at + short.length
      found.push({ ...paper, start: at, end })
    }
  }
  return found
}

const TITLED =
  /(?<![\p{L}\p{N}-])\p{Lu}[\p{L}\p{N}&-]{1,30}(?: (?:of |on |in |for )?\p{Lu}[\p{L}\p{N}&-]{1,30}){1,6}$/u

/** Papers that are called so: capitals before the word, as in "the Reward Hacking paper". */
export function namedPapers(text: string): Name[] {
  const found: Name[] = []
  for (let at = text.indexOf(' paper'); at >= 0; at = text.indexOf(' paper', at + 6)) {
    if (/[\p{L}\p{N}]/u.test(text[at + 6] ?? ' ')) continue
    const written = TITLED.exec(text.slice(Math.max(0, at - 160), at))?.[0]
    const bare = written?.replace(/^(?:The|This|That|Today's|A|An|Our) /, '')
    if (bare) found.push(proposedName(at - bare.length, at, bare, 'paper'))
  }
  return found
}

/** Where a short form in brackets follows its long form: spans of both (Schwartz and Hearst 2003). */
export type Definition = { readonly longStart: number; readonly longEnd: number; readonly shortStart: number; readonly shortEnd: number } // biome-ignore format: one record

/** Short forms defined in the text: "Connectionist Temporal Classification (CTC)". Linear: looks back at most 120 characters. */
export function definitions(text: string): Definition[] {
  const found: Definition[] = []
  for (const match of text.matchAll(/\( ?([\p{Lu}\p{N}][\p{L}\p{N}-]{1,9}) ?[);,]/gu)) {
    const short = match[1] ?? ''
    if ((short.match(/\p{Lu}/gu)?.length ?? 0) < 2) continue
    const long = longForm(text.slice(Math.max(0, match.index - 120), match.index), short)
    if (long === null) continue
    const longEnd = match.index - (text[match.index - 1] === ' ' ? 1 : 0)
    const shortStart = match.index + match[0].indexOf(short)
    found.push({ longStart: longEnd - long, longEnd, shortStart, shortEnd: shortStart + short.length })
  }
  return found
}

/** Length of the words at the end of `before` that spell the short form, first letter on a word's start; null when none do. */
function longForm(before: string, short: string): number | null {
  const text = before.trimEnd()
  let at = text.length - 1
  for (let letter = short.length - 1; letter >= 0; letter--) {
    const wanted = (short[letter] ?? '').toLowerCase()
    if (!/[\p{L}\p{N}]/u.test(wanted)) continue
    while (
      at >= 0 &&
      (text[at]?.toLowerCase() !== wanted || (letter === 0 && /[\p{L}\p{N}]/u.test(text[at - 1] ?? ' ')))
    ) {
      if (/[.;:()"“”\n]/.test(text[at] ?? '')) return null
      at--
    }
    if (at < 0) return null
    at--
  }
  const length = text.length - at - 1
  const words = text.slice(at + 1).split(/\s+/).length
  return words < 2 || words > Math.min(short.length + 4, short.length * 2) ? null : length
}
