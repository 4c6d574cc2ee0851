import type {
  Block,
  Bullet,
  Contrast,
  DeepDive,
  Edition,
  Evidence,
  Gloss,
  Picture,
  Section,
  Sentence,
  StoryRef,
  ThreadBlock,
  Watch,
} from '#domain'
import { contrastArt } from './contrast-art.ts'
import { footerLines } from './footer.ts'
import { runsOf } from './runs.ts'
import { webAddress } from './tale.ts'
import { clipped, closed } from './words.ts'

/** The edition as Markdown that reads well unrendered too; `inAMinute(edition)` gives its short form. The same edition gives the same bytes. */
export function toMarkdown(edition: Edition): string {
  const parts = [
    `# ${escaped(edition.title)}`,
    ...(edition.lede.length > 0 ? [`> ${prose(edition.lede)}`] : []),
    ...edition.sections.map(sectionText),
    `## Evidence\n\n${edition.evidence.map(evidenceLine).join('\n')}`,
    `---\n\n${footerLines(edition)
      .map((line) => `*${escaped(line)}*`)
      .join('  \n')}`,
  ]
  return `${parts.join('\n\n')}\n`
}

function sectionText({ kind, title, blocks, empty }: Section): string {
  const tight =
    kind === 'five' ||
    kind === 'tldr' ||
    kind === 'industry-pulse' ||
    kind === 'worth-watching' ||
    kind === 'quick-hits'
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
    `*Until now and now, in the source’s words* ${marks(evidence)}`,
  ].join('\n\n')
}

function watchText({ lead, url, by, days, due, sentence, criterion }: Watch): string {
  const when = days === null ? '' : `, ${days} days`
  const judged = [...(due ? [`due ${due}`] : []), ...(by ? [`by ${by}`] : [])]
  const until = judged.length > 0 ? ` *${escaped(judged.join(', '))}.*` : ''
  return `- **${linked(lead, url)}**${when}. ${prose([sentence])}${criterion ? ` *Falsifiable: ${escaped(closed(criterion))}*` : ''}${until}`
}

function threadText({ name, size, sentences, members }: ThreadBlock, number: number): string {
  const list = members.map(
    (member) =>
      `${escaped(member.title)} (${member.date.slice(5)}, ${escaped(member.sourceName)}) ${marks(member.evidence)}`,
  )
  return `**${number}. ${escaped(name)}** (${prose([size]).replace(/\.$/, '')}). ${prose(sentences)}\n\n${list.map((line) => `- ${line}`).join('\n')}`
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

function evidenceLine({ number, title, url, sourceName, publishedAt, seenAt }: Evidence): string {
  return `${number}. ${linked(title, url)}, ${escaped(sourceName)}, ${publishedAt ? publishedAt.slice(0, 10) : `seen ${seenAt.slice(0, 10)}`}`
}

function glossText(glosses: readonly Gloss[]): string {
  return glosses.length > 0
    ? ` *${glosses.map(({ name, gloss }) => `${escaped(name)}: ${escaped(gloss)}`).join('; ')}.*`
    : ''
}

function prose(sentences: readonly Sentence[]): string {
  return runsOf(sentences)
    .map(({ texts, evidence }) =>
      [escaped(texts.join(' ')), ...(evidence.length > 0 ? [marks(evidence)] : [])].join(' '),
    )
    .join(' ')
}

const marks = (evidence: readonly number[]) => evidence.map((number) => `[${number}]`).join('')

function linked(label: string, url: string | null): string {
  const safe = webAddress(url)
  return safe ? `[${escaped(label)}](${safe.replaceAll('(', '%28').replaceAll(')', '%29')})` : escaped(label)
}

/** Text from sources is shown, never obeyed: no mark in it starts a heading, a link, an image or a tag. */
function escaped(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*[\]<>]/g, '\\$&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/^(\d+)\. /, '$1\\. ')
}
