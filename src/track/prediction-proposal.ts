import type { Instant, Prediction, PredictionEvidence, Proposal } from '#domain'
import { firstDayOf, lastDayOf } from '#text'

const DAY_MS = 86_400_000
// So much of what is asked for must stand in one stretch before it settles anything.
const SETTLES_WEIGHT = 0.75
const SPEAKS_WEIGHT = 0.5
const MOST_SHOWN = 5
/** What happened on the last day is told within so many. */
const TOLD_WITHIN_DAYS = 3

/**
 * What the ledger would say of an open prediction at an instant, from evidence seen after it was entered. Right or wrong
 * is clear only where one side alone is strong, within the scope, and holds nearly all that is asked for; evidence for
 * a wider or another scope, and evidence on both sides, is laid before the reader. Past its last deadline without
 * evidence it is proposed as wrong when something would have shown it, else as void, and the reader is asked; so it is
 * when the evidence came days after that deadline.
 */
export function propose(
  prediction: Prediction,
  evidence: readonly PredictionEvidence[],
  now: Instant,
): Proposal {
  const sorted = [...evidence]
    .filter(({ weight }) => weight >= SPEAKS_WEIGHT)
    .sort((a, b) => b.weight - a.weight || (a.seenAt < b.seenAt ? -1 : 1))
  const lateDays = lateness(prediction, now)
  const strongest = (side: PredictionEvidence['side']) => sorted.find((one) => one.side === side)
  const [pro, contra] = [strongest('for'), strongest('against')]
  const verdict = verdictOf(prediction, { pro, contra, lateDays })
  const settledAt = verdict.by?.seenAt ?? now
  return {
    prediction,
    ...{ outcome: verdict.outcome, clear: verdict.clear, because: verdict.because },
    evidence: shown(sorted, verdict.by),
    elapsedDays: Math.max(0, daysBetween(firstDayOf(prediction.madeAt) ?? prediction.enteredAt, settledAt)),
    lateDays,
  }
}

type Verdict = Pick<Proposal, 'outcome' | 'clear' | 'because'> & {
  readonly by: PredictionEvidence | undefined
}
type Sides = {
  readonly pro: PredictionEvidence | undefined
  readonly contra: PredictionEvidence | undefined
  readonly lateDays: number | null
}

function verdictOf(prediction: Prediction, { pro, contra, lateDays }: Sides): Verdict {
  if (pro && contra && Math.abs(pro.weight - contra.weight) < 0.15)
    return {
      ...{ outcome: 'open', clear: false, by: undefined },
      because: 'Sources speak on both sides; which one speaks of what was foretold?',
    }
  const best = pro && contra ? (pro.weight > contra.weight ? pro : contra) : (pro ?? contra)
  if (!best) return withoutEvidence(prediction, lateDays)
  const late = best.side === 'for' ? daysAfterDue(prediction, best.seenAt) - TOLD_WITHIN_DAYS : 0
  if (late > 0)
    return {
      ...{ outcome: 'wrong', clear: false, by: best },
      because: `The closest evidence came ${late + TOLD_WITHIN_DAYS} days after its last day. Did it come about before?`,
    }
  const outcome = best.side === 'for' ? 'right' : 'wrong'
  if (best.outOfScope.length > 0)
    return {
      ...{ outcome, clear: false, by: best },
      because: `The prediction is bounded to ${quoted(prediction.scope)}; this evidence does not say ${quoted(best.outOfScope)}. Does it count?`,
    }
  const percent = Math.round(best.weight * 100)
  if (best.weight < SETTLES_WEIGHT)
    return {
      ...{ outcome, clear: false, by: best },
      because: `The closest evidence holds ${percent} % of what is asked for. Does it count?`,
    }
  const side = outcome === 'right' ? 'reports it' : 'denies it'
  return {
    ...{ outcome, clear: true, by: best },
    because: `One source ${side}: it holds ${percent} % of what is asked for, within the scope.`,
  }
}

function withoutEvidence({ faults }: Prediction, lateDays: number | null): Verdict {
  if (lateDays === null || lateDays <= 0)
    return { outcome: 'open', clear: false, by: undefined, because: 'Nothing seen so far speaks to it.' }
  const late = lateDays === 1 ? 'one day' : `${lateDays} days`
  return faults.some(({ kind }) => kind === 'no-criterion')
    ? {
        ...{ outcome: 'void', clear: false, by: undefined },
        because: `It was due ${late} ago and named nothing that would settle it.`,
      }
    : {
        ...{ outcome: 'wrong', clear: false, by: undefined },
        because: `It was due ${late} ago, and nothing that we read shows it. Did it happen elsewhere?`,
      }
}

/** The evidence that decides first, then the strongest. */
function shown(
  sorted: readonly PredictionEvidence[],
  by: PredictionEvidence | undefined,
): PredictionEvidence[] {
  return [...(by ? [by] : []), ...sorted.filter((one) => one !== by)].slice(0, MOST_SHOWN)
}

/** Days past the last deadline; 0 before it, null where none is named. */
function lateness(prediction: Prediction, now: Instant): number | null {
  return lastDue(prediction) === undefined ? null : daysAfterDue(prediction, now)
}

function daysAfterDue(prediction: Prediction, at: Instant): number {
  const last = lastDue(prediction)
  return last === undefined ? 0 : Math.max(0, daysBetween(last, at))
}

const lastDue = ({ due, dueAlso }: Prediction): string | undefined =>
  [due, dueAlso]
    .flatMap((date) => (date === null ? [] : (lastDayOf(date) ?? [])))
    .sort()
    .at(-1)

function daysBetween(from: string, to: string): number {
  return Math.floor((Date.parse(to.slice(0, 10)) - Date.parse(from.slice(0, 10))) / DAY_MS)
}

const quoted = (words: readonly string[]): string => words.map((word) => `"${word}"`).join(', ')
