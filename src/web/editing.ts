import { html } from 'hono/html'
import type { EditionRow, LogRow, StoryView } from '#wire'
import { counted, day, type Frame, type Html, page, time } from './page.ts'

/** A form for a correction: the words as printed, and what they should have said. */
export function correctPage(
  frame: Frame,
  view: {
    readonly edition: EditionRow
    readonly was: string
    readonly now: string
    readonly fault: string | null
  },
): Html {
  const { edition, was, now, fault } = view
  return page(frame, {
    title: 'Correct an edition',
    intro: html`<a href="${edition.path}">${edition.title}</a> stays as it was printed. The correction is dated, stands on it wherever it is shown, and in the next edition.`,
    body: html`${fault ? html`<p class="note" role="alert">${fault}</p>` : ''}<form class="keep" method="post" action="/correct"><input type="hidden" name="token" value="${frame.token}"><input type="hidden" name="edition" value="${edition.id}"><p class="field"><label for="was">Words as they were printed</label><textarea id="was" name="was" rows="3" maxlength="2000">${was}</textarea></p><p class="field"><label for="now">What they should have said; leave it empty to take them back</label><textarea id="now" name="now" rows="3" maxlength="2000">${now}</textarea></p><button class="main">Correct it</button></form>`,
  })
}

/** Everything that people did, the newest first, each with a button that takes it back. */
export function actsPage(frame: Frame, rows: readonly LogRow[]): Html {
  const line = ({ id, at, what, about, inForce, undoable }: LogRow) =>
    html`<tr data-row><td>${what}${about ? html`<br>${about.path ? html`<a href="${about.path}">${about.title}</a>` : about.title}` : ''}</td><td class="fit num">${time(at)}</td><td class="fit">${inForce ? 'in force' : html`<span class="soft">undone</span>`}</td><td class="fit">${undoable ? html`<button class="plain" name="do" value="undo ${id}">${inForce ? 'Undo' : 'Do it again'}<span class="hidden">: ${what} ${about?.title ?? ''}</span></button>` : ''}</td></tr>`
  const table = html`<div class="scroll" role="region" tabindex="0" aria-label="What was done"><table class="grid"><thead><tr><th scope="col">What</th><th scope="col">When</th><th scope="col">Now</th><th scope="col"><span class="hidden">Undo</span></th></tr></thead><tbody>${rows.map(line)}</tbody></table></div>`
  return page(frame, {
    title: 'What was done',
    intro: `Acts of people are facts: they outrank judgments and outlive rebuilds.${rows.length > 0 ? ` ${counted(rows.length, 'act')}, the newest first.` : ''}`,
    body:
      rows.length > 0
        ? html`<form method="post" action="/acts"><input type="hidden" name="token" value="${frame.token}"><input type="hidden" name="back" value="/acts">${table}</form>`
        : html`<p class="empty">Nothing was done yet. The River and the stories have buttons: read, keep, more, less, merge, split.</p>`,
  })
}

/** Buttons that put a story on top of a day's edition or keep it out. */
export function pinButtons(
  itemId: string,
  { nextEdition: date, placed }: Pick<StoryView, 'nextEdition' | 'placed'>,
): Html {
  const button = (kind: 'pin' | 'drop', name: string) =>
    html`<button class="plain" name="do" value="${kind} ${itemId} ${date}" data-quiet="1" aria-pressed="${String(placed === kind)}">${name} for ${day(date).slice(0, -5)}</button>`
  return html`${button('pin', 'Pin')}${button('drop', 'Drop')}`
}
