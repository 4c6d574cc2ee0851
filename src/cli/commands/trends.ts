import { atlas, entityNamed, trends } from '#app'
import type { Atlas, TrendLine, Trends } from '#domain'
import { type Deed, type Setting, WrongUse } from '../command.ts'
import { countOption } from '../options.ts'

const BARS = '▁▂▃▄▅▆▇█'
// What moves is read first; what is steady or silent comes last.
const ORDER = ['rising', 'returned', 'falling', 'dormant', 'steady', 'silent']

/** Trend lines of what is tracked, or of one entity; with --atlas, the field at a glance. */
export const deed: Deed = async (setting, words, options) => {
  if (options.atlas === true) return atlasOf(setting)
  const bin = options.months === true ? 'month' : 'week'
  const { house } = await setting.open()
  const name = words.join(' ')
  const entity = name === '' ? null : entityNamed(house, name)
  if (name !== '' && !entity)
    throw new WrongUse(`no entity is called "${name}"; "bellwether search ${name}" looks through the texts`)
  const found = await trends(house, {
    ...{ asOf: setting.asOf, bin },
    ...(options.bins === undefined ? {} : { bins: countOption(options.bins, '--bins', 13) }),
    ...(entity ? { entityIds: [entity.id] } : {}),
  })
  return { data: found, text: entity ? one(found) : all(found, options.all === true) }
}

function all({ lines, bins, bin, breaks }: Trends, whole: boolean): string {
  const told = lines.filter(({ state }) => state !== 'silent')
  const shown = whole ? lines : told
  const width = Math.max(0, ...shown.map(({ name }) => name.length))
  const sorted = [...shown].sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state))
  return [
    `${told.length} of ${lines.length} tracked were told of in the ${bins.length} ${bin}s up to ${day(bins.at(-1)?.to)}.`,
    ...sorted.map(
      (line) => `${line.state.padEnd(9)}${line.name.padEnd(width)}  ${spark(line)}  ${line.because}`,
    ),
    ...breaks.map(({ at, kind, sourceName }) => `A break at ${day(at)}: ${sourceName} was ${kind}.`),
  ].join('\n')
}

function one({ lines, breaks }: Trends): string {
  const [line] = lines
  if (!line) return 'No story names it yet.'
  const rows = line.points.map(({ from, to, stories, told, share }) => {
    const band =
      share === null
        ? 'nothing was told'
        : `${share.value.toFixed(2)} per 100 (${share.low.toFixed(2)} to ${share.high.toFixed(2)})`
    return `${day(from)} to ${day(to)}  ${String(stories).padStart(4)} of ${String(told).padEnd(5)} ${band}`
  })
  return [
    `${line.name} (${line.type}) is ${line.state}: ${line.because}.`,
    ...rows,
    ...breaks.map(({ at, kind, sourceName }) => `A break at ${day(at)}: ${sourceName} was ${kind}.`),
  ].join('\n')
}

async function atlasOf(setting: Setting) {
  const { house } = await setting.open()
  const found = await atlas(house, setting.asOf)
  return { data: found, text: atlasText(found) }
}

function atlasText({ weeks, heat, tiers, growth }: Atlas): string {
  const width = Math.max(0, ...heat.map(({ name }) => name.length))
  const most = Math.max(1, ...heat.flatMap(({ stories }) => stories))
  return [
    `Topics by week, ${day(weeks[0]?.from)} to ${day(weeks.at(-1)?.to)}; the darkest is ${most} stories:`,
    ...heat.map(
      ({ name, stories }) =>
        `${name.padEnd(width)}  ${stories.map((count) => shade(count / most)).join('')}  ${stories.reduce((a, b) => a + b, 0)}`,
    ),
    '',
    'Stories of the last week by tier and first source:',
    ...tiers.map(
      ({ tier, sourceName, stories }) => `${tier === 0 ? 'none' : `tier ${tier}`}  ${sourceName}: ${stories}`,
    ),
    '',
    'Growth:',
    ...growth.map(({ at, items, stories }) => `${day(at)}  ${items} items, ${stories} stories`),
  ].join('\n')
}

function spark({ points }: TrendLine): string {
  const most = Math.max(...points.map(({ share }) => share?.value ?? 0))
  return points
    .map(({ share }) =>
      share === null ? ' ' : share.value === 0 ? '·' : (BARS[Math.round((share.value / most) * 7)] ?? ''),
    )
    .join('')
}

const shade = (share: number): string =>
  ' ░▒▓█'[share === 0 ? 0 : Math.min(4, 1 + Math.floor(share * 3.999))] ?? ''
const day = (instant: string | undefined): string => instant?.slice(0, 10) ?? ''
