import { html, raw } from 'hono/html'

type Html = ReturnType<typeof html>

const STYLE = `
:root { color-scheme: light dark; --ink: #1c1b19; --soft: #6a665f; --paper: #fbfaf7; --line: #e2ded6; --link: #14507a; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8e4dc; --soft: #a29c92; --paper: #161513; --line: #34312c; --link: #8fc3ea; } }
* { box-sizing: border-box }
body { margin: 0 auto; max-width: 46rem; padding: 1.5rem 1.1rem 4rem; background: var(--paper); color: var(--ink);
  font: 1.06rem/1.6 Charter, "Iowan Old Style", "Source Serif 4", Georgia, serif }
nav { display: flex; flex-wrap: wrap; gap: .4rem 1.2rem; align-items: baseline; border-bottom: 1px solid var(--line); padding-bottom: .8rem;
  font: .95rem/1.4 system-ui, sans-serif }
nav b { font: 600 1.2rem Charter, Georgia, serif; margin-right: auto }
a { color: var(--link); text-underline-offset: .15em }
h1 { font-size: 1.7rem; line-height: 1.2; margin: 2rem 0 1rem }
ul { list-style: none; padding: 0 } li { padding: .55rem 0; border-bottom: 1px solid var(--line) }
small, .soft { color: var(--soft); font-family: system-ui, sans-serif; font-size: .85rem }
form { display: flex; gap: .5rem; margin: 1rem 0 } input { flex: 1; min-width: 0 }
input, button { font: inherit; padding: .45rem .7rem; border: 1px solid var(--line); border-radius: .4rem; background: transparent; color: inherit }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px }`

/** A page of the house: works without JavaScript, light and dark, phone and desktop. */
export function page(title: string, body: Html | Html[]): Html {
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} | Bellwether</title><style>${raw(STYLE)}</style></head>
<body><nav aria-label="Main"><b>Bellwether</b><a href="/">Latest</a><a href="/editions">Editions</a><a href="/search">Search</a><a href="/sources">Sources</a></nav>
<main><h1>${title}</h1>${body}</main></body></html>`
}
