import type { Block, Edition, Section } from '#domain'
import { sentencesOf, withdraw } from './withdraw.ts'
import { counted, wordCount } from './words.ts'

/** What a reader takes in within a minute. */
export const MINUTE_WORDS = 260

/**
 * The same edition for a reader of 60 seconds: lede, the five, and of each entry of the short list its first sentence, as
 * many as there is time for. Evidence is numbered anew; the counts of what was read stay.
 */
export function inAMinute(edition: Edition): Edition {
  const five = edition.sections.filter(({ kind }) => kind === 'five')
  const tldr = edition.sections.find(({ kind }) => kind === 'tldr')
  const shell: Edition = { ...edition, sections: five }
  let left = MINUTE_WORDS - wordsOf(shell)
  const blocks = (tldr?.blocks ?? []).flatMap((block): Block[] => {
    if (block.kind !== 'bullet') return []
    const short = { ...block, label: null, glosses: [], sentences: block.sentences.slice(0, 1) }
    left -= wordsIn(short)
    return left >= 0 ? [short] : []
  })
  const short: Section[] = tldr ? [{ ...tldr, blocks }] : []
  const { counts } = edition
  const brief = withdraw({ ...shell, sections: [...five, ...short] }, new Set())
  return { ...brief, counts: { ...brief.counts, leftOut: counts.leftOut, withdrawn: counts.withdrawn } }
}

const WORDS_A_MINUTE = 230

/** How long the whole is read, and where the short form is; null for editions that have none. */
export function readingLine(edition: Edition): string | null {
  if (edition.kind !== 'digest') return null
  const minutes = Math.max(1, Math.round(wordsOf(edition) / WORDS_A_MINUTE))
  return `${counted(minutes, 'minute')} from top to bottom; in one minute: bellwether today.`
}

/** How many words of an edition are read from top to bottom: sentences, leads and reasons; tables, links and evidence aside. */
export function wordsOf(edition: Edition): number {
  const told = sentencesOf(edition).reduce((sum, { text }) => sum + wordCount(text), 0)
  const leads = edition.sections.flatMap(({ blocks }) => blocks.map(leadOf))
  return told + leads.reduce((sum, lead) => sum + wordCount(lead), 0)
}

function wordsIn(block: Extract<Block, { kind: 'bullet' }>): number {
  return wordCount(block.lead) + block.sentences.reduce((sum, { text }) => sum + wordCount(text), 0)
}

function leadOf(block: Block): string {
  switch (block.kind) {
    case 'pick':
      return `${block.verb} ${block.name} ${block.because}`
    case 'bullet':
    case 'watch':
      return block.lead
    case 'deep-dive':
      return block.title
    case 'entry':
      return block.headline
    case 'channel':
      return `${block.name} ${block.what}`
    case 'thread':
      return block.name
    case 'takeaway':
    case 'figures':
    case 'paragraph':
    case 'picture':
    case 'table':
      return ''
    default:
      return block satisfies never
  }
}
