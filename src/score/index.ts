export { type Corroboration, corroboration } from './corroboration.ts'
export { createScorer, SCORE_MAKER, type ScoreContext } from './scorer.ts'
