import type { Edition, Evidence } from '#domain'
import { evidenceTitle, footerLines } from './footer.ts'
import { sectionHtml } from './html-blocks.ts'
import { placesOf } from './html-places.ts'
import { escaped, linked, prose } from './html-text.ts'
import { readingLine } from './minute.ts'
import { STYLE } from './style.ts'

/**
 * The edition as one page that needs nothing else: styles inside, no script, no request to anywhere. Everything from
 * sources is escaped, only http(s) addresses become links. The same edition gives the same bytes.
 */
export function toHtml(edition: Edition): string {
  const places = placesOf(edition)
  const reading = readingLine(edition)
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="referrer" content="no-referrer">
<title>${escaped(edition.title)}</title>
<style>${STYLE}
</style>
</head>
<body>
<a class="skip" href="#lede">Skip to the ${edition.kind}</a>
<div class="page">
<nav aria-label="Contents"><ol>
${[...edition.sections.map(({ kind, title }) => [kind, title] as const), ['evidence', evidenceTitle(edition)] as const].map(([id, title]) => `<li><a href="#${id}">${escaped(title)}</a></li>`).join('\n')}
</ol></nav>
<header>
<h1>${heading(edition)}</h1>
<p class="lede" id="lede">${prose(edition.lede)}</p>
${reading === null ? '' : `<p class="reading">${escaped(reading)}</p>\n`}</header>
<main>
${edition.sections.map((section) => sectionHtml(section, places)).join('\n')}
<section id="evidence" aria-labelledby="h-evidence"><h2 id="h-evidence">${evidenceTitle(edition)}</h2>
<ol class="evidence">
${edition.evidence.map(evidenceItem).join('\n')}
</ol></section>
</main>
<footer>
${footerLines(edition)
  .map((line) => `<p>${escaped(line)}</p>`)
  .join('\n')}
</footer>
</div>
</body>
</html>
`
}

/** What it is called, below what it is an issue of: a dive goes by its topic, all else by its day or story. */
function heading({ kind, title }: Edition): string {
  const [head = '', ...rest] = title.split(' | ')
  const tail = rest.join(' | ')
  if (tail === '') return escaped(title)
  const [issue, name] = kind === 'dive' ? [tail, head] : [head, tail]
  return `<small>${escaped(issue)}</small>${escaped(name)}`
}

function evidenceItem({ number, title, url, sourceName, publishedAt, seenAt }: Evidence): string {
  const when = publishedAt ? publishedAt.slice(0, 10) : `seen ${seenAt.slice(0, 10)}`
  return `<li id="e${number}"><span class="no">${number}</span><span>${linked(title, url)} <i>${escaped(sourceName)}, ${escaped(when)}</i></span></li>`
}
