import { html } from 'hono/html'
import type { EditionRow } from '#wire'
import { counted, day, type Frame, type Html, page, tabs } from './page.ts'
import { acting } from './row.ts'

/** Before anything was published. */
export function noEditionPage(frame: Frame, items: number): Html {
  return page(frame, {
    title: 'Today',
    body: html`<div class="empty"><p>Nothing was published yet. ${items > 0 ? html`${counted(items, 'item')} stand in the <a href="/river">River</a> meanwhile.` : 'Nothing came in yet either.'}</p><p>A day is published when it closes, while <code>bellwether run</code> runs; <code>bellwether digest</code> does it now.</p></div>`,
  })
}

/** Every edition, newest first, under lasting addresses. */
export function editionsPage(
  frame: Frame,
  editions: readonly EditionRow[],
  /** Ids of those that wait for a person's word. */
  held: ReadonlySet<string>,
  only: EditionRow['kind'] | null,
): Html {
  const intro =
    'What was published, under addresses that last. An edition is frozen; a correction is dated and stands on its top.'
  if (editions.length === 0 && only === null)
    return page(frame, {
      title: 'Editions',
      intro,
      body: html`<p class="empty">Nothing was published yet. A day is published when it closes; <code>bellwether digest</code> does it now.</p>`,
    })
  const choices = tabs('Which editions', [
    { href: '/editions', name: 'All', here: only === null },
    ...Object.entries(KINDS).map(([kind, name]) => ({
      href: `/editions?kind=${kind}`,
      name: `${name}s`,
      here: only === kind,
    })),
  ])
  const months = Map.groupBy(editions, ({ date }) => date.slice(0, 7))
  const line = ({ id, path, title, date, kind }: EditionRow) =>
    html`<tr data-row><td class="fit num">${day(date)}</td><td class="fit soft">${KINDS[kind]}</td><td><a href="${path}">${title.replace(/^[^|]+\| /, kind === 'dive' ? '$&' : '')}</a>${held.has(id) ? html` <span class="flag">held back</span>` : ''}</td></tr>`
  const body = [...months].map(
    ([month, list]) =>
      html`<h2>${day(`${month}-01`).replace(/^1 /, '')}</h2><table class="grid narrow"><caption class="hidden">Editions of this month</caption><tbody>${list.map(line)}</tbody></table>`,
  )
  return page(frame, {
    title: 'Editions',
    intro,
    body: html`${waiting(frame, editions, held)}${choices}${editions.length > 0 ? body : html`<p class="empty">None of this kind was published yet.</p>`}`,
  })
}

const KINDS: Readonly<Record<EditionRow['kind'], string>> = {
  digest: 'Digest',
  brief: 'Weekly brief',
  dive: 'Deep dive',
  alert: 'Alert',
}

/** What waits for a person's word, each with the button that lets it out. */
function waiting({ token }: Frame, editions: readonly EditionRow[], held: ReadonlySet<string>): Html | '' {
  if (held.size === 0) return ''
  const lines = editions
    .filter(({ id }) => held.has(id))
    .map(
      ({ id, path, title }) =>
        html`<li><a href="${path}">${title}</a> <button name="do" value="approve ${id}">Approve<span class="hidden">: ${title}</span></button></li>`,
    )
  const inside = html`<p><b>Held back until you approve:</b></p><ul class="waiting">${lines}</ul>`
  return html`<div class="note">${acting(token, '/editions', inside)}</div>`
}
