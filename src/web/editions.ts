import { html } from 'hono/html'
import { type EditionRow, namesOf } from '#wire'
import { feedLinks } from './feeds.ts'
import { counted, day, type Frame, type Html, page, tabs } from './page.ts'
import { acting } from './row.ts'

/** Before anything was published. */
export function noEditionPage(frame: Frame, items: number): Html {
  return page(frame, {
    title: 'Today',
    intro:
      items > 0
        ? html`Nothing was published yet. ${counted(items, 'item')} stand in the <a href="/river">River</a> meanwhile.`
        : 'Nothing was published yet, and nothing came in.',
    body: html`<h2>To the first edition</h2><ol class="steps"><li>Say what you follow: your <a href="/profile">Profile</a>.</li><li>Name what to read in <code>bellwether.yaml</code>, or hand over what you have with <code>bellwether import</code>. <a href="/sources">Sources</a> tells how each is doing.</li><li>A day is published when it closes, while <code>bellwether run</code> runs; <code>bellwether digest</code> does it now.</li></ol>`,
  })
}

export type EditionsView = {
  /** Newest first. */
  readonly editions: readonly EditionRow[]
  readonly only: EditionRow['kind'] | null
  /** Ids of those that wait for a person's word. */
  readonly held: ReadonlySet<string>
  /** What an edition tells first, by its id, for the newest of them. */
  readonly told: ReadonlyMap<string, string>
}

/** Every edition, newest first, under lasting addresses. */
export function editionsPage(frame: Frame, view: EditionsView): Html {
  const { editions, only } = view
  const content = {
    title: 'Editions',
    intro:
      'What was published, under addresses that last. An edition is frozen; a correction is dated and stands on its top.',
  }
  if (editions.length === 0 && only === null)
    return page(frame, {
      ...content,
      body: html`<p class="empty">Nothing was published yet. A day is published when it closes; <code>bellwether digest</code> does it now.</p>`,
    })
  const months = Map.groupBy(editions, ({ date }) => date.slice(0, 7))
  const lists = [...months].map(
    ([month, list]) =>
      html`<h2>${day(`${month}-01`).replace(/^1 /, '')}</h2><table class="grid narrow"><caption class="hidden">Editions of this month</caption><tbody>${list.map((row) => editionLine(row, view))}</tbody></table>`,
  )
  return page(frame, {
    ...content,
    body: html`${waiting(frame, view)}${kinds(only)}${editions.length > 0 ? lists : html`<p class="empty">None of this kind was published yet.</p>`}<h2>As feeds</h2><ul class="inline">${feedLinks('/').map((link) => html`<li>${link}</li>`)}<li><a href="/feeds/predictions.atom">Predictions</a></li></ul><p class="soft">A name, a thread and a topic have a feed each, too; <code>.rss</code> and <code>.json</code> are the same in other forms.</p>`,
  })
}

const KINDS: Readonly<Record<EditionRow['kind'], string>> = {
  digest: 'Digest',
  brief: 'Weekly brief',
  dive: 'Deep dive',
  alert: 'Alert',
}

function kinds(only: EditionRow['kind'] | null): Html {
  return tabs('Which editions', [
    { href: '/editions', name: 'All', here: only === null },
    ...Object.entries(KINDS).map(([kind, name]) => ({
      href: `/editions?kind=${kind}`,
      name: `${name}s`,
      here: only === kind,
    })),
  ])
}

function editionLine(row: EditionRow, { held, told }: EditionsView): Html {
  const { id, kind, path, date } = row
  const { name, issue } = namesOf(row)
  // The date stands beside it and the month above: of `Thursday 14 May 2026` the weekday is left to say.
  const short = kind === 'digest' ? name.replace(/ \d.*$/, '') : name
  return html`<tr data-row><td class="fit num">${day(date).slice(0, -5)}</td><td><a href="${path}">${short}</a> <small>${issue ?? KINDS[kind]}</small>${held.has(id) ? html` <span class="flag">held back</span>` : ''}${told.has(id) ? html`<p class="gist">${told.get(id)}</p>` : ''}</td></tr>`
}

/** What waits for a person's word, each with the button that lets it out. */
function waiting({ token }: Frame, { editions, held }: EditionsView): Html | '' {
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
