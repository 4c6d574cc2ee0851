import type { Edition } from '#domain'

/** The top of an edition for a terminal: title, lede, and the short list, without evidence numbers. */
export function firstLines(edition: Edition): string {
  const lede = edition.lede.map((sentence) => sentence.text).join(' ')
  const short = edition.sections.find((section) => section.kind === 'tldr')
  const bullets = short?.blocks.flatMap((block) =>
    block.kind === 'bullet'
      ? [
          `- ${[block.lead, ...block.sentences.map((sentence) => sentence.text)].join('. ').replaceAll('..', '.')}`,
        ]
      : [],
  )
  return [edition.title, '', lede, '', ...(bullets ?? []), ''].join('\n')
}
