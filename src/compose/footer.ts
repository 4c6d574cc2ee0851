import type { Edition, Writing } from '#domain'
import { counted, listed } from './words.ts'

/** The list that closes an edition: `Sources` under a brief, `Evidence` under the rest. */
export const evidenceTitle = ({ kind }: Edition): string => (kind === 'brief' ? 'Sources' : 'Evidence')

/** The columns of a table of figures. */
export const FIGURE_HEAD: readonly string[] = ['Subject', 'Measure', 'Value', 'Where', 'Seen', 'Held by']

const PLENTY = 12

/** The closing lines: what was read and from whom, who was silent, what is missing, and what became of it all. */
export function footerLines({ counts, silent, gaps, sections, window, writing }: Edition): string[] {
  const named = counts.perSource.slice(0, PLENTY).map(({ sourceName, items }) => `${sourceName} ${items}`)
  const others = counts.perSource.slice(PLENTY)
  const rest = others.reduce((sum, { items }) => sum + items, 0)
  const told = (
    [
      ['deep-dives', 'deep dive'],
      ['quick-hits', 'quick hit'],
    ] as const
  ).flatMap(([kind, what]) => {
    const section = sections.find((one) => one.kind === kind)
    return section ? [counted(section.blocks.length, what)] : []
  })
  const isUnread = named.length === 0 && counts.items > 0 && counts.sourcesRead === 0
  return [
    ...(isUnread
      ? []
      : [
          `Read: ${named.length > 0 ? named.join(' · ') : counts.items > 0 ? counted(counts.sourcesRead, 'source') : 'nothing'}${others.length > 0 ? ` · ${counted(others.length, 'more source')} ${rest}` : ''}.`,
        ]),
    ...(silent.length > 0
      ? [
          `Silent: ${silent.slice(0, PLENTY).join(', ')}${silent.length > PLENTY ? ` and ${silent.length - PLENTY} more` : ''}.`,
        ]
      : []),
    ...gaps.map(({ sourceName, why }) => `Missing: ${sourceName}, ${why}.`),
    `${counted(counts.items, 'item')} in ${counted(counts.stories, 'story', 'stories')}${counts.copies > 0 ? ` (${counted(counts.copies, 'copy', 'copies')} set aside)` : ''}, ${[...told, `${counts.leftOut} left out`].join(', ')}.`,
    `Window: ${window.from.slice(0, 16).replace('T', ' ')} to ${window.to.slice(0, 16).replace('T', ' ')} UTC.`,
    `${counted(counts.sentences, 'sentence')}, each held by its evidence; ${counts.withdrawn === 0 ? 'none was' : counted(counts.withdrawn, 'was', 'were')} withdrawn because its evidence did not hold it.`,
    ...(writing ? [writingLine(writing)] : []),
  ]
}

const KINDS = [
  ['failed', 'got no answer'],
  ['refused', 'did not pass the checks'],
  ['not-asked', 'were not asked for'],
] as const

/** How a language model fared: `Written by gpt-x: 3 of 12 passages; ours stand in the other 9 (7 did not pass the checks, …).` */
export function writingLine({ model, passages, written, faults }: Writing): string {
  const head = `Written by ${model}: ${written} of ${counted(passages, 'passage')}`
  if (faults.length === 0) return `${head}.`
  const why = KINDS.flatMap(([kind, what]) => {
    const count = faults.filter((fault) => fault.kind === kind).length
    return count > 0 ? [`${count} ${what}`] : []
  })
  return `${head}; ours ${faults.length === 1 ? 'stands in the other one' : `stand in the other ${faults.length}`} (${listed(why)}).`
}
