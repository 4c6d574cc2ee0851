import { join } from 'node:path'
import type { Prediction } from '#domain'
import { evidenceIn, propose, scopeOf } from '#track'
import type { Evaluation, Row } from './evaluation.ts'
import { linesOf } from './files.ts'

type Reading = {
  readonly prediction_date: string
  readonly prediction: string
  readonly resolved_on: string
  readonly outcome: string
  readonly evidence_text: string
  readonly helper_note?: string
}

/**
 * Predictions that a reader's digests said were resolved, each with the passage that says so: the share for which the
 * passage is found to speak to it on the right side, and those whose evidence a person found out of scope or still open
 * that are not settled without asking.
 */
export const evaluation: Evaluation = {
  room: 'ledger',
  async run({ shared }) {
    if (shared === null) return []
    const cases = await linesOf<Reading>(join(shared, 'reading', 'resolutions.jsonl'))
    const judged = cases.map((one) => ({ one, ...judge(one) }))
    const claimed = judged.filter(({ one }) => /claimed (?:resolved|confirmed)/.test(one.outcome))
    const unsettled = judged.filter(
      ({ one }) => /open|partly/.test(one.outcome) || /loosely/.test(one.helper_note ?? ''),
    )
    const base = { room: 'ledger', data: 'reading resolutions', reference: null }
    return [
      row(
        base,
        'resolutions found on the right side',
        claimed.map(({ side }) => side === 'for'),
        null,
      ),
      row(
        base,
        'unclear ones that are asked about',
        unsettled.map(({ clear }) => !clear),
        1,
      ),
    ].flat()
  },
}

function row(
  base: Pick<Row, 'room' | 'data' | 'reference'>,
  metric: string,
  cases: readonly boolean[],
  reach: number | null,
): Row[] {
  if (cases.length === 0) return []
  return [{ ...base, metric, value: cases.filter(Boolean).length / cases.length, cases: cases.length, reach }]
}

function judge({ prediction, prediction_date, resolved_on, evidence_text }: Reading) {
  const claim = prediction.replace('[...] ', '')
  const criterion = /Falsifiable: (.*)/.exec(claim)?.[1] ?? null
  const entry: Prediction = {
    ...{
      id: 'p',
      road: 'source',
      claim,
      by: '',
      madeAt: prediction_date,
      due: null,
      dueAlso: null,
      criterion,
    },
    ...{ enteredAt: `${prediction_date}T00:00:00.000Z`, probability: null, scope: scopeOf(claim, criterion) },
    ...{ entityIds: [], sourceId: null, itemIds: [], faults: [], replaces: null },
  }
  const seenAt = `${resolved_on}T12:00:00.000Z`
  const found = evidenceIn(entry, { itemId: 'i', title: '', url: null, seenAt, text: evidence_text })
  const { clear } = propose(entry, found ? [found] : [], seenAt)
  return { side: found?.side ?? null, clear }
}
