import type { Block, Edition, SectionKind } from '#domain'
import { BRIEF_SIZES } from './brief.ts'
import { sentencesOf } from './withdraw.ts'
import { wordCount } from './words.ts'

const ORDERS: Readonly<Record<'brief' | 'dive', readonly SectionKind[]>> = {
  brief: [
    ...([
      'more',
      'watch-listen',
      'takeaways',
      'big-story',
      'also',
      'lab',
      'worth-reading',
      'changed',
    ] as const),
    ...(['settled', 'corrections', 'verdict'] as const),
  ],
  dive: ['new', 'state', 'figures', 'reading-order', 'open'],
}
const ALERT_ORDER: readonly SectionKind[] = ['new-facts', 'what-happened', 'why-now']

const LEDE_WORDS = 190
const BOLD_WORDS = 48
const ENTRY_WORDS = 190
const VERDICT_SENTENCES = 2

/**
 * What a brief, a dive or an alert promises and does not keep, a line for each: order of sections, number of entries,
 * words, evidence. A section with nothing in it must say why; a week with too little to tell breaks nothing.
 */
export function brokenEditionContracts(edition: Edition): string[] {
  if (edition.kind === 'digest') return []
  return [...orderOf(edition), ...everywhere(edition), ...(edition.kind === 'brief' ? ofBrief(edition) : [])]
}

function orderOf({ kind, sections }: Edition): string[] {
  const found = sections.map((section) => section.kind).filter((name): boolean => name !== 'errata')
  const wanted =
    kind === 'brief' || kind === 'dive' ? ORDERS[kind] : ALERT_ORDER.filter((name) => found.includes(name))
  return found.join() === wanted.join() ? [] : [`sections are in the order ${found.join(', ')}`]
}

function everywhere(edition: Edition): string[] {
  const bare = sentencesOf(edition).filter(
    ({ evidence, tallies }) => evidence.length === 0 && tallies.length === 0,
  )
  const silent = edition.sections.filter(({ blocks, empty }) => blocks.length === 0 && !empty)
  const numbers = edition.evidence.map(({ number }) => number)
  return [
    ...bare.map(({ text }) => `no evidence: ${text}`),
    ...silent.map(({ title }) => `${title} is empty and does not say why`),
    ...(numbers.every((number, at) => number === at + 1) ? [] : ['evidence is not numbered in order']),
  ]
}

function ofBrief({ sections, lede, counts }: Edition): string[] {
  const blocks = (kind: SectionKind): readonly Block[] =>
    sections.find((section) => section.kind === kind)?.blocks ?? []
  const between = (kind: SectionKind, [least, most]: readonly [number, number]): string[] => {
    const count = blocks(kind).length
    // A section that has nothing says so, and a quiet week has less to give.
    const few = count < least && count > 0 && counts.stories > 30
    return few || count > most ? [`${kind} has ${count} entries`] : []
  }
  const words = (texts: readonly { readonly text: string }[]) =>
    texts.reduce((sum, { text }) => sum + wordCount(text), 0)
  const told = [...blocks('takeaways'), ...blocks('big-story'), ...blocks('also'), ...blocks('lab')]
  return [
    ...between('takeaways', BRIEF_SIZES.takeaways),
    ...between('big-story', BRIEF_SIZES.bigStory),
    ...between('also', BRIEF_SIZES.also),
    ...between('lab', BRIEF_SIZES.lab),
    ...between('worth-reading', BRIEF_SIZES.reading),
    ...(words(lede) > LEDE_WORDS ? [`the lede has ${words(lede)} words`] : []),
    ...(lede.length > 1 + BRIEF_SIZES.supports[1] ? [`the lede has ${lede.length} sentences`] : []),
    ...told.flatMap((block) =>
      'means' in block && block.means === null ? [`no implication: ${nameOf(block)}`] : [],
    ),
    ...blocks('takeaways').flatMap((block) =>
      block.kind === 'takeaway' && wordCount(block.claim.text) > BOLD_WORDS
        ? [`a bold claim of ${wordCount(block.claim.text)} words`]
        : [],
    ),
    ...told.flatMap((block) =>
      block.kind === 'entry' && words(block.sentences) > ENTRY_WORDS
        ? [`${block.headline} has ${words(block.sentences)} words`]
        : [],
    ),
    ...blocks('verdict').flatMap((block) =>
      block.kind === 'paragraph' && block.sentences.length > VERDICT_SENTENCES
        ? ['the verdict is too long']
        : [],
    ),
  ]
}

const nameOf = (block: Block): string =>
  block.kind === 'entry' ? block.headline : block.kind === 'takeaway' ? block.claim.text : block.kind
