import { html } from 'hono/html'
import { ICON, SCRIPT, SERIF, STYLE, TOUCH_ICON } from './assets.ts'
import { feedsFound } from './feeds.ts'

export type Html = ReturnType<typeof html>

/** What every page is given: where it is, and what an act must bring along. */
export type Frame = {
  /** The path asked for; it marks the place in the navigation. */
  readonly path: string
  /** Shows that a form came from a page of this house; empty for a copy that a browser keeps, which has no forms. */
  readonly token: string
  /** The instant that the house takes for now, when its clock stands still; null when it runs. */
  readonly asOf: string | null
}

export type Content = {
  readonly title: string
  /** What kind of thing it is, in a few words above the title. */
  readonly kicker?: string
  /** One or two sentences below the title. */
  readonly intro?: Html | string
  readonly body: Html | Html[]
  /** What stands beside the body on a wide screen. */
  readonly aside?: Html
  /** What a browser keeps as the page's title, where the heading would not say enough. */
  readonly name?: string
}

type Place = readonly [path: string, name: string, key: string]
const PLACES: readonly (readonly [group: string, places: readonly Place[]])[] = [
  [
    'Read',
    [
      ['/', 'Today', 't'],
      ['/river', 'River', 'r'],
      ['/editions', 'Editions', 'e'],
    ],
  ],
  [
    'Follow',
    [
      ['/movers', 'Movers', 'm'],
      ['/trends', 'Trends', 'n'],
      ['/atlas', 'Atlas', 'a'],
      ['/threads', 'Threads', 'h'],
      ['/predictions', 'Predictions', 'd'],
      ['/wiki', 'Wiki', 'w'],
    ],
  ],
  [
    'Find',
    [
      ['/search', 'Search', 'f'],
      ['/ask', 'Ask', 'k'],
    ],
  ],
  [
    'The house',
    [
      ['/sources', 'Sources', 's'],
      ['/alerts', 'Alerts', 'l'],
      ['/profile', 'Profile', 'p'],
      ['/lab', 'Lab', 'b'],
      ['/settings', 'Settings', 'x'],
    ],
  ],
]

type Key = readonly [key: string, what: string]
const KEYS: readonly (readonly [group: string, keys: readonly Key[]])[] = [
  [
    'In a list of stories',
    [
      ['j', 'next story'],
      ['k', 'story before'],
      ['o', 'open it'],
      ['v', 'open its source'],
      ['s', 'show evidence or reasons'],
      ['m', 'mark as read'],
      ['f', 'more like this'],
    ],
  ],
  [
    'Everywhere',
    [
      ['/', 'search'],
      ['?', 'these keys'],
      ['Esc', 'close'],
    ],
  ],
]

/** A whole page: frame, navigation, heading, body. It needs no script. */
export function page(frame: Frame, { title, kicker, intro, body, aside, name }: Content): Html {
  const heading = html`<div class="top">${kicker ? html`<p class="kicker">${kicker}</p>` : ''}<h1>${title}</h1>${intro ? html`<p>${intro}</p>` : ''}</div>`
  const inside = aside
    ? html`<div class="with-aside"><div>${heading}${body}</div><aside aria-label="Beside">${aside}</aside></div>`
    : html`${heading}${body}`
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${name ?? title} | Bellwether</title><link rel="stylesheet" href="${STYLE.path}"><link rel="preload" href="${SERIF.path}" as="font" type="font/woff2" crossorigin><link rel="icon" href="${ICON.path}" type="image/svg+xml"><link rel="apple-touch-icon" href="${TOUCH_ICON.path}">
<link rel="manifest" href="/manifest.webmanifest">${feedsFound('/')}<meta name="color-scheme" content="light dark"><meta name="theme-color" content="#fcfbf8" media="(prefers-color-scheme: light)"><meta name="theme-color" content="#151412" media="(prefers-color-scheme: dark)"><script type="module" src="${SCRIPT.path}"></script></head>
<body><a class="skip" href="#main">Skip to the content</a><div class="house">
<header class="bar"><a class="mark" href="/">Bellwether</a><form role="search" aria-label="Search the house" action="/search"><input type="search" name="q" aria-label="Search" placeholder="Search" autocomplete="off"></form></header>
<div class="rail"><nav aria-label="Main">${PLACES.map(([group, places]) => navGroup(frame.path, group, places))}</nav></div>
<main id="main" tabindex="-1">${inside}</main>
<footer class="foot">${frame.asOf ? html`The clock of this house stands at ${day(frame.asOf)}, ${clock(frame.asOf)} UTC. ` : ''}Times are UTC. <a href="/keys" data-opens-keys>Keys</a> <a href="/acts">What was done</a> <a href="/api/openapi.json">API</a></footer>
</div>${keysDialog()}</body></html>`
}

function navGroup(path: string, group: string, places: readonly Place[]): Html {
  const links = places.map(
    ([href, name]) =>
      html`<li><a href="${href}"${isAt(path, href) ? html` aria-current="page"` : ''}>${name}</a></li>`,
  )
  return html`<b>${group}</b><ul>${links}</ul>`
}

const isAt = (path: string, href: string): boolean =>
  href === '/' ? path === '/' || path === '/why' : path === href || path.startsWith(`${href}/`)

function keysDialog(): Html {
  return html`<dialog id="keys" aria-labelledby="keys-title"><h2 id="keys-title">Keys</h2>${keysList('h3')}<button type="button">Close</button></dialog>`
}

/** Every key, as the overlay and the page for it show them. */
function keysList(level: 'h2' | 'h3'): Html {
  const heading = (text: string) => (level === 'h2' ? html`<h2>${text}</h2>` : html`<h3>${text}</h3>`)
  const groups = KEYS.map(
    ([group, keys]) =>
      html`${heading(group)}<ul>${keys.map(([key, what]) => html`<li><kbd>${key}</kbd> ${what}</li>`)}</ul>`,
  )
  const places = PLACES.flatMap(([, list]) => list).map(
    ([, name, key]) => html`<li><kbd>g</kbd> <kbd>${key}</kbd> ${name}</li>`,
  )
  return html`<div class="keys"><div>${groups}</div><div>${heading('Go to: g, then a letter')}<ul class="places">${places}</ul></div></div>`
}

export function keysPage(frame: Frame): Html {
  return page(frame, {
    title: 'Keys',
    intro: 'Nothing needs a mouse, and nothing needs these keys.',
    body: keysList('h2'),
  })
}

/** While something is counted for the first time over a large store. */
export function countingPage(frame: Frame, title: string): Html {
  return page(frame, {
    title,
    body: html`<p class="empty">This is being counted for the first time since the house opened, over everything that it has read. The page asks again by itself; everything else goes on meanwhile.</p>`,
  })
}

/** A page that says what went wrong and what to do. */
export function faultPage(frame: Frame, title: string, what: string, todo: string): Html {
  const ways = [
    ['/', 'Today'],
    ['/river', 'River'],
    ['/editions', 'Editions'],
    ['/threads', 'Threads'],
    ['/search', 'Search'],
  ].map(([path, name]) => html`<li><a href="${path}">${name}</a></li>`)
  return page(frame, {
    title,
    body: html`<p>${what}</p><p>${todo}</p><ul class="inline" aria-label="Ways on">${ways}</ul>`,
  })
}

/** A form whose page is too old to act: nothing was done, nothing is lost, and one more press does it. */
export function stalePage(
  frame: Frame,
  { why, fields }: { readonly why: string; readonly fields: readonly (readonly [string, string])[] },
): Html {
  const typed = fields.filter(([name, value]) => !UNTYPED.has(name) && value.trim() !== '')
  return page(frame, {
    title: 'This form is stale',
    body: html`<p>${why} Nothing was done, and nothing is lost.</p><form method="post" action="${frame.path}"><input type="hidden" name="token" value="${frame.token}">${fields.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}<p><button class="main">Do it now</button></p></form>${typed.length > 0 ? html`<h2>What you typed</h2><dl class="facts">${typed.map(([name, value]) => html`<dt>${name}</dt><dd class="typed">${value}</dd>`)}</dl>` : ''}`,
  })
}

/** Fields that a form fills in itself. */
const UNTYPED = new Set(['do', 'back', 'id', 'edition'])

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** `14 May 2026` of an instant or a date; a partial date stays as it is. */
export function day(date: string): string {
  const [, year, month, dayOfMonth] = /^(\d{4})-(\d{2})-(\d{2})/.exec(date) ?? []
  return year && month && dayOfMonth ? `${Number(dayOfMonth)} ${MONTHS[Number(month) - 1]} ${year}` : date
}

/** `18:05` of an instant. */
export const clock = (instant: string): string => instant.slice(11, 16)

/** An instant as a person reads it, with the machine's form beside it. */
export function time(instant: string): Html {
  return html`<time datetime="${instant}">${day(instant)}, ${clock(instant)}</time>`
}

/** `1 story`, `3 stories`. */
export const counted = (n: number, one: string, many = `${one}s`): string =>
  `${n.toLocaleString('en-GB')} ${n === 1 ? one : many}`

/** The tier as a mark; frame and weight help the eye, the words say it. */
export function tierMark(tier: number | null, topic: string | null): Html | '' {
  if (tier === null) return ''
  return html`<span class="tier t${tier}"${topic ? html` title="${topic}"` : ''}>Tier ${tier}${topic ? ` · ${shortTopic(topic)}` : ''}</span>`
}

/** A topic by its first name, without what its brackets spell out: `compression` of `compression / pruning (…)`. */
const shortTopic = (topic: string): string =>
  topic.replace(/\s*\([^)]*\)\s*$/, '').split(/\s+\/\s+/)[0] ?? topic

/** Links that choose between views of one page. */
export function tabs(
  label: string,
  /** A gap stands between choices of different things. */
  choices: readonly ({ readonly href: string; readonly name: string; readonly here: boolean } | 'gap')[],
): Html {
  return html`<nav class="tabs" aria-label="${label}">${choices.map((choice) =>
    choice === 'gap'
      ? html`<span class="gap"></span>`
      : html`<a href="${choice.href}"${choice.here ? html` aria-current="true"` : ''}>${choice.name}</a>`,
  )}</nav>`
}
