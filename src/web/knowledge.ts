import { html } from 'hono/html'
import { type Answer, type EditionRow, namesOf, storyPath, webAddress } from '#wire'
import { counted, day, type Frame, type Html, page } from './page.ts'

/** What is known of a question, in sentences of sources with their evidence. */
export function askPage(frame: Frame, question: string, answer: Answer | null): Html {
  const form = html`<form action="/ask" class="inline"><input type="search" name="q" aria-label="Your question" value="${question}" maxlength="400" placeholder="what do we know about KV cache since April?"><button class="main">Ask</button></form>`
  return page(frame, {
    title: 'Ask',
    name: question ? `${question}: ask` : 'Ask',
    intro:
      'Answers are sentences of sources, with their dates and their evidence; what is not known is said.',
    body: html`${form}${answer ? answered(answer) : ''}`,
  })
}

function answered({ sentences, disagreements, gaps, nearest, asOf, since }: Answer): Html {
  const bounds = `As of ${day(asOf)}${since ? `, since ${day(since)}` : ''}`
  if (sentences.length === 0)
    return html`<p class="empty">${bounds}: nothing found that speaks to it.</p>${nearest.length > 0 ? html`<h2>Closest</h2><ul>${nearest.map(({ itemId, at, title, sourceName }) => html`<li><p><a href="/items/${encodeURIComponent(itemId)}">${title}</a> <small>${sourceName}, ${day(at)}</small></p></li>`)}</ul>` : ''}`
  return html`<p class="soft">${bounds}.</p><ol class="rows prose">${sentences.map(
    ({ itemId, at, text, title, sourceName, url }) =>
      html`<li data-row class="line"><p>${text}</p><p class="meta"><a href="/items/${encodeURIComponent(itemId)}">${title}</a><span class="dot">${webAddress(url) ? html`<a href="${url ?? ''}" rel="noopener nofollow" data-source>${sourceName}</a>` : sourceName}</span><span class="dot">${day(at)}</span></p></li>`,
  )}</ol>${disagreements.map(({ subject, metric, sides }) => html`<p class="note">Sources disagree on ${subject}, ${metric}: ${sides.map(({ claim }) => claim.value).join(' against ')}.</p>`)}${gaps.length > 0 ? html`<h2>What is not known</h2><ul>${gaps.map((gap) => html`<li>${gap}</li>`)}</ul>` : ''}`
}

type Judged = readonly { readonly editionId: string; readonly title: string; readonly origins: number }[]

/** Alerts that went out, and how they look a week later: noise, worth it, and what nobody was woken for. */
export function alertsPage(
  frame: Frame,
  view: {
    readonly alerts: readonly EditionRow[]
    readonly noise: Judged
    readonly kept: Judged
    readonly missed: readonly { readonly storyId: string; readonly title: string; readonly origins: number }[]
  },
): Html {
  const judged = (title: string, all: Judged, none: string) =>
    html`<h3>${title}</h3>${all.length > 0 ? html`<ul>${all.map((one) => html`<li><p><a href="/editions/${encodeURIComponent(one.editionId)}">${one.title}</a> <small>told by ${counted(one.origins, 'place')}</small></p></li>`)}</ul>` : html`<p class="soft">${none}</p>`}`
  const nothing = view.kept.length + view.noise.length + view.missed.length === 0
  return page(frame, {
    title: 'Alerts',
    intro: 'What was worth interrupting you for: at most two a day.',
    body: html`<h2>Sent</h2>${view.alerts.length > 0 ? html`<ul>${view.alerts.map((row) => html`<li data-row><p><a href="${row.path}">${namesOf(row).name}</a> <small>${day(row.date)}</small></p></li>`)}</ul>` : html`<p class="empty">None was sent yet.</p>`}
<h2>Looking back</h2><p class="soft">The week that ended a week ago, judged by how its stories ended.</p>${nothing ? html`<p class="soft">No alert went out in it, and no story that four places told was missed.</p>` : html`${judged('Worth it', view.kept, 'None.')}${judged('Noise: nobody else took it up', view.noise, 'None.')}<h3>Missed: told by four places or more, and nobody was woken</h3>${view.missed.length > 0 ? html`<ul>${view.missed.map(({ storyId, title, origins }) => html`<li><p><a href="${storyPath(storyId)}">${title}</a> <small>told by ${counted(origins, 'place')}</small></p></li>`)}</ul>` : html`<p class="soft">None.</p>`}`}`,
  })
}
