import type { Contrast, DeepDive } from '#domain'
import type { Places } from './html-places.ts'
import { table } from './html-table.ts'
import { escaped, glossHtml, linked, marks, prose, tierMark } from './html-text.ts'

/** A story in full. */
export function diveHtml(dive: DeepDive, places: Places): string {
  const id = places.anchors.get(dive.storyId) ?? ''
  const meta = [
    `<b>Source</b> ${escaped(dive.sourceNames.join(', '))}`,
    ...(dive.links.length > 0
      ? [`<b>Links</b> ${dive.links.map(({ label, url }) => linked(label, url)).join(', ')}`]
      : []),
    ...(dive.tier === null ? [] : [`${tierMark(dive.tier, null).trim()} ${escaped(dive.tierReason)}`]),
  ]
  const rows = dive.claims.map(({ metric, value, baseline, condition, evidence }) => [
    escaped(metric ?? ''),
    escaped(baseline ?? ''),
    escaped(value),
    escaped(condition ?? ''),
    marks(evidence),
  ])
  return [
    `<article class="dive" id="${id}"><h3>${escaped(dive.title)}</h3>`,
    ...(dive.deck ? [`<p class="deck">${prose([dive.deck])}</p>`] : []),
    `<p class="meta">${meta.join(' · ')}</p>`,
    glossHtml(dive.glosses),
    ...(dive.contrast ? [contrastHtml(dive.contrast)] : []),
    ...dive.paragraphs.map((sentences) => `<p>${prose(sentences)}</p>`),
    ...(rows.length > 0
      ? [table(['Measure', 'Against', 'Value', 'Where', 'Held by'], rows, `Figures of ${dive.title}`)]
      : []),
    ...dive.notes.map(
      ({ label, sentences }) => `<p class="note"><b>${escaped(label)}.</b> ${prose(sentences)}</p>`,
    ),
    '</article>',
  ].join('\n')
}

// Two boxes and an arrow, drawn; side by side where there is room, one above the other on a phone.
function contrastHtml({ left, right }: Contrast): string {
  const box = ({ name, sentences }: Contrast['left'], kind: string) =>
    `<div class="${kind}"><b>${escaped(name)}</b>${sentences.map((one) => `<p>${prose([one])}</p>`).join('')}</div>`
  return `<figure class="contrast" aria-label="${escaped(`${left.name}, against ${right.name}`)}">${box(left, 'old')}${ARROW}${box(right, 'new')}</figure>`
}

const ARROW =
  '<svg viewBox="0 0 40 40" width="40" height="40" aria-hidden="true"><path d="M4 20h28M22 10l10 10-10 10" fill="none" stroke="currentColor" stroke-width="2"/></svg>'
