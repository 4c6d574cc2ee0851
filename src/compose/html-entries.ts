import type { Channel, Entry, Figures, Implication, Takeaway } from '#domain'
import { FIGURE_HEAD } from './footer.ts'
import { inPage, type Places } from './html-places.ts'
import { table } from './html-table.ts'
import { escaped, linked, marks, prose } from './html-text.ts'
import { partialDay } from './words.ts'

export function takeawayHtml({ claim, storyId, sentences, means }: Takeaway, places: Places): string {
  const lead = `<span class="lead">${inPage(claim.text, storyId, places)}</span>${marks(claim.evidence)}`
  return `<li>${lead} ${prose(sentences)}${meansHtml(means)}</li>`
}

export function entryHtml(entry: Entry, places: Places): string {
  const { storyId, headline, url, date, source, notes, links, sentences, means } = entry
  const own = storyId !== null && places.owners.has(entry)
  const id = own ? ` id="${places.anchors.get(storyId) ?? ''}"` : ''
  const facts = [...(date ? [partialDay(date)] : []), source, ...notes].map(escaped)
  const more = links.map((link) => linked(link.label, link.url))
  return [
    `<article class="entry"${id}><h3>${linked(headline, url)}</h3>`,
    `<p class="meta">${[...facts, ...more].join(' · ')}</p>`,
    ...(sentences.length > 0 || means ? [`<p>${prose(sentences)}${meansHtml(means)}</p>`] : []),
    '</article>',
  ].join('\n')
}

export function channelHtml({ name, what, path, here }: Channel): string {
  const lead = here ? `${escaped(name)} (you are here)` : `<a href="${escaped(path)}">${escaped(name)}</a>`
  return `<li><span class="lead">${lead}</span> <span class="label">${escaped(what)}</span></li>`
}

export function figuresHtml({ rows }: Figures): string {
  const cells = rows.map(({ subject, metric, value, condition, date, evidence }) => [
    ...[subject, metric ?? '', value, condition ?? '', date].map(escaped),
    marks(evidence),
  ])
  return table(FIGURE_HEAD, cells, 'Figures claimed')
}

function meansHtml(means: Implication | null): string {
  if (means === null) return ''
  const topic = means.topic ? `<b>For ${escaped(means.topic)}:</b> ` : ''
  return ` <span class="means">→ ${topic}${prose([means.sentence])}</span>`
}
