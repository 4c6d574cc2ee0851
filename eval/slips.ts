import { join } from 'node:path'
import type { Slip } from '#domain'
import { slips } from '#extract'
import type { Evaluation } from './evaluation.ts'
import { linesOf } from './files.ts'
import { f1, matched, NO_COUNTS, plus } from './metrics/assignment.ts'

type Wanted = Pick<Slip, 'kind' | 'computed'>
type Case = { readonly text: string; readonly published: string; readonly slips: readonly Wanted[] }

/** Slips planted in own sentences, each beside a sound twin; a slip counts with its kind and what it should have been. */
export const evaluation: Evaluation = {
  room: 'slips',
  async run({ own }) {
    const cases = await linesOf<Case>(join(own, 'slips.jsonl'))
    const same = (found: Slip, wanted: Wanted) =>
      found.kind === wanted.kind && found.computed === wanted.computed
    const counts = cases.reduce(
      (sum, one) => plus(sum, matched(slips(one.text, one), one.slips, same)),
      NO_COUNTS,
    )
    const sound = cases.filter((one) => one.slips.length === 0)
    const quiet = sound.filter((one) => slips(one.text, one).length === 0).length
    const row = { room: 'slips', data: 'own sentences', reference: null }
    return [
      { ...row, metric: 'F1 of kind and correction', value: f1(counts), cases: cases.length, reach: 0.9 },
      {
        ...row,
        metric: 'sound ones left alone',
        value: quiet / Math.max(1, sound.length),
        cases: sound.length,
        reach: 1,
      },
    ]
  },
}
