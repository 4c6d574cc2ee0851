import { html } from 'hono/html'
import { entityPath, type NameLink, paperPath, type Run, type StoryRow, storyPath } from '#wire'
import { clock, counted, day, type Html, tierMark } from './page.ts'

/** A form around a list, so that every act in it is one button and one token. */
export function acting(token: string, back: string, inside: Html | Html[]): Html {
  return html`<form class="acting" method="post" action="/acts"><input type="hidden" name="token" value="${token}"><input type="hidden" name="back" value="${back}">${inside}</form>`
}

/** Names stand beside a story as far as they fit on its line. */
const MOST_NAMES = { count: 3, characters: 42 }

/** A story in a list, with its reasons folded in. */
export function storyItem(row: StoryRow): Html {
  const { id, title, url, gist, score, marks, names, lastSeenAt } = row
  const source = url
    ? html`<a href="${url}" rel="noopener nofollow" data-source>${row.sourceName}</a>`
    : row.sourceName
  return html`<li><article class="row${marks.read ? ' is-read' : ''}" data-row><div class="worth" title="Worth ${score} of 100">${Math.round(score)}</div>
<div><h3><a href="${storyPath(id)}">${title}</a></h3>${gist && !saysAgain(title, gist) ? html`<p class="gist">${beyond(title, gist)}</p>` : ''}
<div class="meta tools"><span>${tierMark(row.tier, row.topic)} ${source}${toldBy(row)}<span class="dot">${row.phase}</span><span class="dot">${shortTime(lastSeenAt)}</span>${row.paperId ? html`<span class="dot"><a href="${paperPath(row.paperId)}">paper<span class="hidden">: ${title}</span></a></span>` : ''}${names.length > 0 ? html`<span class="dot names">${nameLinks(fitting(names))}</span>` : ''}</span>
<details><summary>Why ${Math.round(score)}</summary>${reasonsTable(row)}</details><span class="acts">${storyActs(row)}</span></div></div></article></li>`
}

const letters = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')

/** Whether a sentence says no more than the title above it. */
export const saysAgain = (title: string, text: string): boolean => letters(title).startsWith(letters(text))

/** `Stop wasting electricity: A user ran …` below that title begins with what is new. */
function beyond(title: string, text: string): string {
  const repeats = text.toLowerCase().startsWith(title.toLowerCase())
  const rest = repeats ? text.slice(title.length).replace(/^\s*[:.–—-]+\s+/, '') : text
  return rest.length > 0 && rest.length + title.length < text.length ? rest : text
}

function fitting(names: readonly NameLink[]): NameLink[] {
  let characters = 0
  return names.slice(0, MOST_NAMES.count).filter(({ name }, at) => {
    characters += name.length + 2
    return at === 0 || characters <= MOST_NAMES.characters
  })
}

const shortTime = (instant: string): string => `${day(instant).slice(0, -5)}, ${clock(instant)}`

export function storyActs({ itemId, marks, title }: StoryRow): Html {
  const button = (verb: string, name: string, on: boolean) =>
    html`<button class="plain" name="do" value="${verb} ${itemId}" data-quiet="1" aria-pressed="${String(on)}"><span>${name}</span><span class="hidden">: ${title}</span></button>`
  return html`${button('read', 'Read', marks.read)}${button('star', 'Keep', marks.starred)}${button('more', 'More like this', marks.wish === 'more')}${button('less', 'Less', marks.wish === 'less')}`
}

function toldBy({ families, tellings, copies }: StoryRow): Html | '' {
  if (tellings < 2) return ''
  const who = families.length > 1 ? `${families.length} publishers` : counted(tellings, 'telling')
  const copied = copies > 0 ? `, ${counted(copies, 'copy', 'copies')}` : ''
  return html`<span class="dot"><span title="${families.join(', ')}">${who}${copied}</span></span>`
}

export function nameLinks(names: readonly NameLink[]): Html[] {
  return names.map(({ id, name }, at) => html`${at > 0 ? ', ' : ''}<a href="${entityPath(id)}">${name}</a>`)
}

/** Every reason of a score with its share; they add up to it. */
export function reasonsTable({ reasons, score }: Pick<StoryRow, 'reasons' | 'score'>): Html {
  const rows = reasons.map(
    ({ factor, share, because }) =>
      html`<tr><td class="n">${signed(share)}</td><th scope="row">${factor}</th><td>${because}</td></tr>`,
  )
  return html`<table class="reasons"><caption class="hidden">What the score consists of</caption><tbody>${rows}<tr><td class="n"><b>${score.toFixed(1)}</b></td><th scope="row">in all</th><td></td></tr></tbody></table>`
}

export const signed = (share: number): string => `${share < 0 ? '−' : '+'}${Math.abs(share).toFixed(1)}`

/** Text of which some is meant. */
export function runs(all: readonly Run[]): Html[] {
  return all.map(({ text, marked }) => (marked ? html`<mark>${text}</mark>` : html`${text}`))
}
