export { CLAIMS_MAKER, claims } from './claims.ts'
