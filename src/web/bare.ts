import { html } from 'hono/html'

type Html = ReturnType<typeof html>

/** A page for someone who is no reader of this house: a title, a few words, perhaps a button; no way further in. */
export function barePage(title: string, body: Html): Html {
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><title>${title} | Bellwether</title></head>
<body><main><h1>${title}</h1>${body}</main></body></html>`
}
