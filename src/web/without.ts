import { html } from 'hono/html'
import type { EditionRow, Sentence } from '#wire'
import { counted, type Frame, type Html, page } from './page.ts'

/** An edition with one source switched off: what falls, what stands on less, what stays. */
export function withoutPage(
  frame: Frame,
  {
    edition,
    sources,
    off,
  }: {
    readonly edition: EditionRow
    readonly sources: readonly { readonly sourceName: string; readonly sentences: number }[]
    readonly off: {
      readonly sourceName: string
      readonly fallen: readonly Sentence[]
      readonly weaker: readonly Sentence[]
      readonly untouched: number
    } | null
  },
): Html {
  const path = (name: string) =>
    `/without?edition=${encodeURIComponent(edition.id)}&source=${encodeURIComponent(name)}`
  const list = sources.map(
    ({ sourceName, sentences }) =>
      html`<tr><td><a href="${path(sourceName)}"${off?.sourceName === sourceName ? html` aria-current="true"` : ''}>${sourceName}</a></td><td class="n">${sentences}</td></tr>`,
  )
  const table = html`<table class="grid narrow"><thead><tr><th scope="col">Source</th><th scope="col" class="n">Sentences</th></tr></thead><tbody>${list}</tbody></table>`
  const lines = (title: string, all: readonly Sentence[], none: string) =>
    html`<h2>${title}</h2>${all.length > 0 ? html`<ul class="prose">${all.map(({ text }) => html`<li>${text}</li>`)}</ul>` : html`<p class="empty">${none}</p>`}`
  const body = off
    ? html`<p>Without <b>${off.sourceName}</b> ${counted(off.fallen.length, 'sentence')} would fall, ${counted(off.weaker.length, 'sentence')} would stand on less, and ${counted(off.untouched, 'sentence')} would stay as they are.</p>${lines('Would fall', off.fallen, 'Nothing: others hold every sentence too.')}${lines('Would stand on less', off.weaker, 'None.')}`
    : table
  return page(frame, {
    title: 'Switch a source off',
    intro: html`What of <a href="${edition.path}">${edition.title}</a> stands on whom: choose one, and see what falls away.`,
    body,
    ...(off ? { aside: html`<div class="stays">${table}</div>` } : {}),
  })
}
