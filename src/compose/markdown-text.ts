import type { Sentence } from '#domain'
import { runsOf } from './runs.ts'
import { webAddress } from './web-address.ts'

/** Sentences with their evidence numbers behind each run. */
export function prose(sentences: readonly Sentence[]): string {
  return runsOf(sentences)
    .map(({ texts, evidence }) =>
      [escaped(texts.join(' ')), ...(evidence.length > 0 ? [marks(evidence)] : [])].join(' '),
    )
    .join(' ')
}

export const marks = (evidence: readonly number[]) => evidence.map((number) => `[${number}]`).join('')

export function linked(label: string, url: string | null): string {
  const safe = webAddress(url)
  return safe ? `[${escaped(label)}](${safe.replaceAll('(', '%28').replaceAll(')', '%29')})` : escaped(label)
}

/** Text from sources is shown, never obeyed: no mark in it starts a heading, a link, an image or a tag. */
export function escaped(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*[\]<>]/g, '\\$&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/^(\d+)\. /, '$1\\. ')
}
