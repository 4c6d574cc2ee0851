export { CLAIMS_MAKER, claims } from './claims.ts'
export { FORECASTS_MAKER, forecasts } from './forecasts.ts'
export { createMentionFinder, MENTIONS_MAKER } from './mentions.ts'
export { SEGMENTS_MAKER, type Segment, segments } from './segments.ts'
