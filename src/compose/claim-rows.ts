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

/** The figures of a story as a table, two rows or none; what the press says of a company needs its sentence. */
export function claimRows(tale: Tale, book: Book): ClaimRow[] {
  if (tale.genre === 'industry') return []
  const seen = new Set<string>()
  const rows: ClaimRow[] = []
  for (const telling of tale.dossier.tellings) {
    if (telling.copyOf !== null) continue
    for (const claim of telling.claims) {
      const { metric, value, baseline, condition } = claim
      const key = `${metric?.toLowerCase()} ${value}`
      if (
        metric === null ||
        !isRow(claim, metric) ||
        !isMeasured(claim, telling) ||
        seen.has(key) ||
        rows.length === CLAIM_ROWS
      )
        continue
      seen.add(key)
      rows.push({
        metric: plain(metric),
        value: hedged(claim),
        baseline: shortOrNull(baseline),
        condition: shortOrNull(condition),
        evidence: book.numbersOf([telling]),
      })
    }
  }
  return rows.length > 1 ? rows : []
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
