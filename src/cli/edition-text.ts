import { inAMinute } from '#app'
import type { Block, Edition } from '#domain'

/** An edition for a terminal and a reader of 60 seconds: lede, the day's five, the short list; without evidence numbers. */
export async function firstLines(edition: Edition): Promise<string> {
  const { title, lede, sections } = await inAMinute(edition)
  const lines = sections.flatMap(({ kind, blocks }) => [
    ...blocks.map(blockLine).filter((line) => line !== ''),
    ...(kind === 'five' && blocks.length > 0 ? [''] : []),
  ])
  return [title, '', lede.map(({ text }) => text).join(' '), '', ...lines, ''].join('\n')
}

function blockLine(block: Block): string {
  if (block.kind === 'pick') return `${block.verb.padEnd(5)} ${block.name} (${block.because})`
  if (block.kind !== 'bullet') return ''
  const said = block.sentences.map(({ text }) => text).join(' ')
  return `- ${block.lead}${/[.?!…]$/.test(block.lead) ? '' : '.'} ${said}`
}
