export { type EditionRow, editionRow } from './edition.ts'
export { type Hit, hit } from './hit.ts'
export { type SourceRow, sourceRow } from './source.ts'
