import type { Claim, ClaimRow } from '#domain'
import { plain } from '#text'
import type { Book } from './book.ts'
import { hedged, isMeasured } from './measures.ts'
import type { Tale } from './tale.ts'

const CLAIM_ROWS = 6
const TOLD_KINDS: ReadonlySet<string> = new Set(['improvement', 'comparison', 'level', 'money'])

// What can be told in a row: a share, a factor, a rate. A bare count of something needs its sentence.
const RATIOS: ReadonlySet<string> = new Set([
  '%',
  'pp',
  'x',
  'point',
  'usd',
  's',
  'ms',
  'h',
  'token/s',
  'score',
])

/** The figures of a story as a table: two rows, or one that goes from a figure to another; what the press says of a company needs its sentence. */
export function claimRows(tale: Tale, book: Book): ClaimRow[] {
  if (tale.genre === 'industry') return []
  const told: Measured[] = []
  const rows: ClaimRow[] = []
  for (const telling of tale.dossier.tellings) {
    if (telling.copyOf !== null) continue
    for (const claim of telling.claims) {
      const { baseline, condition } = claim
      // What stands after a colon or first in its clause is the measure itself: `MATH from 75.4 % to 78.5 %`.
      const metric = claim.metric ?? claim.subject
      if (
        metric === null ||
        !isRow(claim, metric) ||
        !isMeasured({ ...claim, metric }, telling) ||
        told.some((row) => isSameClaim(row, { ...claim, metric })) ||
        rows.length === CLAIM_ROWS
      )
        continue
      told.push({ ...claim, metric })
      rows.push({
        metric: plain(metric),
        value: hedged(claim),
        baseline: baseline !== null && claim.value.includes(baseline) ? null : shortOrNull(baseline),
        condition: shortOrNull(condition),
        evidence: book.numbersOf([telling]),
      })
    }
  }
  return rows.length > 1 || rows.some(isBeforeAndAfter) ? rows : []
}

// One row is a table only where it sets two figures against each other.
const isBeforeAndAfter = ({ value, baseline }: ClaimRow) => baseline !== null || /^from .* to /.test(value)

type Measured = Claim & { readonly metric: string }

// "Time, up to 2.5x" in a letter is "pre-training time, up to 2.5x" in the paper: one claim, told twice.
function isSameClaim(a: Measured, b: Measured): boolean {
  if (a.number !== b.number || a.unit !== b.unit) return false
  const [one, other] = [a.metric.toLowerCase(), b.metric.toLowerCase()]
  return one.endsWith(other) || other.endsWith(one)
}

function isRow(claim: Claim, metric: string): boolean {
  const { kind, baseline, condition, unit } = claim
  return (
    TOLD_KINDS.has(kind) &&
    isBeside(claim, metric) &&
    (baseline !== null || (condition !== null && RATIOS.has(unit)))
  )
}

// A figure belongs to the measure that its own clause names, not to one that the sentence named before.
function isBeside({ sentence, value }: Claim, metric: string): boolean {
  const clause = sentence.split(/;|, (?:and|while|but|whereas)\b/).find((piece) => piece.includes(value))
  return clause?.toLowerCase().includes(metric.toLowerCase()) === true
}

const shortOrNull = (text: string | null) => (text === null || text.length > 80 ? null : plain(text))
