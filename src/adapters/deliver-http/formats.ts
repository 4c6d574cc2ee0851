import { createHmac } from 'node:crypto'
import type { Parcel } from '#ports'

/** Where an edition goes by one HTTP request, and what the neighbour there understands. */
export type Target =
  | { readonly format: 'webhook'; readonly url: string; readonly secret: string | null }
  | { readonly format: 'slack' | 'discord'; readonly url: string }
  | {
      readonly format: 'telegram'
      readonly token: string
      readonly chat: string
      readonly url?: string | undefined
    }
  | { readonly format: 'ntfy'; readonly url: string; readonly token?: string | undefined }

export type Request = {
  readonly url: string
  readonly headers: Record<string, string>
  readonly body: string
}

/** The request that carries an edition to a target. `at` is the instant of sending, which a webhook's signature covers. */
export function requestOf(
  target: Target,
  parcel: Parcel,
  { site, at }: { site: string | null; at: string },
): Request {
  const link = site ? `${site}/editions/${parcel.edition.id}` : null
  const { edition, short } = parcel
  switch (target.format) {
    case 'webhook':
      return webhook(target, parcel, link, at)
    case 'slack':
      return json(target.url, { text: slackText(within(short, 2900), link), unfurl_links: false })
    case 'discord':
      // Nobody is pinged, whatever a source wrote.
      return json(target.url, {
        content: withLink(within(short, 1800), link),
        allowed_mentions: { parse: [] },
      })
    case 'telegram':
      return json(`${target.url ?? 'https://api.telegram.org'}/bot${target.token}/sendMessage`, {
        chat_id: target.chat,
        text: withLink(within(short, 3900), link),
        link_preview_options: { is_disabled: true },
      })
    case 'ntfy':
      return {
        url: target.url,
        headers: {
          'content-type': 'text/plain; charset=utf-8',
          // Headers are ASCII; a title beyond it is written as RFC 2047 allows.
          title: encoded(edition.title),
          tags: edition.kind === 'alert' ? 'rotating_light' : 'newspaper',
          priority: edition.kind === 'alert' ? '4' : '3',
          ...(link ? { click: link } : {}),
          ...(target.token ? { authorization: `Bearer ${target.token}` } : {}),
        },
        body: within(short, 3900),
      }
    default:
      return target satisfies never
  }
}

function webhook(
  { url, secret }: Extract<Target, { format: 'webhook' }>,
  { edition, corrections, markdown, text }: Parcel,
  link: string | null,
  at: string,
): Request {
  const body = JSON.stringify({ event: 'edition', edition, corrections, markdown, text, url: link })
  const signed = secret === null ? null : createHmac('sha256', secret).update(`${at}.${body}`).digest('hex')
  return {
    url,
    headers: {
      'content-type': 'application/json',
      'idempotency-key': edition.id,
      'x-bellwether-timestamp': at,
      ...(signed ? { 'x-bellwether-signature': `sha256=${signed}` } : {}),
    },
    body,
  }
}

const json = (url: string, value: unknown): Request => ({
  url,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(value),
})

// Slack reads <…> as links and calls, & as an entity.
const slackText = (text: string, link: string | null): string => {
  const plain = text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
  return link ? `${plain}\n\n<${link}|Read it whole>` : plain
}

const withLink = (text: string, link: string | null): string => (link ? `${text}\n\n${link}` : text)

/** Within so many UTF-16 units, never through a pair. */
function within(text: string, most: number): string {
  if (text.length <= most) return text
  return `${text.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, '')}…`
}

const encoded = (text: string): string =>
  /^[\x20-\x7e]*$/.test(text) ? text : `=?UTF-8?B?${Buffer.from(text).toString('base64')}?=`
