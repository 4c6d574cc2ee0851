import { html, raw } from 'hono/html'
import { type EditionRow, namesOf } from '#wire'
import { feedLinks, feedsFound } from './feeds.ts'
import { day } from './page.ts'

type Listed = Pick<EditionRow, 'id' | 'kind' | 'date' | 'title'>

const STYLE = `:root{color-scheme:light dark;--paper:#fcfbf8;--ink:#1d1b18;--soft:#625d56;--line:#e3ded4;--accent:#8a3b12}
@media(prefers-color-scheme:dark){:root{--paper:#151412;--ink:#e9e5dc;--soft:#aaa398;--line:#35322c;--accent:#eda878}}
*{box-sizing:border-box}body{margin:0 auto;max-width:44rem;padding:1.6rem 1.1rem 4rem;background:var(--paper);color:var(--ink);font:1.06rem/1.5 Charter,"Iowan Old Style",Georgia,serif}
nav,footer,small,time{font-family:system-ui,sans-serif;font-size:.86rem;color:var(--soft)}nav,footer{display:flex;flex-wrap:wrap;gap:.4rem 1.2rem}
a{color:inherit;text-decoration-color:var(--accent);text-underline-offset:.18em}a:hover,a:focus-visible{color:var(--accent)}:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
h1{font-size:2rem;line-height:1.2;letter-spacing:-.012em;margin:1.2rem 0 .4rem}h2{font-size:1.3rem;margin:2.4rem 0 .4rem;padding-bottom:.3rem;border-bottom:1px solid var(--line)}
ul{list-style:none;margin:0;padding:0}main li{display:grid;grid-template-columns:7.2rem minmax(0,1fr);gap:0 .8rem;padding:.45rem 0;border-bottom:1px solid var(--line);align-items:baseline}
main ul>li>small{grid-column:2}time{font-variant-numeric:tabular-nums}.newest{font-size:1.35rem;line-height:1.3;border-top:2px solid var(--accent);padding-top:.7rem}.newest time{display:block}
input{font:inherit;color:inherit;background:var(--paper);border:1px solid var(--soft);border-radius:.3rem;width:100%;padding:.5rem .7rem;margin:.6rem 0}
footer{margin-top:3rem;border-top:1px solid var(--line);padding-top:.9rem}@media(max-width:34rem){main li{grid-template-columns:1fr}main ul>li>small{grid-column:1}}`

const NAMES: Readonly<Record<string, string>> = {
  digest: 'Daily digests',
  brief: 'Weekly briefs',
  dive: 'Deep dives',
  alert: 'Alerts',
}

function sitePage(title: string, body: ReturnType<typeof html>): string {
  return String(html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title><link rel="icon" href="data:,">
${feedsFound('')}
<style>${raw(STYLE)}</style></head><body><nav aria-label="Site"><a href="index.html">Editions</a><a href="search.html">Search</a></nav><main><h1>${title}</h1>${body}</main>
<footer>Feeds: ${feedLinks('')}</footer></body></html>
`)
}

/** The newest edition, then everything on a static site, by kind, newest first. */
export function siteIndex(pages: readonly Listed[]): string {
  const [newest] = pages
  const line = (one: Listed) => {
    const { name, issue } = namesOf(one)
    return html`<li><time datetime="${one.date}">${day(one.date)}</time><span><a href="editions/${one.id}.html">${name}</a>${issue && one.kind === 'dive' ? html` <small>${issue}</small>` : ''}</span></li>`
  }
  const groups = Object.entries(NAMES).map(([kind, name]) => {
    const rows = pages.filter((page) => page.kind === kind).map(line)
    return rows.length > 0 ? html`<section id="${kind}"><h2>${name}</h2><ul>${rows}</ul></section>` : ''
  })
  const first = newest
    ? html`<p class="newest"><time datetime="${newest.date}">Newest, ${day(newest.date)}</time><a href="editions/${newest.id}.html">${namesOf(newest).name}</a></p>`
    : html`<p>Nothing was published yet.</p>`
  return sitePage('Bellwether', html`${first}${groups}`)
}

/** A frozen edition as a static host needs it: links to lists of the house lead to those of the site, and back. */
export function siteEdition(frozen: string): string {
  const home = '<p><a href="../index.html">All editions</a> · <a href="../search.html">Search</a></p>'
  return frozen
    .replace(
      /href="\/(?:editions(?:\?kind=(\w+))?)?"/g,
      (_, kind?: string) => `href="../index.html${kind ? `#${kind}` : ''}"`,
    )
    .replace('</footer>\n</div>\n</body>', `${home}\n</footer>\n</div>\n</body>`)
}

// Every word must stand in an edition; those with a word in their title come first. Titles are set as text, never as markup.
const SEARCH = `const box=document.querySelector('input'),list=document.querySelector('main ul');let all=[];
fetch('search.json').then(r=>r.json()).then(a=>{all=a.map(e=>({...e,t:e.title.toLowerCase(),w:e.words.toLowerCase()}));look()});
function look(){const q=box.value.toLowerCase().split(/\\s+/).filter(Boolean);list.replaceChildren();if(!q.length)return;
all.filter(e=>q.every(w=>e.w.includes(w)||e.t.includes(w))).sort((a,b)=>q.some(w=>b.t.includes(w))-q.some(w=>a.t.includes(w))||(a.date<b.date?1:-1)).slice(0,50)
.forEach(e=>{const li=document.createElement('li'),a=document.createElement('a'),d=document.createElement('time'),p=document.createElement('small');d.textContent=e.date;a.href='editions/'+e.id+'.html';a.textContent=e.title;
const at=Math.max(0,e.w.indexOf(q[0])-60);p.textContent='… '+e.words.slice(at,at+180)+' …';li.append(d,a,p);list.append(li)})}
box.addEventListener('input',look)`

/** A page that searches in the browser, over a file beside it. */
export function siteSearch(): string {
  return sitePage(
    'Search',
    html`<input type="search" aria-label="Words to look for" autofocus><noscript><p>Search needs JavaScript; all editions are on the first page.</p></noscript><ul></ul><script>${raw(SEARCH)}</script>`,
  )
}
