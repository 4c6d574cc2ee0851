import { html } from 'hono/html'
import type { SourceRow } from '#wire'
import { counted, day, type Frame, type Html, page } from './page.ts'

/** The sources: who is read, how each is doing, and what is missing. */
export function sourcesPage(frame: Frame, sources: readonly SourceRow[]): Html {
  if (sources.length === 0)
    return page(frame, {
      title: 'Sources',
      body: html`<p class="empty">No sources yet. Name some in bellwether.yaml, or read files with <code>bellwether import</code>.</p>`,
    })
  const gaps = sources.filter(({ gap, well }) => gap !== null || !well)
  const rows = [...sources]
    .sort((a, b) => troubled(b) - troubled(a) || b.items - a.items)
    .map(
      (source) =>
        html`<tr data-row id="${source.id}"><td><a href="/search?q=${encodeURIComponent(`source:${source.id}`)}">${source.name}</a>${source.well ? (source.gap === null ? '' : html` <span class="flag">Missing</span>`) : html` <span class="flag">Failing</span>`}<small class="address" title="${source.address}">${source.address}</small></td><td class="health">${source.state}</td><td class="n">${source.items.toLocaleString('en-GB')}</td><td class="fit">${source.newest ? day(source.newest) : html`<span class="soft">nothing</span>`}</td><td class="fit">${source.family}</td><td class="n">${source.weight}</td></tr>`,
    )
  return page(frame, {
    title: 'Sources',
    intro: `${counted(sources.length, 'source')}, ${counted(gaps.length, 'gap')}. An edition names what was missing on its day.`,
    body: html`${gaps.length > 0 ? html`<div class="note"><p><b>What is missing</b></p><ul>${gaps.map(({ name, gap, state }) => html`<li>${name}: ${gap ?? state}</li>`)}</ul></div>` : ''}<div class="scroll" role="region" tabindex="0" aria-label="Sources"><table class="grid"><thead><tr><th scope="col">Source</th><th scope="col">Health</th><th scope="col" class="n">Items in 7 days</th><th scope="col">Newest</th><th scope="col">Publisher</th><th scope="col" class="n">Weight</th></tr></thead><tbody>${rows}</tbody></table></div>`,
  })
}

/** Those that are in trouble come first: failing, then late or silent. */
const troubled = ({ well, gap }: SourceRow): number => (well ? (gap === null ? 0 : 1) : 2)

/** The settings in force, read-only: they are a file, which is where to change them. */
export function settingsPage(
  frame: Frame,
  view: {
    readonly rows: readonly { readonly name: string; readonly value: string; readonly what: string }[]
    readonly facts: readonly (readonly [string, string])[]
  },
): Html {
  return page(frame, {
    title: 'Settings',
    intro: html`What is in force. To change something edit <code>bellwether.yaml</code> and start again; <code>bellwether config --schema</code> gives the schema to an editor.`,
    body: html`<dl class="facts">${view.facts.map(([name, value]) => html`<dt>${name}</dt><dd class="num">${value}</dd>`)}</dl><h2>Every setting</h2><dl class="settings">${view.rows.map(({ name, value, what }) => html`<div><dt><code>${name}</code></dt><dd>${value}${what ? html`<br><small>${what}</small>` : ''}</dd></div>`)}</dl>`,
  })
}

export type LabPart = {
  readonly room: string
  readonly what: string
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
  readonly empty: string
}

/** The mark of a column that holds nothing but numbers. */
function numbers(rows: readonly (readonly string[])[], at: number): Html | '' {
  return rows.every((row) => /^-?[\d.]+$/.test(row[at] ?? '')) ? html` class="n"` : ''
}

/** A text, and what each room makes of it. */
export function labPage(
  frame: Frame,
  view: { readonly text: string; readonly parts: readonly LabPart[]; readonly fault: string | null },
): Html {
  const parts = view.parts.map(
    ({ room, what, head, rows, empty }) =>
      html`<h2>${room}</h2><p class="soft">${what}</p>${rows.length > 0 ? html`<div class="scroll" role="region" tabindex="0" aria-label="${room}"><table class="grid"><thead><tr>${head.map((cell, at) => html`<th scope="col"${numbers(rows, at)}>${cell}</th>`)}</tr></thead><tbody>${rows.map((row) => html`<tr>${row.map((cell, at) => html`<td${numbers(rows, at)}>${cell.replace(/^-(?=\d)/, '−')}</td>`)}</tr>`)}</tbody></table></div>` : html`<p class="empty">${empty}</p>`}`,
  )
  return page(frame, {
    title: 'Lab',
    intro: 'Paste a text and see what each room of the house makes of it. Nothing is kept.',
    body: html`${view.fault ? html`<p class="note" role="alert">${view.fault}</p>` : ''}<form method="post" action="/lab"><input type="hidden" name="token" value="${frame.token}"><p class="field"><label for="text">The text</label><textarea id="text" name="text" rows="9" maxlength="50000">${view.text}</textarea></p><button class="main">Look at it</button></form>${parts}`,
  })
}
