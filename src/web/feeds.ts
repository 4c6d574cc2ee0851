import { html } from 'hono/html'

/** The feeds of what is published, by the name of their file. */
const FEEDS: readonly (readonly [name: string, title: string])[] = [
  ['digest', 'Daily digest'],
  ['brief', 'Weekly brief'],
  ['dives', 'Deep dives'],
  ['alerts', 'Alerts'],
]

/** What a feed reader finds on a page; `base` is where `feeds/` lies. */
export const feedsFound = (base: string) =>
  FEEDS.map(
    ([name, title]) =>
      html`<link rel="alternate" type="application/atom+xml" href="${base}feeds/${name}.atom" title="${title}">`,
  )

/** The same as links, for people. */
export const feedLinks = (base: string) =>
  FEEDS.map(([name, title]) => html`<a href="${base}feeds/${name}.atom">${title}</a>`)
