import { decodeHTML } from 'entities'

// Only elements that HTML knows are markup in a title: <think> is a word of the field.
const TAG =
  /<\/?(?:a|abbr|b|big|blockquote|br|center|cite|code|del|div|em|font|h[1-6]|hr|i|img|ins|kbd|li|mark|math|ol|p|pre|q|s|small|span|strong|strike|sub|sup|table|tbody|td|th|tr|tt|u|ul|wbr)(?:\s[^<>]{0,2000})?\/?>/gi
const BLOCK = /<\/?(?:br|div|p|li|h[1-6]|hr|tr|ul|ol|blockquote)\b/i

/** Entities written out; text without an ampersand is returned as it is. */
export const withoutEntities = (text: string): string => (text.includes('&') ? decodeHTML(text) : text)

/** A text on one line: runs of white space are one blank; nothing but blanks is null. */
export const oneLine = (text: string | null | undefined): string | null =>
  text?.replace(/\s+/g, ' ').trim() || null

/** A title or name that may carry markup, as the plain text that a reader would see. */
export function plainTitle(title: string | null | undefined): string | null {
  if (!title) return null
  const bare = title.includes('<') ? title.replace(TAG, (tag) => (BLOCK.test(tag) ? ' ' : '')) : title
  return oneLine(withoutEntities(bare))
}

/** Whether a text that may be HTML is: it holds a tag or an entity. */
export const isMarkup = (text: string): boolean => /<[a-z!/]|&(?:#\d+|#x[\da-f]+|[a-z]+\d?);/i.test(text)
