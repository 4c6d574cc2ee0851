import { html } from 'hono/html'
import { type Edition, type EvidenceView, webAddress } from '#wire'
import { linked } from './blocks.ts'
import { day, type Frame, type Html, page } from './page.ts'
import { runs } from './row.ts'

/** What an edition rests on: every item that its sentences name, by its number. */
export function evidenceList({ evidence }: Edition): Html {
  return html`<section id="evidence"><h2>Evidence</h2><ol class="source-list">${evidence.map(evidenceItem)}</ol></section>`
}

function evidenceItem({
  number,
  title,
  url,
  sourceName,
  publishedAt,
  seenAt,
  itemId,
}: Edition['evidence'][number]): Html {
  const when = publishedAt ? day(publishedAt) : `seen ${day(seenAt)}`
  return html`<li id="e${number}"><span class="num soft">${number}</span><span>${webAddress(url) ? linked(title, url) : html`<a href="/items/${encodeURIComponent(itemId)}">${title}</a>`} <small>${sourceName}, ${when}</small></span></li>`
}

/** What holds a sentence: the passage of its source. */
export function evidencePart(view: EvidenceView): Html {
  const { title, url, sourceName, publishedAt, seenAt, passage, counted: counts } = view
  return html`<div class="beside"><h2>${url ? html`<a href="${url}" rel="noopener nofollow">${title}</a>` : title}</h2><p class="soft">Evidence ${view.number}: ${sourceName}, ${publishedAt ? day(publishedAt) : `seen ${day(seenAt)}`}${view.revised ? '. The source has changed its text since; this is the text that was used' : ''}</p>
<blockquote>${runs(passage)}</blockquote>${counts.length > 0 ? html`<p class="soft">Counted for this sentence: ${counts.join('; ')}.</p>` : ''}<p class="soft">${view.origin}</p></div>`
}

export function evidencePage(frame: Frame, view: EvidenceView): Html {
  return page(frame, {
    title: 'Evidence',
    name: `Evidence ${view.number}`,
    body: html`${view.sentence ? html`<p class="prose">${view.sentence}</p>` : ''}${evidencePart(view)}<p><a href="/editions/${encodeURIComponent(view.editionId)}">Back to the edition</a></p>`,
  })
}
