import { html } from 'hono/html'
import { entityPath, paperPath, storyPath, type WikiListView, type WikiRow, type WikiView } from '#wire'
import { counted, day, type Frame, type Html, page } from './page.ts'
import { type Citations, citationsIn, evidenceOf, inline, markdownHtml, wikiPath } from './wiki-markdown.ts'

const KINDS: Readonly<Record<WikiRow['kind'], readonly [one: string, many: string]>> = {
  paper: ['Paper', 'Papers'],
  concept: ['Concept', 'Concepts'],
  entity: ['Who and what', 'Who and what'],
  event: ['Event', 'Events'],
  thread: ['Thread', 'Threads'],
  troubles: ['Troubles', 'Troubles'],
}

/** The pages of the wiki by kind: the first of each, or all of one kind in parts. */
export function wikiListPage(frame: Frame, { total, kinds, only }: WikiListView): Html {
  const line = ({ id, title, revision }: WikiRow) =>
    html`<li data-row><a href="${wikiPath(id)}">${title}</a>${revision > 1 ? html` <small>revision ${revision}</small>` : ''}</li>`
  const body = kinds.map(
    ({ kind, total: all, rows }) =>
      html`<section><h2>${KINDS[kind][1]} <small>${all}</small></h2><ul class="plain-list">${rows.map(line)}</ul>${only === null && all > rows.length ? html`<p><a href="/wiki?kind=${kind}">All ${all}</a></p>` : ''}</section>`,
  )
  const parts = only
    ? html`<nav aria-label="Parts of the list"><p><a href="/wiki">All kinds</a>${Array.from({ length: only.parts }, (_, at) => html` · <a href="/wiki?kind=${only.kind}&amp;part=${at + 1}"${at + 1 === only.part ? html` aria-current="page"` : ''}>${at + 1}</a>`)}</p></nav>`
    : ''
  return page(frame, {
    title: 'Wiki',
    intro: `${counted(total, 'page')}, made of what was read; each sentence cites its items, and every revision is kept.`,
    body:
      total > 0
        ? html`<div class="columns">${body}</div>${parts}`
        : html`<p class="empty">No page yet. <code>bellwether wiki build</code> makes them from what was read.</p>`,
  })
}

const MOST_BACKLINKS = 40

/** One page of the wiki, or one revision of it, with what that revision changed. */
export function wikiPage(frame: Frame, view: WikiView): Html {
  const { page: shown, text, backlinks, revisions } = view
  const citations = citationsIn(text)
  return page(frame, {
    title: shown.title,
    intro: html`${KINDS[shown.kind][0]}; revision ${shown.revision} of ${day(shown.madeAt)}: ${shown.because}`,
    body: html`<div class="prose">${markdownHtml(text, shown.title, citations)}${evidenceOf(citations)}</div>${changes(view, citations)}`,
    aside: html`<div class="stays">${livePage(shown)}<h2>Revisions</h2><ul>${revisions.map(({ revision, madeAt, because }) => html`<li><a href="${wikiPath(shown.id)}?revision=${revision}"${revision === shown.revision ? html` aria-current="true"` : ''}>${revision}: ${day(madeAt)}</a> <small>${because}</small></li>`)}</ul>${backlinks.length > 0 ? html`<h2>Pages that lead here</h2><ul>${backlinks.slice(0, MOST_BACKLINKS).map(({ id, title }) => html`<li><a href="${wikiPath(id)}">${title}</a></li>`)}</ul>${backlinks.length > MOST_BACKLINKS ? html`<p class="soft">and ${backlinks.length - MOST_BACKLINKS} more</p>` : ''}` : ''}${shown.storyIds.length > 0 ? html`<h2>Made of</h2><p class="soft">${counted(shown.storyIds.length, 'story', 'stories')}: ${shown.storyIds.slice(0, 12).map((id, at) => html`${at > 0 ? ', ' : ''}<a href="${storyPath(id)}">${at + 1}</a>`)}</p>` : ''}</div>`,
  })
}

/** Where the same thing stands as it is known this minute. */
function livePage({ id, kind }: WikiView['page']): Html | '' {
  const [, name = ''] = id.split('/')
  if (kind === 'paper') return html`<p><a href="${paperPath(name)}">The paper, as it stands now</a></p>`
  if (kind !== 'entity' && kind !== 'concept') return ''
  return html`<p><a href="${entityPath(name)}">Its stories, as they stand now</a></p>`
}

function changes({ page: { revision }, added, removed }: WikiView, citations: Citations): Html | '' {
  if (added.length + removed.length === 0) return ''
  return html`<h2>What revision ${revision} changed</h2>${removed.map((block) => html`<p><del>${inline(block, citations)}</del></p>`)}${added.map((block) => html`<p><ins>${inline(block, citations)}</ins></p>`)}`
}
