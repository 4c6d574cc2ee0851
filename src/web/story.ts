import { html } from 'hono/html'
import { type ItemView, paperPath, type StoryView, storyPath, type TellingRow } from '#wire'
import { pinButtons } from './editing.ts'
import { counted, day, type Frame, type Html, page, tierMark, time } from './page.ts'
import { acting, nameLinks, reasonsTable, runs, storyActs } from './row.ts'

const MOST_CLAIMS = 40

/** One story: what is said, by whom and when, with which numbers, and where they disagree. */
export function storyPage(frame: Frame, view: StoryView): Html {
  const { row } = view
  const intro = html`${tierMark(row.tier, row.topic)} ${row.phase}, told by ${counted(row.families.length, 'publisher')} in ${counted(row.tellings, 'telling')}${row.copies > 0 ? html`, ${counted(row.copies, 'copy', 'copies')} among them` : ''}; ${time(row.firstSeenAt)}${row.lastSeenAt === row.firstSeenAt ? '' : html` to ${time(row.lastSeenAt)}`}`
  const said = view.summary.map(
    ({ text, itemId, sourceName }) =>
      html`<p>${text} <small><a href="#${itemId}">${sourceName}</a></small></p>`,
  )
  return page(frame, {
    title: row.title,
    intro,
    body: html`${said.length > 0 ? html`<div class="prose">${said}</div>` : ''}
${acting(frame.token, storyPath(row.id), html`<div class="tools">${storyActs(row)}${pinButtons(row.itemId, view)}</div>`)}
${disagreements(view)}${claimsTable('Figures', view.claims, 'source')}${timeline(frame, view)}${forecasts(view)}`,
    aside: html`<div class="stays"><h2>Why ${Math.round(row.score)} of 100</h2><p class="soft">Standing ${view.standing.value.toFixed(0)}: ${view.standing.because}.</p>${reasonsTable(row)}${names(view)}${related('In our memory', view.earlier)}${mergeForm(frame, view)}</div>`,
  })
}

/** Figures of a story or a paper, each with who says it or, where one source speaks, with its sentence. */
export function claimsTable(
  title: string,
  claims: StoryView['claims'],
  last: 'source' | 'sentence',
): Html | '' {
  if (claims.length === 0) return ''
  const place = ({ itemId, sentence, sourceName }: StoryView['claims'][number]) =>
    last === 'source'
      ? html`<a href="#${itemId}" title="${sentence}">${sourceName}</a>`
      : html`<a href="/items/${encodeURIComponent(itemId)}" class="quiet">${sentence}</a>`
  const rows = claims
    .slice(0, MOST_CLAIMS)
    .map(
      (claim) =>
        html`<tr><td>${claim.subject ?? ''} <small>${claim.metric ?? ''}</small></td><td class="value"><b>${claim.value}</b></td><td>${[claim.baseline && `against ${claim.baseline}`, claim.condition].filter(Boolean).join('; ')}</td><td class="${last === 'sentence' ? 'words' : 'by'}">${place(claim)}</td></tr>`,
    )
  return html`<h2>${title}</h2><div class="scroll" role="region" tabindex="0" aria-label="${title}"><table class="grid figures"><thead><tr><th scope="col">Of what</th><th scope="col">Value</th><th scope="col">Against, where</th><th scope="col">${last === 'source' ? 'Says' : 'In its words'}</th></tr></thead><tbody>${rows}</tbody></table></div>${claims.length > MOST_CLAIMS ? html`<p class="soft">${counted(claims.length - MOST_CLAIMS, 'further figure')} in the sources.</p>` : ''}`
}

export function disagreements({ disagreements: all }: Pick<StoryView, 'disagreements'>): Html | '' {
  if (all.length === 0) return ''
  const one = (each: StoryView['disagreements'][number]) =>
    html`<h3>${each.subject}, ${each.metric}</h3><ul>${each.sides.map((side) => html`<li><b>${side.value}</b> <small>${side.sourceName}</small><blockquote>${side.sentence}</blockquote></li>`)}</ul>`
  return html`<h2>Where sources disagree</h2><p class="soft">No winner is picked.</p>${all.map(one)}`
}

function timeline(frame: Frame, { tellings, turns, row }: StoryView): Html {
  const adds = new Map(turns.map((turn) => [turn.itemId, turn.adds.join('; ')]))
  const split = (telling: TellingRow) =>
    tellings.length > 1
      ? html`<td class="fit"><button class="plain" name="do" value="split ${telling.itemId}">Not this story<span class="hidden">: ${telling.title}</span></button></td>`
      : ''
  const lines = tellings.map(
    (telling) =>
      html`<tr id="${telling.itemId}"><td><a href="/items/${encodeURIComponent(telling.itemId)}">${telling.title}</a>${adds.has(telling.itemId) ? html`<br><small>${adds.get(telling.itemId)}</small>` : ''}</td><td class="by">${telling.url ? html`<a href="${telling.url}" rel="noopener nofollow">${telling.sourceName}</a>` : telling.sourceName}${telling.copyOf ? html` <small>a copy</small>` : ''}</td><td class="fit num">${time(telling.seenAt)}</td><td class="fit">${telling.publishedAt ? day(telling.publishedAt) : html`<small>undated</small>`}</td>${split(telling)}</tr>`,
  )
  const table = html`<div class="scroll" role="region" tabindex="0" aria-label="Tellings"><table class="grid tellings"><thead><tr><th scope="col">Telling</th><th scope="col">Source</th><th scope="col">Seen</th><th scope="col">Dated by it</th>${tellings.length > 1 ? html`<th scope="col"><span class="hidden">Split</span></th>` : ''}</tr></thead><tbody>${lines}</tbody></table></div>`
  return html`<h2>Who told it, when</h2>${acting(frame.token, storyPath(row.id), table)}`
}

function forecasts({ forecasts: all }: StoryView): Html | '' {
  if (all.length === 0) return ''
  return html`<h2>What is foretold</h2><ul>${all.map(({ text, due, sourceName }) => html`<li><p>${text} <small>${sourceName}${due ? `, due ${due}` : ''}</small></p></li>`)}</ul>`
}

function names({ row }: StoryView): Html {
  const paper = row.paperId
    ? html`<h2>Paper</h2><p><a href="${paperPath(row.paperId)}">What it claims, and what belongs to it</a></p>`
    : ''
  return html`${paper}${row.names.length === 0 ? '' : html`<h2>About</h2><p>${nameLinks(row.names)}</p>`}`
}

/** Stories of our memory that share rare names. */
export function related(title: string, stories: StoryView['earlier']): Html | '' {
  if (stories.length === 0) return ''
  const lines = stories.map(
    ({ id, title: name, date, shared }) =>
      html`<li><p><a href="${storyPath(id)}">${name}</a> <small>${day(date)}${shared.length > 0 ? html`, shares ${shared.join(', ')}` : ''}</small></p></li>`,
  )
  return html`<h2>${title}</h2><ul>${lines}</ul>`
}

function mergeForm({ token }: Frame, { row, mergeable }: StoryView): Html | '' {
  if (mergeable.length === 0) return ''
  return html`<h2>Merge</h2><form class="acting" method="post" action="/acts"><input type="hidden" name="token" value="${token}"><input type="hidden" name="back" value="${storyPath(row.id)}">
<p class="field"><label for="merge">The same happening is told as</label><select id="merge" name="do">${mergeable.map(({ itemId, title }) => html`<option value="merge ${row.itemId} ${itemId}">${title}</option>`)}</select></p><button>Make them one story</button></form>`
}

/** One item with the text that a source gave. */
export function itemPage(frame: Frame, { row, storyId, text }: ItemView): Html {
  const from = html`${row.sourceName}, ${row.publishedAt ? day(row.publishedAt) : 'undated'}; seen ${time(row.seenAt)}${row.authors.length > 0 ? html`; by ${row.authors.slice(0, 8).join(', ')}${row.authors.length > 8 ? ' and others' : ''}` : ''}`
  return page(frame, {
    title: row.title || 'Untitled',
    intro: from,
    body: html`<p>${row.url ? html`<a href="${row.url}" rel="noopener nofollow">Read it at its source</a>` : 'Its source gave no address.'}${storyId ? html` · <a href="${storyPath(storyId)}">The story it tells</a>` : ''}</p>
<div class="prose"><blockquote>${runs(text)}</blockquote></div>`,
  })
}
