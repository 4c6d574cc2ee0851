import { html } from 'hono/html'
import { storyPath, type WhyRow } from '#wire'
import { counted, type Frame, type Html, page, tierMark } from './page.ts'
import { signed } from './row.ts'

const FACTORS = [
  'topic',
  'corroboration',
  'source',
  'kind',
  'attention',
  'novelty',
  'artifact',
  'claims',
  'substance',
  'boost',
  'mute',
]

/** Every story of a window with all factors side by side: why this was told, and that was not. */
export function whyPage(
  frame: Frame,
  view: {
    readonly editionId: string
    readonly title: string
    readonly rows: readonly WhyRow[]
    readonly total: number
  },
): Html {
  const present = new Set(view.rows.flatMap(({ shares }) => Object.keys(shares)))
  const factors = [
    ...FACTORS.filter((factor) => present.has(factor)),
    ...[...present].filter((factor) => !FACTORS.includes(factor)),
  ]
  const lines = view.rows.map(
    (row) =>
      html`<tr data-row><td class="n">${row.rank}</td><td class="n">${row.standing === null ? '' : html`<b>${row.standing.toFixed(1)}</b>`}</td><td class="n">${row.score.toFixed(1)}</td><td class="wide"><a href="${storyPath(row.storyId)}">${row.title}</a> ${tierMark(row.tier, row.topic)}<br><small>${row.told.length > 0 ? `told in ${row.told.join(', ')}` : 'left out'}</small></td>${factors.map((factor) => html`<td class="n">${row.shares[factor] === undefined ? html`<span class="soft">·</span>` : signed(row.shares[factor] ?? 0)}</td>`)}</tr>`,
  )
  return page(frame, {
    title: 'Why this, why not that',
    intro: html`${view.rows.length < view.total ? html`The best ${view.rows.length} of ${counted(view.total, 'story', 'stories')}` : counted(view.total, 'story', 'stories')} of <a href="/editions/${encodeURIComponent(view.editionId)}">${view.title}</a>, by the profile in force now. The shares of a line add up to its score. Its standing is how many of 100 stories of the eight weeks before were worth less.`,
    body: html`<div class="scroll" role="region" tabindex="0" aria-label="Scores"><table class="grid"><thead><tr><th scope="col" class="n">Rank</th><th scope="col" class="n">Standing</th><th scope="col" class="n">Score</th><th scope="col">Story</th>${factors.map((factor) => html`<th scope="col" class="n">${factor}</th>`)}</tr></thead><tbody>${lines}</tbody></table></div>`,
  })
}
