export { CLAIMS_MAKER, claims } from './claims.ts'
export { FORECASTS_MAKER, forecasts } from './forecasts.ts'
