import type { EntityType } from '#domain'
import { hangsOnPrevious, wordOf } from './mentions-name.ts'
import { GAP, type Scan } from './mentions-scan.ts'
import { ORGANISATION_WORDS, TERM_HEADS, TYPE_NOUNS } from './mentions-words.ts'

const BY_ENDING: readonly (readonly [RegExp, EntityType])[] = [
  [/(?:bench|eval|arena)$/i, 'benchmark'],
  [/(?:LM|LLM|VLM|VLA|GPT|BERT|[Ff]ormer)(?:[-.\d].*)?$/, 'model'],
  [/[-_ ]?v?\d+(?:\.\d+)?[BM](?:[-_].*)?$/, 'model'],
  [/(?:PO|RL|LoRA|Attention|Net|Flow|SFT|Opt)$/, 'method'],
  [/(?:QA|Corpus|Set)$/, 'dataset'],
  [/(?:Labs?)$/, 'lab'],
  [/(?:AI|Corp|Inc)$/, 'company'],
  [/(?:OS|Code|Kit|Hub|DB|CLI|SDK|Studio|Bot|Claw)$/, 'product'],
]

/**
 * What a name is by its own ending, then by the noun beside it: "the startup X", "X, a benchmark", "the X dataset".
 * Null when nothing tells.
 */
export function typeNear(scan: Scan, from: number, to: number, written: string): EntityType | null {
  const head = ORGANISATION_WORDS.get(written)
  if (head !== undefined) return head
  for (const [ending, type] of BY_ENDING) if (ending.test(written)) return type
  for (const word of [to + 1, to + 2]) {
    if (word >= scan.words || !hangsOnPrevious(scan, word)) break
    const type = nounType(scan, word)
    if (type) return type
  }
  const told = apposition(scan, to + 1)
  if (told) return told
  for (const word of [from - 1, from - 2]) {
    if (word < 0 || !hangsOnPrevious(scan, word + 1)) break
    const type = nounType(scan, word)
    if (type) return type
  }
  return null
}

/** What the noun right before a name calls it, as in "the startup X"; null when none does. */
export function typeBefore(scan: Scan, word: number): EntityType | null {
  if (word === 0 || !hangsOnPrevious(scan, word)) return null
  return TYPE_NOUNS.get(wordOf(scan, word - 1).toLowerCase()) ?? null
}

/** What a name is by the noun of kind in an apposition right behind it, as in "X, a new dataset of birds"; null when none follows. */
export function apposition(scan: Scan, word: number): EntityType | null {
  if (word >= scan.words || scan.gap[scan.firstPiece[word] ?? 0] !== GAP.comma) return null
  if (!/^(?:an?|the)$/.test(wordOf(scan, word))) return null
  for (let next = word + 1; next < scan.words && next < word + 5 && hangsOnPrevious(scan, next); next++) {
    const type = TYPE_NOUNS.get(wordOf(scan, next))
    if (type) return type
  }
  return null
}

function nounType(scan: Scan, word: number): EntityType | null {
  const noun = wordOf(scan, word).toLowerCase()
  return TYPE_NOUNS.get(noun) ?? TERM_HEADS.get(noun) ?? null
}

const EMPLOYED =
  /^(?:ceo|cto|cfo|coo|founder|founders|co-founder|cofounder|president|chairman|chairwoman|head|employee|employees|executive|executives|spokesperson|spokeswoman|spokesman|engineers|shares|investors|customers|subsidiary)$/

/** Whether the words before a name call it somebody's house: "CEO of X", "spokesperson for X". */
export function isHouse(scan: Scan, word: number): boolean {
  if (word < 2 || !hangsOnPrevious(scan, word) || !hangsOnPrevious(scan, word - 1)) return false
  return (
    /^(?:of|at|for|in)$/.test(wordOf(scan, word - 1)) && EMPLOYED.test(wordOf(scan, word - 2).toLowerCase())
  )
}

/** What a long form is by its last word, then by any organisation's head word in it; a method when nothing tells. */
export function typeOfHead(written: string): EntityType {
  const parts = written.split(/[\s-]+/)
  const last = parts.at(-1) ?? ''
  const head = ORGANISATION_WORDS.get(last) ?? TERM_HEADS.get(last.toLowerCase())
  if (head) return head
  for (const part of parts) {
    const type = ORGANISATION_WORDS.get(part)
    if (type) return type
  }
  return 'method'
}
