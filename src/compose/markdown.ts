import type {
  Block,
  Bullet,
  Contrast,
  DeepDive,
  Edition,
  Evidence,
  Figures,
  Gloss,
  Picture,
  Section,
  StoryRef,
  ThreadBlock,
  Watch,
} from '#domain'
import { contrastArt } from './contrast-art.ts'
import { evidenceTitle, FIGURE_HEAD, footerLines } from './footer.ts'
import { channelText, entryText, takeawayText } from './markdown-entries.ts'
import { escaped, linked, marks, prose } from './markdown-text.ts'
import { readingLine } from './minute.ts'
import { clipped, closed, counted } from './words.ts'

/** The edition as Markdown that reads well unrendered too; `inAMinute(edition)` gives its short form. The same edition gives the same bytes. */
export function toMarkdown(edition: Edition): string {
  const reading = readingLine(edition)
  const parts = [
    `# ${escaped(edition.title)}`,
    ...(edition.lede.length > 0 ? [`> ${prose(edition.lede)}`] : []),
    ...(reading === null ? [] : [`*${escaped(reading)}*`]),
    ...edition.sections.map(sectionText),
    `## ${evidenceTitle(edition)}\n\n${edition.evidence.map(evidenceLine).join('\n')}`,
    `---\n\n${footerLines(edition)
      .map((line) => `*${escaped(line)}*`)
      .join('  \n')}`,
  ]
  return `${parts.join('\n\n')}\n`
}

/** Sections that are one list. */
const TIGHT: ReadonlySet<Section['kind']> = new Set([
  ...(['five', 'tldr', 'industry-pulse', 'worth-watching', 'quick-hits', 'more', 'takeaways'] as const),
  ...(['settled', 'corrections', 'new-facts', 'open'] as const),
])

function sectionText({ kind, title, blocks, empty }: Section): string {
  const tight = TIGHT.has(kind)
  const body = blocks.length > 0 ? numbered(blocks).join(tight ? '\n' : '\n\n') : `*${escaped(empty ?? '')}*`
  return `## ${escaped(title)}\n\n${body}`
}

function numbered(blocks: readonly Block[]): string[] {
  let threads = 0
  return blocks.map((block) => (block.kind === 'thread' ? threadText(block, ++threads) : blockText(block)))
}

function blockText(block: Exclude<Block, ThreadBlock>): string {
  switch (block.kind) {
    case 'paragraph':
      return prose(block.sentences)
    case 'pick':
      return `- ${block.verb}: **${escaped(block.name)}** (${escaped(block.because)})`
    case 'takeaway':
      return takeawayText(block)
    case 'entry':
      return entryText(block)
    case 'channel':
      return channelText(block)
    case 'figures':
      return tableText(FIGURE_HEAD, block.rows.map(figureCells))
    case 'bullet':
      return bulletText(block)
    case 'deep-dive':
      return diveText(block)
    case 'watch':
      return watchText(block)
    case 'picture':
      return pictureText(block)
    case 'table':
      return tableText(block.head, block.rows)
    default:
      return block satisfies never
  }
}

function bulletText({ lead, url, label, tier, topic, glosses, sentences }: Bullet): string {
  const source = label ? ` (${linked(label, url)})` : ''
  const body = sentences.length > 0 ? ` ${prose(sentences)}` : ''
  const mark = tier === null ? '' : ` Tier ${tier}${topic ? `: ${escaped(topic)}` : ''}.`
  return `- **${escaped(lead)}**${source}.${body}${glossText(glosses)}${mark}`.replace(
    /([.?!…])\*\*( \([^()]*(?:\([^()]*\))?[^()]*\))?\./,
    '$1**$2',
  )
}

function diveText(dive: DeepDive): string {
  const meta = [
    `**Source** ${dive.sourceNames.map(escaped).join(', ')}`,
    ...(dive.links.length > 0
      ? [`**Links** ${dive.links.map(({ label, url }) => linked(label, url)).join(', ')}`]
      : []),
    ...(dive.tier === null ? [] : [`**Tier ${dive.tier}** ${escaped(dive.tierReason)}`]),
  ]
  const claims = dive.claims.map(({ metric, value, baseline, condition, evidence }) => [
    metric ?? '',
    baseline ?? '',
    value,
    condition ?? '',
    marks(evidence),
  ])
  return [
    `### ${escaped(dive.title)}`,
    ...(dive.deck ? [`> ${prose([dive.deck])}`] : []),
    meta.join(' · '),
    ...(dive.glosses.length > 0
      ? [`*${dive.glosses.map(({ name, gloss }) => `${escaped(name)}: ${escaped(gloss)}`).join('; ')}.*`]
      : []),
    ...(dive.contrast ? [contrastText(dive.contrast)] : []),
    ...dive.paragraphs.map(prose),
    ...(claims.length > 0 ? [tableText(['Measure', 'Against', 'Value', 'Where', 'Held by'], claims)] : []),
    ...dive.notes.map(({ label, sentences }) => `**${escaped(label)}.** ${prose(sentences)}`),
  ].join('\n\n')
}

// In a fence nothing can be marked up, so the evidence stands under it.
function contrastText(contrast: Contrast): string {
  const lines = contrastArt(contrast).map((line) => line.replaceAll('`', '’'))
  const evidence = [
    ...new Set(
      [contrast.left, contrast.right].flatMap(({ sentences }) => sentences.flatMap((one) => one.evidence)),
    ),
  ]
  return [
    `\`\`\`text\n${lines.join('\n')}\n\`\`\``,
    `*${escaped(contrast.left.name)}, and ${escaped(contrast.right.name)}, in the source’s words* ${marks(evidence)}`,
  ].join('\n\n')
}

function watchText({ lead, url, by, days, due, sentence, criterion, entry }: Watch): string {
  const when = days === null ? '' : `, ${counted(days, 'day')}`
  const judged = [
    ...(due ? [`due ${due}`] : []),
    ...(by ? [`by ${by}`] : []),
    ...(entry ? [`ledger ${entry}`] : []),
  ]
  const until = judged.length > 0 ? ` *${escaped(judged.join(', '))}.*` : ''
  return `- **${linked(lead, url)}**${when}. ${prose([sentence])}${criterion ? ` *Falsifiable: ${escaped(closed(criterion))}*` : ''}${until}`
}

function threadText({ name, size, sentences, members }: ThreadBlock, number: number): string {
  const list = members.map(
    (member) =>
      `${escaped(member.title)} (${member.date.slice(5)}, ${escaped(member.sourceName)}) ${marks(member.evidence)}`,
  )
  const told = [marks(size.evidence), prose(sentences)].filter((part) => part !== '').join(' ')
  return `**${number}. ${escaped(name)}** (${escaped(size.text.replace(/\.$/, ''))}). ${told}\n\n${list.map((line) => `- ${line}`).join('\n')}`
}

const COLUMN = 34

function pictureText({ left, right, rows }: Picture): string {
  const line = (a: string, b: string, joint: string) => `${a.padEnd(COLUMN)} ${joint} ${b}`.trimEnd()
  const titles = (refs: readonly StoryRef[], at: number) =>
    clipped((refs[at]?.title ?? '').replaceAll('`', '’'), COLUMN)
  const body = rows.flatMap((row) => {
    const height = Math.max(row.left.length, row.right.length)
    const lines = Array.from({ length: height }, (_, at) =>
      line(titles(row.left, at), titles(row.right, at), at === 0 ? '──' : '  '),
    )
    return ['', `[${row.name.replaceAll('`', '’')}]`, ...lines]
  })
  return ['```text', line(left, right, '  '), ...body, '```'].join('\n')
}

function tableText(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = (row: readonly string[]) =>
    `| ${row
      .map((cell) =>
        escaped(cell)
          .replaceAll('|', '\\|')
          .replace(/\\\[(\d+)\\\]/g, '[$1]'),
      )
      .join(' | ')} |`
  return [cells(head), `|${head.map(() => '---|').join('')}`, ...rows.map(cells)].join('\n')
}

function figureCells({
  subject,
  metric,
  value,
  condition,
  date,
  evidence,
}: Figures['rows'][number]): string[] {
  return [subject, metric ?? '', value, condition ?? '', date, marks(evidence)]
}

function evidenceLine({ number, title, url, sourceName, publishedAt, seenAt }: Evidence): string {
  return `${number}. ${linked(title, url)}, ${escaped(sourceName)}, ${publishedAt ? publishedAt.slice(0, 10) : `seen ${seenAt.slice(0, 10)}`}`
}

function glossText(glosses: readonly Gloss[]): string {
  return glosses.length > 0
    ? ` *${glosses.map(({ name, gloss }) => `${escaped(name)}: ${escaped(gloss)}`).join('; ')}.*`
    : ''
}
