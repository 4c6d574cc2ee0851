import type { Edition } from '#domain'
import { footerLines } from './footer.ts'
import { escaped, linked } from './html-text.ts'
import { type OutlinePart, outlineOf } from './outline.ts'

/** Gmail cuts a message off at 102 KB. */
const MOST_BYTES = 96_000
const FONT = "font-family:Georgia,'Times New Roman',serif"
const SANS = 'font-family:Arial,Helvetica,sans-serif'

/**
 * The edition as HTML that Gmail and Outlook render alike: one table of 640 pixels, styles on the elements, no image, no
 * script, no request. Entries are left out from the end, and said to be, where it would be longer than 96 KB.
 */
export function toMailHtml(
  edition: Edition,
  { readAt, leaveAt }: { readAt: string | null; leaveAt: string | null },
): string {
  const parts = outlineOf(edition).map(partHtml)
  let kept = parts.length
  let page = pageOf(edition, parts, 0, { readAt, leaveAt })
  while (kept > 0 && byteLength(page) > MOST_BYTES) {
    kept = Math.floor(kept * 0.9)
    page = pageOf(edition, parts.slice(0, kept), parts.length - kept, { readAt, leaveAt })
  }
  return page
}

const byteLength = (text: string): number => new TextEncoder().encode(text).length

function pageOf(
  edition: Edition,
  parts: readonly string[],
  leftOut: number,
  { readAt, leaveAt }: { readAt: string | null; leaveAt: string | null },
): string {
  const lede = edition.lede.map(({ text }) => text).join(' ')
  const whole = readAt ? linked('Read the whole edition', readAt) : 'The whole edition is in the house.'
  const cut =
    leftOut > 0 ? row(`<p style="${SANS};font-size:14px;margin:0">${leftOut} more entries. ${whole}</p>`) : ''
  const leave = leaveAt ? ` ${linked('Leave this list', leaveAt)}` : ''
  const footer = footerLines(edition).map(escaped).join('<br>')
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${escaped(edition.title)}</title></head>
<body style="margin:0;padding:0;background:#f3f0e9">
<div style="display:none;max-height:0;overflow:hidden">${escaped(lede.slice(0, 140))}</div>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="background:#f3f0e9"><tr><td align="center" style="padding:16px 8px">
<table role="presentation" width="640" cellpadding="0" cellspacing="0" border="0" style="width:100%;max-width:640px;background:#ffffff;border:1px solid #e3ded4">
${row(`<h1 style="${FONT};font-size:26px;line-height:32px;margin:0;color:#1d1b18">${escaped(edition.title).replace(' | ', '<br>')}</h1>`)}
${row(`<p style="${FONT};font-size:19px;line-height:28px;margin:0;color:#1d1b18">${escaped(lede)}</p>`)}
${parts.join('\n')}
${cut}
${row(`<p style="${SANS};font-size:12px;line-height:18px;margin:0;color:#66615a">${footer}<br>${readAt ? `${linked('Read it as a page', readAt)}.` : ''}${leave}</p>`)}
</table></td></tr></table>
</body></html>
`
}

const row = (inside: string): string => `<tr><td style="padding:10px 24px">${inside}</td></tr>`

function partHtml(part: OutlinePart): string {
  if (part.kind === 'heading')
    return row(
      `<h2 style="${FONT};font-size:21px;line-height:26px;margin:16px 0 0;padding:0 0 4px;border-bottom:1px solid #e3ded4;color:#1d1b18">${escaped(part.text)}</h2>`,
    )
  const lead = part.lead ? `<b>${linked(part.lead, part.url)}</b>` : ''
  const meta = part.meta
    ? ` <span style="${SANS};font-size:13px;color:#66615a">${escaped(part.meta)}</span>`
    : ''
  const gap = lead && part.body ? '<br>' : ''
  return row(
    `<p style="${FONT};font-size:16px;line-height:24px;margin:0;color:#1d1b18">${lead}${meta}${gap}${escaped(part.body)}</p>`,
  )
}
