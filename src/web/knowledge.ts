import { html } from 'hono/html'
import { type Answer, type EditionRow, storyPath, type WikiListView, type WikiView, webAddress } from '#wire'
import { counted, day, type Frame, type Html, page } from './page.ts'

const wikiPath = (id: string): string => `/wiki/${id.split('/').map(encodeURIComponent).join('/')}`

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
      html`<li data-row><p class="line">${text} <small><a href="/items/${encodeURIComponent(itemId)}">${title}</a>, ${webAddress(url) ? html`<a href="${url ?? ''}" rel="noopener nofollow" data-source>${sourceName}</a>` : sourceName}, ${day(at)}</small></p></li>`,
  )}</ol>${disagreements.map(({ subject, metric, sides }) => html`<p class="note">Sources disagree on ${subject}, ${metric}: ${sides.map(({ claim }) => claim.value).join(' against ')}.</p>`)}${gaps.length > 0 ? html`<h2>What is not known</h2><ul>${gaps.map((gap) => html`<li>${gap}</li>`)}</ul>` : ''}`
}

/** Every page of the wiki by kind, and what was revised last. */
export function wikiListPage(frame: Frame, { total, kinds, only }: WikiListView): Html {
  const body = kinds.map(
    ({ kind, total: all, rows }) =>
      html`<section><h2>${KINDS[kind] ?? kind} <small>${all}</small></h2><ul>${rows.map(({ id, title, revision }) => html`<li><p><a href="${wikiPath(id)}">${title}</a>${revision > 1 ? html` <small>revision ${revision}</small>` : ''}</p></li>`)}</ul>${only === null && all > rows.length ? html`<p><a href="/wiki?kind=${kind}">All ${all}</a></p>` : ''}</section>`,
  )
  const parts = only
    ? html`<nav aria-label="Parts of the list"><p><a href="/wiki">All kinds</a>${Array.from({ length: only.parts }, (_, at) => html` · <a href="/wiki?kind=${only.kind}&amp;part=${at + 1}"${at + 1 === only.part ? html` aria-current="page"` : ''}>${at + 1}</a>`)}</p></nav>`
    : ''
  return page(frame, {
    title: 'Wiki',
    intro: `${counted(total, 'page')}, each made of facts, each sentence citing its items. A page is the series of its revisions.`,
    body:
      total > 0
        ? html`<div class="columns">${body}</div>${parts}`
        : html`<p class="empty">No page yet. <code>bellwether wiki build</code> makes them from what was read.</p>`,
  })
}

const KINDS: Readonly<Record<string, string>> = {
  entity: 'Who and what',
  concept: 'Concepts',
  paper: 'Papers',
  event: 'Events',
  thread: 'Threads',
}

const MOST_BACKLINKS = 40

/** One page of the wiki, or one revision of it, with what that revision changed. */
export function wikiPage(frame: Frame, view: WikiView): Html {
  const { page: shown, text, backlinks, revisions, added, removed } = view
  const changes =
    added.length + removed.length > 0
      ? html`<h2>What revision ${shown.revision} changed</h2>${removed.map((block) => html`<p><del>${block}</del></p>`)}${added.map((block) => html`<p><ins>${block}</ins></p>`)}`
      : ''
  return page(frame, {
    title: shown.title,
    intro: html`${KINDS[shown.kind] ?? shown.kind}; revision ${shown.revision} of ${day(shown.madeAt)}: ${shown.because}`,
    body: html`<div class="prose">${blocksOf(text, shown.title)}</div>${changes}`,
    aside: html`<div class="stays"><h2>Revisions</h2><ul>${revisions.map(({ revision, madeAt, because }) => html`<li><a href="${wikiPath(shown.id)}?revision=${revision}"${revision === shown.revision ? html` aria-current="true"` : ''}>${revision}: ${day(madeAt)}</a> <small>${because}</small></li>`)}</ul>${backlinks.length > 0 ? html`<h2>Pages that lead here</h2><ul>${backlinks.slice(0, MOST_BACKLINKS).map(({ id, title }) => html`<li><a href="${wikiPath(id)}">${title}</a></li>`)}</ul>${backlinks.length > MOST_BACKLINKS ? html`<p class="soft">and ${backlinks.length - MOST_BACKLINKS} more</p>` : ''}` : ''}${shown.storyIds.length > 0 ? html`<h2>Made of</h2><p class="soft">${counted(shown.storyIds.length, 'story', 'stories')}: ${shown.storyIds.slice(0, 12).map((id, at) => html`${at > 0 ? ', ' : ''}<a href="${storyPath(id)}">${at + 1}</a>`)}</p>` : ''}</div>`,
  })
}

/** The blocks of a page: headings, lists, paragraphs; links and citations inside. */
function blocksOf(markdown: string, title: string): Html[] {
  return markdown
    .split(/\n{2,}/)
    .map((block) => block.trim())
    .filter((block) => block !== '' && block !== `# ${title}`)
    .map((block) => {
      const [, marks, heading] = /^(#{1,4}) (.*)$/.exec(block) ?? []
      if (marks && heading) return html`<h2>${inline(heading)}</h2>`
      const lines = block.split('\n')
      if (lines.every((line) => /^[-*] /.test(line)))
        return html`<ul>${lines.map((line) => html`<li>${inline(line.slice(2))}</li>`)}</ul>`
      if (lines.every((line) => line.startsWith('|'))) return table(lines)
      return html`<p>${inline(lines.join(' '))}</p>`
    })
}

function table(lines: readonly string[]): Html {
  const cells = (line: string) =>
    line
      .slice(1, line.lastIndexOf('|'))
      .split('|')
      .map((cell) => cell.trim())
  const [head = '', rule = '', ...rows] = lines
  const body = /^[|\s:-]+$/.test(rule) ? rows : [rule, ...rows]
  return html`<div class="scroll" role="region" tabindex="0" aria-label="Table"><table class="grid"><thead><tr>${cells(head).map((cell) => html`<th scope="col">${cell}</th>`)}</tr></thead><tbody>${body.map((line) => html`<tr>${cells(line).map((cell) => html`<td>${inline(cell)}</td>`)}</tr>`)}</tbody></table></div>`
}

function inline(text: string): Html[] {
  const parts: Html[] = []
  let at = 0
  for (const match of text.matchAll(/\[\[([^\]|]+)(?:\|([^\]]+))?\]\]|\[\^([^\]]+)\]|\*\*([^*]+)\*\*/g)) {
    parts.push(html`${text.slice(at, match.index)}`)
    const [whole, id, words, itemId, bold] = match
    if (id) parts.push(html`<a href="${wikiPath(id)}">${words ?? id}</a>`)
    else if (itemId)
      parts.push(html`<sup><a href="/items/${encodeURIComponent(itemId)}" aria-label="Evidence">•</a></sup>`)
    else parts.push(html`<b>${bold ?? ''}</b>`)
    at = match.index + whole.length
  }
  parts.push(html`${text.slice(at)}`)
  return parts
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
  return page(frame, {
    title: 'Alerts',
    intro: 'What was worth interrupting you for: at most two a day.',
    body: html`<h2>Sent</h2>${view.alerts.length > 0 ? html`<ul>${view.alerts.map(({ path, title, date }) => html`<li data-row><p><a href="${path}">${title}</a> <small>${day(date)}</small></p></li>`)}</ul>` : html`<p class="empty">None was sent yet.</p>`}
<h2>Looking back</h2><p class="soft">The week that ended a week ago, judged by how its stories ended.</p>${judged('Worth it', view.kept, 'None.')}${judged('Noise: nobody else took it up', view.noise, 'None.')}<h3>Missed: told by four places or more, and nobody was woken</h3>${view.missed.length > 0 ? html`<ul>${view.missed.map(({ storyId, title, origins }) => html`<li><p><a href="${storyPath(storyId)}">${title}</a> <small>told by ${counted(origins, 'place')}</small></p></li>`)}</ul>` : html`<p class="soft">None.</p>`}`,
  })
}
