import { html } from 'hono/html'
import { type PaperView, paperPath, storyPath, type TellingRow } from '#wire'
import { counted, day, type Frame, type Html, page, tierMark, time } from './page.ts'
import { acting, nameLinks, reasonsTable, runs, storyActs } from './row.ts'
import { claimsTable, disagreements, related } from './story.ts'

const MOST_AUTHORS = 12

/** One paper: what it is, what it claims, what belongs to it, and what our memory holds around it. */
export function paperPage(frame: Frame, view: PaperView): Html {
  const { row, authors } = view
  const more = authors.length - MOST_AUTHORS
  const by = `${authors.slice(0, MOST_AUTHORS).join(', ')}${more > 0 ? ` and ${counted(more, 'other')}` : ''}`
  return page(frame, {
    title: view.title,
    intro: html`${tierMark(row.tier, row.topic)} ${by === '' ? 'Its sources name no authors.' : by}`,
    body: html`${facts(view)}${acting(frame.token, paperPath(view.id), html`<div class="tools">${storyActs(row)}</div>`)}
${abstract(view)}${claims(view)}${disagreements(view)}${belongings(view)}${names(view)}`,
    aside: html`<div class="stays"><h2>Why ${Math.round(row.score)} of 100</h2><p class="soft">The worth of <a href="${storyPath(row.id)}">its story</a>, told by ${counted(row.families.length, 'publisher')} in ${counted(row.tellings, 'telling')}.</p>${reasonsTable(row)}${related('Since then', view.later)}${related('In our memory', view.earlier)}</div>`,
  })
}

function facts({ places, tags, own, firstSeenAt, row }: PaperView): Html {
  const sources = own.map(
    ({ sourceName, url, publishedAt, signals }) =>
      html`<dt>${url ? html`<a href="${url}" rel="noopener nofollow" data-source>${sourceName}</a>` : sourceName}</dt><dd>${publishedAt ? `dated ${day(publishedAt)}` : 'undated'}${signals === '' ? '' : `; ${signals}`}</dd>`,
  )
  return html`<dl class="facts">${places.map(({ name, label, url }) => html`<dt>${name}</dt><dd><a href="${url}" rel="noopener nofollow">${label}</a></dd>`)}${sources}<dt>Here</dt><dd>first seen ${time(firstSeenAt)}, last told ${time(row.lastSeenAt)}</dd>${tags.length > 0 ? html`<dt>Filed under</dt><dd>${tags.join(', ')}</dd>` : ''}${row.names.length > 0 ? html`<dt>About</dt><dd>${nameLinks(row.names)}</dd>` : ''}</dl>`
}

function abstract({ abstract: held }: PaperView): Html {
  if (held === null)
    return html`<p class="empty">No source that is read carries its own text. What stands below is what others say of it.</p>`
  return html`<h2>Abstract</h2><div class="prose"><blockquote>${runs(held.text)}</blockquote></div><p class="soft">As ${held.sourceName} gave it; <a href="/items/${encodeURIComponent(held.itemId)}">all that was kept</a>.</p>`
}

function claims(view: PaperView): Html {
  if (view.claims.length > 0) return html`${claimsTable('Figures that it claims', view.claims, 'sentence')}`
  return html`<h2>Figures that it claims</h2><p class="empty">Its text gives no figure of a named measure.</p>`
}

const KINDS: readonly (readonly [kinds: readonly string[], title: string])[] = [
  [['repository'], 'Code'],
  [['model'], 'Models'],
  [['post'], 'Posts'],
  [['discussion'], 'Discussions'],
  [['ranking'], 'Rankings'],
  [['article', 'issue', 'transcript', 'paper'], 'Told by'],
]

/** Everything else that tells its story, by what it is. */
function belongings({ others, row }: PaperView): Html {
  const line = ({ itemId, title, sourceName, url, publishedAt, seenAt }: TellingRow) =>
    html`<li data-row><a href="/items/${encodeURIComponent(itemId)}">${title || 'Untitled'}</a> <small>${url ? html`<a href="${url}" rel="noopener nofollow" data-source>${sourceName}</a>` : sourceName}, ${publishedAt ? day(publishedAt) : `seen ${day(seenAt)}`}</small></li>`
  const groups = KINDS.map(([kinds, title]) => {
    const list = others.filter(({ kind }) => kinds.includes(kind))
    return list.length === 0 ? '' : html`<h3>${title}</h3><ul class="plain-list">${list.map(line)}</ul>`
  })
  return html`<h2>What belongs to it</h2>${others.length > 0 ? groups : html`<p class="empty">Nothing else has told of it yet: no code, model, post or discussion. <a href="${storyPath(row.id)}">Its story</a> shows what comes.</p>`}`
}

/** Papers that it names, and what names it. */
function names({ cites, citedBy }: PaperView): Html {
  const naming =
    citedBy.length > 0
      ? html`<h2>What names it</h2><ul class="plain-list">${citedBy.map(({ title, path, date }) => html`<li data-row><a href="${path}">${title}</a> <small>${day(date)}</small></li>`)}</ul>`
      : ''
  const named =
    cites.length > 0
      ? html`<h2>Papers here that it names</h2><ul class="plain-list">${cites.map(({ id, title, date }) => html`<li data-row><a href="${paperPath(id)}">${title}</a> <small>${day(date)}</small></li>`)}</ul>`
      : ''
  return html`${naming}${named}`
}
