import type { Prediction } from '#domain'
import type { Passage } from './prediction-evidence.ts'
import { lintPrediction } from './prediction-lint.ts'
import { scopeOf } from './prediction-scope.ts'

/** A prediction made on 2026-05-12 and due 60 days later. */
export function aPrediction(part: Partial<Prediction> = {}): Prediction {
  const claim = part.claim ?? 'Multimodal rubric overfitting, 60 days.'
  const criterion =
    part.criterion === undefined
      ? 'a paper that trains a policy to game a rubric and reports the drift'
      : part.criterion
  return {
    ...{
      id: 'p1',
      road: 'source',
      claim,
      by: 'a digest',
      madeAt: '2026-05-12',
      due: '2026-07-11',
      dueAlso: null,
    },
    ...{
      enteredAt: '2026-05-12T06:00:00.000Z',
      criterion,
      probability: null,
      scope: scopeOf(claim, criterion),
    },
    ...{ entityIds: [], sourceId: 'digest', itemIds: ['i0'], replaces: null },
    faults: lintPrediction({ claim, criterion, madeAt: '2026-05-12', due: '2026-07-11', dueAlso: null }),
    ...part,
  }
}

export function aPassage(text: string, part: Partial<Passage> = {}): Passage {
  return { itemId: 'i1', title: '', url: null, seenAt: '2026-05-13T12:00:00.000Z', text, ...part }
}
