import { html, raw } from 'hono/html'

type Listed = { readonly id: string; readonly kind: string; readonly date: string; readonly title: string }

const STYLE = `:root{color-scheme:light dark}body{margin:0 auto;max-width:44rem;padding:1.5rem 1.1rem 4rem;font:1.06rem/1.6 Charter,Georgia,serif}
nav{display:flex;gap:1.2rem;font:.95rem system-ui,sans-serif}li{padding:.4rem 0}small{font-family:system-ui,sans-serif;opacity:.7}
input{font:inherit;width:100%;padding:.5rem .7rem;box-sizing:border-box}`

const NAMES: Readonly<Record<string, string>> = {
  digest: 'Daily digests',
  brief: 'Weekly briefs',
  dive: 'Deep dives',
  alert: 'Alerts',
}

function sitePage(title: string, body: ReturnType<typeof html>): string {
  return String(html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title>
<link rel="alternate" type="application/atom+xml" href="feeds/digest.atom" title="Daily digest"><link rel="alternate" type="application/atom+xml" href="feeds/brief.atom" title="Weekly brief">
<style>${raw(STYLE)}</style></head><body><nav><a href="index.html">Editions</a><a href="search.html">Search</a></nav><main><h1>${title}</h1>${body}</main></body></html>
`)
}

/** The list of everything on a static site, by kind, newest first. */
export function siteIndex(pages: readonly Listed[]): string {
  const groups = Object.entries(NAMES).map(([kind, name]) => {
    const rows = pages
      .filter((page) => page.kind === kind)
      .map(
        ({ id, title, date }) =>
          html`<li><a href="editions/${id}.html">${title}</a> <small>${date}</small></li>`,
      )
    return rows.length > 0 ? html`<h2>${name}</h2><ul>${rows}</ul>` : ''
  })
  return sitePage('Bellwether', html`${groups}`)
}

// Every word must stand in an edition; those with a word in their title come first. Titles are set as text, never as markup.
const SEARCH = `const box=document.querySelector('input'),list=document.querySelector('ul');let all=[];
fetch('search.json').then(r=>r.json()).then(a=>{all=a.map(e=>({...e,t:e.title.toLowerCase(),w:e.words.toLowerCase()}));look()});
function look(){const q=box.value.toLowerCase().split(/\\s+/).filter(Boolean);list.replaceChildren();if(!q.length)return;
all.filter(e=>q.every(w=>e.w.includes(w)||e.t.includes(w))).sort((a,b)=>q.some(w=>b.t.includes(w))-q.some(w=>a.t.includes(w))||(a.date<b.date?1:-1)).slice(0,50)
.forEach(e=>{const li=document.createElement('li'),a=document.createElement('a'),p=document.createElement('small');a.href='editions/'+e.id+'.html';a.textContent=e.title;
const at=Math.max(0,e.w.indexOf(q[0])-60);p.textContent=' '+e.date+' … '+e.words.slice(at,at+180)+' …';li.append(a,p);list.append(li)})}
box.addEventListener('input',look)`

/** A page that searches in the browser, over a file beside it. */
export function siteSearch(): string {
  return sitePage(
    'Search',
    html`<input type="search" aria-label="Words to look for" autofocus><noscript><p>Search needs JavaScript; all editions are on the first page.</p></noscript><ul></ul><script>${raw(SEARCH)}</script>`,
  )
}
