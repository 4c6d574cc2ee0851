import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Claim } from '#domain'
import { claims } from '#extract'
import type { Evaluation, Row } from './evaluation.ts'
import { linesOf } from './files.ts'
import { type Counts, f1, matched, NO_COUNTS, plus, recall } from './metrics/assignment.ts'

type Wanted = {
  readonly doc: string
  readonly subject: string
  readonly number: number | null
  readonly number_low?: number
  readonly unit: string
  readonly value: string
  readonly line: number
}
type Trap = { readonly doc: string; readonly text: string; readonly trap: string }
type OwnCase = { readonly text: string; readonly claims: readonly OwnClaim[] }
type OwnClaim = { readonly number: number; readonly unit: string; readonly subject: string }

/** Claims of two reference documents told again by hand, and our own sentences. */
export const evaluation: Evaluation = {
  room: 'claims',
  async run({ own, shared }) {
    const rows = ownRows(await linesOf<OwnCase>(join(own, 'claims.jsonl')))
    if (shared === null) return rows
    const folder = join(shared, 'sources')
    const wanted = (await linesOf<Wanted>(join(folder, 'claims.jsonl'))).filter(
      (claim) => claim.number !== null,
    )
    const traps = await linesOf<Trap>(join(folder, 'traps.jsonl'))
    let numbers = NO_COUNTS
    let subjects = NO_COUNTS
    let fallen = 0
    for (const doc of ['001', '002']) {
      const path = join(folder, `${doc}.txt`)
      if (!existsSync(path)) continue
      const text = await readFile(path, 'utf8')
      const found = claims(text, { published: null })
      const gold = onceEach(wanted.filter((claim) => claim.doc === doc))
      numbers = plus(numbers, held(found, gold, sameNumber))
      subjects = plus(subjects, held(found, gold, sameClaim))
      fallen += traps.filter((trap) => trap.doc === doc && fallenFor(trap, text, found)).length
    }
    const row = (metric: string, value: number, reach: number, cases: number): Row => ({
      ...{ room: 'claims', data: 'sources', metric, value, reach, cases, reference: null },
    })
    return [
      ...rows,
      row('recall of number and unit', recall(numbers), 0.8, numbers.wanted),
      row('recall of number, unit and subject', recall(subjects), 0.6, subjects.wanted),
      row('traps fallen for', fallen, 0, traps.length),
    ]
  },
}

function ownRows(cases: readonly OwnCase[]): Row[] {
  const total = (same: (found: Claim, wanted: OwnClaim) => boolean) =>
    f1(
      cases.reduce(
        (sum, one) => plus(sum, matched(claims(one.text, { published: null }), one.claims, same)),
        NO_COUNTS,
      ),
    )
  const base = { room: 'claims', data: 'own sentences', reference: null, cases: cases.length }
  const number = (found: Claim, wanted: OwnClaim) =>
    found.number === wanted.number && found.unit === wanted.unit
  return [
    { ...base, metric: 'number and unit F1', value: total(number), reach: 0.9 },
    {
      ...base,
      metric: 'number, unit and subject F1',
      value: total((a, b) => number(a, b) && sameName(a.subject, b.subject)),
      reach: 0.75,
    },
  ]
}

// A fact told five times is five lines of gold: each is held when one claim says it.
const held = (
  found: readonly Claim[],
  gold: readonly Wanted[],
  same: (found: Claim, wanted: Wanted) => boolean,
): Counts => ({
  right: gold.filter((wanted) => found.some((claim) => same(claim, wanted))).length,
  found: found.length,
  wanted: gold.length,
})

// A drawing repeats what the prose says.
const onceEach = (gold: readonly (Wanted & { note?: string; condition?: string })[]): Wanted[] =>
  gold.filter(({ note, condition }) => !`${note ?? ''} ${condition ?? ''}`.includes('ASCII diagram'))

const close = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-6 * Math.max(Math.abs(a), Math.abs(b))

const UNITS: Readonly<Record<string, string>> = {
  params: 'parameter', tokens: 'token', points: 'point', 'tflops/s': 'tflops', hours: 'hour', days: 'day', months: 'month', years: 'year',
  'tok/s': 'token/s', px: 'pixel',
} // biome-ignore format: a table

/** Whether two spellings name one unit: plural and compound do not matter, nor does a score's name. */
export function alike(ours: string, theirs: string): boolean {
  const a = ours.toLowerCase()
  const b = UNITS[theirs.toLowerCase()] ?? theirs.toLowerCase()
  const last = (unit: string) =>
    (unit.split(/[ /]/).at(-1) ?? unit)
      .replace(/ies$/, 'y')
      .replace(/(?<=ch|sh|x|ss)es$/, '')
      .replace(/(?<=[a-z]{2})s$/, '')
  const base = (unit: string) => unit.split('/')[0] ?? unit
  const score = /^(?:|point|auroc|rating\/10|\/10|rank|rate|exponent)$/
  return a === b || base(a) === base(b) || last(a) === last(b) || (score.test(a) && score.test(b))
}

function sameNumber(found: Claim, wanted: Wanted): boolean {
  return wanted.number !== null && close(found.number, wanted.number) && alike(found.unit, wanted.unit)
}

const sameClaim = (found: Claim, wanted: Wanted): boolean =>
  sameNumber(found, wanted) && sameName(found.subject, wanted.subject)

/** Whether two names share most of the words of the shorter one. */
export function sameName(ours: string | null, theirs: string): boolean {
  if (ours === null) return false
  const words = (name: string) => new Set(name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])
  const [a, b] = [words(ours), words(theirs)]
  const shared = [...a].filter((word) => b.has(word)).length
  return shared > 0 && shared >= 0.5 * Math.min(a.size, b.size)
}

// Of the traps these are the ones a claim can fall for.
function fallenFor({ trap, text: trapped }: Trap, text: string, found: readonly Claim[]): boolean {
  const at = text.replace(/\s/g, ' ').indexOf(trapped.replace(/\s+/g, ' '))
  if (at < 0) return false
  const inside = found.filter((claim) => claim.start >= at - 80 && claim.end <= at + trapped.length)
  const within = inside.filter((claim) => claim.start >= at)
  if (trap === 'not_an_event') return inside.length > 0
  if (trap === 'diagram_duplicate')
    return within.some((claim) =>
      found.some(
        (other) =>
          other !== claim &&
          other.number === claim.number &&
          other.subject === claim.subject &&
          other.unit === claim.unit &&
          other.start > at &&
          other.start < at + 400,
      ),
    )
  if (trap === 'two_numbers') return new Set(within.map((claim) => claim.metric)).size < 2
  if (trap === 'title_or_claim') return within.length > 0
  return false
}
