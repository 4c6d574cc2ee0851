import type { Block, DigestSectionKind, Edition, Section, Sentence } from '#domain'
import { inAMinute, MINUTE_WORDS, wordsOf } from './minute.ts'
import { sentencesOf } from './withdraw.ts'
import { wordCount } from './words.ts'

const ORDER: readonly DigestSectionKind[] = [
  'five',
  'tldr',
  'big-picture',
  'deep-dives',
  'industry-pulse',
  'connecting-the-dots',
  'movers',
  'worth-watching',
  'quick-hits',
]
/** How many entries a section may have, and how many words each. */
const LIMITS: Readonly<Record<DigestSectionKind, { readonly entries: number; readonly words: number }>> = {
  five: { entries: 5, words: 60 },
  tldr: { entries: 8, words: 60 },
  'big-picture': { entries: 5, words: 170 },
  'deep-dives': { entries: 6, words: 480 },
  'industry-pulse': { entries: 8, words: 60 },
  'connecting-the-dots': { entries: 8, words: 90 },
  movers: { entries: 1, words: 0 },
  'worth-watching': { entries: 8, words: 60 },
  'quick-hits': { entries: 24, words: 45 },
}
const LEDE_SENTENCES = 2
const LEDE_WORDS = 90
const TITLE_CHARACTERS = 130
const DECK_WORDS = 32
/** A quarter of an hour at most; most days are ten minutes. */
const WHOLE_WORDS = 3400
/** A day with so many stories has something for every list: the short list is full, quick hits are at least these. */
const FULL_DAY_STORIES = 60
const FULL_DAY_HITS = 18

/** What a daily digest promises its reader and this one breaks, a line for each; empty when all is kept. */
export function brokenContracts(edition: Edition): string[] {
  return [
    ...orderBroken(edition),
    ...ledeBroken(edition),
    ...edition.sections.flatMap(sectionBroken),
    ...fullnessBroken(edition),
    ...evidenceBroken(edition),
    ...repetitions(edition),
    ...lengthsBroken(edition),
  ]
}

function orderBroken({ sections }: Edition): string[] {
  const kinds = sections.map(({ kind }) => kind).join(', ')
  return kinds === ORDER.join(', ') ? [] : [`sections stand as ${kinds}`]
}

function ledeBroken({ lede }: Edition): string[] {
  const words = lede.reduce((sum, { text }) => sum + wordCount(text), 0)
  return [
    ...(lede.length === 0 || lede.length > LEDE_SENTENCES ? [`the lede has ${lede.length} sentences`] : []),
    ...(words > LEDE_WORDS ? [`the lede has ${words} words`] : []),
  ]
}

function sectionBroken({ kind, blocks, empty }: Section): string[] {
  const limit = isOfDigest(kind) ? LIMITS[kind] : null
  if (limit === null) return [`a digest has no section ${kind}`]
  const { entries, words } = limit
  return [
    ...((empty === null) === blocks.length > 0
      ? []
      : [`${kind}: empty without a reason, or a reason without need`]),
    ...(blocks.length > entries ? [`${kind}: ${blocks.length} entries`] : []),
    ...blocks.flatMap((block) => {
      const count = sentencesIn(block).reduce((sum, { text }) => sum + wordCount(text), 0)
      return count > words && block.kind !== 'table' ? [`${kind}: an entry of ${count} words`] : []
    }),
    ...blocks.flatMap(headingsBroken),
  ]
}

const isOfDigest = (kind: string): kind is DigestSectionKind => kind in LIMITS

function headingsBroken(block: Block): string[] {
  if (block.kind !== 'deep-dive') return []
  const deck = block.deck ? wordCount(block.deck.text) : 0
  return [
    ...(block.title.length > TITLE_CHARACTERS ? [`a title of ${block.title.length} characters`] : []),
    ...(deck > DECK_WORDS ? [`a deck of ${deck} words`] : []),
  ]
}

function fullnessBroken({ sections, counts }: Edition): string[] {
  if (counts.stories < FULL_DAY_STORIES) return []
  const sizeOf = (kind: DigestSectionKind) =>
    sections.find((section) => section.kind === kind)?.blocks.length ?? 0
  return [
    ...(sizeOf('tldr') < LIMITS.tldr.entries
      ? [`a full day with ${sizeOf('tldr')} entries in the short list`]
      : []),
    ...(sizeOf('quick-hits') < FULL_DAY_HITS ? [`a full day with ${sizeOf('quick-hits')} quick hits`] : []),
  ]
}

function evidenceBroken(edition: Edition): string[] {
  const sentences = sentencesOf(edition)
  const known = new Set(edition.evidence.map(({ number }) => number))
  const bare = sentences.filter(({ evidence, tallies }) => evidence.length + tallies.length === 0)
  const lost = sentences.filter(({ evidence }) => evidence.some((number) => !known.has(number)))
  return [
    ...bare.map(({ text }) => `no evidence: ${text}`),
    ...lost.map(({ text }) => `evidence that is not listed: ${text}`),
    ...(edition.counts.sentences === sentences.length ? [] : ['sentences are miscounted']),
  ]
}

function repetitions(edition: Edition): string[] {
  const seen = new Set<string>()
  return sentencesOf(edition).flatMap(({ text, origin }) => {
    const key = text.toLowerCase()
    const again = seen.has(key) && origin === 'chosen'
    seen.add(key)
    return again ? [`twice: ${text}`] : []
  })
}

function lengthsBroken(edition: Edition): string[] {
  const [whole, minute] = [wordsOf(edition), wordsOf(inAMinute(edition))]
  return [
    ...(whole > WHOLE_WORDS ? [`${whole} words in all`] : []),
    ...(minute > MINUTE_WORDS ? [`${minute} words in the form for a minute`] : []),
  ]
}

function sentencesIn(block: Block): readonly Sentence[] {
  switch (block.kind) {
    case 'paragraph':
    case 'bullet':
      return block.sentences
    case 'thread':
      return [block.size, ...block.sentences]
    case 'watch':
      return [block.sentence]
    case 'deep-dive':
      return [
        ...(block.deck ? [block.deck] : []),
        ...(block.contrast ? [...block.contrast.left.sentences, ...block.contrast.right.sentences] : []),
        ...block.paragraphs.flat(),
        ...block.notes.flatMap(({ sentences }) => sentences),
      ]
    // Tables and pictures repeat; other kinds of block are other editions'.
    default:
      return []
  }
}
