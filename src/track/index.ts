export { type Span as SourceSpan, sourceBreaks } from './breaks.ts'
export { disagreements } from './disagreements.ts'
export { type EntityWeeks, type MoverOptions, movers } from './movers.ts'
export { phaseOf } from './phase.ts'
export { type EntitySeries, trendLines } from './trends.ts'

export const TRACK_MAKER = 'track@1'
