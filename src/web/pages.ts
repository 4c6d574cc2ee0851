import { html } from 'hono/html'
import type { EditionRow, Hit, SourceRow } from '#wire'
import { page } from './page.ts'

type Html = ReturnType<typeof html>

export function editionsPage(editions: readonly EditionRow[]): Html {
  if (editions.length === 0)
    return page('Editions', html`<p>Nothing was published yet. Run <code>bellwether digest</code>.</p>`)
  const rows = editions.map(
    ({ path, title, date }) => html`<li><a href="${path}">${title}</a> <small>${date}</small></li>`,
  )
  return page('Editions', html`<ul>${rows}</ul>`)
}

export function searchPage(query: string, hits: readonly Hit[]): Html {
  const form = html`<form role="search" action="/search"><input name="q" type="search" aria-label="Words to look for" value="${query}" autofocus><button>Search</button></form>`
  if (query === '') return page('Search', form)
  const rows = hits.map(
    ({ title, url, source, publishedAt, seenAt, excerpt }) =>
      html`<li>${url ? html`<a href="${url}" rel="noopener nofollow">${title}</a>` : title} <small>${source}, ${(publishedAt ?? seenAt).slice(0, 10)}</small><br><span class="soft">${excerpt}</span></li>`,
  )
  return page(
    'Search',
    html`${form}${hits.length > 0 ? html`<ul>${rows}</ul>` : html`<p>Nothing found. Fewer or other words may help.</p>`}`,
  )
}

export function sourcesPage(sources: readonly SourceRow[]): Html {
  const rows = sources.map(
    ({ name, address, state, well }) =>
      html`<li>${well ? '' : html`<b>Failing.</b> `}${name} <small>${address}</small><br><span class="soft">${state}</span></li>`,
  )
  return page(
    'Sources',
    sources.length > 0
      ? html`<ul>${rows}</ul>`
      : html`<p>No sources yet. Name some in bellwether.yaml, or import files.</p>`,
  )
}

export function faultPage(title: string, what: string): Html {
  return page(title, html`<p>${what}</p><p><a href="/editions">All editions</a></p>`)
}
