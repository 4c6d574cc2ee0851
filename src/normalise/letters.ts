const INVISIBLE =
  /\u034f|[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u00ad\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]|\u200c(?=[\s\u00a0\u200c]|$)/g
const BEYOND_ASCII = /[^\n\r\t\x20-\x7e]/

/**
 * A text in the letters that a reader sees: Unicode NFC, without control characters, soft hyphens, zero-width fillers and
 * marks that turn the direction of writing (with which text can be made to read differently than it is stored).
 */
export function visible(text: string): string {
  if (!BEYOND_ASCII.test(text)) return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
  return text
    .replace(/\r\n?|\u2028|\u2029|\u0085/g, '\n')
    .replace(INVISIBLE, '')
    .normalize('NFC')
}

/** A text on one line: runs of white space of any kind are one blank. */
export const onOneLine = (text: string): string => visible(text).replace(/\s+/g, ' ').trim()

/** The text shortened to at most `length` characters at the end of a word, with `…` where something was cut. */
export function shortened(text: string, length: number): string {
  if (text.length <= length) return text
  const head = text.slice(0, length)
  const cut = head.lastIndexOf(' ')
  return `${(cut > length / 2 ? head.slice(0, cut) : head.replace(/[\ud800-\udbff]$/, '')).replace(/[\s,;:.–—-]+$/, '')}…`
}
