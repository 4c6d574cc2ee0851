import type { Edition } from '#domain'
import { footerLines } from './footer.ts'
import { type OutlinePart, outlineOf } from './outline.ts'
import { clipped } from './words.ts'

const COLUMNS = 76

/** The edition as plain text, lines of at most 76 characters where words allow; addresses stand on lines of their own. */
export function toText(edition: Edition): string {
  const lede = edition.lede.map(({ text }) => text).join(' ')
  const parts = [
    wrapped(edition.title.replace(' | ', '\n')),
    ...(lede ? [wrapped(lede)] : []),
    ...outlineOf(edition).map(partText),
    `-- \n${footerLines(edition)
      .map((line) => wrapped(line))
      .join('\n')}`,
  ]
  return `${parts.join('\n\n')}\n`
}

function partText(part: OutlinePart): string {
  if (part.kind === 'heading') return `${part.text.toUpperCase()}\n${'='.repeat(part.text.length)}`
  const lead = [part.lead, part.meta ? `(${part.meta})` : null].filter((text) => text !== null).join(' ')
  const text = [lead, part.body].filter((piece) => piece !== '').join(lead && part.body ? '\n' : '')
  return [...text.split('\n').map((line) => wrapped(line)), ...(part.url ? [part.url] : [])].join('\n')
}

function wrapped(text: string): string {
  return text
    .split('\n')
    .map((paragraph) => {
      const lines: string[] = []
      let line = ''
      for (const word of paragraph.split(/\s+/)) {
        if (line !== '' && line.length + 1 + word.length > COLUMNS) {
          lines.push(line)
          line = word
        } else line = line === '' ? word : `${line} ${word}`
      }
      return [...lines, line].join('\n')
    })
    .join('\n')
}

/** Title, lede and as many first entries as fit into so many characters: for chats and telephones. */
export function toShort(edition: Edition, most: number): string {
  const head = [edition.title, edition.lede.map(({ text }) => text).join(' ')].filter((text) => text !== '')
  const sections = new Set(['tldr', 'takeaways', 'what-happened', 'new', 'new-facts'])
  let text = clipped(head.join('\n\n'), most)
  for (const part of outlineOf(edition)) {
    if (part.kind !== 'entry' || !sections.has(part.section)) continue
    const line = `\n\n• ${part.lead ?? ''}${part.lead && part.body ? '\n' : ''}${part.body}`
    if (text.length + line.length > most) break
    text += line
  }
  return text
}
