import { html } from 'hono/html'
import { type EntityView, entityPath, type MoverRow } from '#wire'
import { columns, spark } from './chart.ts'
import { counted, day, type Frame, type Html, page } from './page.ts'
import { acting, storyItem } from './row.ts'

/** What is known of a company, model, person, topic. */
export function entityPage(frame: Frame, view: EntityView): Html {
  const { name, type, gloss, weeks, until } = view
  const total = weeks.reduce((sum, count) => sum + count, 0)
  return page(frame, {
    title: name,
    intro: html`${gloss ? `${gloss[0]?.toUpperCase()}${gloss.slice(1)}. ` : ''}${counted(total, 'story', 'stories')} in the ${weeks.length} weeks to ${day(until)}.`,
    body: html`${total > 0 ? columns({ label: `Stories a week that name ${name}`, values: weeks, until }) : ''}
<h2>Stories</h2>${view.stories.length > 0 ? acting(frame.token, entityPath(view.id), html`<ol class="rows">${view.stories.map(storyItem)}</ol>`) : html`<p class="empty">No story names it yet.</p>`}${claims(view)}`,
    aside: html`<div class="stays"><dl class="facts"><dt>Kind</dt><dd>${type}</dd>${view.parent ? html`<dt>Part of</dt><dd><a href="${entityPath(view.parent.id)}">${view.parent.name}</a></dd>` : ''}${view.aliases.length > 0 ? html`<dt>Also</dt><dd>${view.aliases.join(', ')}</dd>` : ''}${view.handles.length > 0 ? html`<dt>Accounts</dt><dd>${view.handles.map((handle, at) => html`${at > 0 ? ', ' : ''}${account(handle)}`)}</dd>` : ''}</dl>
${view.known ? '' : html`<p class="note">Found by its form and not in the registry: it may be several things, or another name of one that is known.</p>`}${view.known ? html`<p><a href="/feeds/entity/${encodeURIComponent(view.id)}.atom">Follow it as a feed</a></p>` : ''}${beside(view)}</div>`,
  })
}

const HOMES: Readonly<Record<string, readonly [name: string, home: string]>> = {
  x: ['X', 'https://x.com/'],
  github: ['GitHub', 'https://github.com/'],
  huggingface: ['Hugging Face', 'https://huggingface.co/'],
  youtube: ['YouTube', 'https://www.youtube.com/@'],
  reddit: ['Reddit', 'https://www.reddit.com/user/'],
}

/** `x:OpenAI` as a person reads it. */
function account(handle: string): Html {
  const [, place = '', name = ''] = /^(\w+):([\w./-]+)$/.exec(handle) ?? []
  const home = HOMES[place]
  return home
    ? html`<a href="${home[1]}${name}" rel="noopener nofollow">${name}</a> (${home[0]})`
    : html`${handle}`
}

function beside({ beside: names }: EntityView): Html | '' {
  if (names.length === 0) return ''
  return html`<h2>Named beside</h2><table class="grid"><caption class="hidden">Names in the same stories</caption><tbody>${names.map(({ id, name, stories }) => html`<tr><td><a href="${entityPath(id)}">${name}</a></td><td class="n">${stories}</td></tr>`)}</tbody></table>`
}

function claims({ claims: all }: EntityView): Html | '' {
  if (all.length === 0) return ''
  return html`<h2>Figures about it</h2><div class="scroll" role="region" tabindex="0" aria-label="Figures about it"><table class="grid"><thead><tr><th scope="col">Measure</th><th scope="col">Value</th><th scope="col">Against, where</th><th scope="col">Says</th></tr></thead><tbody>${all.map(
    (claim) =>
      html`<tr><td>${claim.metric ?? ''}</td><td class="value"><b>${claim.value}</b></td><td>${[claim.baseline && `against ${claim.baseline}`, claim.condition].filter(Boolean).join('; ')}</td><td class="by"><a href="/items/${encodeURIComponent(claim.itemId)}">${claim.sourceName}</a></td></tr>`,
  )}</tbody></table></div>`
}

/** Whose week differs from their own history, with the counts and the test. */
export function moversPage(frame: Frame, movers: readonly MoverRow[], until: string): Html {
  const intro = html`Whose week to ${day(until)} differs from their own weeks before, counted in stories.`
  const test = html`<p class="soft">A name stands here when a count so far from its own weeks would come by chance so rarely that at most one in ten of those named is expected to be here for nothing: a negative binomial over its history, Benjamini-Hochberg at 0.1.</p>`
  const rows = movers.map(
    (mover) =>
      html`<tr data-row><td><a href="${mover.path}">${mover.name}</a> <small>${mover.type}</small></td><td>${spark(mover.history)}</td><td class="n"><span class="soft">${WORDS[mover.direction]}</span> <b>${mover.now}</b></td><td class="n">${mover.before}</td><td class="n">${mover.usual.toFixed(1)}</td><td class="n">${chance(mover.chance)}</td></tr>`,
  )
  const body =
    movers.length > 0
      ? html`<div class="scroll" role="region" tabindex="0" aria-label="Movers"><table class="grid middle"><thead><tr><th scope="col">Name</th><th scope="col">Weeks</th><th scope="col" class="n">This week</th><th scope="col" class="n">Last week</th><th scope="col" class="n">Usual</th><th scope="col" class="n">By chance</th></tr></thead><tbody>${rows}</tbody></table></div>${test}`
      : html`<p class="empty">Nobody's week differs from their own weeks before by more than chance gives. It takes three weeks of history; the <a href="/river">River</a> has what came in meanwhile.</p>`
  return page(frame, { title: 'Movers', intro, body })
}

const WORDS = { up: '▲ up', down: '▼ down', new: '● new' } as const
const chance = (p: number): string => (p < 0.0001 ? '< 0.0001' : p.toPrecision(2))
