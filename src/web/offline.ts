import { html } from 'hono/html'
import { type Frame, type Html, page } from './page.ts'

/** What a browser shows where the house cannot be reached; its worker fills in what is kept, and from when. */
export function offlinePage(frame: Frame): Html {
  return page(frame, {
    title: 'The house cannot be reached',
    body: html`<div class="prose"><p>Either this device is offline, or the house is not running: <code>bellwether serve</code> starts it. What you did not finish was not sent.</p></div>
<div id="kept"><p>What a browser keeps of the last editions is listed here when it is needed.</p></div>
<p><a href="/">Try again</a></p>`,
  })
}
