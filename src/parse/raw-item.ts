import type { RawItem } from '#domain'
import { isMarkup } from './markup.ts'
import { safeHtml } from './sanitise.ts'

/** A raw item of which nothing is known but what is given. */
export const rawItem = (known: Partial<RawItem>): RawItem => ({
  guid: null,
  title: null,
  url: null,
  author: null,
  published: null,
  updated: null,
  html: null,
  text: null,
  attachments: [],
  kind: null,
  signals: {},
  tags: [],
  ...known,
})

/** A body that may be HTML or plain: sanitised HTML when it has markup, else text, else neither. */
export function bodyOf(body: string | null, base: string | null): Pick<RawItem, 'html' | 'text'> {
  if (!body?.trim()) return { html: null, text: null }
  if (!isMarkup(body)) return { html: null, text: body.trim() }
  return { html: safeHtml(body, base) || null, text: null }
}
