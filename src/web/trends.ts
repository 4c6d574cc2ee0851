import { scaleLinear } from 'd3-scale'
import { area, line } from 'd3-shape'
import { html } from 'hono/html'
import { type Atlas, entityPath, type TrendChoice, type TrendLine, type Trends } from '#wire'
import { spark, tableBehind } from './chart.ts'
import { counted, day, type Frame, type Html, page, tabs } from './page.ts'

const WIDTH = 760
const HEIGHT = 250
const LEFT = 34
const RIGHT = 142
export const MOST_COMPARED = 6
const MOST_BAND = 1.8
const DASHES = ['', '6 3', '2 3', '8 3 2 3', '1 2', '10 4']

/** Lines over a quarter or a year: compared, filtered, brushed; each with its band and its numbers behind it. */
export function trendsPage(frame: Frame, trends: Trends, choice: TrendChoice): Html {
  const drawn = choice.compare.flatMap((id) => trends.lines.find(({ entityId }) => entityId === id) ?? [])
  const listed = trends.lines
    .filter(
      (one) =>
        (choice.type === null || one.type === choice.type) &&
        (choice.state === null || one.state === choice.state),
    )
    .map((one) => ({ ...one, stories: one.points.map(({ stories }) => stories) }))
    .sort((a, b) => sum(b.stories) - sum(a.stories))
  const kinds = [...new Set(trends.lines.map(({ type }) => type))].sort()
  const states = [...new Set(trends.lines.map(({ state }) => state))].sort()
  const to = (change: Partial<TrendChoice>) => pathOf({ ...choice, ...change })
  return page(frame, {
    title: 'Trends',
    intro: `How often ${counted(trends.lines.length, 'company, model, person or topic', 'companies, models, people and topics')} were told of, as stories per hundred told: more news in all lifts no line.`,
    body: html`${tabs('Stretch of time', [
      { href: to({ bin: 'week', brush: null }), name: 'A quarter, by week', here: choice.bin === 'week' },
      { href: to({ bin: 'month', brush: null }), name: 'A year, by month', here: choice.bin === 'month' },
      ...(choice.brush ? [{ href: to({ brush: null }), name: 'The whole stretch again', here: false }] : []),
    ])}${drawn.length > 0 ? chart(trends, drawn, choice) : html`<p class="empty">Choose names to compare in the table.</p>`}
<h2>All that is tracked</h2>${tabs('Kinds', [
      { href: to({ type: null }), name: 'All kinds', here: choice.type === null },
      ...kinds.map((type) => ({ href: to({ type }), name: capital(type), here: choice.type === type })),
    ])}${tabs('States', [
      { href: to({ state: null }), name: 'Any state', here: choice.state === null },
      ...states.map((state) => ({ href: to({ state }), name: capital(state), here: choice.state === state })),
    ])}${linesTable(listed, choice)}`,
  })
}

function pathOf({ bin, compare, type, state, brush }: TrendChoice): string {
  const asked = new URLSearchParams()
  if (bin !== 'week') asked.set('bin', bin)
  if (compare.length > 0) asked.set('compare', compare.join(','))
  if (type !== null) asked.set('type', type)
  if (state !== null) asked.set('state', state)
  if (brush) asked.set('bins', `${brush.from}-${brush.to}`)
  const text = asked.toString().replaceAll('%2C', ',')
  return text ? `/trends?${text}` : '/trends'
}

function chart(trends: Trends, drawn: readonly TrendLine[], choice: TrendChoice): Html {
  const first = choice.brush?.from ?? begun(trends)
  const last = choice.brush?.to ?? trends.bins.length - 1
  const places = trends.bins.map((_, at) => at).filter((at) => at >= first && at <= last)
  const highest = (of: 'value' | 'high', lines: readonly TrendLine[]) =>
    Math.max(1, ...lines.flatMap(({ points }) => places.map((at) => points[at]?.share?.[of] ?? 0)))
  const value = highest('value', drawn)
  // The band is seen whole where it would not press the lines flat.
  const most = Math.max(value, Math.min(highest('high', drawn.slice(0, 1)), value * MOST_BAND))
  const x = scaleLinear([first, Math.max(first + 1, last)], [LEFT, WIDTH - RIGHT])
  const y = scaleLinear([0, most * 1.05], [HEIGHT, 8]).nice(4)
  const axis = y
    .ticks(4)
    .map(
      (tick) =>
        html`<line class="axis" x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${y(tick)}" y2="${y(tick)}"/><text x="${LEFT - 6}" y="${y(tick) + 4}" text-anchor="end" font-size="11">${tick}</text>`,
    )
  const step = Math.max(1, Math.ceil(places.length / 6))
  const marks = places
    .filter((at) => (last - at) % step === 0)
    .map(
      (at) =>
        html`<text x="${x(at).toFixed(1)}" y="${HEIGHT + 17}" font-size="11" text-anchor="middle">${binName(trends, at)}</text>`,
    )
  const label = `Stories per hundred that name ${drawn.map(({ name }) => name).join(', ')}`
  const back = pathOf({ ...choice, brush: null })
  return html`<figure><svg data-newest viewBox="0 0 ${WIDTH} ${HEIGHT + 24}" role="img" aria-label="${label}" data-brush="${back}" data-first="${first}" data-last="${last}" data-left="${LEFT / WIDTH}" data-right="${(WIDTH - RIGHT) / WIDTH}">${axis}${breakMarks(trends, x, first, last)}${band(drawn[0], places, x, y)}${drawn.map((one, at) => seriesPath(one, at, places, x, y))}${endLabels(drawn, last, x, y)}${marks}</svg>
<figcaption>Stories per hundred told${drawn[0] ? html`; the band is the 95 % interval of ${drawn[0].name}` : ''}. ${breakWords(trends)} Drag over the lines to look closer.</figcaption>
${tableBehind(
  label,
  [trends.bin === 'week' ? 'Week to' : 'Month', ...drawn.map(({ name }) => name)],
  places.map((at) => [binName(trends, at), ...drawn.map(({ points }) => shareText(points[at]))]),
)}</figure>`
}

/** The first bin in which anything was told: before it there is nothing to compare. */
function begun({ lines, bins }: Trends): number {
  const at = bins.findIndex((_, bin) => lines.some(({ points }) => (points[bin]?.told ?? 0) > 0))
  return Math.max(0, Math.min(at, bins.length - 2))
}

type Scale = ReturnType<typeof scaleLinear<number>>

function seriesPath(one: TrendLine, order: number, places: readonly number[], x: Scale, y: Scale): Html {
  const path = line<number>()
    .defined((at) => one.points[at]?.share != null)
    .x((at) => x(at))
    .y((at) => y(one.points[at]?.share?.value ?? 0))(places)
  return html`<path class="series${order === 0 ? ' is-first' : ''}" data-series="${one.entityId}" stroke-dasharray="${DASHES[order % DASHES.length] ?? ''}" d="${path ?? ''}"/>`
}

function band(one: TrendLine | undefined, places: readonly number[], x: Scale, y: Scale): Html | '' {
  if (!one) return ''
  const path = area<number>()
    .defined((at) => one.points[at]?.share != null)
    .x((at) => x(at))
    .y0((at) => y(one.points[at]?.share?.low ?? 0))
    .y1((at) => Math.max(0, y(one.points[at]?.share?.high ?? 0)))(places)
  return html`<path class="band" d="${path ?? ''}"/>`
}

/** Height of a line's name. */
const LABEL = 14

/** Names at the ends of their lines, moved apart where they would lie on each other, and never below the axis. */
function endLabels(drawn: readonly TrendLine[], last: number, x: Scale, y: Scale): Html[] {
  const labels = drawn
    .map((one, order) => ({ name: one.name, order, at: y(one.points[last]?.share?.value ?? 0) }))
    .sort((a, b) => a.at - b.at)
  let above = Number.NEGATIVE_INFINITY
  const down = labels.map(({ at }) => {
    above = Math.max(at, above + LABEL)
    return above
  })
  return labels.map(({ name, order }, row) => {
    const lowest = HEIGHT - 6 - (labels.length - 1 - row) * LABEL
    return html`<text x="${x(last) + 8}" y="${Math.min(down[row] ?? 0, lowest) + 4}" font-size="12"${order === 0 ? html` font-weight="700"` : ''}>${name.length > 19 ? `${name.slice(0, 18)}…` : name}</text>`
  })
}

function breakMarks(trends: Trends, x: Scale, first: number, last: number): Html[] {
  return trends.breaks.flatMap(({ at, kind, sourceName }) => {
    const bin = trends.bins.findIndex(({ from, to }) => at >= from && at < to)
    if (bin < first || bin > last) return []
    return [
      html`<line class="axis" stroke-dasharray="2 3" x1="${x(bin)}" x2="${x(bin)}" y1="4" y2="${HEIGHT}"><title>${sourceName} ${kind === 'added' ? 'began' : 'ended'} on ${day(at)}</title></line>`,
    ]
  })
}

function breakWords({ breaks }: Trends): string {
  if (breaks.length === 0) return 'No source began or ended within it.'
  const named = breaks
    .slice(0, 3)
    .map(({ sourceName, kind, at }) => `${sourceName} ${kind === 'added' ? 'began' : 'ended'} on ${day(at)}`)
  const more = breaks.length > 3 ? `, and ${breaks.length - 3} more` : ''
  return `Dotted: sources that began or ended, where a step may be theirs and not the world's (${named.join('; ')}${more}).`
}

type Listed = TrendLine & { readonly stories: readonly number[] }

function linesTable(lines: readonly Listed[], choice: TrendChoice): Html {
  if (lines.length === 0) return html`<p class="empty">No line fits this choice.</p>`
  const rows = lines.map((one) => {
    const isDrawn = choice.compare.includes(one.entityId)
    const compare = isDrawn
      ? choice.compare.filter((id) => id !== one.entityId)
      : [one.entityId, ...choice.compare].slice(0, MOST_COMPARED)
    return html`<tr data-row><td><a href="${entityPath(one.entityId)}" data-line="${one.entityId}">${one.name}</a> <small>${one.type}</small></td><td>${spark(one.stories)}</td><td class="n">${sum(one.stories)}</td><td class="fit">${STATES[one.state] ?? one.state}</td><td class="soft">${one.because}</td><td class="fit"><a href="${pathOf({ ...choice, compare })}">${isDrawn ? 'Take out' : 'Compare'}<span class="hidden"> ${one.name}</span></a></td></tr>`
  })
  return html`<div class="scroll" role="region" tabindex="0" aria-label="All lines"><table class="grid middle"><thead><tr><th scope="col">Name</th><th scope="col">Line</th><th scope="col" class="n">Stories</th><th scope="col">State</th><th scope="col">Because</th><th scope="col"><span class="hidden">Compare</span></th></tr></thead><tbody>${rows}</tbody></table></div>`
}

const STATES: Readonly<Record<string, string>> = {
  rising: '▲ rising',
  falling: '▼ falling',
  steady: 'steady',
  dormant: '○ dormant',
  returned: '● returned',
  silent: 'silent',
}

const binName = (trends: Trends, at: number): string => {
  const bin = trends.bins[at]
  if (!bin) return ''
  return trends.bin === 'week' ? day(bin.to).slice(0, -5) : day(bin.from).replace(/^\d+ /, '')
}

function shareText(point: TrendLine['points'][number] | undefined): string {
  if (!point?.share) return 'nothing told'
  const { value, low, high } = point.share
  return `${value.toFixed(1)} (${low.toFixed(1)} to ${high.toFixed(1)}), ${point.stories} of ${point.told}`
}

/** The field at a glance: topics by week, tiers by source, how much is known. */
export function atlasPage(frame: Frame, atlas: Atlas): Html {
  return page(frame, {
    title: 'Atlas',
    intro: 'The field at a glance: where the telling is dense, who tells it, and how much has been read.',
    body: html`<h2>Topics by week</h2>${heat(atlas)}<div class="columns"><section><h2>Tiers by source, last week</h2>${tiers(atlas)}</section><section><h2>Read so far</h2>${growth(atlas)}</section></div>`,
  })
}

/** Topics by week, the counts themselves with a ground as strong as they are many. */
function heat({ weeks: all, heat: known }: Atlas): Html {
  if (known.length === 0)
    return html`<p class="empty">No topic of the registry was told of in these weeks.</p>`
  const first = Math.max(
    0,
    all.findIndex((_, at) => known.some(({ stories }) => (stories[at] ?? 0) > 0)),
  )
  const most = Math.max(1, ...known.flatMap(({ stories }) => stories))
  const strength = (count: number) => Math.ceil(STRENGTHS * Math.sqrt(count / most))
  const heads = all.slice(first).map(({ to }) => html`<th scope="col" class="n">${day(to).slice(0, -5)}</th>`)
  const lines = known.map(
    ({ entityId, name, stories }) =>
      html`<tr><th scope="row"><a href="${entityPath(entityId)}">${name}</a></th>${stories
        .slice(first)
        .map((count) =>
          count === 0 ? html`<td></td>` : html`<td class="h${strength(count)}">${count}</td>`,
        )}</tr>`,
  )
  return html`<div class="scroll" role="region" tabindex="0" aria-label="Topics by week"><table class="grid heat" data-newest><caption>Stories in the week to each date.</caption><thead><tr><th scope="col">Topic</th>${heads}</tr></thead><tbody>${lines}</tbody></table></div>`
}

/** Grounds of the heat map, from faint to full. */
const STRENGTHS = 6

function tiers({ tiers: cells }: Atlas): Html {
  if (cells.length === 0) return html`<p class="empty">Nothing was told last week.</p>`
  const sources = new Map<string, number[]>()
  for (const { tier, sourceName, stories } of cells) {
    const row = sources.get(sourceName) ?? [0, 0, 0, 0, 0]
    row[tier] = stories
    sources.set(sourceName, row)
  }
  const rows = [...sources].sort((a, b) => sum(b[1]) - sum(a[1])).slice(0, 25)
  return html`<div class="scroll" role="region" tabindex="0" aria-label="Tiers by source"><table class="grid"><thead><tr><th scope="col">Source</th>${[1, 2, 3, 4].map((tier) => html`<th scope="col" class="n">Tier ${tier}</th>`)}<th scope="col" class="n">None</th></tr></thead><tbody>${rows.map(([name, [none = 0, ...counts]]) => html`<tr><td>${name}</td>${[...counts, none].map((count) => html`<td class="n">${count === 0 ? html`<span class="soft">·</span>` : count}</td>`)}</tr>`)}</tbody></table></div>`
}

function growth({ growth: all }: Atlas): Html {
  // One empty week before the first item, so that the line rises from nothing.
  const points = all.slice(Math.max(0, all.findIndex(({ items }) => items > 0) - 1))
  const most = Math.max(0, ...points.map(({ items }) => items))
  if (most === 0) return html`<p class="empty">Nothing was read yet.</p>`
  const width = 440
  const x = scaleLinear([0, Math.max(1, points.length - 1)], [0, width - 60])
  const y = scaleLinear([0, most], [120, 10])
  const draw = (of: 'items' | 'stories') =>
    line<(typeof points)[number]>()
      .x((_, at) => x(at))
      .y((point) => y(point[of]))([...points]) ?? ''
  const end = points.at(-1)
  return html`<figure class="small"><svg viewBox="0 0 ${width} 140" role="img" aria-label="Items and stories known at the end of each week"><line class="axis" x1="0" x2="${width - 60}" y1="120" y2="120"/><path class="series is-first" d="${draw('items')}"/><path class="series" stroke-dasharray="5 3" d="${draw('stories')}"/>${end ? html`<text x="${width - 54}" y="${y(end.items) + 4}" font-size="11">items</text><text x="${width - 54}" y="${Math.max(y(end.stories), y(end.items) + 14) + 4}" font-size="11">stories</text>` : ''}</svg><figcaption>${end ? `${counted(end.items, 'item')} in ${counted(end.stories, 'story', 'stories')} by ${day(end.at)}.` : ''}</figcaption>${tableBehind(
    'what was read',
    ['Week to', 'Items', 'Stories'],
    points.map(({ at, items, stories }) => [day(at), String(items), String(stories)]),
  )}</figure>`
}

const capital = (word: string): string => `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`
const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0)
