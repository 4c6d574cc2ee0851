import { decodeHTML } from 'entities'
import { sentences } from '#text'
import { onOneLine, shortened } from './letters.ts'

const LONGEST_TITLE = 400
const LONGEST_MADE = 120
const ENTITY = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,31}\d{0,2});/i
const LOOK_AHEAD = 1_200

/** The title as a reader sees it: entities written out (twice escaped ones too), one line, without the site's own name. */
export function cleanTitle(title: string | null, siteName: string): string {
  if (title === null) return ''
  let words = title
  for (let pass = 0; pass < 2 && ENTITY.test(words); pass++) words = decodeHTML(words)
  const line = onOneLine(words)
  return shortened(withoutSite(line, siteName), LONGEST_TITLE)
}

function withoutSite(title: string, siteName: string): string {
  const site = siteName.trim().toLowerCase()
  if (site === '' || !title.toLowerCase().endsWith(site)) return title
  const rest = title.slice(0, -site.length).trimEnd()
  const bare = rest.replace(/\s*[|–—·•:»-]+$/, '')
  return bare !== rest && bare.trim() !== '' ? bare : title
}

/** A title made from the text: its first sentence without marks and addresses, shortened at a word. Empty for no text. */
export function titleFrom(text: string): string {
  const head = text.slice(0, LOOK_AHEAD)
  for (const { text: sentence } of sentences(head)) {
    const words = onOneLine(sentence.replace(/^(?:#{1,6}|-)\s+/, '').replace(/\bhttps?:\/\/\S+/g, ''))
    if (/[\p{L}\p{N}]/u.test(words)) return shortened(words, LONGEST_MADE)
  }
  return shortened(onOneLine(head), LONGEST_MADE)
}

const FEWEST_WORDS = 2

/** The words of a file's name without date and extension: `2026-05-07-on-memory.vtt` is "On memory". Empty for less than two. */
export function titleOfFile(name: string): string {
  const words = name
    .replace(/\.[a-z\d]{1,10}$/i, '')
    .replace(/(?:19|20)\d{2}[-_. ]?[01]\d[-_. ]?[0-3]\d/, ' ')
    .replace(/[-_.\s]+/g, ' ')
    .trim()
  const letters = words.split(' ').filter((word) => /\p{L}{2}/u.test(word))
  return letters.length < FEWEST_WORDS ? '' : words.charAt(0).toUpperCase() + words.slice(1)
}
