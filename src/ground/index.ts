export { GROUND_MAKER, type GroundedSentence, ground } from './ground.ts'
