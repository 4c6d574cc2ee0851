import { html } from 'hono/html'
import { type NameLink, storyPath, type Thread, webAddress } from '#wire'
import { counted, day, type Frame, type Html, page } from './page.ts'
import { nameLinks } from './row.ts'

const STANDINGS: Readonly<Record<Thread['standing'], string>> = {
  proposed: 'proposed',
  recurrent: 'it recurred',
  stated: 'a source states it',
  reader: 'you said so',
}
const threadPath = (id: string): string => `/threads/${encodeURIComponent(id)}`

/** Lines that several stories continue over days or weeks, those that moved last first. */
export function threadsPage(frame: Frame, threads: readonly Thread[]): Html {
  const rows = threads.map(({ id, name, claim, members, openedAt, lastMovedAt, state, standing }) => {
    const newest = members.at(-1)
    const said = claim?.text ?? newest?.title
    return html`<tr data-row><td><a href="${threadPath(id)}"><b>${name}</b></a>${said ? html`<p class="gist">${said}</p>` : ''}</td><td class="n">${members.length}</td><td class="fit">${state}</td><td class="fit num">${day(lastMovedAt)}</td><td class="fit num">${day(openedAt)}</td><td class="fit soft">${STANDINGS[standing]}</td></tr>`
  })
  return page(frame, {
    title: 'Threads',
    intro:
      'Lines that several stories continue over days or weeks. One is proposed until it recurs, a source states it, or you say so.',
    body:
      rows.length > 0
        ? html`<div class="scroll" role="region" tabindex="0" aria-label="Threads"><table class="grid threads"><thead><tr><th scope="col">Thread</th><th scope="col" class="n">Stories</th><th scope="col">State</th><th scope="col">Last moved</th><th scope="col">Since</th><th scope="col">Held because</th></tr></thead><tbody>${rows}</tbody></table></div>`
        : html`<p class="empty">No thread yet: it takes stories that share rare names on several days.</p>`,
  })
}

/** One thread: its members in order of time, what happened to it, what would come next. */
export function threadPage(frame: Frame, thread: Thread, about: readonly NameLink[]): Html {
  const { id, name, claim, members, openedAt, lastMovedAt, state, standing, signals, next } = thread
  // Where all belong for one reason it is said once, above.
  const reason =
    members.length > 1 && new Set(members.map(({ because }) => because)).size === 1
      ? (members[0]?.because ?? null)
      : null
  const member = ({ storyId, title, url, at, sourceNames, because }: Thread['members'][number]) => {
    const address = webAddress(url)
    const link = storyId
      ? html`<a href="${storyPath(storyId)}">${title}</a>`
      : address
        ? html`<a href="${address}" rel="noopener nofollow">${title}</a>`
        : title
    return html`<tr data-row><td class="fit">${day(at)}</td><td>${link}${storyId ? '' : html` <small>known only from what a source says of it</small>`}</td><td class="by">${sourceNames.join(', ')}</td>${reason === null ? html`<td class="soft">${because}</td>` : ''}</tr>`
  }
  return page(frame, {
    title: name,
    intro: `${state.slice(0, 1).toUpperCase()}${state.slice(1)}: ${counted(members.length, 'story', 'stories')} from ${day(openedAt)} to ${day(lastMovedAt)}; ${STANDINGS[standing]}.${reason === null ? '' : ` Each belongs to it as ${reason}.`}`,
    body: html`${claim ? html`<p class="prose">${claim.text}</p>` : ''}<h2>Its stories</h2><div class="scroll" role="region" tabindex="0" aria-label="Its stories"><table class="grid"><thead><tr><th scope="col">When</th><th scope="col">What</th><th scope="col">Told by</th>${reason === null ? html`<th scope="col">Why it belongs</th>` : ''}</tr></thead><tbody>${members.map(member)}</tbody></table></div>${signals.length > 0 ? html`<h2>Signals</h2><ul class="plain-list">${signals.map(({ kind, at, because }) => html`<li><b>${kind.replaceAll('-', ' ')}</b> <small>${day(at)}</small> ${because}</li>`)}</ul>` : ''}${next.length > 0 ? html`<h2>What would come next</h2><ul>${next.map(({ text, due, itemId }) => html`<li><p>${text} <small>${due ? `due ${due}, ` : ''}<a href="/items/${encodeURIComponent(itemId)}">said here</a></small></p></li>`)}</ul>` : ''}`,
    aside: html`<div class="stays"><h2>Your word</h2><form method="post" action="${threadPath(id)}"><input type="hidden" name="token" value="${frame.token}"><p class="inline"><button name="do" value="confirm">It is one</button><button name="do" value="close">It is over</button><button name="do" value="drop">It is none</button></p><p class="field"><label for="name">Another name</label><input type="text" id="name" name="name" maxlength="120" value="${name}"></p><button name="do" value="name">Name it so</button></form>${about.length > 0 ? html`<h2>About</h2><p>${nameLinks(about)}</p>` : ''}<p><a href="/feeds/thread/${encodeURIComponent(id)}.atom">Follow it as a feed</a></p></div>`,
  })
}
