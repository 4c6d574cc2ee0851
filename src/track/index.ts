export { disagreements } from './disagreements.ts'
export { type EntityWeeks, type MoverOptions, movers } from './movers.ts'
export { phaseOf } from './phase.ts'

export const TRACK_MAKER = 'track@1'
