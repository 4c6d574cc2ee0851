import { html } from 'hono/html'
import {
  entityPath,
  type Facet,
  type Hit,
  paperPath,
  runsOf,
  type SearchView,
  storyPath,
  webAddress,
} from '#wire'
import { counted, day, type Frame, type Html, page, tierMark } from './page.ts'
import { runs, saysAgain } from './row.ts'
import { wikiPath } from './wiki-markdown.ts'

const EXAMPLES: readonly (readonly [string, string])[] = [
  ['"KV cache"', 'words beside each other'],
  ['entity:"Qwen"', 'what names it, however it is spelt'],
  ['after:2026-05-01 before:2026-06', 'seen in that time; dates may be partial, or 7d'],
  ['tier:1', 'only your tier'],
  ['source:hf', 'sources whose name or id has these letters'],
  ['kind:paper', 'only papers; also post, article, transcript, discussion, model …'],
  ['agents -benchmark', 'without a word; a minus goes before an operator too'],
  ['2605.12483', 'by an arXiv id, or any address'],
]

export function searchPage(frame: Frame, view: SearchView | null): Html {
  const form = html`<form role="search" aria-label="Search with operators" action="/search" class="inline"><input name="q" type="search" aria-label="Words and operators" value="${view?.query ?? ''}" maxlength="500"><button class="main">Search</button></form>`
  if (view === null || view.query === '')
    return page(frame, {
      title: 'Search',
      body: html`${form}${examples()}`,
    })
  const notes =
    view.notes.length > 0
      ? html`<div class="note">${view.notes.map((note) => html`<p>${note}</p>`)}</div>`
      : ''
  const called = calledSo(view)
  const foretold = foretoldOf(view)
  const list =
    view.hits.length > 0
      ? html`<h2 class="hidden">Hits</h2><ol class="rows">${view.hits.map(hitItem)}</ol>`
      : called || foretold
        ? ''
        : html`<p class="empty">Nothing found. Fewer or other words may help, or a wider time.</p>${examples()}`
  return page(frame, {
    title: 'Search',
    name: `${view.query}: search`,
    body: html`${form}${notes}${called}${view.hits.length > 0 ? html`<p class="soft">The best ${counted(view.hits.length, 'hit')}, one for each story.</p>` : ''}${list}${foretold}`,
    aside: html`<div class="stays">${view.facets.map(facet)}</div>`,
  })
}

/** Names and pages that go by the words: whoever types a name may want what is known of it, not what mentions it. */
function calledSo({ names, pages }: SearchView): Html | '' {
  const links = [
    ...names.map(({ id, name }) => html`<a href="${entityPath(id)}">${name}</a>`),
    ...pages.map(({ id, title }) => html`<a href="${wikiPath(id)}">${title}</a> <small>wiki</small>`),
  ]
  if (links.length === 0) return ''
  return html`<p>By that name: ${links.map((link, at) => html`${at > 0 ? ', ' : ''}${link}`)}</p>`
}

function foretoldOf({ predictions }: SearchView): Html | '' {
  if (predictions.length === 0) return ''
  const lines = predictions.map(
    ({ claim, by, madeAt, due }) =>
      html`<li><p>${claim} <small>${by}, ${day(madeAt)}${due ? `, due ${due}` : ''}</small></p></li>`,
  )
  return html`<h2><a href="/predictions?show=all">Foretold</a></h2><ul>${lines}</ul>`
}

function examples(): Html {
  return html`<h2>What you can ask</h2><dl class="facts">${EXAMPLES.map(([query, what]) => html`<dt><a href="/search?q=${encodeURIComponent(query)}"><code>${query}</code></a></dt><dd>${what}</dd>`)}</dl>`
}

function hitItem({
  id,
  storyId,
  paperId,
  title,
  url,
  source,
  kind,
  publishedAt,
  seenAt,
  excerpt,
  marks,
  tier,
  more,
}: Hit): Html {
  const text = `/items/${encodeURIComponent(id)}`
  const from = webAddress(url)
    ? html`<a href="${url ?? ''}" rel="noopener nofollow" data-source>${source}</a>`
    : source
  return html`<li data-row><article class="line"><h3><a href="${storyId ? storyPath(storyId) : text}">${title || 'Untitled'}</a></h3>${saysAgain(title, excerpt) ? '' : html`<p class="gist">${runs(runsOf(excerpt, marks))}</p>`}<p class="meta">${from}${more > 0 ? html`<span class="dot">and ${more} more</span>` : ''}<span class="dot">${kind}</span><span class="dot">${publishedAt ? day(publishedAt) : `seen ${day(seenAt)}`}</span><span class="dot"><a href="${text}">text</a></span>${paperId ? html`<span class="dot"><a href="${paperPath(paperId)}">paper</a></span>` : ''} ${tierMark(tier, null)}</p></article></li>`
}

function facet({ name, values }: Facet): Html | '' {
  if (values.length < 2) return ''
  return html`<h2>${name}</h2><table class="grid"><caption class="hidden">${name}</caption><tbody>${values.map(({ label, count, query }) => html`<tr><td><a href="/search?q=${encodeURIComponent(query)}">${label}</a></td><td class="n">${count}</td></tr>`)}</tbody></table>`
}
