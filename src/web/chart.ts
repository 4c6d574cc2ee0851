import { scaleLinear } from 'd3-scale'
import { html } from 'hono/html'
import { day, type Html } from './page.ts'

const WIDTH = 640
const DAY_MS = 86_400_000

/** A few numbers as bars the size of a word; the last is the one in question. Two paths, since pages hold hundreds of these. */
export function spark(values: readonly number[]): Html {
  const most = Math.max(1, ...values)
  const step = 70 / Math.max(1, values.length)
  const bar = (value: number, at: number) =>
    value === 0
      ? ''
      : `M${(at * step).toFixed(1)} 15v${((-14 * value) / most).toFixed(1)}h${(step - 1).toFixed(1)}V15z`
  const before = values.slice(0, -1).map(bar).join('')
  return html`<svg class="spark" viewBox="0 0 70 15" preserveAspectRatio="none" role="img" aria-label="${values.join(', ')}"><path class="column" d="${before}"/><path class="column is-last" d="${bar(values.at(-1) ?? 0, values.length - 1)}"/></svg>`
}

/** Counts a week as columns, with the table that they are drawn from. `values` end with the week that ends at `until`. */
export function columns({
  label,
  values,
  until,
}: {
  label: string
  values: readonly number[]
  until: string
}): Html {
  const height = 120
  const most = Math.max(1, ...values)
  const y = scaleLinear([0, most], [height, 8]).nice(3)
  const step = (WIDTH - 28) / values.length
  const ends = values.map((_, at) => weekEnd(until, values.length - 1 - at))
  const bars = values.map(
    (value, at) =>
      html`<rect class="column${at === values.length - 1 ? ' is-last' : ''}" x="${(28 + at * step + 1).toFixed(1)}" y="${y(value).toFixed(1)}" width="${(step - 2).toFixed(1)}" height="${(height - y(value)).toFixed(1)}"><title>${value} in the week to ${day(ends[at] ?? '')}</title></rect>`,
  )
  const lines = y
    .ticks(3)
    .filter(Number.isInteger)
    .map(
      (tick) =>
        html`<line class="axis" x1="28" x2="${WIDTH}" y1="${y(tick)}" y2="${y(tick)}"/><text x="22" y="${y(tick) + 4}" text-anchor="end" font-size="11">${tick}</text>`,
    )
  const marks = [0, Math.floor(values.length / 2), values.length - 1].map(
    (at) =>
      html`<text x="${(28 + (at + 0.5) * step).toFixed(1)}" y="${height + 16}" font-size="11" text-anchor="${at === 0 ? 'start' : at === values.length - 1 ? 'end' : 'middle'}">${day(ends[at] ?? '')}</text>`,
  )
  return html`<figure><svg data-newest viewBox="0 0 ${WIDTH} ${height + 22}" role="img" aria-label="${label}">${lines}${bars}${marks}</svg><figcaption>${label}</figcaption>${tableBehind(
    label,
    ['Week to', 'Stories'],
    values.map((value, at) => [day(ends[at] ?? ''), String(value)]),
  )}</figure>`
}

/** The numbers of a chart as a table, folded away and there for everyone; the first column names, the others count. */
export function tableBehind(
  label: string,
  head: readonly string[],
  rows: readonly (readonly string[])[],
): Html {
  return html`<details><summary>The numbers</summary><div class="scroll" role="region" tabindex="0" aria-label="Numbers of: ${label}"><table class="grid"><thead><tr>${head.map((cell, at) => html`<th scope="col"${at === 0 ? '' : html` class="n"`}>${cell}</th>`)}</tr></thead><tbody>${rows.map((row) => html`<tr>${row.map((cell, at) => html`<td${at === 0 ? '' : html` class="n"`}>${cell}</td>`)}</tr>`)}</tbody></table></div></details>`
}

/** The last day of a week that ended so many weeks before `until`. */
function weekEnd(until: string, weeksBefore: number): string {
  return new Date(Date.parse(until) - weeksBefore * 7 * DAY_MS).toISOString()
}
