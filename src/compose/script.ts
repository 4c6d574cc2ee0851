import type { Edition } from '#domain'
import { type OutlinePart, outlineOf } from './outline.ts'
import { spoken } from './spoken.ts'
import { wordCount } from './words.ts'

/** A part of an episode: spoken under one title. */
export type Chapter = { readonly title: string; readonly text: string }

/** How long an episode may be, in spoken words; 150 words are a minute. */
export const SCRIPT_WORDS = { short: 320, long: 1500 } as const
export type ScriptLength = keyof typeof SCRIPT_WORDS

const SHORT_SECTIONS = new Set(['tldr', 'takeaways', 'what-happened', 'new-facts', 'verdict'])
const UNSPOKEN = new Set(['five', 'more', 'movers', 'corrections', 'figures', 'connecting-the-dots'])
const SHORT_SENTENCES = 1
const LONG_SENTENCES = 3

/**
 * The edition as it is read aloud: an opening with its day, a chapter for each section, a close. Numbers, units and names
 * are spelt for the ear. The short script tells the first sentence of each entry of the short list.
 */
export function scriptOf(edition: Edition, length: ScriptLength): Chapter[] {
  const lede = edition.lede.map(({ text }) => text).join(' ')
  const opening = { title: 'Opening', text: spoken(`${edition.title.replace(' | ', ', ')}. ${lede}`) }
  const chapters: { title: string; text: string }[] = [opening]
  let left = SCRIPT_WORDS[length] - wordCount(opening.text) - CLOSE_WORDS
  for (const part of outlineOf(edition)) {
    if (part.kind === 'heading') {
      if (isSpoken(part, length)) chapters.push({ title: part.text, text: '' })
      continue
    }
    const chapter = chapters.at(-1)
    if (!chapter || !isSpoken(part, length)) continue
    const text = spoken(entryText(part, length))
    const words = wordCount(text)
    if (words === 0 || words > left) continue
    left -= words
    chapter.text = chapter.text === '' ? text : `${chapter.text}\n\n${text}`
  }
  return [...chapters.filter(({ text }) => text !== ''), { title: 'Close', text: CLOSE }]
}

const CLOSE = 'That was it. Every sentence has its evidence in the written edition.'
const CLOSE_WORDS = wordCount(CLOSE)

function isSpoken({ section }: OutlinePart, length: ScriptLength): boolean {
  return length === 'short' ? SHORT_SECTIONS.has(section) : !UNSPOKEN.has(section)
}

function entryText({ lead, body }: Extract<OutlinePart, { kind: 'entry' }>, length: ScriptLength): string {
  const most = length === 'short' ? SHORT_SENTENCES : LONG_SENTENCES
  const sentences = body.split(/(?<=[.!?])\s+(?=[\p{Lu}\d“"])/u).slice(0, most)
  const opening = lead === null ? '' : `${lead.replace(/[.:!?…]+([”"]?)$/, '$1')}. `
  return `${opening}${sentences.join(' ')}`.trim()
}
