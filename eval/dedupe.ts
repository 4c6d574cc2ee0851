import { join } from 'node:path'
import { createCopyFinder } from '#dedupe'
import type { Evaluation, Row } from './evaluation.ts'
import { linesOf } from './files.ts'
import { f1 } from './metrics/assignment.ts'

type Case = { readonly id: string; readonly title: string; readonly text: string; readonly origin: string }

/** Our own releases, repeated whole, changed, in part and inside reports, beside reports in other words and other numbers. */
export const evaluation: Evaluation = {
  room: 'dedupe',
  async run({ own }) {
    const cases = await linesOf<Case>(join(own, 'dedupe.jsonl'))
    if (cases.length === 0) return []
    const finder = createCopyFinder()
    let [right, found, wanted] = [0, 0, 0]
    for (const { origin, ...doc } of cases) {
      const { copyOf } = finder.add(doc)
      const copies = origin === doc.id ? null : origin
      if (copyOf !== null) found++
      if (copies !== null) wanted++
      if (copyOf !== null && copyOf === copies) right++
    }
    const row: Row = {
      ...{
        room: 'dedupe',
        data: 'own releases',
        metric: 'origin named F1',
        value: f1({ right, found, wanted }),
      },
      ...{ cases: cases.length, reference: null, reach: 0.95 },
    }
    return [row]
  },
}
