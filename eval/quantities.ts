import { join } from 'node:path'
import { listed, type Quantity, quantities } from '#text'
import type { Evaluation, Row } from './evaluation.ts'
import { linesOf } from './files.ts'
import { type Counts, f1, matched, NO_COUNTS, plus } from './metrics/assignment.ts'

type Wanted = { readonly low: number; readonly high: number; readonly unit: string; readonly change: string }
type Case = { readonly text: string; readonly quantities: readonly Wanted[] }

const CQE = 'CQE 91.9 / 85.5 / 88.0, quantulum3 73.1 / 47.1, Recognizers-Text 69.1 / 34.2 [P]'

/** Numbers with unit and change on news sentences; spans of quantities in papers. */
export const evaluation: Evaluation = {
  room: 'quantities',
  async run({ own, shared }) {
    const rows = valueRows(
      'own sentences',
      await linesOf<Case>(join(own, 'quantities.jsonl')),
      null,
      [0.95, 0.9, 0.9],
      quantities,
    )
    if (shared === null) return rows
    const news = (await linesOf<NewsLine>(join(shared, 'claims', 'newsquant_dev.jsonl'))).map(caseOfNews)
    rows.push(...valueRows('newsquant_dev', news, CQE, [0.92, 0.8, 0.85]))
    for (const name of ['measeval_trial', 'measeval_train']) {
      const lines = await linesOf<MeasLine>(join(shared, 'claims', `${name}.jsonl`))
      rows.push({
        room: 'quantities',
        data: name,
        metric: 'quantity span F1 (overlap)',
        value: spanF1(lines),
        cases: lines.length,
        reference: 'about .86 [P]',
        reach: 0.85,
      })
    }
    return rows
  },
}

function valueRows(
  data: string,
  cases: readonly Case[],
  reference: string | null,
  reach: readonly number[],
  read: (text: string) => Quantity[] = measured,
): Row[] {
  const metrics: readonly (readonly [string, (found: Quantity, wanted: Wanted) => boolean])[] = [
    ['value F1', sameValue],
    ['value and unit F1', (a, b) => sameValue(a, b) && sameUnit(a.unit, b.unit)],
    ['value and change F1', (a, b) => sameValue(a, b) && a.change === b.change],
  ]
  return metrics.map(([metric, same], at) => {
    const counts = cases.reduce(
      (sum, one) => plus(sum, matched(read(one.text), one.quantities, same)),
      NO_COUNTS,
    )
    return {
      room: 'quantities',
      data,
      metric,
      value: f1(counts),
      cases: cases.length,
      reference,
      reach: reach[at] ?? null,
    }
  })
}

// As `lab quantities` prints them: a list with one unit is one.
const measured = (text: string): Quantity[] => listed(text, quantities(text))

const close = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-6 * Math.max(Math.abs(a), Math.abs(b))

/** Whether the bounds agree; a plain number is a range of one. Watts and the like may be printed scaled. */
export function sameValue(found: Quantity, wanted: Wanted): boolean {
  const low = found.low ?? found.number
  const high = found.high ?? found.number
  const agree = (factor: number) => close(low, wanted.low * factor) && close(high, wanted.high * factor)
  return agree(1) || (prefixOf(wanted.unit) !== 1 && agree(prefixOf(wanted.unit)))
}

const PREFIXES: Readonly<Record<string, number>> = {
  milli: 1e-3,
  kilo: 1e3,
  mega: 1e6,
  giga: 1e9,
  tera: 1e12,
}

// We keep watts and watt hours in base units, the news set keeps them as printed.
function prefixOf(unit: string): number {
  const scaled = /^(milli|kilo|mega|giga|tera)watt/.exec(unit)?.[1]
  return scaled ? (PREFIXES[scaled] ?? 1) : 1
}

const THEIR_NAMES: Readonly<Record<string, string>> = {
  percentage: '%', dollar: 'usd', 'united states dollar': 'usd', euro: 'eur', 'pound sterling': 'gbp', 'japanese yen': 'jpy',
  'australian dollar': 'aud', 'hong kong dollar': 'hkd', shekel: 'ils', 'malaysian ringgit': 'myr', 'danish krone': 'dkk',
  'croatian kuna': 'hrk', gigabyte: 'GB', watt: 'W', kilowatt: 'W', megawatt: 'W', gigawatt: 'W', 'kilowatt hour': 'Wh',
  'gigawatt hour': 'Wh', horsepower: 'horsepower', count: 'x', '-': '',
} // biome-ignore format: a table

/** Whether our unit is theirs under another name; word order of plain units, case and plural do not matter. */
export function sameUnit(ours: string, theirs: string): boolean {
  const [top = '', by] = theirs.split(' per ')
  const whole = THEIR_NAMES[theirs] ?? theirs
  const rate = by === undefined ? null : `${THEIR_NAMES[top] ?? top}/${by}`
  const plain = (unit: string) => unit.toLowerCase().replace(/^(?:the|of the) /, '')
  return plain(ours) === plain(whole) || (rate !== null && plain(ours) === plain(rate))
}

type NewsLine = {
  readonly text: string
  readonly quantities: readonly { change: string; value: string; normalized_unit: string }[]
}

function caseOfNews({ text, quantities: wanted }: NewsLine): Case {
  return {
    text,
    quantities: wanted.map(({ change, value, normalized_unit: unit }) => {
      const bounds = /^(-?[\d.]+(?:E-?\d+)?)(?:\s*-\s*(-?[\d.]+))?$/.exec(value)
      const low = Number(bounds?.[1] ?? value)
      return { low, high: Number(bounds?.[2] ?? low), unit, change }
    }),
  }
}

type MeasLine = {
  readonly text: string
  readonly annotations: readonly { type: string; start: number; end: number }[]
}

// MeasEval scores the overlap of a found span with its gold span; a span without a partner scores 0.
function spanF1(lines: readonly MeasLine[]): number {
  let counts: Counts = NO_COUNTS
  for (const { text, annotations } of lines) {
    const wanted = annotations.filter(({ type }) => type === 'Quantity')
    const found = measured(text)
    const taken = new Set<number>()
    let right = 0
    for (const span of found) {
      const at = wanted.findIndex(
        (gold, index) => !taken.has(index) && span.start < gold.end && gold.start < span.end,
      )
      const gold = wanted[at]
      if (gold === undefined) continue
      taken.add(at)
      right += overlap(span, gold)
    }
    counts = plus(counts, { right, found: found.length, wanted: wanted.length })
  }
  return f1(counts)
}

type Place = { readonly start: number; readonly end: number }

function overlap(a: Place, b: Place): number {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start)
  return shared <= 0 ? 0 : (2 * shared) / (a.end - a.start + b.end - b.start)
}
